"""Whom a case calls that came back, or that nobody takes: one person, who may take it now."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests.journeys.shift_people import give
from tests.journeys.world import World
from tests.laws.checks import check_safety
from warmline.application.calling import who_is_next


@pytest.fixture
def world() -> Iterator[World]:
    """A line that keeps the laws whatever is done."""
    world = World()
    yield world
    check_safety(world)


def test_of_those_on_shift_the_one_with_the_least_to_do_is_called(world: World) -> None:
    world.hire("U0BEN", "Ben")
    world.hire("U0CAT", "Cat")
    world.hire("U0OFF", "Off", on_shift=False)
    world.hire("U0BRK", "Break", on_break=True)
    world.hire("U0OUT", "Out", active=False)
    world.hire("U0FUL", "Full", limit=1)
    for user, cases in (("U0BEN", 3), ("U0CAT", 2), ("U0FUL", 1)):
        give(world, user, cases)
    case = world.hold()

    world.actions.release("U0ANA", case)
    world.settle()

    [called] = [line for line in world.thread if "you may take it" in line]
    assert called.startswith("<@U0CAT> ")


def test_whoever_has_less_to_do_is_called_each_time_and_of_equals_not_always_the_same(
    world: World,
) -> None:
    for user, cases in (("U0BEN", 1), ("U0CAT", 1), ("U0DAN", 1), ("U0EVE", 0)):
        world.hire(user, user)
        give(world, user, cases)
    waiting = world.head(world.customer("human please").conversation)

    def called(*, but: str = "") -> set[str]:
        moments = [world.clock() + timedelta(minutes=minute) for minute in range(40)]
        policy, store = world.house.policy, world.store
        found = [who_is_next(store, waiting, at, policy, but=but) for at in moments]
        return {agent.id for agent in found if agent}

    assert called() == {"U0EVE"}
    assert called(but="U0EVE") == {"U0BEN", "U0CAT", "U0DAN"}


def test_nobody_is_called_when_nobody_else_may_take_it(world: World) -> None:
    case = world.hold()
    world.hire("U0GLD", "Gold", team="gold")

    world.actions.release("U0ANA", case)
    world.settle()

    assert not [line for line in world.thread if "you may take it" in line]


def test_a_case_that_needs_a_skill_calls_who_has_it() -> None:
    world = World(skills={"asked_for_human": "payments"})
    world.hire("U0NOT", "Not")
    world.hire("U0BEN", "Ben", skills=("payments",))
    world.hire(skills=("payments",))
    give(world, "U0BEN", 2)
    case = world.customer("human please").conversation
    world.settle()
    world.actions.claim("U0ANA", case)
    world.actions.release("U0ANA", case)
    world.settle()

    [called] = [line for line in world.thread if "you may take it" in line]
    assert called.startswith("<@U0BEN> ")
    check_safety(world)


def test_a_lost_lease_tells_the_one_and_calls_the_next(world: World) -> None:
    world.hire("U0BEN", "Ben")
    world.hold()
    world.live(16 * 60)

    told = [line for line in world.thread if line.startswith("<@U0ANA> No answer in time")]
    called = [line for line in world.thread if line.startswith("<@U0BEN> ")]
    assert (len(told), len(called)) == (1, 1)


def test_a_case_that_nobody_takes_calls_one_at_a_time_and_ever_more_seldom(world: World) -> None:
    for number in range(5):
        world.hire(f"U0A{number}", f"A{number}")
    world.customer("human please")
    world.live(4 * 3600)

    calls = [line for line in world.thread if "still waiting" in line]
    assert 4 <= len(calls) <= 8
    assert all(line.startswith("<@U0A") for line in calls)
    assert len({line[:7] for line in calls}) > 1, "not always the same person"


def test_with_nobody_on_shift_a_waiting_case_is_mentioned_and_calls_nobody(world: World) -> None:
    world.hire(on_shift=False)
    world.customer("human please")
    world.live(400)

    [line] = [line for line in world.thread if "still waiting" in line]
    assert "<@" not in line
