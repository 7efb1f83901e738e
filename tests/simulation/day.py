"""A day at the line: the real use cases between many customers and many agents."""

from datetime import datetime, timedelta
from random import Random
from typing import Any

from tests.journeys.world import World, impatient
from tests.simulation.quick import Agenda, QuickStore
from tests.simulation.slack import RecordedDesk
from warmline.application.shifts import Shifts
from warmline.domain.conversation import Head
from warmline.domain.states import State

SWEEP_EVERY = 60.0


class Day(World):
    """The line in memory, on an agenda of its own, with a desk whose payloads are kept."""

    def __init__(self, seed: int, **policy: Any) -> None:  # noqa: ANN401 - any rule
        self.random = Random(seed)
        super().__init__(**policy)

    def _wire(self) -> None:
        self.quick = QuickStore()
        self.memory = self.quick
        self.agenda = Agenda(self)
        self.listed = self.agenda  # type: ignore[assignment]  # takes the same hints
        self.recorded = RecordedDesk()
        self.desk = self.recorded  # type: ignore[assignment]  # the same desk, and more
        super()._wire()
        self.shifts = Shifts(self.store, self.clock, impatient(), self.store.find_agent)

    def run(self, until: datetime) -> None:
        """Let everything happen that is planned up to this moment, the sweeper's minutes too."""
        while self.clock() < until:
            self._run(min(until, self.clock() + timedelta(seconds=SWEEP_EVERY)))
            self.sweep()
            self.stream()

    def _run(self, until: datetime) -> None:
        self.stream()
        planned = self.agenda.planned
        while planned and planned[0].at <= until:
            one = self.agenda.take()
            self.clock.now = max(self.clock.now, one.at)
            one.act()
            self.stream()
        self.clock.now = max(self.clock.now, until)

    def open_heads(self) -> list[Head]:
        heads = self.quick.heads()
        return [head for head in heads if head.state is not State.CLOSED]
