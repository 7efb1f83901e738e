"""Many workers meet Slack's trouble at the same moment: one asks, one brings the others back."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest

from tests.journeys.world import FakeClock, impatient
from warmline.adapters.memory import MemoryStore
from warmline.application.desk_outage import AWAY_AFTER, Away, DeskOutage
from warmline.domain.errors import (
    DeliveryError,
    DeskUnreachable,
    PermanentDeliveryError,
    TemporaryDeliveryError,
)
from warmline.domain.outgoing import Outgoing, Task
from warmline.domain.records import Outage

WORKERS = 16
ARCHIVED = DeskUnreachable("is_archived")


class Line:
    """What is known of one desk, and how often it was brought back or complained of."""

    def __init__(self) -> None:
        self.clock, self.store = FakeClock(), MemoryStore()
        self.brought_back: list[int] = []
        self.told: list[str] = []
        self.outage = DeskOutage(
            self.store,
            self.clock,
            impatient(),
            lambda: self.brought_back.append(1),
            self.told.append,
        )

    def knock(self, task: Task = Task.POST) -> Outage | None:
        row = Outgoing(target="t", sequence=1, task=task, conversation="c", created_at=self.clock())
        return self.outage.knock(row, "C0DESK")

    def fail(self, error: DeliveryError, times: int = 1) -> None:
        for _ in range(times):
            self.outage.failed(self.knock(), error)

    def together[R](self, act: Callable[[], R]) -> list[R]:
        """So many workers do it at the same moment."""
        barrier = Barrier(WORKERS)

        def one(_: int) -> R:
            barrier.wait()
            return act()

        with ThreadPoolExecutor(WORKERS) as pool:
            return list(pool.map(one, range(WORKERS)))


@pytest.fixture
def line() -> Line:
    return Line()


@pytest.mark.fault(32)
def test_of_many_who_come_when_it_is_time_one_asks(line: Line) -> None:
    line.fail(ARCHIVED)
    line.clock.forward(61)

    def asks() -> bool:
        try:
            return line.knock() is not None
        except Away:
            return False

    assert sum(line.together(asks)) == 1


@pytest.mark.fault(32)
def test_of_many_who_find_it_back_one_brings_the_others(line: Line) -> None:
    line.fail(ARCHIVED)
    line.clock.forward(61)
    known = line.knock()

    line.together(lambda: line.outage.answered(known))

    assert line.brought_back == [1]
    assert line.knock() is not None, "and all is well again"


@pytest.mark.fault(32)
def test_who_died_while_bringing_them_back_is_followed_by_another(line: Line) -> None:
    line.fail(ARCHIVED)
    line.clock.forward(61)
    known = line.knock()

    def dies() -> object:
        raise RuntimeError("a worker's end")

    dying = DeskOutage(line.store, line.clock, impatient(), dies, line.told.append)
    with pytest.raises(RuntimeError):
        dying.answered(known)

    line.outage.answered(line.knock())
    assert line.brought_back == [], "another is at it, as far as anybody knows"
    line.clock.forward(30)
    line.outage.answered(line.knock())
    assert line.brought_back == [1]


def test_a_few_passing_failures_keep_nobody_away(line: Line) -> None:
    line.fail(TemporaryDeliveryError("503"), AWAY_AFTER - 1)
    assert line.knock() is not None
    line.fail(TemporaryDeliveryError("503"))
    with pytest.raises(Away):
        line.knock()


def test_what_slack_answers_of_one_message_says_that_it_is_there(line: Line) -> None:
    line.fail(TemporaryDeliveryError("503"), AWAY_AFTER - 1)
    line.fail(PermanentDeliveryError("invalid_blocks"))
    line.fail(TemporaryDeliveryError("503"))
    assert line.knock() is not None


def test_customers_and_actions_wait_for_no_desk(line: Line) -> None:
    line.fail(ARCHIVED)
    assert line.knock(Task.SAY) is None
    assert line.knock(Task.RUN) is None


def test_a_renewed_token_is_no_alarm_and_one_that_is_gone_is(line: Line) -> None:
    line.fail(DeskUnreachable("token_revoked"))
    assert line.told == []
    line.clock.forward(10)
    line.fail(DeskUnreachable("token_revoked"))
    assert line.told == ["token_revoked"]


def test_slacks_own_time_is_kept_to_the_second(line: Line) -> None:
    line.fail(TemporaryDeliveryError("ratelimited", retry_after=timedelta(seconds=30)))
    line.clock.forward(29)
    with pytest.raises(Away):
        line.knock()
    line.clock.forward(1.1)
    assert line.knock() is not None


def test_who_came_a_moment_too_soon_waits_alone(line: Line) -> None:
    for _ in range(10):
        line.fail(TemporaryDeliveryError("ratelimited", retry_after=timedelta(seconds=1)))
        assert line.knock() is not None
    assert line.told == []
