"""Fault 54: nothing grows with a conversation, however long it becomes."""

import json

import pytest

from tests.journeys.world import START, World
from warmline.adapters.dynamodb.statements import Commit
from warmline.application.ports import TurnRequest
from warmline.application.take_turn import HISTORY
from warmline.domain.outgoing import Outgoing, Task
from warmline.domain.states import State
from warmline.domain.writes import Put, Row

MESSAGES = 10_000
LONG = "My parcel is late and I would like to know where it is. " * 25
ITEM_LIMIT = 400 * 1024


def size(row: Row) -> int:
    """About how large the row's item is."""
    item = Commit("commit", "table", START).statement(Put(row))
    return len(json.dumps(item))


@pytest.mark.fault(54)
def test_ten_thousand_messages_leave_every_item_small() -> None:
    world = World(lease_seconds=1_000_000)
    world.hire()
    world.stream_on = False
    conversation = world.customer("human please").conversation
    world.actions.claim("U0ANA", conversation)
    world.customer(LONG)
    before = {kind: largest(world, kind) for kind in ("Head", "AddressRecord", "Agent")}
    for _ in range(MESSAGES):
        world.customer("And one more thing")
    world.customer(LONG)
    world.actions.release("U0ANA", conversation)
    for kind, bytes_before in before.items():
        assert largest(world, kind) < bytes_before + 200
    assert max(size(row) for row in world.memory.rows.values()) < ITEM_LIMIT / 20
    assert world.head(conversation).state is State.WAITING


def largest(world: World, kind: str) -> int:
    return max(size(row) for name, row in world.memory.rows.items() if name[0] == kind)


@pytest.mark.fault(54)
def test_the_desk_and_the_bot_are_shown_the_latest_of_a_long_conversation() -> None:
    world = World(bot_turns_limit=1_000)
    world.stream_on = False
    conversation = world.customer("Where is my parcel?").conversation
    for number in range(400):
        world.customer(f"{number} {LONG}")
        world.take_turn(conversation, world.head(conversation).last_inbound)
    asked: list[TurnRequest] = world.responder.asked  # type: ignore[attr-defined]  # scripted
    assert len(asked) == 400
    assert len(asked[-1].history) <= HISTORY + 1  # the answer to the last of them
    assert f"399 {LONG}".strip() in asked[-1].questions[-1]
    world.customer("human please")
    rows = [row for row in world.memory.rows.values() if isinstance(row, Outgoing)]
    [so_far] = [row for row in rows if row.task is Task.POST]
    assert len(so_far.text) < 8_200
    assert "earlier messages are left out" in so_far.text
    assert "human please" in so_far.text
