"""The WebSocket: hello first, then a faster way to what polling tells as well."""

import json
import uuid

import pytest
from websockets.exceptions import ConnectionClosed

from tests.contract.customers import Visitor
from tests.contract.line import Line, tag
from tests.contract.sockets import opened, refusal_of
from tests.contract.waiting import wait_for
from tests.contract.warm import QUESTION, ask_for_a_human

SECONDS_FOR_HELLO = 10
SECONDS_AFTER = 20


@pytest.mark.parametrize(
    "origin", [None, "null", "http://evil.example", "{ours}.evil.example", "{ours}:1"]
)
def test_a_socket_of_another_origin_or_of_none_is_refused(line: Line, origin: str | None) -> None:
    sent = origin and origin.replace("{ours}", line.ready.chat_origin)

    assert refusal_of(line.visitor(), sent) == 403


def test_hello_is_welcomed_with_the_conversation_and_the_last_number(line: Line) -> None:
    visitor = line.visitor()
    visitor.say(QUESTION)
    wait_for(visitor.heard, "an answer")

    with opened(visitor) as socket:
        welcome = socket.hello(visitor)

    assert welcome["conversation"]["state"] == "bot"
    assert welcome["sequence"] == visitor.messages()[-1]["sequence"]


def test_a_sent_message_is_echoed_to_every_socket_of_the_session(line: Line) -> None:
    visitor, name, words = line.visitor(), str(uuid.uuid4()), f"{QUESTION} {tag()}"

    with opened(visitor) as first, opened(visitor) as second:
        first.hello(visitor)
        second.hello(visitor)
        first.send({"action": "send", "client_message_id": name, "text": words})
        echoes = [socket.wait_for_words(words) for socket in (first, second)]

    assert [echo["client_message_id"] for echo in echoes] == [name, name]
    assert echoes[0] == echoes[1] == visitor.messages()[0]


def test_the_bots_answer_comes_over_the_socket_as_it_is_fetched(line: Line) -> None:
    visitor = line.visitor()

    with opened(visitor) as socket:
        socket.hello(visitor)
        socket.send({"action": "send", "client_message_id": "one", "text": QUESTION})
        pushed = socket.wait_for("message", lambda f: f["message"]["author"]["role"] == "bot")

    assert pushed["message"] in visitor.messages()


def test_the_agent_and_the_state_come_over_the_socket(line: Line) -> None:
    visitor, case, agent = line.visitor(), tag(), line.agent()

    with opened(visitor) as socket:
        socket.hello(visitor)
        visitor.say(ask_for_a_human(case))
        card = line.desk.card_with(case)
        line.desk.claim(agent, card)
        held = socket.wait_for("conversation", lambda f: f["conversation"]["state"] == "with_agent")
        line.desk.say(agent, card, "Hello over the socket.")
        message = socket.wait_for_words("Hello over the socket.")

    assert held["conversation"]["agent_name"]
    assert message["author"]["role"] == "agent"


def test_ping_is_answered_with_the_last_number(line: Line) -> None:
    visitor = line.visitor()

    with opened(visitor) as socket:
        socket.hello(visitor)
        socket.send({"action": "ping"})
        empty = socket.wait_for("pong")
        visitor.say(QUESTION)
        wait_for(visitor.heard, "an answer")
        socket.send({"action": "ping"})
        full = socket.wait_for("pong")

    assert empty["sequence"] < full["sequence"] == visitor.messages()[-1]["sequence"]


def test_hello_and_since_bring_what_was_missed_once_and_in_order(line: Line) -> None:
    visitor = line.visitor()
    visitor.ask_for_a_human()
    for number in range(5):
        visitor.say(f"part {number}")
    whole = wait_for(lambda: visitor.messages()[5:] and visitor.messages(), "all messages")
    known, last = whole[2]["sequence"], whole[-1]["sequence"]

    with opened(visitor) as socket:
        socket.hello(visitor, since=known)
        socket.wait_for("message", lambda f: f["message"]["sequence"] == last)
        by_hello = [f["message"] for f in socket.frames if f["type"] == "message"]
        socket.frames.clear()
        socket.send({"action": "since", "sequence": known})
        socket.wait_for("message", lambda f: f["message"]["sequence"] == last)
        by_since = [f["message"] for f in socket.frames if f["type"] == "message"]

    assert by_hello == by_since == whole[3:]


