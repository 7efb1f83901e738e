"""The holder's plain words in the card's thread go to the customer; everybody else's never do."""

from dataclasses import dataclass
from enum import StrEnum

from warmline.application.change import Change, House
from warmline.application.holding import check_holder
from warmline.application.ports import Clock, ConversationStore
from warmline.application.retrying import Patience
from warmline.domain.agent import authorise
from warmline.domain.cleaning import clean
from warmline.domain.entries import Kind, Origin, Role
from warmline.domain.errors import Refusal, Refused
from warmline.domain.records import AddressRecord, Consent, Seen
from warmline.domain.states import Event

NOTE_MARK = "//"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskWords:
    """Somebody's message in a thread of the desk channel."""

    user: str
    channel: str
    thread_ts: str
    ts: str
    text: str
    scope: str


class Heard(StrEnum):
    """What became of words at the desk."""

    SENT = "sent"
    NOTE = "note"
    NOT_OURS = "not_ours"


@dataclass(frozen=True, slots=True)
class ReplyToCustomer:
    """Stores the holder's words as a reply, in one transaction with its delivery, once.

    Returns NOTE for words that stay at the desk by the writer's own mark, NOT_OURS for a thread
    that belongs to no conversation. Raises Refused, with the holder's name, for words that stay
    because the writer is not the holder, or no agent any more; the writer is to be told.
    """

    store: ConversationStore
    house: House
    clock: Clock
    patience: Patience

    def __call__(self, words: DeskWords) -> Heard:
        return self.patience.until_committed(lambda: self._decide(words))

    def _decide(self, words: DeskWords) -> Heard:
        thread = self.store.find_thread(words.channel, words.thread_ts)
        if thread is None:
            return Heard.NOT_OURS
        if words.text.lstrip().startswith(NOTE_MARK):
            return Heard.NOTE
        if self.store.find_seen(words.scope) is not None:
            return Heard.SENT
        self._send(words, thread.conversation)
        return Heard.SENT

    def _send(self, words: DeskWords, conversation: str) -> None:
        head = self.store.find_head(conversation)
        if head is None:
            raise Refused(Refusal.NO_LONGER_OPEN)
        check_holder(head, words.user)
        authorise(self.store.find_agent(words.user))
        address = self.store.find_address(head.address) or AddressRecord(address=head.address)
        if address.consent is Consent.OPTED_OUT:
            raise Refused(Refusal.OPTED_OUT)
        text = clean(words.text)
        if not text:
            raise Refused(Refusal.EMPTY)
        change = Change(self.house, self.clock(), address, head)
        entry = change.record(
            Event.REPLY,
            Kind.MESSAGE,
            Role.AGENT,
            text=text,
            name=head.agent_name,
            agent=words.user,
            origin=Origin(channel=words.channel, ts=words.ts),
        )
        change.say(entry)
        if head.marks.lease_until is not None:
            change.show_card()  # it said until when to answer
        change.save(Seen(scope=words.scope, conversation=head.id, sequence=entry.sequence))
        self.store.commit(change.writes())
