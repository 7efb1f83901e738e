"""Outside the hours customers hear when a person will answer, and keep their place."""

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.journeys.world import SLACK, SMS, START, WEB, World
from warmline.application.ports import Answer
from warmline.domain.address import Address
from warmline.domain.entries import Role
from warmline.domain.queueing import lane_of
from warmline.domain.states import State

WEEK = {
    **dict.fromkeys(("monday", "tuesday", "wednesday", "thursday"), "09:00-12:30, 13:30-18:00"),
    "friday": "09:00-13:00",
}
MONDAY_NIGHT = datetime(2026, 3, 3, 2, 0, tzinfo=UTC)  # nine in the evening in New York
FRIDAY_NIGHT = datetime(2026, 3, 7, 1, 0, tzinfo=UTC)


def line(now: datetime = MONDAY_NIGHT, **policy: Any) -> World:  # noqa: ANN401 - as policy.yaml has it
    """A line of a business in New York."""
    world = World(**{"time_zone": "America/New_York", "hours": WEEK, **policy})
    world.clock.now = now
    return world


def ask(world: World, address: Address = SMS, words: str = "human please", **more: object) -> str:
    conversation = world.customer(words, address, **more).conversation
    world.settle()
    return conversation


def heard(world: World, address: Address = SMS) -> list[str]:
    """What the line has said to them; their own words are echoed beside it."""
    sent = [row for row in world.channels[address.channel].sent if row.target == address.value]
    return [row.text for row in sent if row.entry and row.entry.role is not Role.CUSTOMER]


def test_by_sms_the_hour_is_the_businesss_and_its_zone_is_named() -> None:
    world = line()
    conversation = ask(world)

    [notice] = heard(world)
    assert "will write to you tomorrow at 9:00 AM (New York time). Your place is kept." in notice
    assert "number" not in notice
    assert world.head(conversation).state is State.WAITING


def test_by_web_it_is_the_customers_own() -> None:
    world = line()
    ask(world, WEB, time_zone="Europe/Berlin")

    [notice] = heard(world, WEB)
    assert "will write to you here today at 3:00 PM your time." in notice


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../../etc/passwd", "America"])
def test_a_browser_that_names_no_zone_we_know_is_told_the_businesss(zone: str) -> None:
    world = line()
    ask(world, WEB, time_zone=zone)

    assert "tomorrow at 9:00 AM (New York time)" in heard(world, WEB)[0]


def test_by_slack_it_is_the_businesss() -> None:
    world = line()
    ask(world, SLACK)

    assert "tomorrow at 9:00 AM (New York time)" in heard(world, SLACK)[0]


@pytest.mark.parametrize(
    ("now", "policy", "said"),
    [
        (FRIDAY_NIGHT, {}, "on Monday at 9:00 AM"),
        (datetime(2026, 3, 3, 12, 0, tzinfo=UTC), {}, "today at 9:00 AM"),
        (datetime(2026, 3, 3, 18, 0, tzinfo=UTC), {}, "today at 1:30 PM"),
        (MONDAY_NIGHT, {"holidays": ["2026-03-03"]}, "on Wednesday at 9:00 AM"),
        (MONDAY_NIGHT, {"hours_on": {"2026-03-03": "11:15-12:00"}}, "tomorrow at 11:15 AM"),
        (
            datetime(2026, 12, 23, 23, 30, tzinfo=UTC),
            {"holidays": [f"2026-12-{day}" for day in (24, 25, 28, 29, 30, 31)]},
            "on Friday, 2027-01-01, at 9:00 AM",
        ),
        (MONDAY_NIGHT, {"hours": {"monday": None}}, "when they are back"),
    ],
)
def test_the_day_is_told_as_people_say_it(now: datetime, policy: dict[str, Any], said: str) -> None:
    world = line(now, **policy)
    ask(world)

    assert said in heard(world)[0]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "Quiero hablar con una persona",
            "una persona te escribe mañana a las 09:00 (hora de New York)",
        ),
        (
            "Je voudrais parler à une personne",
            "une personne vous écrira demain à 09:00 (heure de New York)",
        ),
        (
            "Ich möchte mit einem Menschen sprechen",
            "morgen um 09:00 Uhr (Zeit in New York) schreibt",
        ),
        ("Quero falar com uma pessoa", "uma pessoa escreve amanha às 09:00 (hora de New York)"),
        ("أريد التحدث مع موظف من فضلك", "غدًا الساعة 09:00 (بتوقيت New York)"),
    ],
)
def test_it_is_said_in_the_customers_language(words: str, said: str) -> None:
    world = line()
    ask(world, words=words)

    assert said in heard(world)[0]


