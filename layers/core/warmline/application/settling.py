"""What became of a delivery, written down once, with what follows for the agent who must know."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from warmline.application.change import Change, House
from warmline.application.opting import opt_out
from warmline.application.ports import Clock, ConversationStore, Hints
from warmline.application.retrying import Patience
from warmline.domain.conversation import Head, Posted
from warmline.domain.errors import PermanentDeliveryError, RecipientOptedOut
from warmline.domain.outgoing import (
    Outgoing,
    Status,
    Task,
    mark_target,
    thread_target,
)
from warmline.domain.records import AddressRecord, Thread
from warmline.domain.states import State
from warmline.domain.writes import Put, Write

HOLDS_ITS_LINE_FOR = timedelta(minutes=3)
"""How long an unknown send to a customer keeps the rows behind it waiting."""

FIRST_PAUSE = timedelta(seconds=1)
LONGEST_PAUSE = timedelta(minutes=5)
DESK_ATTEMPTS_AFTER_CLOSE = 20

CHECK_MARK = "white_check_mark"
WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Settling:
    """Writes the results of deliveries, conditionally on the attempt that they belong to."""

    store: ConversationStore
    hints: Hints
    house: House
    clock: Clock
    patience: Patience
    random: Callable[[], float]

    def end(self, row: Outgoing, status: Status, *, error: str = "", provider_id: str = "") -> None:
        """End the row, and tell the agent whose words they were."""

        def settle(current: Outgoing) -> list[Write]:
            ended = current.ended(status, error=error, provider_id=provider_id)
            return [Put(ended), *self.marks(ended)]

        self._settle(row, settle)

    def fail(self, row: Outgoing, error: PermanentDeliveryError) -> None:
        """End the row as failed for good; an opt-out that the provider knows of becomes ours."""
        self.end(row, Status.FAILED, error=error.code)
        if isinstance(error, RecipientOptedOut):
            self.learn_opt_out(row.target)

    def learn_opt_out(self, address: str) -> None:
        """Record what the provider knows: nothing may go to this address."""

        def decide() -> None:
            record = self.store.find_address(address) or AddressRecord(address=address)
            head = self.store.find_head(record.open_conversation)
            change = Change(self.house, self.clock(), record, head)
            opt_out(change, self.store)
            self.store.commit(change.writes())
            for target in dict.fromkeys(row.target for row in change.outgoing):
                self.hints.delivery(target)

        self.patience.until_committed(decide)

    def give_up(self, row: Outgoing, code: str) -> None:
        """Leave the row as unknown, so that what is behind it can go on."""

        def settle(current: Outgoing) -> list[Write]:
            ended = replace(current.ended(Status.UNKNOWN, error=code), given_up=True)
            return [Put(ended), *self.marks(ended)]

        self._settle(row, settle)

    def mark_unknown(self, row: Outgoing, code: str, until: datetime | None) -> Outgoing:
        """Write down that the row may have been sent; returns the row as stored."""
        unknown = replace(row.ended(Status.UNKNOWN, error=code), not_before=until)
        self.store.commit([Put(unknown)])
        return replace(unknown, version=unknown.version + 1)

    def keep_card(self, conversation: str, posted: Posted) -> None:
        """Remember where the card is, so that threads find their conversation."""

        def decide() -> None:
            head = self.store.find_head(conversation)
            if head is None:
                return
            writes: list[Write] = [Put(replace(head, marks=replace(head.marks, card=posted)))]
            if self.store.find_thread(posted.channel, posted.ts) is None:
                row = Thread(channel=posted.channel, ts=posted.ts, conversation=conversation)
                writes.append(Put(row))
            self.store.commit(writes)

        self.patience.until_committed(decide)
        self.hints.delivery(thread_target(conversation))

    def spent(self, row: Outgoing) -> bool:
        """Whether the row has had all its attempts."""
        if self.never_gives_up(row):
            return False
        most = (
            self.house.policy.delivery_attempts
            if row.task in {Task.SAY, Task.REACT}
            else DESK_ATTEMPTS_AFTER_CLOSE
        )
        return row.attempt >= most

    def never_gives_up(self, row: Outgoing) -> bool:
        """Card and thread rows do not end while the case is open: Slack's trouble loses nothing."""
        if row.task not in {Task.CARD, Task.POST}:
            return False
        head = self.store.find_head(row.conversation)
        return head is not None and head.state is not State.CLOSED

    def pause(self, row: Outgoing) -> timedelta:
        """Exponential, with jitter of a half."""
        doubled: timedelta = FIRST_PAUSE * (1 << min(row.attempt, 16))
        return min(doubled, LONGEST_PAUSE) * (0.5 + self.random() / 2)

    def unknown_for_too_long(self, row: Outgoing, now: datetime) -> bool:
        return now - row.created_at > HOLDS_ITS_LINE_FOR

    def _settle(self, row: Outgoing, settle: Callable[[Outgoing], list[Write]]) -> None:
        def decide() -> list[Write]:
            current = self.store.find_outgoing(row.target, row.sequence)
            if current is None or current.finished or current.attempt != row.attempt:
                return []  # a later attempt, or a receipt, has settled it
            writes = settle(current)
            self.store.commit(writes)
            return writes

        for target in _mark_targets(self.patience.until_committed(decide)):
            self.hints.delivery(target)

    def marks(self, row: Outgoing) -> list[Write]:
        """Return what tells the desk how the delivery of this row ended."""
        if row.task is not Task.SAY or row.entry is None:
            return []
        if row.status is Status.SENT:
            return [Put(mark) for mark in _check_mark(row, self.clock())]
        head = self.store.find_head(row.conversation)
        return [Put(mark) for mark in warnings(row, head, self.clock())]


