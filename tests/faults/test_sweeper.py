"""Faults 39 and 41 to 43: the sweeper alone, twice at once, late, and with far too much to do."""

from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.faults.due import customer, everything_due, recorded, waiting
from tests.faults.scenes import Meanwhile
from tests.journeys.world import SMS, START, ListedHints, World
from tests.laws.checks import check_at_rest, check_safety
from tests.laws.faults import Killable
from warmline.application.circumstances import BESIDE
from warmline.application.ports import ConversationStore
from warmline.domain.address import Address
from warmline.domain.entries import Kind, Outcome
from warmline.domain.errors import HintNotSent
from warmline.domain.handoff import Reason


def after_one_sweep() -> tuple[World, dict[str, str]]:
    world = World()
    due = everything_due(world)
    world.sweep()
    return world, due


def test_one_sweep_does_everything_that_is_due() -> None:
    world, due = after_one_sweep()
    done = recorded(world)
    assert done[due["lease"], Kind.RELEASED, "lease_ended"] == 1
    assert world.head(due["idle"]).outcome is Outcome.ASSUMED
    assert done[due["reserved"], Kind.MOVED, "reservation_ended"] == 1
    assert done[due["forgotten"], Kind.REMINDED, "still_waiting"] == 1
    assert done[due["reminder"], Kind.REMINDED, "lease_ending"] == 1
    assert world.head(due["leased turn"]).reason is Reason.TURN_OVERDUE
    assert world.head(due["turn"]).marks.turn_restarted
    assert world.sockets.closed == ["silent"]
    check_safety(world)


@pytest.mark.fault(41)
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_two_sweeps_at_once_do_everything_once(*, after: bool) -> None:
    """The second runs wholly within the first, at each of its calls in turn."""
    alone, _ = after_one_sweep()
    at = 0
    while (found := swept_within(at, after=after)) is not None:
        assert recorded(found) == recorded(alone)
        assert set(found.sockets.closed) == {"silent"}
        check_safety(found)
        at += 1
    assert at > 30


def swept_within(at: int, *, after: bool) -> World | None:
    meanwhile = Meanwhile(at, after=after)
    world = World(around=lambda adapter: Killable(adapter, meanwhile))
    everything_due(world)
    meanwhile.calls, meanwhile.killed_in = 0, ""
    meanwhile.act = world.sweep
    world.sweep()
    return world if meanwhile.killed_in else None


@pytest.mark.parametrize("failing", ["turn", "delivery", "look_at"])
def test_one_thing_that_fails_keeps_no_other_waiting(failing: str) -> None:
    alone, _ = after_one_sweep()
    world = World(around=lambda adapter: Refusing(adapter, failing))
    everything_due(world)
    with pytest.raises(ExceptionGroup):
        world.sweep()
    assert recorded(world) == recorded(alone)


@dataclass
class Refusing:
    """Stands before an adapter; a queue that does not take one kind of hint."""

    inner: object
    failing: str

    def __getattr__(self, name: str) -> object:
        if name == self.failing and isinstance(self.inner, ListedHints):
            raise HintNotSent(name)
        return getattr(self.inner, name)


@dataclass
class SlowTable:
    """A table each of whose calls takes a tenth of a second."""

    world: World

    def __getattr__(self, name: str) -> object:
        self.world.clock.forward(0.1)
        return getattr(self.world.memory, name)


def test_a_run_ends_before_it_would_be_ended_and_leaves_the_rest_to_the_next() -> None:
    world = World()
    waiting(world, 100)
    slow = cast("ConversationStore", SlowTable(world))
    sweep = replace(world.sweep, look_at=replace(world.look_at, store=slow))
    assert 10 < sweep() < 100
    assert 24 <= (world.clock() - START).total_seconds() < 25
    for _ in range(4):
        sweep()
    reminded = [kind for _, kind, _ in recorded(world).elements() if kind is Kind.REMINDED]
    assert len(reminded) == 100