@pytest.mark.parametrize(
    "frame",
    [
        "not JSON",
        "[1]",
        "7",
        '"ping"',
        "{}",
        '{"action": "fly"}',
        '{"action": 7}',
        '{"action": "send", "client_message_id": "x", "text": 7}',
        '{"action": "send", "client_message_id": {"S": "x"}, "text": "x"}',
        '{"action": "send", "text": "x"}',
        '{"action": "since", "sequence": "x"}',
        # Deeper than this the local engine, which reads frames to find their route, gives up.
        "[" * 3_000,
        '{"a":' * 3_000,
        json.dumps({"action": "x" * 30_000}),
    ],
    ids=lambda frame: frame[:40],
)
def test_a_bad_frame_gets_an_error_and_the_socket_lives_on(line: Line, frame: str) -> None:
    visitor = line.visitor()

    with opened(visitor) as socket:
        socket.hello(visitor)
        socket.send_raw(frame)
        error = socket.wait_for("error")
        socket.send({"action": "ping"})
        socket.wait_for("pong")

    assert error["error"].keys() >= {"code", "message"}


def test_an_error_about_a_message_names_it(line: Line) -> None:
    visitor = line.visitor()

    with opened(visitor) as socket:
        socket.hello(visitor)
        socket.send({"action": "send", "client_message_id": "this-one", "text": 7})
        error = socket.wait_for("error")

    assert error["client_message_id"] == "this-one"


def test_a_frame_cannot_reach_into_another_conversation(line: Line) -> None:
    mine, others, words = line.visitor(), line.visitor(), f"for {tag()}"

    with opened(mine) as socket:
        socket.hello(mine)
        socket.send(
            {
                "action": "send",
                "client_message_id": "one",
                "text": words,
                "conversation": "another",
                "session_id": others.session["session_id"],
            }
        )
        socket.wait_for_words(words)

    assert mine.messages()[0]["text"] == words
    assert others.messages() == []


@pytest.mark.parametrize("token", ["", "x", 7, None, {"S": "x"}])
def test_a_wrong_hello_gets_an_error_and_the_end(line: Line, token: object) -> None:
    with opened(line.visitor()) as socket:
        socket.send({"action": "hello", "token": token, "since": 0})
        socket.wait_for_end()
        kinds = [frame["type"] for frame in socket.frames]

    assert kinds == ["error"]


def test_nothing_is_answered_before_hello(line: Line) -> None:
    visitor = line.visitor()

    with opened(visitor) as socket:
        try:
            socket.send({"action": "send", "client_message_id": "early", "text": QUESTION})
            socket.send({"action": "ping"})
            socket.wait_for_end()
        except ConnectionClosed:
            pass
        kinds = {frame["type"] for frame in socket.frames}

    assert kinds <= {"error"}
    assert visitor.messages() == []


def test_a_token_in_the_sockets_url_is_ignored(line: Line) -> None:
    visitor = line.visitor()

    with opened(visitor, query=f"?token={visitor.session['token']}") as socket:
        socket.send({"action": "hello", "since": 0})
        socket.wait_for_end()

    assert "welcome" not in {frame["type"] for frame in socket.frames}


def test_a_socket_that_never_says_hello_is_closed(line: Line) -> None:
    with opened(line.visitor()) as socket:
        seconds = socket.wait_for_end(SECONDS_FOR_HELLO + SECONDS_AFTER)

    assert seconds > SECONDS_FOR_HELLO / 2


def test_a_message_that_no_socket_took_waits_for_the_next_hello(line: Line) -> None:
    visitor: Visitor = line.visitor()
    with opened(visitor) as socket:
        socket.hello(visitor)
    visitor.say(QUESTION)
    wait_for(visitor.heard, "an answer")

    with opened(visitor) as socket:
        socket.hello(visitor, since=0)
        message = socket.wait_for("message", lambda f: f["message"]["author"]["role"] == "bot")

    assert message["message"] in visitor.messages()
