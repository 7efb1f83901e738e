"""The desk channel: cards, their threads and reactions, as a Desk."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from warmline.adapters.slack.blocks import (
    Block,
    approval_buttons,
    card_blocks,
    card_text,
    pinged,
    plain,
    words_blocks,
    words_text,
)
from warmline.adapters.slack.failures import at_the_desk, error_code, ts_of
from warmline.adapters.slack.pinned import show_shift
from warmline.adapters.slack.plainly import or_plainly
from warmline.adapters.slack.reply_window import draft_view
from warmline.adapters.slack.reveal_views import blank_view
from warmline.adapters.slack.text import escape, shown
from warmline.domain.card import Card
from warmline.domain.conversation import Posted
from warmline.domain.drafts import Draft
from warmline.domain.errors import CARD_GONE, PermanentDeliveryError
from warmline.domain.outgoing import Outgoing

_GONE = frozenset({"message_not_found", "cant_update_message"})
_OUT_OF_REACH = frozenset({"channel_not_found", "not_in_channel", "is_archived"})
_NO_THREAD = frozenset({"thread_not_found", "message_not_found"})
_REACTED_ALREADY = frozenset({"already_reacted", "message_not_found"})
_CLOSED_ALREADY = frozenset({"not_found", "view_not_found"})
_REMOVED_ALREADY = frozenset({"message_not_found", "channel_not_found"})

STUB = "Taken out of Slack: this case is closed."

_AS_IT_IS: Mapping[str, Any] = {"parse": "none", "link_names": False}
_LITERAL: Mapping[str, Any] = {
    **_AS_IT_IS,
    "unfurl_links": False,
    "unfurl_media": False,
}


@dataclass(frozen=True, slots=True)
class SlackDesk:
    """Posts to one desk channel. A channel that Slack does not find loses no case: it waits."""

    client: Callable[[], WebClient]
    doubt: Callable[[], object]
    channel: str

    def show_card(self, card: Card, posted: Posted | None) -> Posted:
        with at_the_desk(self.doubt):
            if posted is not None and (self._edited(card, posted) or card.scrubbed):
                return posted  # nobody needs a stub again that somebody has deleted
            fields = {"text": card_text(card), "blocks": card_blocks(card), **_LITERAL}
            answer = or_plainly(self.client().chat_postMessage, {"channel": self.channel, **fields})
            return Posted(channel=str(answer.get("channel") or self.channel), ts=ts_of(answer))

    def post_in_thread(self, posted: Posted, row: Outgoing) -> str:
        with at_the_desk(self.doubt):
            fields = {
                "channel": posted.channel,
                "thread_ts": posted.ts,
                "text": words_text(row.text, name=row.name, mention=row.mention),
                "blocks": _blocks_of(row),
                **_LITERAL,
            }
            try:
                answer = or_plainly(self.client().chat_postMessage, fields, _in_words(row))
            except SlackApiError as error:
                if error_code(error) in _NO_THREAD:
                    raise PermanentDeliveryError(CARD_GONE) from error
                raise
            return ts_of(answer)

    def react(self, row: Outgoing) -> None:
        with at_the_desk(self.doubt):
            try:
                self.client().reactions_add(channel=row.channel, timestamp=row.ts, name=row.text)
            except SlackApiError as error:
                if error_code(error) not in _REACTED_ALREADY:
                    raise

    def remove(self, posted: Posted) -> None:
        with at_the_desk(self.doubt):
            try:
                self.client().chat_delete(channel=posted.channel, ts=posted.ts)
            except SlackApiError as error:
                if error_code(error) not in _REMOVED_ALREADY:
                    raise

    def blank(self, window: str) -> None:
        with at_the_desk(self.doubt):
            try:
                self.client().views_update(view_id=window, view=blank_view())
            except SlackApiError as error:
                if error_code(error) not in _CLOSED_ALREADY:
                    raise

    def scrub(self, posted: Posted) -> None:
        with at_the_desk(self.doubt):
            try:
                self.client().chat_update(
                    channel=posted.channel,
                    ts=posted.ts,
                    text=STUB,
                    blocks=[{"type": "context", "elements": [plain(STUB)]}],
                )
            except SlackApiError as error:
                if error_code(error) not in _REMOVED_ALREADY | _GONE:
                    raise

    def show_draft(self, window: str, draft: Draft) -> None:
        with at_the_desk(self.doubt):
            try:
                self.client().views_update(view_id=window, view=dict(draft_view(draft)))
            except SlackApiError as error:
                if error_code(error) not in _CLOSED_ALREADY:
                    raise

    def show_shift(self, posted: Posted | None) -> Posted:
        with at_the_desk(self.doubt):
            return show_shift(self.client(), self.channel, posted.ts if posted else "")

    def _edited(self, card: Card, posted: Posted) -> bool:
        """Edit in place; False when the card is gone, or the desk has moved to another channel."""
        try:
            fields = {"text": card_text(card), "blocks": card_blocks(card)}
            or_plainly(
                self.client().chat_update,
                {"channel": posted.channel, "ts": posted.ts, **fields, **_AS_IT_IS},
            )
        except SlackApiError as error:
            moved = posted.channel != self.channel
            if error_code(error) in (_GONE | _OUT_OF_REACH if moved else _GONE):
                return False
            raise
        return True


def _in_words(row: Outgoing) -> str:
    """The whole of it without any block; Slack cuts nothing shorter than this."""
    named = f"{escape(row.name)}: " if row.name else ""
    who = f"{pinged(row.mention)} " if row.mention else named
    return f"{who}{escape(shown(row.text))}"


def _blocks_of(row: Outgoing) -> list[Block]:
    words = words_blocks(row.text, name=row.name, mention=row.mention)
    return [*words, approval_buttons(row.decides)] if row.decides else words
