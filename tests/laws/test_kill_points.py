"""Kill the process before and after every call of a journey: nothing lost, nothing twice."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial

import pytest

from tests.journeys.world import SMS, WEB, World
from tests.laws.checks import check_at_rest, check_safety
from tests.laws.faults import Killable, KillPoint
from warmline.application.shifts import Shifts
from warmline.domain.address import Channel
from warmline.domain.errors import Refused

type Journey = Callable[[World], None]


def question(world: World) -> None:
    world.customer("How do I return an item?", SMS)
    world.live(130)


def handoff_and_resolve(world: World) -> None:
    world.customer("Where is my parcel?", WEB)
    world.live(70)
    conversation = world.customer("I want a human", WEB).conversation
    world.live(70)
    press(world, lambda: world.actions.claim("U0ANA", conversation))
    world.live(70)
    world.words("Ana here. It arrives today.")
    world.live(70)
    world.customer("Thank you so much, that is all I needed to know", WEB)
    world.live(70)
    press(world, lambda: world.actions.resolve("U0ANA", conversation))
    world.live(130)


def lost_lease(world: World) -> None:
    conversation = world.customer("agent", SMS).conversation
    world.live(70)
    press(world, lambda: world.actions.claim("U0ANA", conversation))
    world.live(300)


def hand_back(world: World) -> None:
    conversation = world.customer("agent", SMS).conversation
    world.live(70)
    press(world, lambda: world.actions.claim("U0ANA", conversation))
    world.customer("are you there? my order is 77", SMS)
    press(world, lambda: world.actions.hand_back("U0ANA", conversation, note="Refunded."))
    world.live(130)


def opt_out_while_waiting(world: World) -> None:
    world.customer("agent", SMS)
    world.customer("STOP", SMS)
    world.live(130)


def opt_out_with_an_agent(world: World) -> None:
    conversation = world.customer("agent", SMS).conversation
    world.live(70)
    press(world, lambda: world.actions.claim("U0ANA", conversation))
    world.live(10)
    world.customer("STOP", SMS)
    world.live(130)


def danger_to_life(world: World) -> None:
    world.customer("I don't want to live anymore", SMS)
    world.live(70)
    world.customer("I really want to die", SMS)
    world.live(130)


def no_more_texts(world: World) -> None:
    world.customer("please stop texting me", SMS)
    world.live(70)
    world.customer("1", SMS)
    world.live(130)


def said_and_taken_back(world: World) -> None:
    """One reply taken back, one left to go, one held when the case is passed back."""
    conversation = world.customer("agent", WEB).conversation
    world.live(70)
    press(world, lambda: world.actions.claim("U0ANA", conversation))
    world.live(10)
    if not world.desk.posted:
        return
    press(world, lambda: world.words("Wrong window", ts="900.0001"))
    press(world, lambda: world.decide_held.take_back("U0ANA", conversation, "900.0001"))
    press(world, lambda: world.words("It is in Leads.", ts="900.0002"))
    world.live(70)
    press(world, lambda: world.change_words("It is in Leeds.", ts="900.0002"))
    press(world, lambda: world.words("this customer can wait", ts="900.0003"))
    press(world, lambda: world.words("A colleague takes over.", ts="900.0004"))
    press(world, lambda: world.actions.release("U0ANA", conversation))
    world.live(130)


def end_of_a_shift(world: World) -> None:
    """Two cases are held when their holder goes off shift, a third is kept for them."""
    world.hire("U0BEN", "Ben")
    held = [world.customer("agent", address).conversation for address in (SMS, WEB)]
    world.live(70)
    for conversation in held:
        press(world, partial(world.actions.claim, "U0ANA", conversation))
    press(world, lambda: world.actions.transfer("U0ANA", held[1], agent="U0BEN"))
    actions = world.actions
    shifts = Shifts(world.store, world.clock, actions.patience, actions.find_agent)
    press(world, lambda: shifts.off("U0ANA"))
    press(world, lambda: shifts.off("U0BEN"))


def press(world: World, act: Callable[[], object]) -> None:
    """A press; the one that died at it is pressed again, and may then come too late."""
    with suppress(Refused):
        world.until_done(act)


JOURNEYS: list[Journey] = [
    question,
    handoff_and_resolve,
    lost_lease,
    hand_back,
    opt_out_while_waiting,
    opt_out_with_an_agent,
    danger_to_life,
    no_more_texts,
    said_and_taken_back,
    end_of_a_shift,
]


def run(journey: Journey, kill: KillPoint, *, stream_on: bool) -> World:
    world = World(around=lambda adapter: Killable(adapter, kill), lease_seconds=120, undo_seconds=5)
    world.stream_on = stream_on
    world.hire()
    journey(world)
    world.live(250)  # the last sweep that finds something is followed by another
    world.settle(10)
    return world


@pytest.mark.parametrize("stream_on", [True, False], ids=["stream", "no-stream"])
@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.__name__)
def test_a_process_may_die_at_any_call(journey: Journey, *, stream_on: bool) -> None:
    whole = KillPoint()
    expected = run(journey, whole, stream_on=stream_on)
    check_safety(expected)
    check_at_rest(expected)
    for at in range(whole.calls):
        for after in (False, True):
            kill = KillPoint(at, after=after)
            world = run(journey, kill, stream_on=stream_on)
            try:
                check_safety(world)
                check_at_rest(world)
            except AssertionError as error:
                when = "after" if after else "before"
                raise AssertionError(f"killed {when} call {at}, {kill.killed_in}") from error
            assert kill.killed_in, "this call was never made"


def test_what_is_answered_is_heard_once_however_the_worker_dies() -> None:
    """The customer of the plain question gets one answer, or the apology, never both."""
    whole = KillPoint()
    run(question, whole, stream_on=True)
    for at in range(whole.calls):
        world = run(question, KillPoint(at), stream_on=True)
        texts = world.channels[Channel.SMS].texts
        assert len(set(texts)) == 1, f"killed at {at}: {texts}"
