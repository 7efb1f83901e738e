"""The web chat's sockets: hello first, then a faster way to what fetching tells as well."""

import json

import pytest

from tests.events import load_event
from tests.functions.web_chat_world import Frame, WebWorld, kinds, shown
from warmline.domain.conversation import Head
from warmline.domain.records import Connection, Socket

HELLO_SECONDS = 10


# Opening a socket


@pytest.mark.bad_input(43)
@pytest.mark.bad_input(44)
@pytest.mark.parametrize(
    "origin",
    [
        None,
        "null",
        "https://evil.example",
        "https://shop.example.evil.example",
        "https://shop.example:1",
        "https://shop.example/",
        "http://shop.example",
        "https://SHOP.example",
        "",
    ],
)
def test_a_socket_of_another_page_or_of_none_is_refused(origin: str | None) -> None:
    world = WebWorld()

    assert world.connect("c1", origin) == 403
    assert world.rows(Socket) == []


def test_a_second_origin_does_not_hide_behind_ours() -> None:
    assert WebWorld().connect("c1", "https://evil.example", "https://shop.example") == 403


def test_a_socket_of_our_page_is_opened_and_awaited() -> None:
    world = WebWorld()

    assert world.connect("c1") == 200
    assert world.memory.find_socket("c1") is not None
    assert world.frames("c1") == []


@pytest.mark.parametrize(
    ("case", "status"), [("connect", 200), ("connect_without_origin", 403), ("disconnect", 200)]
)
def test_the_gateways_own_payloads_are_understood(case: str, status: int) -> None:
    assert WebWorld().give_socket(load_event("web_chat", case)) == status


def test_a_socket_that_cannot_be_noted_is_not_opened() -> None:
    world = WebWorld()
    world.troubles.failing = {"commit"}

    assert world.connect("c1") == 503


def test_opening_the_same_socket_twice_is_no_trouble() -> None:
    world = WebWorld()

    assert [world.connect("c1"), world.connect("c1")] == [200, 200]


# Saying hello


def test_hello_is_welcomed_with_the_conversation_and_the_last_number() -> None:
    world = WebWorld()
    visitor = world.visitor()

    assert visitor.hello("c1") == [
        {"type": "welcome", "conversation": {"state": "bot"}, "sequence": 0}
    ]
    assert world.sockets_known == {"c1"}


@pytest.mark.bad_input(43)
@pytest.mark.parametrize(
    "frame",
    [
        {"action": "hello"},
        {"action": "hello", "token": ""},
        {"action": "hello", "token": "x"},
        {"action": "hello", "token": 7},
        {"action": "hello", "token": None},
        {"action": "hello", "token": {"S": "x"}},
        {"action": "hello", "token": "v1.e30." + "x" * 43},
        {"action": "ping"},
        {"action": "typing"},
        {"action": "since", "sequence": 0},
        {"action": "send", "client_message_id": "early", "text": "Hello?"},
        {"action": "fly"},
        [1],
    ],
)
def test_a_first_frame_without_a_good_token_gets_an_error_and_the_end(frame: object) -> None:
    world = WebWorld()
    world.connect("c1")

    frames = world.frame("c1", frame)

    assert kinds(frames) == ["error"]
    assert world.gateway.closed == ["c1"]
    assert world.memory.rows == {}


def test_a_first_frame_that_is_not_json_gets_an_error_and_the_end() -> None:
    world = WebWorld()
    world.connect("c1")

    assert kinds(world.frame("c1", raw="[" * 10_000)) == ["error"]
    assert world.gateway.closed == ["c1"]


@pytest.mark.bad_input(43)
def test_an_expired_token_gets_an_error_and_the_end() -> None:
    world = WebWorld()
    visitor = world.visitor()
    world.clock.forward(31 * 24 * 3600)

    assert kinds(visitor.hello("c1")) == ["error"]
    assert world.gateway.closed == ["c1"]


def test_nobody_learns_why_a_token_was_refused() -> None:
    world = WebWorld()
    visitor = world.visitor()
    world.clock.forward(31 * 24 * 3600)
    world.connect("c2")

    old = visitor.hello("c1")
    forged = world.frame("c2", {"action": "hello", "token": "nonsense"})

    assert old == forged


@pytest.mark.parametrize("since", ["1", -1, 1.5, True, 10**20, {"N": "1"}])
def test_a_hello_with_a_malformed_since_is_a_wrong_hello(since: object) -> None:
    world = WebWorld()
    token = world.visitor().token
    world.connect("c1")

    frames = world.frame("c1", {"action": "hello", "token": token, "since": since})

    assert kinds(frames) == ["error"]
    assert world.gateway.closed == ["c1"]


def test_a_greeted_socket_cannot_become_another_sessions() -> None:
    world = WebWorld()
    mine, other = world.visitor(), world.visitor()
    mine.hello("c1")

    frames = world.frame("c1", {"action": "hello", "token": other.token, "since": 0})

    assert kinds(frames) == ["error"]
    assert world.gateway.closed == ["c1"]
    assert world.sockets_known == set()


def test_hello_twice_is_welcomed_twice() -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.hello("c1")

    again = world.frame("c1", {"action": "hello", "token": visitor.token, "since": 0})

    assert kinds(again) == ["welcome"]
    assert len(world.rows(Connection)) == 1


def test_a_socket_that_never_says_hello_is_closed_in_time() -> None:
    world = WebWorld()
    world.connect("c1")

    world.settle(HELLO_SECONDS - 1)
    early = list(world.gateway.closed)
    world.settle(2)

    assert early == []
    assert world.gateway.closed == ["c1"]
    assert world.rows(Socket) == []


def test_with_the_stream_off_the_sweeper_closes_it() -> None:
    world = WebWorld()
    world.stream_on = False
    world.connect("c1")

    world.live(70)

    assert world.gateway.closed == ["c1"]


def test_a_greeted_socket_stays_open() -> None:
    world = WebWorld()
    world.visitor().hello("c1")

    world.live(200)

    assert world.gateway.closed == []


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
    assert states == [{"state": "waiting"}, {"state": "with_agent", "agent_name": "Ana"}]
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


# Going away and coming back


def test_a_socket_that_is_closed_is_forgotten() -> None:
    world = WebWorld()
    world.visitor().hello("c1")

    world.drop("c1")

    assert world.memory.rows == {}


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
        "conversation": {"state": "waiting"},
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
