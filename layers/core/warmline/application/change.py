"""One transaction in the making: entries are numbered, folded into the head, and sent out."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TypedDict, Unpack

from warmline.application.canned import NO_REPLIES, CannedReplies
from warmline.application.phrases import Phrases
from warmline.domain.address import Address
from warmline.domain.articles import ArticleVersion
from warmline.domain.attachments import Attachment
from warmline.domain.conversation import Head, apply
from warmline.domain.entries import Kind, LogEntry, Origin, Outcome, Role
from warmline.domain.handoff import Reason
from warmline.domain.outgoing import Outgoing, Task, card_target, thread_target
from warmline.domain.own_number import hide_own_number
from warmline.domain.policy import Policy
from warmline.domain.records import AddressRecord
from warmline.domain.signals import Signal
from warmline.domain.states import Event, State, move_for
from warmline.domain.timing import with_marks
from warmline.domain.tools import ToolUse
from warmline.domain.writes import Put, Row, Write

REMINDED_FOR = timedelta(minutes=5)
"""A reminder that comes later, after Slack's trouble, tells what was and not what is."""


class EntryFields(TypedDict, total=False):
    """What a use case says of an entry; the rest follows from the state and the counter."""

    text: str
    language: str
    name: str
    agent: str
    reason: Reason | None
    outcome: Outcome | None
    why: str
    edits: int
    team: str
    skill: str
    needs_language: str
    reserved_for: str
    reserved_until: datetime | None
    head_start_seconds: int
    answered_through: int
    offers_human: bool
    articles: tuple[ArticleVersion, ...]
    model: str
    prompt: str
    tools: tuple[ToolUse, ...]
    signals: tuple[Signal, ...]
    brief: str
    unsupported: bool
    provider_id: str
    client_message_id: str
    origin: Origin | None
    files: tuple[Attachment, ...]


@dataclass(frozen=True, slots=True)
class House:
    """What every use case works with that does not change: the deployer's own rules and words."""

    policy: Policy
    phrases: Phrases
    replies: CannedReplies = NO_REPLIES


