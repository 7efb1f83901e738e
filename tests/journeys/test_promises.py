"""What customers were promised: the desk is warned before, a lead hears of it after, each once."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.journeys.world import SMS, START, World
from warmline.domain.address import Address
from warmline.domain.conversation import Head

QUIET: dict[str, Any] = {"forgotten_reminder_seconds": 100_000, "wait_look_seconds": 100_000}
QUICK: dict[str, Any] = {"waiting_seconds": 40, "first_reply_seconds": 40}
VIP = "+15551230001"


def line(**policy: Any) -> World:  # noqa: ANN401 - as content/policy.yaml has it
    """A desk with Ana and the lead, Lea, on shift; nothing but promises makes it speak."""
    world = World(**{**QUIET, **policy})
    world.hire()
    world.hire("U0LEA", "Lea", lead=True)
    return world


def ask(world: World, address: Address = SMS) -> str:
    conversation = world.customer("human please", address).conversation
    world.settle()
    return conversation


def pass_time(world: World, seconds: float, *, sweep_every: float = 60) -> None:
    """Let time pass, and what was decided at its end be delivered."""
    world.live(seconds, sweep_every=sweep_every)
    world.settle()


def told(world: World, words: str) -> list[str]:
    return [said for said in world.thread if words in said]


def card_says(world: World) -> tuple[bool, bool]:
    """Whether the card shows a promise, and whether it is at risk or broken."""
    card = world.desk.cards[world.desk.posted[-1]]
    return card.promised_by is not None, card.at_risk


def test_the_desk_is_warned_before_a_promise_is_broken_and_the_lead_is_pinged_after() -> None:
    world = line()
    ask(world)
    pass_time(world, 660)
    assert not told(world, "was promised")
    assert card_says(world) == (True, False)

    pass_time(world, 60)
    [warning] = told(world, "was promised a person within 15 min")
    assert "3 min left" in warning
    assert "<@" not in warning
    assert card_says(world) == (True, True)

    pass_time(world, 240)
    [_, broken] = told(world, "was promised a person within 15 min")
    assert broken.startswith("<@U0LEA> ")
    assert "nobody has taken the case" in broken


def test_each_is_said_once_however_long_it_goes_on() -> None:
    world = line()
    ask(world)
    pass_time(world, 6 * 3600)

    assert len(told(world, "was promised")) == 2


def test_a_case_taken_in_time_is_no_lead_s_business() -> None:
    world = line()
    conversation = ask(world)
    pass_time(world, 600)
    world.actions.claim("U0ANA", conversation)
    world.words("Hello, Ana here")
    pass_time(world, 3 * 3600)

    assert not told(world, "was promised")
    assert not told(world, "has not written")


def test_a_vip_is_promised_less() -> None:
    world = line(vips=[VIP])
    world.customer("Where is my lamp?")
    world.settle()
    pass_time(world, 310)

    assert told(world, "within 5 min")[-1].startswith("<@U0LEA> ")


def test_who_took_the_case_is_warned_that_their_first_words_are_due_and_then_the_lead_hears() -> (
    None
):
    world = line(first_reply_seconds=300)
    conversation = ask(world)
    world.actions.claim("U0ANA", conversation)
    pass_time(world, 240)
    [warning] = told(world, "was promised your first words within 5 min")
    assert warning.startswith("<@U0ANA> ")

    pass_time(world, 120)
    [broken] = told(world, "Ana has not written to")
    assert broken.startswith("<@U0LEA> ")
    assert card_says(world) == (True, True)

    world.words("Sorry, here I am")
    pass_time(world, 30)
    assert card_says(world) == (False, False)


def test_first_words_that_are_held_are_on_their_way() -> None:
    world = line(first_reply_seconds=60, undo_seconds=30)
    conversation = ask(world)
    world.actions.claim("U0ANA", conversation)
    pass_time(world, 50, sweep_every=10)
    world.words("Hello, Ana here")
    pass_time(world, 120, sweep_every=1)

    assert not told(world, "has not written")


def test_where_the_lease_reminds_first_nobody_is_warned_twice_of_the_same() -> None:
    world = line()
    conversation = ask(world)
    world.actions.claim("U0ANA", conversation)
    assert card_says(world) == (True, False)
    pass_time(world, 890)

    assert len(told(world, "<@U0ANA>")) == 1


def test_a_case_that_comes_back_past_its_promise_is_promised_afresh_and_not_told_again() -> None:
    world = line()
    conversation = ask(world)
    pass_time(world, 960)
    assert len(told(world, "within 15 min")) == 2
    world.actions.claim("U0ANA", conversation)
    world.actions.release("U0ANA", conversation)
    again = world.head(conversation).marks.breach_at
    pass_time(world, 600)

    assert again is not None
    assert again - START >= timedelta(seconds=960 + 900)
    assert len(told(world, "within 15 min")) == 2

    pass_time(world, 360)
    assert told(world, "within 15 min")[-1].startswith("<@U0LEA> ")


def test_a_case_that_comes_back_in_time_keeps_the_promise_that_it_had() -> None:
    world = line()
    conversation = ask(world)
    before = world.head(conversation).marks.breach_at
    pass_time(world, 120)
    world.actions.claim("U0ANA", conversation)
    world.actions.release("U0ANA", conversation)

    assert world.head(conversation).marks.breach_at == before


def test_promises_of_seconds_are_kept_by_wakeups_and_need_no_sweep() -> None:
    world = line(**QUICK)
    ask(world)
    world.settle(28)
    assert len(told(world, "within 40 s: 10 s left")) == 1
    world.settle(11)
    assert len(told(world, "nobody has taken")) == 1


def test_without_the_stream_the_sweeper_keeps_them() -> None:
    world = line(**QUICK)
    world.stream_on = False
    ask(world)
    pass_time(world, 180)

    assert len(told(world, "nobody has taken")) == 1


@pytest.mark.parametrize(
    ("leads", "pinged"),
    [
        ({"U0LEA": True, "U0LOU": False}, ["U0LEA"]),
        ({"U0LEA": True, "U0LOU": True}, ["U0LEA", "U0LOU"]),
        ({"U0LEA": False, "U0LOU": False}, ["U0LEA", "U0LOU"]),
    ],
)
def test_the_leads_on_shift_are_pinged_and_all_of_them_if_none_is(
    leads: dict[str, bool], pinged: list[str]
) -> None:
    world = World(**QUIET, **QUICK)
    for user, on_shift in leads.items():
        world.hire(user, user, lead=True, on_shift=on_shift)
    world.hire("U0OUT", "Out", lead=True, active=False)
    ask(world)
    pass_time(world, 120)

    [broken] = told(world, "nobody has taken")
    assert re.findall(r"<@(\w+)>", broken) == pinged


def test_a_promise_of_nothing_is_none() -> None:
    world = line(waiting_seconds=0, first_reply_seconds=0)
    conversation = ask(world)
    pass_time(world, 3600)

    assert not told(world, "promised")
    assert card_says(world) == (False, False)
    assert world.head(conversation).marks.promised_at is None


def test_each_broken_promise_is_counted_once_for_the_alarm() -> None:
    world = line(**QUICK)
    counted: list[str] = []
    world.look_at = replace(world.look_at, count_broken=counted.append)
    conversation = ask(world)
    pass_time(world, 600)

    assert counted == [conversation]


def test_promised_time_stands_still_while_the_desk_is_closed() -> None:
    world = line(hours={"monday": "08:00-09:05", "tuesday": "08:00-18:00"})
    conversation = ask(world)
    pass_time(world, 12 * 3600, sweep_every=600)
    assert not told(world, "was promised")
    due = world.head(conversation).marks.breach_at
    assert due == START + timedelta(hours=23, minutes=10) + since(world.head(conversation))

    pass_time(world, 11 * 3600 + 11 * 60, sweep_every=60)
    assert len(told(world, "was promised")) == 2


def since(head: Head) -> timedelta:
    """The instants that passed before the case came to be."""
    assert head.waiting_since is not None
    return head.waiting_since - START