def _check_mark(row: Outgoing, now: datetime) -> list[Outgoing]:
    origin = row.entry.origin if row.entry else None
    return [_reaction(row, CHECK_MARK, 1, now)] if origin else []


def warnings(row: Outgoing, head: Head | None, now: datetime) -> list[Outgoing]:
    """Rows that tell the desk of a delivery that failed: a reaction, and a line with the reason."""
    if row.entry is None or head is None:
        return []
    marks = [_reaction(row, WARNING, 2, now)] if row.entry.origin else []
    at_the_desk = row.entry.origin is not None or head.state in {State.WAITING, State.WITH_AGENT}
    if not at_the_desk:
        return marks
    line = Outgoing(
        target=mark_target(row.conversation, row.sequence),
        sequence=3,
        task=Task.POST,
        conversation=row.conversation,
        created_at=now,
        text=_failure_line(row),
    )
    return [*marks, line]


def _failure_line(row: Outgoing) -> str:
    words = (row.text[:60] + "…") if len(row.text) > 60 else row.text  # noqa: PLR2004
    if row.error == "opted_out":
        return f"Not sent, the customer has opted out: “{words}”"
    if row.status is Status.UNKNOWN:
        return f"Perhaps not sent, the provider could not tell ({row.error}): “{words}”"
    return f"Not delivered ({row.error}): “{words}”"


def _reaction(row: Outgoing, name: str, sequence: int, now: datetime) -> Outgoing:
    origin = row.entry.origin if row.entry else None
    return Outgoing(
        target=mark_target(row.conversation, row.sequence),
        sequence=sequence,
        task=Task.REACT,
        conversation=row.conversation,
        created_at=now,
        text=name,
        channel=origin.channel if origin else "",
        ts=origin.ts if origin else "",
    )


def _mark_targets(writes: list[Write]) -> list[str]:
    rows = [write.row for write in writes if isinstance(write, Put)]
    targets = [
        row.target
        for row in rows
        if isinstance(row, Outgoing) and row.status is Status.PENDING and row.attempt == 0
    ]
    return list(dict.fromkeys(targets))