def without_places(counted: Counter[tuple[str, Kind, str]]) -> Counter[tuple[str, Kind, str]]:
    """What was done, but for who heard that others came before them: that is as it was seen."""
    return Counter({name: n for name, n in counted.items() if name[2] != BESIDE})


def test_looks_at_the_same_time_do_what_looks_one_after_the_other_do() -> None:
    alone, _ = after_one_sweep()
    world = World()
    everything_due(world)
    replace(world.sweep, at_once=8)()
    assert without_places(recorded(world)) == without_places(recorded(alone))
    check_safety(world)


@pytest.mark.fault(42)
def test_after_missed_sweeps_everything_is_done_once_the_oldest_first() -> None:
    world = World()
    world.stream_on = False
    cases = []
    for number in range(5):
        cases.append(world.customer("human please", customer(number)).conversation)
        world.clock.forward(20)
    world.clock.forward(300 + 3 * 60)
    world.sweep()
    reminders = [row for row in world.memory.inserted if getattr(row, "why", "") == "still_waiting"]
    assert [getattr(row, "conversation", "") for row in reminders] == cases
    world.sweep()
    world.clock.forward(299)
    world.sweep()
    assert sum(recorded(world)[one, Kind.REMINDED, "still_waiting"] for one in cases) == 5
    world.clock.forward(300)
    world.sweep()
    assert sum(recorded(world)[one, Kind.REMINDED, "still_waiting"] for one in cases) == 10


@given(pauses=st.lists(st.floats(10, 400), min_size=1, max_size=12))
@settings(max_examples=40, deadline=None)
def test_a_waiting_case_is_mentioned_ever_more_seldom(pauses: list[float]) -> None:
    world = World()
    conversation = world.customer("human please").conversation
    for pause in pauses:
        world.live(pause, sweep_every=pause)
        world.sweep()
    log = world.log(conversation)
    reminders = [one.at for one in log if one.why == "still_waiting"]
    waits = [(at - log[0].at).total_seconds() for at in reminders]
    assert all(300 <= first < 700.1 for first in waits[:1])
    assert all(2 * earlier <= later + 0.1 for earlier, later in pairwise(waits))
    waited = (world.clock() - log[0].at).total_seconds()
    assert waits or waited < 700
    assert all(waited < 2 * last + 400.1 for last in waits[-1:])


@pytest.mark.fault(43)
def test_ten_thousand_things_are_done_in_five_runs_the_oldest_first() -> None:
    world = World()
    waiting(world, 10_000)
    done = [world.sweep() for _ in range(5)]
    assert done == [2_000] * 5
    assert world.sweep() == 0
    reminders = [row for row in world.memory.inserted if getattr(row, "why", "") == "still_waiting"]
    assert len(reminders) == 10_000
    assert getattr(reminders[0], "conversation", "") == "waiting-09999"
    assert world.clock() - START < world.house.policy.lease


@pytest.mark.fault(39)
@pytest.mark.parametrize("address", [SMS, Address.web("session-0001")])
def test_with_the_stream_late_by_ten_minutes_nobody_waits_for_it(address: Address) -> None:
    world = World()
    world.hire()
    world.stream_on = False
    conversation = world.customer("Where is my parcel?", address).conversation
    world.live(120)
    channel = world.channels[address.channel]
    assert channel.texts[-1].endswith("Re: Where is my parcel?")
    world.customer("human please", address)
    world.live(120)
    assert len(world.desk.posted) == 1
    world.actions.claim("U0ANA", conversation)
    world.words("Hello from Ana")
    world.live(120)
    assert channel.texts[-1] == "Hello from Ana"
    told = channel.texts
    world.stream_on, world.streamed = True, 0  # and now all of it comes
    world.live(120)
    assert channel.texts == told
    assert len(world.desk.posted) == 1
    check_safety(world)
    check_at_rest(world)
