"""What a customer turn costs is known, and does not grow with the conversation (fault 54)."""

from dataclasses import replace

import pytest

from bench.capacity import count_handoff, count_turn, counting, total
from bench.line import Line, make_patience, read_house
from bench.tables import local_client, make_table
from tests.adapters.store.rows import StillClock
from tests.journeys.world import START
from warmline.adapters.dynamodb import keys
from warmline.adapters.dynamodb.items import to_typed
from warmline.adapters.dynamodb.statements import Commit
from warmline.adapters.dynamodb.store import DynamoStore
from warmline.adapters.memory import MemoryStore
from warmline.application.handing_off import LATEST
from warmline.application.ports import ConversationStore
from warmline.application.receive_message import Incoming
from warmline.domain.address import Address
from warmline.domain.agent import Agent
from warmline.domain.conversation import Head, Marks, fold
from warmline.domain.outgoing import Outgoing, Status
from warmline.domain.writes import Put, Row

WEB = Address.web("session-0001")
MESSAGES = 10_000
WORDS = "I ordered a lamp on Monday and it has not come yet. " * 8
A_BATCH = 25


def line_on(store: ConversationStore) -> Line:
    return Line(store, StillClock(), lambda: "c1", make_patience(5), read_house())


def test_a_customer_turn_takes_so_many_calls_and_units(real_store: DynamoStore) -> None:
    line = line_on(real_store)
    count_turn(line, real_store.client, WEB, "first")

    steps = count_turn(line, real_store.client, WEB, "second")

    assert {name: dict(step.calls) for name, step in steps.items()} == {
        "message in": {"BatchGetItem": 1, "GetItem": 1, "TransactWriteItems": 1},
        "bot's answer": {"GetItem": 3, "Query": 1, "UpdateItem": 1, "TransactWriteItems": 1},
        "delivery": {"Query": 3, "GetItem": 2, "UpdateItem": 4},
    }
    turn = total(steps)
    assert turn.writes <= 64
    assert turn.reads <= 20


def test_a_case_at_the_desk_takes_so_many_units(real_store: DynamoStore) -> None:
    line = line_on(real_store)
    real_store.commit([Put(Agent(id="U1", display_name="Ana", on_shift=True))])
    count_turn(line, real_store.client, WEB, "first")

    case = total(count_handoff(line, real_store.client, WEB, "U1"))

    assert case.writes <= 140
    assert case.reads <= 55


@pytest.fixture(scope="module")
def long_past() -> list[Row]:
    """The rows of a conversation that has gone on for far too long, all of it delivered."""
    store = MemoryStore()
    line = line_on(store)
    for number in range(MESSAGES):
        text = WORDS if number > MESSAGES - LATEST else "And?"
        line.receive(Incoming(address=WEB, scope=f"s{number}", text=f"{text} {number}"))
    rows = store.rows.values()
    return [_delivered(row) if isinstance(row, Outgoing) else row for row in rows]


@pytest.fixture(scope="module")
def long_store(dynamodb_local: str, long_past: list[Row]) -> DynamoStore:
    store = DynamoStore(local_client(dynamodb_local), make_table(dynamodb_local), StillClock())
    commit = Commit("seed", store.name, START)
    requests = [{"PutRequest": {"Item": _item(commit, row)}} for row in long_past]
    for number in range(0, len(requests), A_BATCH):
        batch = {store.name: requests[number : number + A_BATCH]}
        answer = store.client.batch_write_item(RequestItems=batch)  # type: ignore[arg-type]  # built above
        assert not answer["UnprocessedItems"]
    return store


@pytest.mark.fault(54)
def test_a_conversation_of_10_000_messages_costs_what_a_short_one_does(
    long_store: DynamoStore, long_past: list[Row]
) -> None:
    store, client = long_store, long_store.client
    [head] = [row for row in long_past if isinstance(row, Head)]
    assert head.last_sequence == MESSAGES + 1

    key = keys.conversation("c1")
    item = client.get_item(TableName=store.name, Key={"PK": {"S": key.pk}, "SK": {"S": key.sk}})
    assert len(str(item["Item"])) < 4_000, "the head stays small"

    with counting(client) as next_one:
        assert store.next_outgoing(WEB.value) is None
    assert (dict(next_one.calls), next_one.reads <= 2) == ({"Query": 1}, True)

    with counting(client) as latest:
        log = store.read_log("c1", after=head.last_sequence - LATEST)
    assert [one.sequence for one in log[:LATEST]] == list(
        range(MESSAGES + 2 - LATEST, MESSAGES + 2)
    )
    assert (dict(latest.calls), latest.reads < 50) == ({"Query": 1}, True)


def test_the_whole_of_a_long_log_is_read_when_asked_for(
    long_store: DynamoStore, long_past: list[Row]
) -> None:
    log = long_store.read_log("c1")[: MESSAGES + 1]

    assert [entry.sequence for entry in log] == list(range(1, MESSAGES + 2))
    [head] = [row for row in long_past if isinstance(row, Head)]
    assert fold(log) == replace(head, marks=Marks(), version=0)


def test_a_message_and_a_handoff_in_a_long_conversation_cost_no_more_than_their_own_size(
    long_store: DynamoStore,
) -> None:
    line = line_on(long_store)

    with counting(long_store.client) as consumed:
        line.receive(Incoming(address=WEB, scope="the last", text="Hello?"))
        line.deliver(WEB.value)
        line.receive(Incoming(address=WEB, scope="a human", text="I want a human"))

    assert consumed.writes <= 130
    assert consumed.reads <= 60
    line.deliver(WEB.value)


def _delivered(row: Outgoing) -> Outgoing:
    return row.ended(Status.SENT)


def _item(commit: Commit, row: Row) -> dict[str, object]:
    item: dict[str, object] = commit.statement(Put(replace(row, version=0)))["Put"]["Item"]
    return item | {keys.VERSION: to_typed(row.version)}
