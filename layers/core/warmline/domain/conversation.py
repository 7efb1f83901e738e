"""A conversation's head: small, bounded, and always what its log adds up to (law L11)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from warmline.domain.address import Address, Channel
from warmline.domain.entries import Kind, LogEntry, Outcome, Role
from warmline.domain.errors import InvalidTransition
from warmline.domain.handoff import Reason
from warmline.domain.signals import Signal
from warmline.domain.states import State

LAST_WORDS = 300
"""Characters of the customer's last message that the head keeps for the card."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """Where the one Slack message that stands for the conversation is."""

    channel: str
    ts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Leases and delivery marks: what the log does not tell, and may be lost without harm.

    `held_until` is when the first of the holder's held replies is due, and `held` names them all.
    `warn_at` and `breach_at` are the promised time's: a warning in Slack before, the lead after.
    `told_place` and `told_wait_seconds` are the worst that the customer was told of their wait.
    `scrubbed`: what was said is no longer on our card.
    """

    turn_deadline: datetime | None = None
    turn_lease_until: datetime | None = None
    turn_leased: bool = False
    turn_restarted: bool = False
    lease_until: datetime | None = None
    remind_at: datetime | None = None
    idle_at: datetime | None = None
    held_until: datetime | None = None
    held: tuple[str, ...] = ()
    widen_at: datetime | None = None
    warn_at: datetime | None = None
    breach_at: datetime | None = None
    promised_at: datetime | None = None
    wait_look_at: datetime | None = None
    told_at: datetime | None = None
    told_place: int = 0
    told_wait_seconds: int = 0
    scrub_at: datetime | None = None
    scrubbed: bool = False
    card: Posted | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The state of one conversation. All but `marks` and `version` is the fold of the log.

    `last_activity` is when somebody last wrote, or the owner last changed.
    """

    id: str
    address: str
    state: State
    epoch: int
    opened_at: datetime
    last_activity: datetime
    first_sequence: int
    last_sequence: int
    last_inbound: int = 0
    answered_through: int = 0
    unanswered_since: datetime | None = None
    last_words: str = ""
    language: str = "en"
    previous: str = ""
    reason: Reason | None = None
    signals: tuple[Signal, ...] = ()
    brief: str = ""
    waiting_since: datetime | None = None
    team: str = ""
    skill: str = ""
    needs_language: str = ""
    head_start_seconds: int = 0
    reserved_for: str = ""
    reserved_until: datetime | None = None
    agent: str = ""
    agent_name: str = ""
    claimed_at: datetime | None = None
    last_agent: str = ""
    human_note: str = ""
    bot_has_spoken: bool = False
    offered_human: bool = False
    outcome: Outcome | None = None
    closed_at: datetime | None = None
    marks: Marks = Marks()
    version: int = 0

    @property
    def vip(self) -> bool:
        """Whether the customer is on the list of VIPs: a tier of its own in what is promised."""
        return any(signal.code is Reason.VIP and signal.fires for signal in self.signals)

    @property
    def channel(self) -> Channel:
        return Address(self.address).channel

    @property
    def unanswered(self) -> bool:
        """Whether the customer has written something that nobody has answered."""
        return self.last_inbound > self.answered_through

    @property
    def effective_since(self) -> datetime | None:
        """The queue's order: waiting-since minus the head starts, a fixed key (linear ageing)."""
        if self.state is not State.WAITING or self.waiting_since is None:
            return None
        return self.waiting_since - timedelta(seconds=self.head_start_seconds)

    @property
    def due(self) -> datetime | None:
        """When somebody must look at this conversation, whatever else happens."""
        marks = self.marks
        if self.state is State.CLOSED:
            return marks.scrub_at
        reserved = self.reserved_until if self.state is State.WAITING else None
        times = (
            marks.turn_deadline,
            marks.lease_until,
            marks.remind_at,
            marks.idle_at,
            marks.held_until,
            marks.widen_at,
            marks.warn_at,
            marks.breach_at,
            marks.wait_look_at,
            reserved,
        )
        return min((time for time in times if time is not None), default=None)


def fold(entries: Iterable[LogEntry]) -> Head:
    """Return the head that the log of one conversation, in order, adds up to."""
    head: Head | None = None
    for entry in entries:
        head = apply(head, entry)
    if head is None:
        raise InvalidTransition(State.NONE, "fold")
    return head


def apply(head: Head | None, entry: LogEntry) -> Head:
    """Return the head after one more entry."""
    if head is None:
        return _opened(entry)
    new_owner = entry.epoch != head.epoch
    moved = replace(
        head,
        state=entry.state,
        epoch=entry.epoch,
        last_sequence=entry.sequence,
        last_activity=entry.at if new_owner else head.last_activity,
    )
    effect = _EFFECTS.get(entry.kind)
    return effect(moved, entry) if effect else moved


