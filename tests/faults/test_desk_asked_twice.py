"""Two workers meet at the row that asks whether Slack is back, or just as it is found back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import pytest

from tests.faults.test_desk_trouble import MINUTE, PATIENT, TroubledWorld, waiting
from tests.laws.checks import check_at_rest
from warmline.adapters.memory import MemoryStore
from warmline.application.desk_return import AWAY
from warmline.domain.errors import TemporaryDeliveryError
from warmline.domain.outgoing import Outgoing
from warmline.domain.records import Outage
from warmline.domain.writes import Write

A_WHILE = TemporaryDeliveryError("ratelimited", retry_after=timedelta(seconds=6))


@dataclass
class Crowd:
    """A table; something else happens once a row has begun to ask, or before one is set aside."""

    table: MemoryStore
    when_asking: Callable[[str], object] = lambda _: None
    before_set_aside: Callable[[], object] = lambda: None
    met: list[str] = field(default_factory=list)

    def __getattr__(self, name: str) -> object:
        return getattr(self.table, name)

    def commit(self, writes: Sequence[Write]) -> None:
        row = writes[0].row
        if isinstance(row, Outgoing) and row.error == AWAY and not self.met:
            self.met.append(row.target)
            self.before_set_aside()
        self.table.commit(writes)
        if isinstance(row, Outage) and row.asking and not self.met:
            self.met.append(row.asking)
            self.when_asking(row.asking)


def crowded() -> tuple[TroubledWorld, Crowd]:
    crowds: list[Crowd] = []

    def around(adapter: Any) -> Any:  # noqa: ANN401 - whatever the line is made of
        if not isinstance(adapter, MemoryStore):
            return adapter
        crowds.append(Crowd(adapter))
        return crowds[0]

    return TroubledWorld(around=around, **PATIENT), crowds[0]


@pytest.mark.fault(30)
def test_two_workers_at_the_row_that_asks_do_not_both_wait_for_it() -> None:
    world, crowd = crowded()
    crowd.when_asking = world.deliver
    world.slack.trouble = A_WHILE
    waiting(world, 1)
    world.slack.trouble = None
    world.settle(20)

    assert crowd.met
    assert len(world.desk.posted) == 1
    world.live(MINUTE)
    check_at_rest(world)


@pytest.mark.fault(30)
def test_a_row_whose_worker_could_not_begin_to_ask_asks_again() -> None:
    world, crowd = crowded()

    def touch(target: str) -> None:
        """Another worker writes the row in between: the one that asks must begin anew."""
        row = world.memory.next_outgoing(target)
        assert row is not None
        world.memory.rows["Outgoing", target, row.sequence] = replace(row, version=row.version + 1)

    crowd.when_asking = touch
    world.slack.trouble = A_WHILE
    waiting(world, 1)
    world.slack.trouble = None
    world.settle(50)

    assert len(world.desk.posted) == 1


@pytest.mark.fault(30)
def test_who_is_set_aside_just_as_the_desk_is_found_back_does_not_wait() -> None:
    world, crowd = crowded()

    def found_back() -> None:
        [outage] = [row for row in world.memory.rows.values() if isinstance(row, Outage)]
        well = replace(outage, failures=0, next_probe=None, version=outage.version + 1)
        world.memory.rows["Outage", outage.scope] = well
        world.slack.trouble = None

    crowd.before_set_aside = found_back
    world.slack.trouble = TemporaryDeliveryError("ratelimited", retry_after=timedelta(seconds=30))
    waiting(world, 2)
    world.settle(10)

    [late] = crowd.met
    assert world.memory.next_outgoing(late) is None
