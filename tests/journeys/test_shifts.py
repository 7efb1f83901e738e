"""People come on shift, take breaks and go: what happens to their cases, and who is told."""

from collections.abc import Iterator

import pytest

from tests.journeys.shift_people import ana, holding, leads_of, refused, shifts_of
from tests.journeys.world import SMS, WEB, World
from tests.laws.checks import check_at_rest, check_safety
from warmline.application.roster import Roster
from warmline.application.shifts import Shifts
from warmline.domain.address import Channel
from warmline.domain.agent import ShiftChange
from warmline.domain.errors import Refusal
from warmline.domain.states import State


@pytest.fixture
def world() -> Iterator[World]:
    """A line that keeps the laws whatever is done."""
    world = World()
    yield world
    check_safety(world)


def test_who_comes_on_shift_may_claim_and_who_goes_may_not(world: World) -> None:
    world.hire(on_shift=False)
    case = world.customer("human please").conversation
    assert refused(world.actions.claim, "U0ANA", case) is Refusal.OFF_SHIFT

    shifts_of(world).on("U0ANA")
    world.actions.claim("U0ANA", case)

    assert world.head(case).agent == "U0ANA"


def test_who_is_on_a_break_keeps_their_cases_and_gets_no_new_one(world: World) -> None:
    [mine] = holding(world, 1)
    other = world.customer("human please", WEB).conversation
    shifts_of(world).take_break("U0ANA")
    world.live(70)

    assert refused(world.actions.claim, "U0ANA", other) is Refusal.ON_BREAK
    assert world.head(mine).agent == "U0ANA"

    shifts_of(world).on("U0ANA")
    assert world.actions.claim("U0ANA", other).agent == "U0ANA"


def test_a_break_is_for_who_is_on_shift(world: World) -> None:
    world.hire(on_shift=False)

    assert refused(shifts_of(world).take_break, "U0ANA") is Refusal.OFF_SHIFT


def test_who_goes_off_shift_gives_back_every_case_with_a_head_start(world: World) -> None:
    cases = holding(world, 3)
    since = [world.head(case).waiting_since for case in cases]

    shifts_of(world).off("U0ANA")
    world.settle()

    heads = [world.head(case) for case in cases]
    assert [head.state for head in heads] == [State.WAITING] * 3
    assert [head.head_start_seconds for head in heads] == [1200] * 3
    assert [head.waiting_since for head in heads] == since
    assert (ana(world).open_count, ana(world).returning_at) == (0, None)
    check_at_rest(world)


def test_customer_and_agent_are_told_of_a_case_that_went_back(world: World) -> None:
    world.hold()
    shifts_of(world).off("U0ANA")
    world.settle()

    assert "place kept" in world.channels[Channel.SMS].texts[-1]
    [told] = [line for line in world.thread if "you are off shift" in line]
    assert told.startswith("<@U0ANA> ")


def test_with_the_stream_off_the_sweeper_puts_them_back_within_a_minute(world: World) -> None:
    cases = holding(world, 2)
    world.stream_on = False

    shifts_of(world).off("U0ANA")
    world.live(61)

    assert [world.head(case).state for case in cases] == [State.WAITING] * 2
    assert ana(world).returning_at is None


def test_who_comes_back_before_their_cases_went_keeps_them(world: World) -> None:
    [case] = holding(world, 1)
    shifts_of(world).off("U0ANA")
    shifts_of(world).on("U0ANA")
    world.live(130)

    assert world.head(case).agent == "U0ANA"


def test_a_colleague_may_claim_what_went_back_at_once(world: World) -> None:
    [case] = holding(world, 1)
    world.hire("U0BEN", "Ben")
    shifts_of(world).off("U0ANA")
    world.settle()

    assert world.actions.claim("U0BEN", case).agent == "U0BEN"


def test_looking_twice_at_who_left_changes_nothing_more(world: World) -> None:
    [case] = holding(world, 1)
    shifts_of(world).off("U0ANA")
    world.settle()
    before = world.log(case)

    world.sweep.return_cases("U0ANA")
    world.sweep.return_cases("U0NOBODY")

    assert world.log(case) == before


