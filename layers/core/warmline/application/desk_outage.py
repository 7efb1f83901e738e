"""Slack in trouble: one row asks whether the desk is back, and all the others wait for it.

A row of the table says so, one for each channel, so that every worker knows. Nothing is lost and
nothing storms: while the desk is away it is asked at most once a minute, whoever waits.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from warmline.application.ports import Clock, ConversationStore
from warmline.application.retrying import Patience
from warmline.domain.errors import (
    Conflict,
    DeliveryError,
    DeskUnreachable,
    PermanentDeliveryError,
    StoreUnavailable,
)
from warmline.domain.outgoing import Outgoing, Task
from warmline.domain.records import Outage
from warmline.domain.writes import Put

AWAY_AFTER = 3
"""Failures in a row that may each be a passing one; what Slack says plainly counts at once."""

TOLD_AFTER = 6
"""A stumble of some seconds is nobody's business: this many in a row take about a minute."""

A_SHORT_WAIT = timedelta(seconds=5)
"""A `Retry-After` of so much tells one that it came too soon, and nothing of the desk."""

FIRST_PROBE, LONGEST_PROBE = timedelta(seconds=8), timedelta(seconds=60)
PROBE_TAKES = timedelta(seconds=30)
A_MOMENT = timedelta(seconds=1)
RETURN_TAKES = timedelta(seconds=20)
"""Longer than a worker may run: whoever was bringing the desk back has died then."""

_NOT_IN_THE_CHANNEL = {Task.SAY, Task.RUN, Task.DRAFT, Task.WINDOW, Task.BLANK}
"""A person's window is filled and blanked whatever is wrong with the channel, and tells nothing
of it."""

IN_THE_CHANNEL = frozenset(Task) - _NOT_IN_THE_CHANNEL


class Away(Exception):  # noqa: N818 - it says how things are, and nobody failed
    """The desk is away, and another row is asking: wait to be woken.

    With `until` it is this target's own row that asks, by another worker or in a try that was lost:
    it must not wait for itself, and looks again then.
    """

    def __init__(self, until: datetime | None = None) -> None:
        super().__init__("the desk is away")
        self.until = until


@dataclass(frozen=True, slots=True)
class DeskOutage:
    """Knows whether the desk can be reached, and has the waiting rows come back when it can.

    `bring_back` gives them their turns; `note` is told, in words that may be logged, of each time
    that the desk could not be reached, once that is no passing trouble.
    """

    store: ConversationStore
    clock: Clock
    patience: Patience
    bring_back: Callable[[], object]
    note: Callable[[str], object]

    def knock(self, row: Outgoing, channel: str) -> Outage | None:
        """Return what is known of the desk, to be given back with what became of the row.

        Raises Away while it cannot be reached and another row is about to ask.
        """
        if row.task not in IN_THE_CHANNEL:
            return None
        outage, now = self.store.find_outage(_scope(channel)), self.clock()
        if outage is None or outage.next_probe is None:
            return outage or Outage(scope=_scope(channel))
        if now < outage.next_probe:
            raise Away(outage.next_probe if outage.asking == row.target else None)
        asking = replace(outage, next_probe=now + PROBE_TAKES, asking=row.target)
        try:
            self.store.commit([Put(asking)])
        except Conflict as conflict:
            raise Away(now + A_MOMENT) from conflict  # another one asks, perhaps for this row
        return replace(asking, version=asking.version + 1)

    def is_back(self, channel: str) -> bool:
        """Whether somebody has found the desk back: who set itself aside just now was not seen."""
        outage = self.store.find_outage(_scope(channel))
        return outage is None or outage.next_probe is None

    def failed(self, known: Outage | None, error: DeliveryError) -> datetime | None:
        """Write down a failure; returns when the desk may be asked again, if it is away now."""
        if known is None:
            return None
        if isinstance(error, PermanentDeliveryError):
            self.answered(known)  # Slack is there, and does not want this one
            return None
        if known.next_probe is None and _is_short(error.retry_after):
            return None
        with suppress(StoreUnavailable):
            return self.patience.until_committed(lambda: self._failed_once_more(known.scope, error))
        return None

    def answered(self, known: Outage | None) -> None:
        """Write down that Slack is there; what was waiting for that comes back, in order."""
        if known is None or not known.failures:
            return
        with suppress(StoreUnavailable):
            if known.failures < AWAY_AFTER or self._begins(known.scope):
                self._all_well(known)

    def _failed_once_more(self, scope: str, error: DeliveryError) -> datetime | None:
        now, outage = self.clock(), self.store.find_outage(scope) or Outage(scope=scope)
        plainly = isinstance(error, DeskUnreachable) or error.retry_after is not None
        failures = max(outage.failures + 1, AWAY_AFTER if plainly else 0)
        probe = None
        if failures >= AWAY_AFTER:
            probe = now + (error.retry_after or _pause(failures))
        counted = replace(outage, failures=failures, failed_at=now, next_probe=probe, asking="")
        self.store.commit([Put(counted)])
        said_twice = isinstance(error, DeskUnreachable) and outage.failures  # a token was renewed
        if said_twice or failures >= TOLD_AFTER:
            self.note(error.code)
        return probe

    def _begins(self, scope: str) -> bool:
        """Whether it is this worker who brings the rows back, and not one who is at it."""

        def decide() -> bool:
            now, outage = self.clock(), self.store.find_outage(scope)
            if outage is None or outage.failures < AWAY_AFTER:
                return False
            busy = outage.next_probe is None and outage.failed_at is not None
            if busy and now - outage.failed_at < RETURN_TAKES:  # type: ignore[operator]  # seen above
                return False
            self.store.commit([Put(replace(outage, failed_at=now, next_probe=None))])
            return True

        return self.patience.until_committed(decide)

    def _all_well(self, known: Outage) -> None:
        if known.failures >= AWAY_AFTER:
            self.bring_back()

        def decide() -> None:
            outage = self.store.find_outage(known.scope)
            if outage is not None and outage.failures and outage.next_probe is None:
                self.store.commit([Put(replace(outage, failures=0))])

        self.patience.until_committed(decide)


def _is_short(wait: timedelta | None) -> bool:
    return wait is not None and wait <= A_SHORT_WAIT


def _pause(failures: int) -> timedelta:
    doubled: timedelta = FIRST_PROBE * (1 << min(failures - AWAY_AFTER, 8))
    return min(doubled, LONGEST_PROBE)


def _scope(channel: str) -> str:
    return f"desk#{channel}"