@dataclass(slots=True)
class Change:
    """Collects what one transaction writes.

    The address is the only counter of sequence numbers; every entry moves it. The head is always
    the fold of what was there and what was added. `writes` is all of it, each row conditional on
    the version that it was read with.
    """

    house: House
    now: datetime
    address: AddressRecord
    head: Head | None
    entries: list[LogEntry] = field(default_factory=list)
    outgoing: list[Outgoing] = field(default_factory=list)
    others: list[Write] = field(default_factory=list)
    _read_address: AddressRecord | None = None
    _stored: Head | None = None
    _state_told: State | None = None

    def __post_init__(self) -> None:
        self._read_address = self.address
        self._stored = self.head
        self._state_told = self.head.state if self.head else None

    @property
    def state(self) -> State:
        return self.head.state if self.head else State.NONE

    @property
    def language(self) -> str:
        return self.address.language or (self.head.language if self.head else "en")

    def get_head(self) -> Head:
        """Return the head. Raises LookupError before anything was opened."""
        if self.head is None:
            raise LookupError("no conversation has been opened")
        return self.head

    def open(self, conversation: str, *, previous: str = "") -> None:
        """Start a conversation with the bot, linked to `previous`, or to the address's last one."""
        self.head = None
        self._stored = None
        self._state_told = None
        previous = previous or self.address.last_conversation
        self.address = replace(
            self.address, open_conversation=conversation, last_conversation=conversation
        )
        self._append(
            LogEntry(
                conversation=conversation,
                sequence=self.address.last_sequence + 1,
                at=self.now,
                kind=Kind.OPENED,
                role=Role.SYSTEM,
                state=State.BOT,
                epoch=1,
                address=self.address.address,
                previous=previous,
                language=self.address.language,
            )
        )

    def record(
        self, event: Event, kind: Kind, role: Role, **fields: Unpack[EntryFields]
    ) -> LogEntry:
        """Append the entry of an event, moved through the transition table.

        Raises Refused when the event comes too late, InvalidTransition when it cannot be.
        """
        head = self.get_head()
        move = move_for(head.state, event)
        return self._enter(
            kind, role, state=move.to, epoch=head.epoch + move.new_owner, fields=fields
        )

    def add(self, kind: Kind, role: Role, **fields: Unpack[EntryFields]) -> LogEntry:
        """Append an entry that changes no state, such as a notice."""
        head = self.get_head()
        return self._enter(kind, role, state=head.state, epoch=head.epoch, fields=fields)

    def notice(self, key: str, **values: str) -> LogEntry:
        """Tell the customer of what this transaction changes, in the same transaction (law L7)."""
        head = self.get_head()
        text = self.house.phrases.say(key, self.language, head.channel, **values)
        entry = self.add(Kind.NOTICE, Role.SYSTEM, text=text)
        self.say(entry)
        return entry

    def confirm(self, key: str, *, despite_opt_out: bool = False) -> None:
        """Say something to the address that belongs to no conversation, such as the HELP text."""
        channel = Address(self.address.address).channel
        self.address = replace(self.address, last_sequence=self.address.last_sequence + 1)
        self.outgoing.append(
            Outgoing(
                target=self.address.address,
                sequence=self.address.last_sequence,
                task=Task.SAY,
                conversation=self.head.id if self.head else "",
                created_at=self.now,
                text=self.house.phrases.say(key, self.language, channel),
                despite_opt_out=despite_opt_out,
            )
        )

    def say(self, entry: LogEntry) -> None:
        """Send a visible entry to the customer, with the new state if it has changed."""
        head = self.get_head()
        self.outgoing.append(
            Outgoing(
                target=self.address.address,
                sequence=entry.sequence,
                task=Task.SAY,
                conversation=head.id,
                created_at=self.now,
                text=entry.text,
                name=entry.name,
                entry=entry,
                announces_state=head.state is not self._state_told,
            )
        )
        self._state_told = head.state

    def show_card(self) -> None:
        """Post the conversation's card, or bring it up to date."""
        head = self.get_head()
        target = card_target(head.id)
        self.outgoing = [row for row in self.outgoing if row.target != target]
        self.outgoing.append(
            Outgoing(
                target=target,
                sequence=head.last_sequence,
                task=Task.CARD,
                conversation=head.id,
                created_at=self.now,
            )
        )

    def refresh_card(self) -> None:
        """Bring the card up to date with what no entry tells; the address counts it all the same.

        So it has a place of its own among what its target is owed.
        """
        head = self.get_head()
        self.address = replace(self.address, last_sequence=self.address.last_sequence + 1)
        self.outgoing.append(
            Outgoing(
                target=card_target(head.id),
                sequence=self.address.last_sequence,
                task=Task.CARD,
                conversation=head.id,
                created_at=self.now,
            )
        )

    def post(
        self, entry: LogEntry, text: str, *, name: str = "", mention: str = "", decides: str = ""
    ) -> None:
        """Post a line in the card's thread for this entry.

        With `name` as that person's words; `mention` is the agent whom it must reach, `decides` the
        action to which an agent says yes or no under it.
        """
        self.outgoing.append(
            Outgoing(
                target=thread_target(entry.conversation),
                sequence=entry.sequence,
                task=Task.POST,
                conversation=entry.conversation,
                created_at=self.now,
                text=hide_own_number(text, self.address.address),
                name=name,
                mention=mention,
                decides=decides,
            )
        )

    def remind(self, entry: LogEntry, text: str, *, mention: str = "") -> None:
        """Post a line that is worth saying for a while only."""
        self.post(entry, text, mention=mention)
        until = self.now + REMINDED_FOR
        self.outgoing[-1] = replace(self.outgoing[-1], good_until=until)

    def save(self, *rows: Row) -> None:
        """Store further rows in the same transaction."""
        self.others.extend(Put(row) for row in rows)

    def mark(self, head: Head) -> None:
        """Take over a head that differs in its marks only."""
        self.head = head

    def close(self, event: Event, outcome: Outcome) -> LogEntry:
        """End the conversation; its address has no open one any more."""
        entry = self.record(event, Kind.CLOSED, Role.SYSTEM, outcome=outcome)
        self.address = replace(self.address, open_conversation="")
        return entry

    def writes(self) -> list[Write]:
        """Everything to commit, none of it twice."""
        rows: list[Row] = [self.address] if self.address != self._read_address else []
        if self.head is not None and self.head != self._stored:
            rows.append(self.head)
        rows.extend(self.entries)
        rows.extend(self.outgoing)
        return [*(Put(row) for row in rows), *self.others]

    def _enter(
        self, kind: Kind, role: Role, *, state: State, epoch: int, fields: EntryFields
    ) -> LogEntry:
        head = self.get_head()
        entry = LogEntry(
            conversation=head.id,
            sequence=self.address.last_sequence + 1,
            at=self.now,
            kind=kind,
            role=role,
            state=state,
            epoch=epoch,
            after=self.address.last_visible,
            address=self.address.address,
            **fields,
        )
        self._append(entry)
        return entry

    def _append(self, entry: LogEntry) -> None:
        before = self.head
        self.head = with_marks(before, apply(before, entry), entry, self.house.policy)
        self.address = replace(
            self.address,
            last_sequence=entry.sequence,
            last_visible=entry.sequence if entry.visible else self.address.last_visible,
            opt_out_asked=self.address.opt_out_asked and not _speaks(entry),
        )
        self.entries.append(entry)


def _speaks(entry: LogEntry) -> bool:
    """Whether these are words that a yes may answer: the bot's or an agent's, and no notice."""
    return entry.kind is Kind.MESSAGE and entry.role in {Role.BOT, Role.AGENT}
