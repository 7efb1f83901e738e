"""Web chat as a customer's channel, over a table in memory and a gateway that remembers."""

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest

from tests.functions.web_chat_world import FakeGateway, kinds
from tests.journeys.world import START
from warmline.adapters.memory import MemoryStore
from warmline.adapters.web.channel import WebChannel
from warmline.adapters.web.sockets import GatewaySockets
from warmline.domain.address import Address
from warmline.domain.conversation import Head
from warmline.domain.entries import Kind, LogEntry, Role
from warmline.domain.errors import TemporaryDeliveryError
from warmline.domain.outgoing import Outgoing, Task
from warmline.domain.records import AddressRecord, Connection, Socket
from warmline.domain.states import State
from warmline.domain.writes import Put

if TYPE_CHECKING:
    from mypy_boto3_apigatewaymanagementapi import ApiGatewayManagementApiClient

SESSION = "0123456789abcdef0123456789abcdef"
TARGET = Address.web(SESSION).value
ENTRY = LogEntry(
    conversation="c1",
    sequence=7,
    at=START,
    kind=Kind.MESSAGE,
    role=Role.AGENT,
    state=State.WITH_AGENT,
    epoch=3,
    after=5,
    text="Good morning!",
    name="Ana",
    agent="U0ANA",
)
ROW = Outgoing(
    target=TARGET,
    sequence=7,
    task=Task.SAY,
    conversation="c1",
    created_at=START,
    text="Good morning!",
    entry=ENTRY,
)
MESSAGE = {
    "sequence": 7,
    "after": 5,
    "kind": "message",
    "author": {"role": "agent", "name": "Ana"},
    "text": "Good morning!",
    "sent_at": "2026-03-02T09:00:00.000Z",
}


class Web:
    """The channel and what is around it."""

    def __init__(self) -> None:
        self.store, self.gateway = MemoryStore(), FakeGateway()
        client = cast("ApiGatewayManagementApiClient", self.gateway)
        self.channel = WebChannel(self.store, GatewaySockets(lambda: client))

    def open(self, connection: str, *, shown_through: int = 0, alive: bool = True) -> None:
        socket = Socket(id=connection, opened_at=START, session=SESSION, greeted=True)
        row = Connection(session=SESSION, id=connection, shown_through=shown_through)
        self.store.commit([Put(socket), Put(row)])
        if alive:
            self.gateway.open.add(connection)

    def with_head(self, state: State, agent_name: str = "") -> None:
        head = Head(
            id="c1",
            address=TARGET,
            state=state,
            epoch=3,
            opened_at=START,
            last_activity=START,
            first_sequence=1,
            last_sequence=9,
            agent_name=agent_name,
        )
        address = AddressRecord(
            address=TARGET,
            open_conversation="c1",
            last_conversation="c1",
            last_sequence=9,
            last_visible=8,
        )
        self.store.commit([Put(head), Put(address)])

    def connections(self) -> list[str]:
        return [row.id for row in self.store.connections(SESSION)]


def test_a_message_is_pushed_to_every_socket_of_the_session() -> None:
    web = Web()
    web.open("c1")
    web.open("c2")

    assert web.channel.send(ROW) == ""
    expected = [{"type": "message", "message": MESSAGE}]
    assert web.gateway.frames == {"c1": expected, "c2": expected}


def test_without_a_socket_the_message_waits_in_the_log() -> None:
    assert Web().channel.send(ROW) == ""


def test_a_change_of_state_follows_as_it_stands_now() -> None:
    web = Web()
    web.open("c1")
    web.with_head(State.WITH_AGENT, "Ana")

    web.channel.send(replace(ROW, announces_state=True))

    assert web.gateway.frames["c1"][1:] == [
        {
            "type": "conversation",
            "conversation": {"state": "with_agent", "agent_name": "Ana"},
            "sequence": 8,
        }
    ]


@pytest.mark.fault(45)
def test_a_gone_socket_is_forgotten_and_the_others_get_the_message() -> None:
    web = Web()
    web.open("c1", alive=False)
    web.open("c2")

    web.channel.send(ROW)

    assert kinds(web.gateway.frames["c2"]) == ["message"]
    assert web.connections() == ["c2"]
    assert web.store.find_socket("c1") is None


def test_a_gone_socket_whose_rows_are_gone_too_is_no_trouble() -> None:
    web = Web()
    web.store.commit([Put(Connection(session=SESSION, id="c1"))])

    assert web.channel.send(ROW) == ""
    assert web.connections() == []


def test_a_socket_that_may_be_alive_is_worth_another_try_and_stays() -> None:
    web = Web()
    web.open("c1")
    web.open("c2")
    web.gateway.refusing.add("c1")

    with pytest.raises(TemporaryDeliveryError) as raised:
        web.channel.send(ROW)

    assert raised.value.code == "LimitExceededException"
    assert kinds(web.gateway.frames["c2"]) == ["message"]
    assert sorted(web.connections()) == ["c1", "c2"]


def test_what_a_hello_has_brought_is_not_pushed() -> None:
    web = Web()
    web.open("c1", shown_through=7)
    web.open("c2", shown_through=6)

    web.channel.send(ROW)

    assert list(web.gateway.frames) == ["c2"]


def test_a_message_larger_than_a_frame_is_announced_only() -> None:
    web = Web()
    web.open("c1")
    web.with_head(State.BOT)

    web.channel.send(replace(ROW, entry=replace(ENTRY, text="é" * 20_000)))

    assert web.gateway.frames["c1"] == [
        {"type": "conversation", "conversation": {"state": "bot"}, "sequence": 8}
    ]


def test_a_line_that_belongs_to_no_conversation_is_not_shown() -> None:
    web = Web()
    web.open("c1")

    web.channel.send(replace(ROW, entry=None))

    assert web.gateway.frames == {}


def test_nobody_can_tell_what_became_of_a_push() -> None:
    assert Web().channel.look_up(ROW) is None
