"""A model that is away: everybody gets a human at once, few calls are wasted, and it ends."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from threading import Barrier, Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.adapters.store.rows import StillClock
from tests.faults.scenes import bot_messages
from tests.journeys.world import World, impatient
from tests.laws.checks import check_safety
from warmline.adapters.memory import MemoryStore
from warmline.application.breaker import Breaker
from warmline.application.budget import Budget
from warmline.application.ports import Answer, TurnRequest
from warmline.application.watched_responder import WatchedResponder
from warmline.domain.address import Address
from warmline.domain.errors import (
    ResponderError,
    ResponderRefused,
    ResponderUnavailable,
    StoreUnavailable,
    ToolsFailed,
)
from warmline.domain.handoff import Reason
from warmline.domain.records import Outage
from warmline.domain.states import State
from warmline.domain.writes import Write

PROBE = 30
TO_OPEN = 5


@dataclass
class Weather:
    """A model that is there or not, and counts when it was asked."""

    clock: Callable[[], datetime]
    failure: Callable[[], ResponderError] | None = None
    asked: list[datetime] = field(default_factory=list)

    def respond(self, request: TurnRequest) -> Answer:
        self.asked.append(self.clock())
        if self.failure is not None:
            raise self.failure()
        return Answer(f"Re: {request.questions[-1]}", tokens=100)


def line_behind_a_breaker() -> tuple[World, Weather]:
    """A line whose model is watched, as `take_turn` has it."""
    world = World()
    weather = Weather(world.clock)
    watched = WatchedResponder(
        weather,
        Breaker(world.memory, world.clock, impatient()),
        Budget(world.memory, world.clock, impatient(), 0, 0),
    )
    world.responder.respond = watched.respond  # type: ignore[method-assign]  # this world's own
    return world, weather


def somebody(number: int) -> Address:
    return Address.sms(f"+1555200{number:04}", "+15550006789")


@pytest.mark.fault(16)
def test_two_hours_of_failures_cost_a_call_each_half_minute_and_nobody_an_answer() -> None:
    world, weather = line_behind_a_breaker()
    weather.failure = lambda: ResponderUnavailable("http_500")
    began = world.clock()
    number = 0

    while world.clock() - began < timedelta(hours=2):
        conversation = world.customer("Where is my parcel?", somebody(number)).conversation
        world.settle(20)
        head = world.head(conversation)
        assert (head.state, head.reason) == (State.WAITING, Reason.MODEL_UNAVAILABLE)
        number += 1

    assert len(weather.asked) <= TO_OPEN + 2 * 3600 / PROBE
    later = weather.asked[TO_OPEN:]
    assert all((b - a).total_seconds() >= PROBE for a, b in pairwise(later))

    weather.failure = None
    world.settle(PROBE)
    conversation = world.customer("Where is my parcel?", somebody(number)).conversation
    world.settle(5)
    assert [one.text for one in bot_messages(world, conversation)]
    assert world.head(conversation).state is State.BOT
    check_safety(world)


@pytest.mark.fault(16)
def test_while_it_is_open_a_human_comes_at_once() -> None:
    world, weather = line_behind_a_breaker()

    def hang() -> ResponderError:
        world.clock.forward(12)
        return ResponderUnavailable("timeout")

    weather.failure = hang
    for number in range(TO_OPEN):
        world.customer("Where is my parcel?", somebody(number))
        world.settle(14)
    asked = len(weather.asked)

    conversation = world.customer("Where is my parcel?", somebody(99)).conversation
    world.settle(1.5)

    assert world.head(conversation).reason is Reason.MODEL_UNAVAILABLE
    assert len(weather.asked) == asked


def make(clock: StillClock, store: MemoryStore | None = None) -> Breaker:
    return Breaker(store or MemoryStore(), clock, impatient())


class NoNotes(MemoryStore):
    """A table that can be read, and takes nothing."""

    def commit(self, writes: Sequence[Write]) -> None:
        raise StoreUnavailable(f"throttled: {len(writes)}")


def fail(breaker: Breaker, times: int = 1) -> None:
    def away() -> None:
        raise ResponderUnavailable("http_500")

    for _ in range(times):
        with pytest.raises(ResponderUnavailable):
            breaker.call(away)


def is_open(breaker: Breaker) -> bool:
    called: list[bool] = []
    try:
        breaker.call(lambda: called.append(True))
    except ResponderUnavailable:
        return not called
    return False


def test_failures_of_all_workers_count_together() -> None:
    clock, store = StillClock(), MemoryStore()
    workers = [make(clock, store) for _ in range(TO_OPEN)]

    for worker in workers:
        assert not (store.find_outage("model") or Outage(scope="")).next_probe
        fail(worker)

    assert all(is_open(worker) for worker in workers)


def test_a_success_between_begins_the_count_anew() -> None:
    breaker = make(StillClock())

    for _ in range(4):
        fail(breaker, TO_OPEN - 1)
        assert breaker.call(lambda: "fine") == "fine"

    assert not is_open(breaker)


def test_failures_far_apart_are_not_one_outage() -> None:
    clock = StillClock()
    breaker = make(clock)

    for _ in range(3 * TO_OPEN):
        fail(breaker)
        clock.forward(601)

    assert not is_open(breaker)


@pytest.mark.parametrize("error", [ResponderRefused("no"), ToolsFailed("tool_loop")])
def test_a_model_that_refuses_or_loops_is_there(error: ResponderError) -> None:
    breaker = make(StillClock())

    def act() -> None:
        raise error

    for _ in range(2 * TO_OPEN):
        with pytest.raises(type(error)):
            breaker.call(act)

    assert not is_open(breaker)


@given(waits=st.lists(st.floats(0, 100), max_size=40))
@settings(deadline=None)
def test_however_it_is_tried_there_is_one_probe_each_half_minute(waits: list[float]) -> None:
    clock = StillClock()
    breaker = make(clock)
    fail(breaker, TO_OPEN)
    probes = [clock()]

    def probe() -> None:
        probes.append(clock())
        raise ResponderUnavailable("http_500")

    for seconds in waits:
        clock.forward(seconds)
        with pytest.raises(ResponderUnavailable):
            breaker.call(probe)

    for earlier, later in pairwise(probes):
        assert (later - earlier).total_seconds() >= PROBE
    clock.forward(PROBE)
    assert breaker.call(lambda: "back") == "back"
    assert not is_open(breaker)


def test_of_many_workers_at_the_same_moment_one_is_the_probe() -> None:
    clock, store = StillClock(), MemoryStore()
    fail(make(clock, store), TO_OPEN)
    clock.forward(PROBE)
    together, through = Barrier(16), list[int]()

    def call() -> None:
        through.append(1)
        together.wait(5)

    def work() -> None:
        breaker = make(clock, store)
        together.wait()
        try:
            breaker.call(call)
        except ResponderUnavailable:
            together.wait(5)

    threads = [Thread(target=work) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert through == [1]


def test_a_table_that_takes_no_notes_costs_nobody_an_answer() -> None:
    breaker = make(StillClock(), NoNotes())

    fail(breaker, 2 * TO_OPEN)
    assert breaker.call(lambda: "fine") == "fine"
