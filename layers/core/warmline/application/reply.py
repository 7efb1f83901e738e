"""The holder's plain words in the card's thread go to the customer; everybody else's never do."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from warmline.application.change import Change, House
from warmline.application.held_replies import keep
from warmline.application.ports import Clock, ConversationStore
from warmline.application.retrying import Patience
from warmline.application.said import say
from warmline.application.speaking import check_may_speak, open_change
from warmline.domain.address import Channel
from warmline.domain.attachments import Attachment
from warmline.domain.cleaning import clean
from warmline.domain.entries import Origin
from warmline.domain.errors import Refusal, Refused
from warmline.domain.internal_talk import internal_sign
from warmline.domain.records import HeldReply, Seen
from warmline.domain.sms_text import segments_of

NOTE_MARK = "//"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskWords:
    """Somebody's message in a thread of the desk channel; `calls` a colleague by Slack's own sign.

    `ts` tells their messages apart, and `scope` names this one wherever it comes from.
    """

    user: str
    channel: str
    thread_ts: str
    ts: str
    text: str
    scope: str
    calls: bool = False
    files: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowWords:
    """What an agent sends off from a window, such as a draft that they have looked at.

    `epoch` is that of the case when the window was opened; the same `scope` is sent once. `answers`
    is the last of the customer's words that the writer had before them.
    """

    user: str
    conversation: str
    epoch: int
    text: str
    scope: str
    answers: int = 0


class Heard(StrEnum):
    """What became of words at the desk."""

    SENT = "sent"
    HELD = "held"
    ASKED = "asked"  # they look like talk among colleagues: nothing goes before their writer's yes
    NOTE = "note"
    NOT_OURS = "not_ours"


@dataclass(frozen=True, slots=True)
class Hearing:
    """What became of words, and what is held of them: their writer may still decide.

    `segments` is how many parts of a text message they take; 0 where they are none.
    """

    heard: Heard
    held: HeldReply | None = None
    segments: int = 0


@dataclass(frozen=True, slots=True)
class ReplyToCustomer:
    """Holds the holder's words for a moment, in which they can be taken back; then they go, once.

    Without such a time they go at once. NOTE is for words that stay at the desk by the writer's own
    mark, NOT_OURS for a thread that belongs to no conversation. Raises Refused, with the holder's
    name, for words that stay because the writer is not the holder, or no agent any more; the writer
    is to be told.
    """

    store: ConversationStore
    house: House
    clock: Clock
    patience: Patience

    def __call__(self, words: DeskWords) -> Heard:
        return self.hear(words).heard

    def hear(self, words: DeskWords) -> Hearing:
        """Take up what was written in a thread."""
        return self.patience.until_committed(lambda: self._hear(words))

    def send(self, words: WindowWords) -> Hearing:
        """Take up what was sent off from a window: it is shown in the thread once it has gone.

        Raises Refused, OUT_OF_DATE for who lost the case and got it again meanwhile, OVERTAKEN for
        an answer to what is not all that the customer has said.
        """
        return self.patience.until_committed(lambda: self._send(words))

    def _hear(self, words: DeskWords) -> Hearing:
        thread = self.store.find_thread(words.channel, words.thread_ts)
        if thread is None:
            return Hearing(Heard.NOT_OURS)
        if is_note(words.text):
            return Hearing(Heard.NOTE)
        if self.store.find_seen(words.scope) is not None:
            return Hearing(Heard.SENT)
        change = self._change(thread.conversation, words.user)
        said = HeldReply(
            conversation=thread.conversation,
            ts=words.ts,
            agent=words.user,
            epoch=change.get_head().epoch,
            text=clean(words.text),
            scope=words.scope,
            at=change.now,
            due=self._due(change, ask=words.calls or bool(internal_sign(words.text))),
            origin=Origin(channel=words.channel, ts=words.ts),
            files=words.files,
            answers=change.get_head().last_inbound,
        )
        return self._take(change, said)

    def _send(self, words: WindowWords) -> Hearing:
        if self.store.find_seen(words.scope) is not None:
            return Hearing(Heard.SENT)
        change = self._change(words.conversation, words.user)
        head = change.get_head()
        if head.epoch != words.epoch:
            raise Refused(Refusal.OUT_OF_DATE)
        if words.answers and head.last_inbound > words.answers:
            raise Refused(Refusal.OVERTAKEN)
        said = HeldReply(
            conversation=head.id,
            ts=f"{change.now.timestamp():.6f}",
            agent=words.user,
            epoch=head.epoch,
            text=clean(words.text),
            scope=words.scope,
            at=change.now,
            due=self._due(change),
            answers=head.last_inbound,
        )
        return self._take(change, said)

    def _change(self, conversation: str, user: str) -> Change:
        change = open_change(self.store, self.house, self.clock(), conversation)
        check_may_speak(self.store, change, user)
        return change

    def _due(self, change: Change, *, ask: bool = False) -> datetime | None:
        hold = timedelta(seconds=self.house.policy.undo_seconds)
        return None if ask else change.now + hold

    def _take(self, change: Change, said: HeldReply) -> Hearing:
        if not said.text and not said.files:
            raise Refused(Refusal.EMPTY)
        if said.due == change.now:
            self._say_at_once(change, said)
            return Hearing(Heard.SENT)
        keep(change, self.store, said)
        self.store.commit(change.writes())
        by_sms = change.get_head().channel is Channel.SMS
        segments = segments_of(said.text) if by_sms else 0
        return Hearing(Heard.HELD if said.due else Heard.ASKED, said, segments)

    def _say_at_once(self, change: Change, said: HeldReply) -> None:
        had_lease = change.get_head().marks.lease_until is not None
        entry = say(change, self.store, said)
        if had_lease:
            change.show_card()  # it said until when to answer
        seen = Seen(scope=said.scope, conversation=said.conversation, sequence=entry.sequence)
        change.save(seen)
        self.store.commit(change.writes())


def is_note(text: str) -> bool:
    """Whether its writer has marked it as one that stays at the desk."""
    return text.lstrip().startswith(NOTE_MARK)
