"""An answer while it is being written, on the sockets of whoever waits for it."""

from typing import TYPE_CHECKING, cast

from tests.adapters.store.rows import a_head
from tests.functions.web_chat_world import FakeGateway
from tests.journeys.world import SLACK, SMS
from warmline.adapters.memory import MemoryStore
from warmline.adapters.web.drafts import WebDrafts
from warmline.adapters.web.sockets import GatewaySockets
from warmline.domain.address import Address
from warmline.domain.records import Connection
from warmline.domain.writes import Put

if TYPE_CHECKING:
    from mypy_boto3_apigatewaymanagementapi import ApiGatewayManagementApiClient

SESSION = "0123456789abcdef0123456789abcdef"
HEAD = a_head(address=Address.web(SESSION).value)


def drafts(*connections: str) -> tuple[WebDrafts, FakeGateway]:
    """Drafts for a session with these sockets, all of them alive."""
    store, gateway = MemoryStore(), FakeGateway(open=set(connections))
    store.commit([Put(Connection(session=SESSION, id=one)) for one in connections])
    client = cast("ApiGatewayManagementApiClient", gateway)
    return WebDrafts(store, GatewaySockets(lambda: client)), gateway


def test_every_socket_shows_each_draft_whole() -> None:
    made, gateway = drafts("one", "two")

    show = made(HEAD, 7)
    assert show is not None
    show("It takes", ())
    show("It takes 3 days.", ())

    expected = [
        {"type": "draft", "turn": "7", "text": text} for text in ("It takes", "It takes 3 days.")
    ]
    assert gateway.frames == {"one": expected, "two": expected}


def test_where_nobody_looks_there_are_no_drafts() -> None:
    made, _ = drafts()

    assert made(HEAD, 7) is None
    assert made(a_head(address=SMS.value), 7) is None
    assert made(a_head(address=SLACK.value), 7) is None


def test_a_socket_that_does_not_take_a_draft_gets_no_more_and_keeps_nobody_waiting() -> None:
    made, gateway = drafts("good", "gone", "full")
    gateway.open.discard("gone")
    gateway.refusing.add("full")

    show = made(HEAD, 7)
    assert show is not None
    show("One.", ())
    gateway.refusing.clear()
    gateway.open.add("gone")
    show("One. Two.", ())

    assert [frame["text"] for frame in gateway.frames["good"]] == ["One.", "One. Two."]
    assert set(gateway.frames) == {"good"}


def test_a_draft_that_no_frame_holds_is_left_to_the_message() -> None:
    made, gateway = drafts("one")

    show = made(HEAD, 7)
    assert show is not None
    show("x" * 40_000, ())

    assert gateway.frames == {}
