"""What became of a delivery, written down once, with what follows for the agent who must know."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from warmline.application.change import House
from warmline.application.desk_rebuild import RestoreCard, moved_card
from warmline.application.note_card import keep_card
from warmline.application.opting import LearnOptOut
from warmline.application.ports import Clock, ConversationStore, Hints
from warmline.application.retrying import Patience
from warmline.application.telling import result_marks
from warmline.domain.conversation import Posted
from warmline.domain.errors import DeliveryError, RecipientOptedOut
from warmline.domain.outgoing import Outgoing, Status, Task, card_target, thread_target
from warmline.domain.states import State
from warmline.domain.writes import Put, Write

HOLDS_ITS_LINE_FOR = timedelta(minutes=3)
"""How long an unknown send to a customer keeps the rows behind it waiting."""

FIRST_PAUSE = timedelta(seconds=1)
LONGEST_PAUSE = timedelta(minutes=5)
DESK_ATTEMPTS_AFTER_CLOSE = 20


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
            return [Put(ended), *result_marks(self.store, ended, self.clock())]

        self._settle(row, settle)

    def fail(self, row: Outgoing, error: DeliveryError) -> None:
        """End the row as failed for good; an opt-out that the provider knows of becomes ours."""
        self.end(row, Status.FAILED, error=error.code)
        if isinstance(error, RecipientOptedOut):
            learn = LearnOptOut(self.store, self.house, self.clock, self.patience)
            for target in learn(row.target):
                self.hints.delivery(target)

    def give_up(self, row: Outgoing, code: str) -> None:
        """Leave the row as unknown, so that what is behind it can go on."""

        def settle(current: Outgoing) -> list[Write]:
            ended = replace(current.ended(Status.UNKNOWN, error=code), given_up=True)
            return [Put(ended), *result_marks(self.store, ended, self.clock())]

        self._settle(row, settle)

    def mark_unknown(self, row: Outgoing, code: str, until: datetime | None) -> Outgoing:
        """Write down that the row may have been sent; returns the row as stored."""
        unknown = replace(row.ended(Status.UNKNOWN, error=code), not_before=until)
        self.store.commit([Put(unknown)])
        return replace(unknown, version=unknown.version + 1)

    def keep_card(self, conversation: str, posted: Posted) -> None:
        """Remember where the card is, so that threads find their conversation.

        One that is not where it was has a new thread, which gets what was in the old one.
        """

        def decide() -> None:
            head = self.store.find_head(conversation)
            if head is None or head.marks.card == posted:
                return
            if head.marks.card is None:
                self.store.commit(keep_card(self.store, head, posted))
            else:
                now = self.clock()
                self.store.commit(moved_card(self.store, self.house, now, head, posted))

        self.patience.until_committed(decide)
        self.hint_thread(conversation)

    def restore_card(self, conversation: str, gone: Posted) -> None:
        """Have a card that is gone posted again."""
        restore = RestoreCard(self.store, self.house, self.clock, self.patience)
        if restore(gone.channel, gone.ts):
            self.hints.delivery(card_target(conversation))

    def hint_thread(self, conversation: str) -> None:
        """Have what waits for the card brought to its thread."""
        self.hints.delivery(thread_target(conversation))

    def spent(self, row: Outgoing) -> bool:
        """Whether the row has had all its attempts."""
        if self.never_gives_up(row):
            return False
        most = (
            self.house.policy.delivery_attempts
            if row.task in {Task.SAY, Task.REACT, Task.RUN}
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
        return self.spread(min(doubled, LONGEST_PAUSE))

    def spread(self, pause: timedelta) -> timedelta:
        """With a jitter of a half, so that not all come at once."""
        return pause * (0.5 + self.random() / 2)

    def unknown_for_too_long(self, row: Outgoing, now: datetime) -> bool:
        return now - row.created_at > HOLDS_ITS_LINE_FOR

    def _settle(self, row: Outgoing, settle: Callable[[Outgoing], list[Write]]) -> None:
        """Write what `settle` makes of the row, read again only if somebody else has been at it."""
        as_read: list[Outgoing] = [row]

        def decide() -> list[Write]:
            current = as_read.pop() if as_read else self._find(row)
            if current is None or current.finished or current.attempt != row.attempt:
                return []  # a later attempt, or a receipt, has settled it
            writes = settle(current)
            self.store.commit(writes)
            return writes

        for target in _mark_targets(self.patience.until_committed(decide)):
            self.hints.delivery(target)

    def _find(self, row: Outgoing) -> Outgoing | None:
        return self.store.find_outgoing(row.target, row.sequence)


def _mark_targets(writes: list[Write]) -> list[str]:
    rows = [write.row for write in writes if isinstance(write, Put)]
    targets = [
        row.target
        for row in rows
        if isinstance(row, Outgoing) and row.status is Status.PENDING and row.attempt == 0
    ]
    return list(dict.fromkeys(targets))