def _opened(entry: LogEntry) -> Head:
    if entry.kind is not Kind.OPENED:
        raise InvalidTransition(State.NONE, entry.kind)
    return Head(
        id=entry.conversation,
        address=entry.address,
        state=entry.state,
        epoch=entry.epoch,
        opened_at=entry.at,
        last_activity=entry.at,
        first_sequence=entry.sequence,
        last_sequence=entry.sequence,
        answered_through=entry.sequence,
        last_inbound=entry.sequence,
        language=entry.language or "en",
        previous=entry.previous,
    )


def _said(head: Head, entry: LogEntry) -> Head:
    return _SPEAKERS[entry.role](replace(head, last_activity=entry.at), entry)


def _customer_said(head: Head, entry: LogEntry) -> Head:
    return replace(
        head,
        last_inbound=entry.sequence,
        unanswered_since=head.unanswered_since or entry.at,
        last_words=entry.text[:LAST_WORDS],
        language=entry.language or head.language,
    )


def _bot_said(head: Head, entry: LogEntry) -> Head:
    more_came = head.last_inbound > entry.answered_through
    return replace(
        head,
        answered_through=entry.answered_through,
        unanswered_since=entry.at if more_came else None,
        bot_has_spoken=True,
        offered_human=entry.offers_human,
    )


def _agent_said(head: Head, entry: LogEntry) -> Head:
    """What the customer wrote while the words were held is not answered by them."""
    through = max(head.answered_through, entry.answered_through or head.last_inbound)
    more_came = head.last_inbound > through
    return replace(head, answered_through=through, unanswered_since=entry.at if more_came else None)


def _system_said(head: Head, _entry: LogEntry) -> Head:
    return head


_SPEAKERS: Mapping[Role, Callable[[Head, LogEntry], Head]] = {
    Role.CUSTOMER: _customer_said,
    Role.BOT: _bot_said,
    Role.AGENT: _agent_said,
    Role.SYSTEM: _system_said,
}


def _without_agent(head: Head) -> Head:
    last = head.agent or head.last_agent
    return replace(head, agent="", agent_name="", claimed_at=None, last_agent=last)


def _out_of_the_queue(head: Head) -> Head:
    return replace(
        head,
        waiting_since=None,
        reserved_for="",
        reserved_until=None,
        team="",
        skill="",
        needs_language="",
    )


def _queued(head: Head, entry: LogEntry) -> Head:
    return replace(
        _without_agent(head),
        reason=entry.reason or head.reason,
        signals=entry.signals or head.signals,
        brief=entry.brief or head.brief,
        waiting_since=head.waiting_since or entry.at,
        team=entry.team or head.team,
        skill=entry.skill or head.skill,
        needs_language=entry.needs_language or head.needs_language,
        head_start_seconds=entry.head_start_seconds,
        reserved_for=entry.reserved_for,
        reserved_until=entry.reserved_until,
        offered_human=False,
        answered_through=max(head.answered_through, entry.answered_through),
        unanswered_since=(
            None if head.last_inbound <= entry.answered_through else head.unanswered_since
        ),
    )


def _claimed(head: Head, entry: LogEntry) -> Head:
    return replace(
        head,
        agent=entry.agent,
        agent_name=entry.name,
        claimed_at=entry.at,
        reserved_for="",
        reserved_until=None,
    )


def _back_with_bot(head: Head, entry: LogEntry) -> Head:
    return replace(
        _out_of_the_queue(_without_agent(head)),
        head_start_seconds=0,
        human_note=entry.text or head.human_note,
        answered_through=max(head.answered_through, entry.answered_through),
        unanswered_since=(
            head.unanswered_since if head.last_inbound > entry.answered_through else None
        ),
    )


def _moved(head: Head, entry: LogEntry) -> Head:
    """Who it waits for now, whole: what the entry does not name is no longer needed."""
    return replace(
        head,
        team=entry.team or head.team,
        skill=entry.skill,
        needs_language=entry.needs_language,
        reserved_for=entry.reserved_for,
        reserved_until=entry.reserved_until,
    )


def _closed(head: Head, entry: LogEntry) -> Head:
    return replace(
        _out_of_the_queue(_without_agent(head)),
        outcome=entry.outcome,
        closed_at=entry.at,
        unanswered_since=None,
    )


_EFFECTS: Mapping[Kind, Callable[[Head, LogEntry], Head]] = {
    Kind.MESSAGE: _said,
    Kind.HANDED_OFF: _queued,
    Kind.RELEASED: _queued,
    Kind.TRANSFERRED: _queued,
    Kind.CLAIMED: _claimed,
    Kind.HANDED_BACK: _back_with_bot,
    Kind.WITHDRAWN: _back_with_bot,
    Kind.MOVED: _moved,
    Kind.CLOSED: _closed,
}
