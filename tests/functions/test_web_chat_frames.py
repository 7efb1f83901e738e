"""What a greeted socket says and is told: messages, claims, pings, and errors."""

import pytest

from tests.events import load_event
from tests.functions.web_chat_world import WebWorld, kinds, shown
from warmline.domain.conversation import Head

# Talking


def test_a_sent_message_is_echoed_to_every_socket_of_the_session() -> None:
    world = WebWorld()
    visitor, stranger = world.visitor(), world.visitor()
    visitor.hello("c1")
    visitor.hello("c2")
    stranger.hello("c3")

    world.frame("c1", {"action": "send", "client_message_id": "one", "text": "Where is it?"})
    world.settle()

    first, second = shown(world.frames("c1")), shown(world.frames("c2"))
    assert first == second == visitor.messages()
    assert first[0]["client_message_id"] == "one"
    assert shown(world.frames("c3")) == []


def test_the_answer_comes_over_the_socket_as_it_is_fetched() -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.hello("c1")

    world.frame("c1", {"action": "send", "client_message_id": "one", "text": "Where is it?"})
    world.settle()

    assert [m["author"]["role"] for m in shown(world.frames("c1"))] == ["customer", "bot"]
    assert shown(world.frames("c1")) == visitor.messages()


@pytest.mark.fault(47)
def test_the_same_client_message_id_twice_is_one_message_and_echoed_again() -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.hello("c1")
    send = {"action": "send", "client_message_id": "one", "text": "Where is it?"}
    world.frame("c1", send)
    world.settle()

    again = world.frame("c1", send)

    assert shown(again) == visitor.messages()[:1]
    assert len([m for m in visitor.messages() if m["author"]["role"] == "customer"]) == 1


def test_a_message_by_socket_and_by_post_is_one() -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.hello("c1")
    world.frame("c1", {"action": "send", "client_message_id": "m1", "text": "Hello?"})

    answer = visitor.send("Hello?", "m1")

    assert answer.status == 202
    assert [answer.json["sequence"]] == [m["sequence"] for m in visitor.messages()]


def test_the_visitors_language_comes_with_the_first_words_by_socket() -> None:
    world = WebWorld()
    visitor = world.visitor(locale="es-MX")
    visitor.hello("c1")

    world.frame("c1", {"action": "send", "client_message_id": "one", "text": "¿Dónde está?"})

    record = world.memory.find_address(f"web:{visitor.session}")
    assert record is not None
    assert record.language == "es"


def test_a_claim_and_the_agents_words_come_over_the_socket() -> None:
    world = WebWorld(undo_seconds=0)
    visitor, agent = world.visitor(), world.hire()
    visitor.hello("c1")
    visitor.ask()
    world.settle()
    world.actions.claim(agent.id, world.rows(Head)[0].id)
    world.settle()
    world.words("Good morning!")
    world.settle(10)

    states = [f["conversation"] for f in world.frames("c1") if f["type"] == "conversation"]
    assert states == [
        {"state": "waiting", "position": 1},
        {"state": "with_agent", "agent_name": "Ana"},
    ]
    said = shown(world.frames("c1"))[-1]
    assert (said["author"], said["text"]) == ({"role": "agent", "name": "Ana"}, "Good morning!")
    assert shown(world.frames("c1")) == visitor.messages()


def test_a_conversation_frame_tells_the_last_number_that_the_customer_can_see() -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.hello("c1")
    visitor.ask()
    world.settle()

    [frame] = [f for f in world.frames("c1") if f["type"] == "conversation"]
    assert frame["sequence"] == visitor.messages()[-1]["sequence"]


def test_ping_is_answered_with_the_last_number() -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.hello("c1")

    empty = world.frame("c1", {"action": "ping"})
    visitor.send("Hello?")
    world.settle()
    full = world.frame("c1", {"action": "ping"})

    assert empty == [{"type": "pong", "sequence": 0}]
    assert full == [{"type": "pong", "sequence": visitor.messages()[-1]["sequence"]}]


def test_typing_is_taken_in_silence() -> None:
    world = WebWorld()
    world.visitor().hello("c1")

    assert world.frame("c1", {"action": "typing"}) == []
    assert world.gateway.closed == []


