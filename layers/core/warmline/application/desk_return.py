"""The desk is back: what waited for it gets its turns, cards in the order of the queue."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from warmline.application.ports import Clock, ConversationStore, Hints
from warmline.domain.conversation import Head
from warmline.domain.errors import Conflict, StoreUnavailable
from warmline.domain.outgoing import CATCH_UP, Outgoing, Status
from warmline.domain.states import State
from warmline.domain.writes import Put

AWAY = "desk_away"
"""Why a row waits for the desk to be back, as its `error` says."""

SET_ASIDE = timedelta(minutes=2)
"""How long at most: whatever becomes of the one that asks, nothing waits for ever."""

BACK_EVERY = timedelta(seconds=1.25)
"""A little slower than Slack's pace, so that what is new now needs not wait for all of it."""

MOST_DUE, MOST_AT_ONCE = 3_000, 600
"""What one worker reads, and wakes, in a few of the seconds that it has: ten minutes' worth."""

LONGEST = timedelta(seconds=4)

_AT_THE_DESK = ("card:", "thread:", "mark:", "double:", "scrub:", "shift:", "window:")


@dataclass(frozen=True, slots=True)
class BringBack:
    """Gives each row that waits its moment: first the cases that agents hold, then the queue.

    One that is not reached in time comes by itself within `SET_ASIDE`.
    """

    store: ConversationStore
    hints: Hints
    clock: Clock
    at_once: int = 1

    def __call__(self) -> int:
        """Return how many rows were woken."""
        started = self.clock()
        horizon = started + SET_ASIDE + CATCH_UP + LONGEST
        targets = [one.target for one in self.store.find_due(horizon, limit=MOST_DUE)]
        at_the_desk = [target for target in targets if target.startswith(_AT_THE_DESK)]
        rows = self._each(self._waiting, at_the_desk[:MOST_AT_ONCE])
        ordered = self._in_order([row for row in rows if row is not None])
        slots = [started + number * BACK_EVERY for number in range(len(ordered))]
        woken = self._each(
            lambda one: self._wake(*one, started), list(zip(ordered, slots, strict=True))
        )
        return sum(woken)

    def _waiting(self, target: str) -> Outgoing | None:
        row = self.store.next_outgoing(target)
        waits = row is not None and row.status is Status.PENDING and row.error
        return row if waits else None

    def _in_order(self, rows: list[Outgoing]) -> list[Outgoing]:
        """A case's card before its thread, whatever else it has after both."""
        cases = list(dict.fromkeys(row.conversation for row in rows))
        heads = dict(zip(cases, self._each(self.store.find_head, cases), strict=True))
        return sorted(rows, key=lambda row: (*_rank(heads[row.conversation]), row.target))

    def _wake(self, row: Outgoing, slot: datetime, started: datetime) -> bool:
        now = self.clock()
        if now - started > LONGEST:
            return False
        try:
            self.store.commit([Put(replace(row, not_before=slot, error="", paced=False))])
        except (Conflict, StoreUnavailable):
            return False  # somebody is at it, or it waits for its own time
        self.hints.delivery(row.target, delay=max(0.0, (slot - now).total_seconds()))
        return True

    def _each[A, B](self, act: Callable[[A], B], ones: Iterable[A]) -> list[B]:
        if self.at_once == 1:
            return [act(one) for one in ones]
        with ThreadPoolExecutor(self.at_once) as pool:
            return list(pool.map(act, ones))


def _rank(head: Head | None) -> tuple[int, datetime | None, str]:
    if head is None:
        return 3, None, ""
    if head.state is State.WITH_AGENT:
        return 0, head.claimed_at or head.last_activity, head.id
    if head.state is State.WAITING:
        return 1, head.effective_since or head.last_activity, head.id
    return 2, head.last_activity, head.id
