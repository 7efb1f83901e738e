"""What people write in a card's thread, and what they change of it later: whose words go where."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from warmline.adapters.slack import parse, saying
from warmline.adapters.slack.blocks import Block
from warmline.adapters.slack.parts import Events, Part
from warmline.adapters.slack.payload import Payload
from warmline.adapters.slack.sentences import why_not_changed, why_not_sent
from warmline.adapters.slack.tell import Teller
from warmline.adapters.slack.words import parse_changed, parse_deleted, parse_gone, parse_said
from warmline.application.desk_rebuild import RestoreCard
from warmline.application.editing import EditWords
from warmline.application.reply import DeskWords, Heard, Hearing, ReplyToCustomer
from warmline.domain.errors import Refused, StoreUnavailable, UnsupportedEvent

SAID = "message.at_the_desk"
"""What the line calls a person's own words in the desk channel."""


@dataclass(frozen=True, slots=True)
class HearsDesk(Part):
    """Leads words to the customer or keeps them, and tells their writer which."""

    team: str
    desk_channel: str
    reply: ReplyToCustomer
    edit: EditWords
    restore: RestoreCard
    teller: Teller

    def events(self) -> Events:
        return {
            SAID: self._said,
            "message.message_changed": lambda payload: self._edited(payload, parse_changed),
            "message.message_deleted": lambda payload: self._edited(payload, parse_deleted),
        }

    def _said(self, payload: Payload) -> None:
        event = _event_of(payload)
        if not parse.text_of(event, "thread_ts"):
            raise UnsupportedEvent("talk among agents")
        words = parse_said(event, self.team)
        try:
            hearing = self.reply.hear(words)
        except Refused as refused:
            self._tell(words, why_not_sent(refused))
            return
        app_user = parse.app_user(payload)
        under_our_card = app_user and parse.text_of(event, "parent_user_id") == app_user
        if hearing.heard is Heard.NOT_OURS and under_our_card:
            raise StoreUnavailable("a card whose thread is not written down yet")
        self._tell_heard(words, hearing)

    def _tell_heard(self, words: DeskWords, hearing: Hearing) -> None:
        if hearing.heard is Heard.NOTE:
            self._tell(words, saying.KEPT_AS_NOTE)
        elif hearing.held is not None:
            text, blocks = saying.of_held(hearing.held, hearing.segments)
            self._tell(words, text, blocks)

    def _tell(self, words: DeskWords, text: str, blocks: Sequence[Block] = ()) -> None:
        self.teller.tell(words.channel, words.user, text, thread_ts=words.thread_ts, blocks=blocks)

    def _edited(self, payload: Payload, read: Callable[[Payload, str], DeskWords]) -> None:
        event = _event_of(payload)
        if parse.text_of(event, "channel") != self.desk_channel:
            raise UnsupportedEvent("a change outside the desk")
        gone = parse_gone(event)
        if gone and self.restore(self.desk_channel, gone):
            return  # a card of ours: nobody's words
        words = read(event, self.team)
        try:
            text, blocks = saying.of_edit(self.edit(words))
        except Refused as refused:
            text, blocks = why_not_changed(refused), []
        if text:
            self._tell(words, text, blocks)


def _event_of(payload: Payload) -> Payload:
    event = payload.get("event")
    if not isinstance(event, Mapping):
        raise UnsupportedEvent("an event without its content")
    return event