def test_one_case_that_cannot_go_back_keeps_no_other_from_it(world: World) -> None:
    first, second = holding(world, 2)
    world.stream_on = False
    shifts_of(world).off("U0ANA")
    broken = world.memory.rows.pop(("Head", first))
    world.live(61)

    assert world.head(second).state is State.WAITING
    world.memory.rows["Head", first] = broken
    world.live(61)
    assert world.head(first).state is State.WAITING


@pytest.mark.parametrize("what", ["on", "take_break", "off"])
@pytest.mark.parametrize("who", ["U0NOBODY", "U0SUSPENDED"])
def test_a_shift_is_for_agents(world: World, what: str, who: str) -> None:
    world.hire("U0SUSPENDED", active=False, on_shift=False)

    assert refused(getattr(shifts_of(world), what), who) is Refusal.NOT_AN_AGENT


def test_each_change_is_kept_once_for_the_hours_worked(world: World) -> None:
    world.hire(on_shift=False)
    shifts = shifts_of(world)
    for act in (shifts.on, shifts.on, shifts.take_break, shifts.on, shifts.off, shifts.off):
        act("U0ANA")
        world.clock.forward(60)

    kept = world.memory.shift_events("U0ANA", since=world.clock().replace(hour=0))
    assert [event.what for event in kept] == [
        ShiftChange.ON,
        ShiftChange.BREAK,
        ShiftChange.ON,
        ShiftChange.OFF,
    ]
    assert {event.by for event in kept} == {"U0ANA"}


def test_the_first_lead_goes_off_shift_before_anybody_was_added(world: World) -> None:
    roster = Roster(world.store, "U0LEAD")
    shifts = Shifts(world.store, world.clock, world.actions.patience, roster.find)

    shifts.off("U0LEAD")

    lead = roster.find("U0LEAD")
    assert lead is not None
    assert (lead.on_shift, lead.lead) == (False, True)


def test_an_sms_customer_of_who_left_is_not_lost(world: World) -> None:
    world.hold(SMS)
    shifts_of(world).off("U0ANA")
    world.customer("Are you still there?", SMS)
    world.live(70)

    assert any(line.endswith("Are you still there?") for line in world.thread)


@pytest.mark.parametrize("how", ["off", "suspended"])
def test_what_was_kept_for_who_left_waits_for_anybody_at_once(world: World, how: str) -> None:
    world.hire("U0BEN", "Ben")
    world.hire("U0CAT", "Cat")
    case = world.hold()
    world.actions.transfer("U0ANA", case, agent="U0BEN")
    world.settle()
    assert refused(world.actions.claim, "U0CAT", case) is Refusal.RESERVED

    if how == "off":
        shifts_of(world).off("U0BEN")
    else:
        world.hire("U0LEA", "Lea", lead=True)
        leads_of(world).suspend("U0LEA", "U0BEN")
    world.settle()

    assert world.actions.claim("U0CAT", case).agent == "U0CAT"
    [called] = [line for line in world.thread if "you may take it" in line]
    assert "<@U0BEN>" not in called


def test_what_is_kept_for_who_came_back_at_once_stays_kept(world: World) -> None:
    world.hire("U0BEN", "Ben")
    case = world.hold()
    world.actions.transfer("U0ANA", case, agent="U0BEN")
    shifts_of(world).off("U0BEN")
    shifts_of(world).on("U0BEN")
    world.settle()

    assert world.head(case).reserved_for == "U0BEN"


def test_what_is_kept_for_who_takes_a_break_stays_kept(world: World) -> None:
    world.hire("U0BEN", "Ben")
    case = world.hold()
    world.actions.transfer("U0ANA", case, agent="U0BEN")
    shifts_of(world).take_break("U0BEN")
    world.settle()

    assert world.head(case).reserved_for == "U0BEN"