@pytest.mark.bad_input(45)
def test_a_frame_cannot_reach_into_another_conversation() -> None:
    world = WebWorld()
    mine, others = world.visitor(), world.visitor()
    others.send("Mine alone")
    conversation = world.rows(Head)[0].id
    mine.hello("c1")

    world.frame(
        "c1",
        {
            "action": "send",
            "client_message_id": "one",
            "text": "Let me in",
            "conversation": conversation,
            "session_id": others.session,
            "connectionId": "c9",
        },
    )
    since = {"action": "since", "sequence": 0, "conversation": conversation}

    assert [m["text"] for m in shown(world.frame("c1", since))] == mine.texts() == ["Let me in"]
    assert others.texts() == ["Mine alone"]


# Bad frames after hello


BAD_FRAMES = [
    "not JSON",
    "",
    "[1]",
    "7",
    '"ping"',
    "null",
    "{}",
    '{"action": "fly"}',
    '{"action": 7}',
    '{"action": ["ping"]}',
    '{"action": "send", "client_message_id": "x", "text": 7}',
    '{"action": "send", "client_message_id": "x", "text": true}',
    '{"action": "send", "client_message_id": "x", "text": ["a"]}',
    '{"action": "send", "client_message_id": "x", "text": {"$regex": ""}}',
    '{"action": "send", "client_message_id": "x", "text": NaN}',
    '{"action": "send", "client_message_id": "x", "text": "  \\u200b "}',
    '{"action": "send", "client_message_id": {"S": "x"}, "text": "x"}',
    '{"action": "send", "client_message_id": "\\ud800", "text": "x"}',
    '{"action": "send", "client_message_id": "", "text": "x"}',
    '{"action": "send", "text": "x"}',
    '{"action": "since", "sequence": "x"}',
    '{"action": "since", "sequence": 1e999}',
    '{"action": "since", "sequence": -1}',
    '{"action": "since", "sequence": ' + "9" * 5_000 + "}",
    "[" * 10_000,
    '{"a":' * 6_000,
    '{"action": "' + "x" * 32_000 + '"}',
    '{"action": "send", "client_message_id": "' + "x" * 65 + '", "text": "x"}',
]


@pytest.mark.bad_input(46)
@pytest.mark.parametrize("raw", BAD_FRAMES, ids=lambda raw: raw[:50])
def test_a_bad_frame_gets_an_error_and_the_socket_lives_on(raw: str) -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.hello("c1")
    before = len(world.memory.rows)

    [error] = world.frame("c1", raw=raw)

    assert error["type"] == "error"
    assert error["error"].keys() == {"code", "message"}
    assert len(world.memory.rows) == before
    assert kinds(world.frame("c1", {"action": "ping"})) == ["pong"]


def test_an_error_about_a_message_names_it() -> None:
    world = WebWorld()
    world.visitor().hello("c1")

    [error] = world.frame("c1", {"action": "send", "client_message_id": "this-one", "text": 7})

    assert error["client_message_id"] == "this-one"


def test_a_message_too_long_to_keep_whole_is_refused() -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.hello("c1")

    [error] = world.frame(
        "c1", {"action": "send", "client_message_id": "long", "text": "x" * 8_001}
    )

    assert (error["error"]["code"], error["client_message_id"]) == ("too_large", "long")
    assert visitor.messages() == []


@pytest.mark.parametrize("failing", ["commit", "read_arrival", "everything"])
def test_a_message_that_was_not_stored_gets_an_error_that_names_it(failing: str) -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.hello("c1")
    world.troubles.failing = {failing}

    [error] = world.frame("c1", {"action": "send", "client_message_id": "one", "text": "Hello?"})

    assert (error["error"]["code"], error["client_message_id"]) == ("not_stored", "one")
    world.troubles.failing = set()
    assert visitor.messages() == []
    assert world.gateway.closed == []


def test_a_frame_that_comes_as_bytes_of_no_text_is_malformed() -> None:
    world = WebWorld()
    world.visitor().hello("c1")
    event = load_event("web_chat", "frame_ping")
    event["requestContext"]["connectionId"] = "c1"
    event |= {"body": "/////w==", "isBase64Encoded": True}

    world.give_socket(event)

    assert kinds(world.frames("c1"))[-1] == "error"
