"""A new socket's row, as the stream shows it, becomes a look at it when its hello is overdue."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.functions.web_chat_world import WebWorld
from warmline.adapters.dynamodb import keys
from warmline.adapters.dynamodb.items import attributes, row_of_image, to_typed
from warmline.application.hinting import hint_socket
from warmline.domain.records import Connection, Socket
from warmline.domain.writes import Row

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


def test_a_new_socket_is_looked_at_when_its_hello_is_due() -> None:
    world = WebWorld(hello_seconds=3)
    hint_socket(world.hints, world.house.policy, SOCKET)

    [hint] = world.listed.pending
    assert hint.name == "socket"
    assert timedelta(seconds=2.9) < hint.due - world.clock() <= timedelta(seconds=3)


def test_a_socket_that_came_greeted_is_left_alone() -> None:
    world = WebWorld()
    hint_socket(world.hints, world.house.policy, replace(SOCKET, greeted=True))

    assert world.listed.pending == []
