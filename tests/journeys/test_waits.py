"""What customers hear of their wait: place and an honest range, once; again if it got worse."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest

from tests.journeys.world import SMS, WEB, World
from warmline.domain.address import Address
from warmline.domain.conversation import Head
from warmline.domain.entries import Kind
from warmline.domain.errors import StoreUnavailable
from warmline.domain.records import Waited
from warmline.domain.states import State

CALM = {"forgotten_reminder_seconds": 100_000}


def line(waits: Sequence[float] = (), **policy: Any) -> World:  # noqa: ANN401 - as policy.yaml has it
    """A desk where these waits, in minutes, have ended a moment ago."""
    world = World(**{**CALM, **policy})
    for number, minutes in enumerate(waits):
        at = world.clock()
        row = Waited(team="main", at=at, conversation=f"w{number}", seconds=60 * minutes)
        world.memory.rows["Waited", "main", at.isoformat(), f"w{number}"] = row
    return world


def customer(number: int) -> Address:
    return Address.sms(f"+1555124{number:04}", "+15550006789")


def ask(world: World, address: Address = SMS) -> str:
    conversation = world.customer("human please", address).conversation
    world.settle()
    return conversation


def pass_time(world: World, seconds: float) -> None:
    """Let time pass, and what was decided at its end be delivered."""
    world.live(seconds)
    world.settle()


def heard(world: World, address: Address = SMS) -> list[str]:
    return [row.text for row in world.channels[address.channel].sent if row.target == address.value]


def test_the_notice_of_the_handoff_tells_the_place_and_what_others_waited_of_late() -> None:
    world = line([2, 3, 4, 6, 9])
    for number in range(3):
        ask(world, customer(number))
    ask(world)

    [notice] = heard(world)
    assert "You're number 4 in line. Lately it took 3 to 6 minutes." in notice
    assert 'write "never mind"' in notice


def test_with_too_few_waits_nobody_is_told_a_time() -> None:
    world = line([2, 3, 4, 6])
    ask(world)

    [notice] = heard(world)
    assert "You're number 1 in line. We can't say yet how long it will take." in notice


def test_waits_of_long_ago_say_nothing_of_now() -> None:
    world = line([2, 3, 4, 6, 9])
    world.clock.forward(14_401)
    ask(world)

    assert "can't say yet" in heard(world)[0]


def test_the_claims_of_a_day_make_the_estimates_of_the_next_customer() -> None:
    world = line()
    world.hire(limit=100)
    for number in range(5):
        conversation = ask(world, customer(number))
        world.clock.forward(60 * (2 + number))
        world.actions.claim("U0ANA", conversation)
    ask(world)

    assert "Lately it took 3 to 6 minutes." in heard(world)[0]


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        ([0.1, 0.2, 0.3, 0.4, 0.5], "Lately it took less than 2 minutes."),
        ([5, 5, 5, 5, 5], "Lately it took 5 to 6 minutes."),
        ([100, 130, 150, 170, 200], "Lately it took 2 to 3 hours."),
    ],
)
def test_a_range_is_told_in_whole_minutes_or_hours(minutes: list[float], said: str) -> None:
    world = line(minutes)
    ask(world)

    assert said in heard(world)[0]


def test_a_place_beyond_a_hundred_is_not_counted() -> None:
    world = line()
    since = world.clock()
    for number in range(120):
        head = Head(
            id=f"q{number:03}",
            address=customer(number).value,
            state=State.WAITING,
            epoch=2,
            opened_at=since,
            last_activity=since,
            first_sequence=1,
            last_sequence=1,
            waiting_since=since - timedelta(seconds=number),
        )
        world.memory.rows["Head", head.id] = head
    conversation = ask(world)
    pass_time(world, 1200)

    assert ["Your number in line is more than 100." in said for said in heard(world)] == [True]
    assert world.head(conversation).marks.wait_look_at is None


def test_who_waits_as_long_as_was_said_hears_nothing_more() -> None:
    world = line([20, 25, 30, 35, 40])
    ask(world)
    pass_time(world, 25 * 60)

    assert len(heard(world)) == 1


def test_who_waits_longer_than_was_said_is_told_so_and_then_ever_more_rarely() -> None:
    world = line([2, 3, 4, 6, 9])
    ask(world)
    pass_time(world, 660)
    [_, longer] = heard(world)
    assert longer.startswith("Sorry, it's taking longer than we said. You're number 1 in line.")
    assert "can't say yet" in longer
    assert "minutes" not in longer

    pass_time(world, 3 * 3600)
    assert len(heard(world)) <= 5


def test_whoever_comes_before_them_later_is_told_to_those_who_waited() -> None:
    vip = "+15551239999"
    world = line(vips=[vip])
    ask(world)
    pass_time(world, 240)
    world.customer("Where is my lamp?", Address.sms(vip, "+15550006789"))
    world.settle()
    pass_time(world, 120)

    assert [said for said in heard(world) if "number 2" in said] == [heard(world)[-1]]


def test_nobody_is_told_that_it_got_better() -> None:
    world = line([20, 25, 30, 35, 40])
    world.hire()
    first = ask(world, customer(1))
    ask(world)
    assert "number 2" in heard(world)[0]
    world.actions.claim("U0ANA", first)
    pass_time(world, 1200)

    assert len(heard(world)) == 1


@pytest.mark.parametrize("address", [SMS, WEB], ids=["sms", "web"])
def test_they_can_ask_and_it_is_as_it_stands_now(address: Address) -> None:
    world = line([20, 25, 30, 35, 40])
    world.hire()
    first = ask(world, customer(1))
    conversation = ask(world, address)
    world.actions.claim("U0ANA", first)
    world.clock.forward(120)
    world.customer("how long does it take?", address)
    world.settle()

    answer = [entry for entry in world.log(conversation) if entry.kind is Kind.NOTICE][-1]
    assert answer.text == "You're number 1 in line. Lately it took 20 to 35 minutes."
    assert heard(world, address)[-1] == answer.text
    assert world.head(conversation).state is State.WAITING
    assert "how long does it take?" in world.thread[-1]


def test_who_asks_again_and_again_is_answered_once_a_minute() -> None:
    world = line()
    ask(world)
    for _ in range(10):
        world.customer("??")
        world.settle()
    world.clock.forward(60)
    world.customer("how long?")
    world.settle()

    assert len(heard(world)) == 3


def test_a_question_about_anything_else_is_left_to_the_person() -> None:
    world = line()
    ask(world)
    world.customer("how long is the warranty on it?")
    world.settle()

    assert len(heard(world)) == 1


@pytest.mark.parametrize(
    ("language", "ask_for_one", "how_long", "place"),
    [
        ("es", "Quiero hablar con una persona", "¿cuánto falta?", "Tu lugar en la cola: 1."),
        ("fr", "Je voudrais parler à une personne", "il y a quelqu'un ?", "dans la file : 1."),
        ("de", "Ich möchte mit einem Menschen sprechen", "Wie lange dauert es?", "Reihe: 1."),
        ("pt", "Quero falar com uma pessoa", "quanto tempo falta?", "seu lugar na fila: 1."),
        ("ar", "أريد التحدث مع موظف من فضلك", "كم من الوقت؟", "مكانك في الدور: 1."),
    ],
)
def test_it_is_told_in_the_customers_language(
    language: str, ask_for_one: str, how_long: str, place: str
) -> None:
    world = line()
    conversation = world.customer(ask_for_one).conversation
    world.settle()
    world.customer(how_long)
    world.settle()

    assert world.head(conversation).language == language
    assert [place in said for said in heard(world)] == [True, True]


def test_a_case_that_came_back_hears_of_its_place_when_it_waits_again() -> None:
    world = line()
    world.hire()
    conversation = ask(world)
    world.actions.claim("U0ANA", conversation)
    world.actions.release("U0ANA", conversation)
    pass_time(world, 320)

    assert "number 1 in line" in heard(world)[-1]
    assert heard(world)[-1] != heard(world)[0]


def test_nobody_comes_into_line_later_because_their_place_cannot_be_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def away(*_: object, **__: object) -> int:
        raise StoreUnavailable("throttled")

    world = line()
    monkeypatch.setattr(world.memory, "count_waiting", away)
    conversation = ask(world)
    world.customer("how long?")
    world.settle()

    assert world.head(conversation).state is State.WAITING
    assert "in line for a person" in heard(world)[0]
    assert "number" not in heard(world)[0]
    assert heard(world)[1] == "We can't say yet how long it will take."
