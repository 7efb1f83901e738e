"""Sockets that go away and come back: nothing is lost, nothing comes twice, everything fits."""

import json

import pytest

from tests.functions.web_chat_world import Frame, WebWorld, kinds, shown
from warmline.domain.conversation import Head


def test_a_socket_that_is_closed_is_forgotten() -> None:
    world = WebWorld()
    world.visitor().hello("c1")

    world.drop("c1")

    assert world.sockets_known == set()
    assert {name[0] for name in world.memory.rows} == {"Presence"}


def test_a_socket_that_was_never_known_can_be_closed() -> None:
    world = WebWorld()
    world.drop("c9")

    assert world.memory.rows == {}


@pytest.mark.fault(45)
def test_a_socket_found_gone_is_forgotten_and_the_message_waits() -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.hello("c1")
    world.drop("c1", told=False)

    visitor.send("Are you there?")
    world.settle()
    back = visitor.hello("c2")

    assert world.sockets_known == {"c2"}
    assert world.memory.find_socket("c1") is None
    assert [m["author"]["role"] for m in shown(back)] == ["customer", "bot"]


@pytest.mark.fault(46)
def test_hello_brings_what_was_missed_once_and_in_order() -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.ask()
    for number in range(20):
        visitor.send(f"part {number}", f"m{number}")
    whole = visitor.messages()
    known = whole[-4]["sequence"]

    frames = visitor.hello("c1", since=known)
    world.settle()

    assert shown(world.frames("c1")) == whole[-3:]
    assert kinds(frames) == ["welcome", "message", "message", "message"]
    assert frames[0]["sequence"] == whole[-1]["sequence"]


def test_what_hello_has_brought_is_not_pushed_again() -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.ask()
    visitor.send("Still to be delivered")

    visitor.hello("c1")
    world.settle()

    assert shown(world.frames("c1")) == visitor.messages()


def test_since_brings_the_rest_over_all_conversations() -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.talk_twice()
    whole = visitor.messages()
    visitor.hello("c1", since=whole[-1]["sequence"])

    for number, message in enumerate(whole):
        frames = world.frame("c1", {"action": "since", "sequence": message["sequence"]})
        assert shown(frames) == whole[number + 1 :]


def test_more_than_fits_one_answer_is_seen_by_its_number() -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.ask()
    for number in range(110):
        visitor.send(f"part {number}", f"m{number}")

    frames = visitor.hello("c1")
    last = shown(frames)[-1]["sequence"]
    rest = world.frame("c1", {"action": "since", "sequence": last})
    capped = world.frame("c1", {"action": "since", "sequence": 0})

    assert last < frames[0]["sequence"] == visitor.messages()[-1]["sequence"]
    assert shown(frames) + shown(rest) == visitor.messages()
    assert capped[-1] == {
        "type": "conversation",
        "conversation": {"state": "waiting", "position": 1},
        "sequence": visitor.messages()[-1]["sequence"],
    }


@pytest.mark.fault(48)
@pytest.mark.parametrize("step", range(7))
def test_a_socket_cut_at_any_step_loses_and_doubles_nothing(step: int) -> None:
    """The client keeps the last sequence that it has seen, and comes back with it."""
    world = WebWorld()
    visitor = world.visitor()
    seen: list[int] = []
    visitor.hello("c1")
    for number in range(7):
        if number == step:
            world.drop("c1", told=step % 2 == 0)
        if number % 2:
            world.settle()
        else:
            visitor.send(f"part {number}", f"m{number}")
    seen += [m["sequence"] for m in shown(world.frames("c1"))]

    visitor.hello("c2", since=max(seen, default=0))
    world.settle()
    seen += [m["sequence"] for m in shown(world.frames("c2"))]

    assert seen == [m["sequence"] for m in visitor.messages()]


@pytest.mark.parametrize("longest", ["\U0001f600", '"', "\u20ac\n"])
def test_whatever_a_customer_can_say_fits_a_frame(longest: str) -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.hello("c1")
    visitor.ask()
    text = (longest * 8_000)[:7_999] + "."

    assert visitor.send(text).status == 202
    world.settle()
    assert shown(world.frames("c1")) == visitor.messages()
    assert max(sizes(world.frames("c1"))) < 32 * 1024


def test_what_no_frame_holds_is_left_to_a_fetch(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("channel", "visits"):  # no text of today's is so long; the gateway's limit is
        monkeypatch.setattr(f"warmline.adapters.web.{module}.LARGEST_FRAME", 8 * 1024)
    world = WebWorld()
    visitor = world.visitor()
    visitor.hello("c1")
    agent = world.hire()
    visitor.send("A person, please")
    world.settle()
    world.actions.claim(agent.id, world.rows(Head)[0].id)
    world.words("\u20ac" * 4_000)
    world.settle(10)
    long = visitor.messages()[-1]

    visitor.hello("c2")

    assert long["author"]["role"] == "agent"
    for connection in ("c1", "c2"):
        frames = world.frames(connection)
        assert max(sizes(frames)) <= 8 * 1024
        assert long not in shown(frames)
        assert long["sequence"] in [frame.get("sequence") for frame in frames]


def sizes(frames: list[Frame]) -> list[int]:
    return [len(json.dumps(frame, ensure_ascii=False).encode()) for frame in frames]
