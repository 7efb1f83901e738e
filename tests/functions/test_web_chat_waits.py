"""Web customers see their place in line and a time, and hear of the morning on their own clock."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from tests.functions.test_web_chat_vips import by_button
from tests.functions.web_chat_world import WebVisitor, WebWorld
from warmline.domain.conversation import Head
from warmline.domain.records import Waited

NIGHT = datetime(2026, 3, 3, 2, 0, tzinfo=UTC)
HOURS = {"time_zone": "America/New_York", "hours": {"tuesday": "09:00-18:00"}}


def waits(world: WebWorld, *minutes: float) -> None:
    for number, one in enumerate(minutes):
        at = world.clock()
        row = Waited(team="main", at=at, conversation=f"w{number}", seconds=60 * one)
        world.memory.rows["Waited", "main", at.isoformat(), f"w{number}"] = row


def by_words(visitor: WebVisitor) -> None:
    visitor.send("human please")


def by_socket(visitor: WebVisitor) -> None:
    visitor.hello("c1")
    frame = {"action": "send", "client_message_id": "m1", "text": "human please"}
    visitor.world.frame("c1", frame)


@pytest.mark.parametrize("write", [by_words, by_button, by_socket])
def test_the_morning_is_told_on_the_clock_that_the_browser_names(
    write: Callable[[WebVisitor], None],
) -> None:
    world = WebWorld(**HOURS)
    world.clock.now = NIGHT
    visitor = world.visitor(time_zone="Asia/Tokyo")
    write(visitor)

    said = [message["text"] for message in visitor.fetch().json["messages"]]
    assert any("today at 11:00 PM your time" in text for text in said)


@pytest.mark.parametrize("zone", ["Nowhere/Land", "../../../etc/passwd", "<script>", "ü", ""])
def test_any_other_zone_opens_a_session_and_is_passed_over(zone: str) -> None:
    world = WebWorld(**HOURS)
    world.clock.now = NIGHT
    visitor = world.visitor(time_zone=zone)
    visitor.ask()

    assert "tomorrow at 9:00 AM (New York time)" in visitor.fetch().json["messages"][-1]["text"]


def test_who_waits_sees_their_place_and_a_time_as_they_are_now() -> None:
    world = WebWorld()
    agent = world.hire()
    waits(world, 2, 3, 4, 6, 9)
    first, second = world.visitor(), world.visitor()
    first.ask()
    second.ask()
    seen = second.fetch().json["conversation"]
    assert seen == {"state": "waiting", "position": 2, "estimated_wait_seconds": 360}

    world.clock.forward(100)
    world.actions.claim(agent.id, world.rows(Head)[0].id)
    seen = second.fetch().json["conversation"]
    assert seen["position"] == 1
    assert 240 <= seen["estimated_wait_seconds"] <= 260


def test_with_too_few_waits_no_time_is_shown() -> None:
    world = WebWorld()
    waits(world, 2, 3, 4, 6)
    visitor = world.visitor()
    visitor.ask()

    assert visitor.fetch().json["conversation"] == {"state": "waiting", "position": 1}


def test_the_frame_that_tells_of_the_line_tells_the_place_too() -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.hello("c1")
    visitor.ask()
    world.settle()

    told = [f["conversation"] for f in world.frames("c1") if f["type"] == "conversation"]
    assert told == [{"state": "waiting", "position": 1}]


def test_who_says_hello_while_waiting_sees_their_place() -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.ask()
    visitor.hello("c1")

    [welcome] = [frame for frame in world.frames("c1") if frame["type"] == "welcome"]
    assert welcome["conversation"] == {"state": "waiting", "position": 1}


@pytest.mark.parametrize("call", ["count_waiting", "latest_waits"])
def test_a_place_that_cannot_be_counted_keeps_nobody_from_their_messages(call: str) -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.ask()
    world.troubles.failing.add(call)

    answer = visitor.fetch()
    assert answer.status == 200
    assert answer.json["conversation"] == {"state": "waiting", "position": 1}
