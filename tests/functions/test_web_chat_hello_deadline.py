"""A new socket's row, as the stream shows it, becomes a look at it when its hello is overdue."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, cast

from functions.dispatch_changes.app import make_handler
from tests.functions.web_chat_world import WebWorld
from warmline.adapters.dynamodb import keys
from warmline.adapters.dynamodb.items import attributes, row_of_image, to_typed
from warmline.bootstrap import Dispatcher
from warmline.domain.records import Connection, Socket
from warmline.domain.writes import Row

if TYPE_CHECKING:
    from warmline.adapters.sqs.hints import QueuedHints

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SOCKET = Socket(
    id="R1kmxc2VNjMCFIA=", opened_at=NOW, hello_by=NOW + timedelta(seconds=10), version=1
)


def image_of(row: Row) -> dict[str, dict[str, object]]:
    key = keys.key_of(row)
    values = {**attributes(row), keys.VERSION: 1, keys.PK: key.pk, keys.SK: key.sk}
    return {name: to_typed(value) for name, value in values.items()}


def test_the_stream_shows_a_new_socket() -> None:
    assert row_of_image(image_of(SOCKET)) == SOCKET


def test_a_connection_asks_for_nothing() -> None:
    assert row_of_image(image_of(Connection(session="s" * 32, id="c1"))) is None


def dispatched(world: WebWorld, *sockets: Socket) -> None:
    """Hand the stream's records of new sockets to the real handler."""
    dispatcher = Dispatcher(cast("QueuedHints", world.hints), world.house.policy)
    images = [image_of(socket) for socket in sockets]
    records = [{"eventName": "INSERT", "dynamodb": {"NewImage": image}} for image in images]
    answered = make_handler(lambda: dispatcher)({"Records": records}, None)
    assert answered == {"batchItemFailures": []}


def test_a_new_socket_is_looked_at_when_its_hello_is_due() -> None:
    world = WebWorld(hello_seconds=3)
    dispatched(world, SOCKET)

    [hint] = world.listed.pending
    assert hint.name == "socket"
    assert timedelta(seconds=2.9) < hint.due - world.clock() <= timedelta(seconds=3)


def test_a_socket_that_came_greeted_is_left_alone() -> None:
    world = WebWorld()
    dispatched(world, replace(SOCKET, greeted=True))

    assert world.listed.pending == []
