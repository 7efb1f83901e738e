"""A breaker before something outside, shared by all workers: its row is in the table."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from warmline.application.ports import Clock, ConversationStore
from warmline.application.retrying import Patience
from warmline.domain.errors import (
    Conflict,
    ResponderError,
    ResponderUnavailable,
    StoreUnavailable,
)
from warmline.domain.records import Outage
from warmline.domain.writes import Put

FAILURES_TO_OPEN = 5
PROBE_EVERY = timedelta(seconds=30)
FORGOTTEN_AFTER = timedelta(minutes=10)
"""Failures that lie further apart than this are not one outage."""


@dataclass(frozen=True, slots=True)
class Breaker:
    """Opens after five failures in a row, lets one call through each 30 s, and closes by itself.

    While it is closed and all is well it costs one read and no write.
    """

    store: ConversationStore
    clock: Clock
    patience: Patience
    scope: str = "model"

    def call[R](self, act: Callable[[], R]) -> R:
        """Return what `act` returns.

        Raises ResponderUnavailable, at once while the breaker is open. Only that counts as a
        failure: whoever refuses is there.
        """
        outage = self._enter()
        try:
            result = act()
        except ResponderUnavailable:
            self._note(self._failed_once_more)
            raise
        except ResponderError:
            self._note_success(outage)
            raise
        self._note_success(outage)
        return result

    def _enter(self) -> Outage | None:
        outage, now = self.store.find_outage(self.scope), self.clock()
        if outage is None or outage.next_probe is None:
            return outage
        if now < outage.next_probe:
            raise ResponderUnavailable("breaker_open")
        try:
            self.store.commit([Put(replace(outage, next_probe=now + PROBE_EVERY))])
        except Conflict as conflict:
            raise ResponderUnavailable("breaker_open") from conflict  # another one is the probe
        return outage

    def _note_success(self, outage: Outage | None) -> None:
        if outage is not None and outage.failures:
            self._note(self._all_well)

    def _note(self, decide: Callable[[datetime], None]) -> None:
        """Write down what became of a call; that this fails must not cost the customer anything."""
        with suppress(StoreUnavailable):
            self.patience.until_committed(lambda: decide(self.clock()))

    def _failed_once_more(self, now: datetime) -> None:
        outage = self.store.find_outage(self.scope) or Outage(scope=self.scope)
        failures = (0 if _is_over(outage, now) else outage.failures) + 1
        probe = outage.next_probe
        if failures < FAILURES_TO_OPEN:
            probe = None
        elif probe is None or probe <= now:
            probe = now + PROBE_EVERY
        counted = replace(outage, failures=failures, failed_at=now, next_probe=probe)
        self.store.commit([Put(counted)])

    def _all_well(self, _now: datetime) -> None:
        outage = self.store.find_outage(self.scope)
        if outage is not None and outage.failures:
            self.store.commit([Put(replace(outage, failures=0, next_probe=None))])


def _is_over(outage: Outage, now: datetime) -> bool:
    """Whether so few failures lie so far back that the next one is the first of its own."""
    since = now - outage.failed_at if outage.failed_at else timedelta()
    return outage.next_probe is None and since > FORGOTTEN_AFTER