def test_within_the_hours_nobody_hears_of_them() -> None:
    world = line(datetime(2026, 3, 3, 15, 0, tzinfo=UTC))
    ask(world)

    assert "away" not in heard(world)[0]
    assert "number 1 in line" in heard(world)[0]


def test_the_bot_answers_at_night_as_by_day() -> None:
    world = line()
    world.script.append(Answer("Within 30 days."))
    world.customer("How do I return a lamp?")
    world.settle()

    assert heard(world)[-1].endswith("Within 30 days.")
    assert "away" not in " ".join(heard(world))


def test_who_could_be_lost_is_asked_for_an_address_and_told_that_it_is_kept() -> None:
    world = line()
    conversation = ask(world, WEB)
    assert "write your e-mail address or phone number here" in heard(world, WEB)[0]

    world.customer("jo@example.com", WEB)
    world.settle()

    assert heard(world, WEB)[-1] == "Thank you, that is noted for whoever takes over."
    assert "jo@example.com" in [entry.text for entry in world.log(conversation)]
    assert world.head(conversation).state is State.WAITING


@pytest.mark.parametrize(
    ("address", "more"), [(SMS, {}), (SLACK, {}), (WEB, {"customer": "cust-7"})]
)
def test_who_can_be_reached_anyway_is_not_asked(address: Address, more: dict[str, str]) -> None:
    world = line()
    ask(world, address, **more)

    assert "e-mail address" not in heard(world, address)[0]


def test_within_the_hours_an_address_is_no_answer_to_us() -> None:
    world = line(datetime(2026, 3, 3, 15, 0, tzinfo=UTC))
    ask(world, WEB)
    world.customer("jo@example.com", WEB)
    world.settle()

    assert len(heard(world, WEB)) == 1


def test_who_asks_at_night_how_long_hears_when_people_are_back() -> None:
    world = line()
    ask(world)
    world.customer("how long?")
    world.settle()

    assert "tomorrow at 9:00 AM" in heard(world)[-1]
    assert len(heard(world)) == 2


def test_who_came_at_night_is_first_in_the_morning_and_hears_of_their_place_then() -> None:
    world = line(forgotten_reminder_seconds=100_000)
    night, later = ask(world), Address.sms("+15551249999", "+15550006789")
    world.live(12 * 3600 + 60, sweep_every=600)
    assert len(heard(world)) == 1
    morning = ask(world, later)
    world.live(360)
    world.settle()

    order = world.memory.waiting([lane_of(world.head(night))], limit=5)
    assert [place.conversation for place in order] == [night, morning]
    assert "number 1 in line" in heard(world)[-1]
    assert "number 2 in line" in heard(world, later)[0]


def test_nobody_is_reminded_at_night_of_who_waits_for_the_morning() -> None:
    world = line()
    world.hire()
    ask(world)
    world.live(12 * 3600 - 60, sweep_every=600)
    assert not [said for said in world.thread if "still waiting" in said]

    world.live(600)
    assert len([said for said in world.thread if "still waiting" in said]) == 1


def test_an_agent_who_is_there_at_night_may_answer() -> None:
    world = line()
    world.hire()
    conversation = ask(world)
    world.actions.claim("U0ANA", conversation)
    world.words("I happen to be here")
    world.settle(10)

    assert heard(world)[-1] == "I happen to be here"


def test_without_hours_somebody_is_always_there() -> None:
    world = World()
    world.clock.now = START.replace(hour=3)
    ask(world)

    assert "number 1 in line" in heard(world)[0]
