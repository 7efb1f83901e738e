"""The web chat's sockets: hello first, then a faster way to what fetching tells as well."""

import pytest

from tests.events import load_event
from tests.functions.web_chat_world import WebWorld, kinds
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
