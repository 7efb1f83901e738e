"""Words to the one person who pressed or wrote. Nothing depends on their arriving."""

from collections.abc import Callable
from dataclasses import dataclass

from aws_lambda_powertools import Logger
from slack_sdk import WebClient

from warmline.adapters.slack.failures import translated
from warmline.domain.errors import DeliveryError


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells at once, within the webhook's three seconds; a failure is logged and forgotten."""

    client: Callable[[], WebClient]
    doubt: Callable[[], object]
    log: Logger

    def tell(self, channel: str, user: str, text: str, *, thread_ts: str = "") -> None:
        """Show a text to one person only, in the thread where there is one."""
        try:
            with translated(self.doubt):
                self.client().chat_postEphemeral(
                    channel=channel, user=user, text=text, thread_ts=thread_ts or None
                )
        except DeliveryError as error:
            self.log.warning("not_told", problem=error.code)

    def say(self, channel: str, text: str) -> None:
        """Write into a direct message."""
        try:
            with translated(self.doubt):
                self.client().chat_postMessage(channel=channel, text=text)
        except DeliveryError as error:
            self.log.warning("not_told", problem=error.code)
