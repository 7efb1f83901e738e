"""Words to the one person who pressed or wrote. Nothing depends on their arriving."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aws_lambda_powertools import Logger
from slack_sdk import WebClient

from warmline.adapters.slack.failures import translated
from warmline.adapters.slack.modals import notice_view
from warmline.adapters.slack.payload import text_in
from warmline.adapters.slack.presses import Press, Presser
from warmline.adapters.slack.replacing import replaced
from warmline.adapters.slack.sentences import NOT_SHOWN
from warmline.domain.errors import DeliveryError


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells at once, within the webhook's three seconds; a failure is logged and forgotten."""

    client: Callable[[], WebClient]
    doubt: Callable[[], object]
    log: Logger

    def tell(
        self,
        channel: str,
        user: str,
        text: str,
        *,
        thread_ts: str = "",
        blocks: Sequence[Mapping[str, Any]] = (),
    ) -> None:
        """Show a text to one person only, perhaps with buttons; in a thread where there is one."""
        try:
            with translated(self.doubt):
                self.client().chat_postEphemeral(
                    channel=channel,
                    user=user,
                    text=text,
                    thread_ts=thread_ts or None,
                    blocks=[dict(block) for block in blocks] or None,
                )
        except DeliveryError as error:
            self.log.warning("not_told", problem=error.code)

    def replace(self, press: Press, text: str) -> None:
        """Put a text in place of the message that one person alone sees, with its buttons."""
        if not replaced(press.response_url, text, api_url=self.client().base_url):
            self.tell(press.channel, press.user, text, thread_ts=press.thread_ts)

    def answer(self, press: Press | Presser, text: str, desk: str, title: str = "") -> None:
        """Say a text where this person looks: in a window, or in the channel to them alone.

        Where Slack opens no window any more it is said at the desk.
        """
        in_channel = press.channel and not press.window
        if in_channel or not self._opened(press, notice_view(text, title)):
            self.tell(press.channel or desk, press.user, text, thread_ts=press.thread_ts)

    def show(self, press: Press | Presser, view: Mapping[str, Any]) -> None:
        """Open a window for the one who pressed, or put it in place of the one that is open.

        One that Slack would not open any more is said so, to nobody else.
        """
        self.open(press, view)

    def open(self, press: Press | Presser, view: Mapping[str, Any]) -> str:
        """As `show`; returns the window, which is to be filled later, "" where there is none."""
        window = self._opened(press, view)
        if not window and press.channel:
            self.tell(press.channel, press.user, NOT_SHOWN, thread_ts=press.thread_ts)
        return window

    def _opened(self, press: Press | Presser, view: Mapping[str, Any]) -> str:
        """Return the window that shows this now; "" when Slack did not show it."""
        try:
            with translated(self.doubt):
                if press.window:
                    self.client().views_update(view_id=press.window, view=dict(view))
                    return press.window
                answer = self.client().views_open(trigger_id=press.trigger, view=dict(view))
                return text_in(answer.get("view"), "id")
        except DeliveryError as error:
            self.log.warning("not_shown", problem=error.code)
            return ""

    def say(self, channel: str, text: str) -> None:
        """Write into a direct message."""
        try:
            with translated(self.doubt):
                self.client().chat_postMessage(channel=channel, text=text)
        except DeliveryError as error:
            self.log.warning("not_told", problem=error.code)
