"""The desk channel: cards, their threads and reactions, as a Desk."""

from collections.abc import Callable
from dataclasses import dataclass

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from warmline.adapters.slack.blocks import card_blocks, card_text, words_blocks, words_text
from warmline.adapters.slack.failures import error_code, translated
from warmline.domain.card import Card
from warmline.domain.conversation import Posted
from warmline.domain.outgoing import Outgoing

_GONE = frozenset({"message_not_found", "cant_update_message", "channel_not_found"})
_DONE_ALREADY = frozenset({"already_reacted", "message_not_found"})


@dataclass(frozen=True, slots=True)
class SlackDesk:
    """Posts to one desk channel."""

    client: Callable[[], WebClient]
    channel: str

    def show_card(self, card: Card, posted: Posted | None) -> Posted:
        with translated():
            if posted is not None and self._edited(card, posted):
                return posted
            answer = self.client().chat_postMessage(
                channel=self.channel,
                text=card_text(card),
                blocks=card_blocks(card),
                unfurl_links=False,
                unfurl_media=False,
            )
        return Posted(channel=str(answer["channel"]), ts=str(answer["ts"]))

    def post_in_thread(self, posted: Posted, row: Outgoing) -> str:
        with translated():
            answer = self.client().chat_postMessage(
                channel=posted.channel,
                thread_ts=posted.ts,
                text=words_text(row.text, name=row.name, mention=row.mention),
                blocks=words_blocks(row.text, name=row.name, mention=row.mention),
                unfurl_links=False,
                unfurl_media=False,
            )
        return str(answer["ts"])

    def react(self, row: Outgoing) -> None:
        with translated():
            try:
                self.client().reactions_add(channel=row.channel, timestamp=row.ts, name=row.text)
            except SlackApiError as error:
                if error_code(error) not in _DONE_ALREADY:
                    raise

    def remove(self, posted: Posted) -> None:
        with translated():
            try:
                self.client().chat_delete(channel=posted.channel, ts=posted.ts)
            except SlackApiError as error:
                if error_code(error) not in _GONE:
                    raise

    def _edited(self, card: Card, posted: Posted) -> bool:
        """Edit in place; False when somebody has deleted the card, which is posted again then."""
        try:
            self.client().chat_update(
                channel=posted.channel,
                ts=posted.ts,
                text=card_text(card),
                blocks=card_blocks(card),
            )
        except SlackApiError as error:
            if error_code(error) in _GONE and posted.channel == self.channel:
                return False
            raise
        return True
