"""When the service throttles, fails or is silent: tried again, else nothing is half-stored."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from bench.line import Line, make_patience, read_house
from bench.tables import local_client, make_table
from tests.adapters.store.faulty import (
    INDEX,
    Fault,
    FaultyWay,
    cancel,
    faulty_way,
    hang_up,
    leave_unprocessed,
    lose_the_answer,
    refuse,
    throttle,
)
from tests.adapters.store.rows import StillClock, a_head, an_entry, an_outgoing, stored
from tests.journeys.world import SMS
from warmline.adapters.dynamodb.client import ATTEMPTS
from warmline.adapters.dynamodb.store import DynamoStore
from warmline.application.receive_message import Incoming
from warmline.application.retrying import LONGEST_PAUSE, Patience
from warmline.domain.errors import Conflict, StoreUnavailable
from warmline.domain.records import Pace
from warmline.domain.writes import Put

SINGLE, BOTH = "UpdateItem", "TransactWriteItems"
INDEX_THROTTLED = throttle(f"Throughput exceeds the current capacity for one or more index {INDEX}")


@dataclass
class Way:
    """A store behind a way that fails, and the same table reached without it."""

    way: FaultyWay
    store: DynamoStore
    table: DynamoStore

    def items(self) -> int:
        return int(self.table.client.scan(TableName=self.table.name)["Count"])


@pytest.fixture
def line(dynamodb_local: str, clock: StillClock) -> Iterator[Way]:
    name = make_table(dynamodb_local)
    with faulty_way(dynamodb_local) as way:
        store = DynamoStore(local_client(way.endpoint_url), name, clock)
        yield Way(way, store, DynamoStore(local_client(dynamodb_local), name, clock))
        store.client.close()


def use_cases(line: Way, patience: Patience) -> Line:
    """What a function would do with a store that fails."""
    return Line(line.store, line.store.clock, lambda: "c1", patience, read_house())


def put_one(store: DynamoStore) -> None:
    store.commit([Put(replace(stored(a_head()), epoch=2))])


def put_two(store: DynamoStore) -> None:
    store.commit([Put(an_entry()), Put(an_outgoing())])


THROTTLES = pytest.mark.parametrize(
    ("operation", "act", "fault"),
    [
        (SINGLE, put_one, throttle()),
        (SINGLE, put_one, INDEX_THROTTLED),
        (SINGLE, put_one, refuse("ThrottlingException")),
        (SINGLE, put_one, refuse("InternalServerError", status=500)),
        (SINGLE, put_one, hang_up),
        (BOTH, put_two, cancel("None", "ThrottlingError")),
        (BOTH, put_two, cancel("ProvisionedThroughputExceeded", "None")),
        (BOTH, put_two, INDEX_THROTTLED),
        (BOTH, put_two, refuse("TransactionInProgressException")),
        (BOTH, put_two, hang_up),
    ],
)


@pytest.mark.fault(49)
@THROTTLES
def test_what_was_throttled_once_is_sent_again_and_stored(
    line: Way, operation: str, act: Callable[[DynamoStore], None], fault: Fault
) -> None:
    line.table.commit([Put(a_head())])
    line.way.will(operation, fault)

    act(line.store)

    assert line.way.count(operation) == 2
    assert line.items() == (1 if operation == SINGLE else 3)


@pytest.mark.fault(5)
@pytest.mark.fault(49)
@THROTTLES
def test_what_stays_throttled_is_unavailable_and_nothing_is_half_stored(
    line: Way, operation: str, act: Callable[[DynamoStore], None], fault: Fault
) -> None:
    line.table.commit([Put(a_head())])
    line.way.will(operation, *[fault] * ATTEMPTS)

    with pytest.raises(StoreUnavailable):
        act(line.store)

    assert line.way.count(operation) == ATTEMPTS
    assert line.items() == 1
    assert line.table.find_head("c1") == stored(a_head())


@pytest.mark.fault(50)
@pytest.mark.parametrize(
    "reasons",
    [
        ("ConditionalCheckFailed", "None"),
        ("None", "TransactionConflict"),
        ("TransactionConflict", "ConditionalCheckFailed"),
    ],
)
def test_a_lost_race_is_a_conflict_and_the_transaction_is_not_sent_again(
    line: Way, reasons: tuple[str, ...]
) -> None:
    line.way.will(BOTH, cancel(*reasons))

    with pytest.raises(Conflict):
        put_two(line.store)

    assert line.way.count(BOTH) == 1


@pytest.mark.parametrize(
    "code", ["ConditionalCheckFailedException", "TransactionConflictException"]
)
def test_a_lost_race_of_a_single_write_is_a_conflict(line: Way, code: str) -> None:
    line.way.will(SINGLE, refuse(code))

    with pytest.raises(Conflict):
        put_one(line.store)

    assert line.way.count(SINGLE) == 1


@pytest.mark.fault(50)
@pytest.mark.parametrize(
    "fault",
    [
        cancel("ValidationError", "None"),
        cancel("ItemCollectionSizeLimitExceeded", "None"),
        cancel("ConditionalCheckFailed", "ThrottlingError"),
        cancel("None", "None"),
        refuse("TransactionCanceledException"),
        refuse("AccessDeniedException"),
        refuse("ResourceNotFoundException"),
    ],
)
def test_whatever_else_cancels_a_write_is_not_taken_for_a_lost_race(
    line: Way, fault: Fault
) -> None:
    line.way.will(BOTH, fault)

    with pytest.raises(StoreUnavailable):
        put_two(line.store)

    assert line.way.count(BOTH) == 1
    assert line.items() == 0


def test_a_failure_says_why(line: Way) -> None:
    line.way.will(BOTH, cancel("None", "ValidationError"))

    with pytest.raises(StoreUnavailable, match="TransactionCanceledException ValidationError"):
        put_two(line.store)


@pytest.mark.parametrize("act", [put_one, put_two])
def test_a_write_whose_answer_was_lost_is_known_again_and_counts_once(
    line: Way, act: Callable[[DynamoStore], None]
) -> None:
    line.table.commit([Put(a_head())])
    operation = SINGLE if act is put_one else BOTH
    line.way.will(operation, lose_the_answer)

    act(line.store)

    assert line.way.count(operation) == 2
    head = line.table.find_head("c1")
    assert (head.version if head else 0) == (2 if act is put_one else 1)


def test_a_new_row_whose_answer_was_lost_is_known_again(line: Way) -> None:
    line.way.will("PutItem", lose_the_answer)

    line.store.commit([Put(an_entry())])

    assert line.table.read_log("c1") == [stored(an_entry())]


def test_the_same_row_put_by_another_is_not_taken_for_our_own(line: Way, clock: StillClock) -> None:
    slot = Pace(scope="slack#C1", next_free=clock())
    line.table.commit([Put(slot)])
    same = replace(stored(slot), next_free=clock() + timedelta(seconds=1))
    line.table.commit([Put(same)])

    with pytest.raises(Conflict):
        line.store.commit([Put(same)])


@pytest.mark.parametrize(
    ("operation", "read"),
    [
        ("GetItem", lambda store: store.find_head("c1")),
        ("Query", lambda store: store.read_log("c1")),
        ("Query", lambda store: store.next_outgoing(SMS.value)),
        ("Query", lambda store: store.find_due(store.clock(), limit=5)),
        ("BatchGetItem", lambda store: store.read_arrival("scope", SMS.value)),
    ],
)
def test_a_read_that_fails_is_unavailable_and_never_an_absence(
    line: Way, operation: str, read: Callable[[DynamoStore], object]
) -> None:
    line.way.will(operation, *[refuse("InternalServerError", status=500)] * 99)

    with pytest.raises(StoreUnavailable):
        read(line.store)


def test_keys_that_were_not_looked_up_are_asked_for_again(line: Way) -> None:
    put_two(line.table)

    line.way.will("BatchGetItem", leave_unprocessed)
    assert line.store.read_arrival("scope", SMS.value).seen is None
    assert line.way.count("BatchGetItem") == 2

    line.way.will("BatchGetItem", *[leave_unprocessed] * 9)
    with pytest.raises(StoreUnavailable):
        line.store.read_arrival("scope", SMS.value)


@pytest.mark.fault(5)
def test_a_throttled_message_is_stored_when_it_comes_again_and_once(line: Way) -> None:
    use = use_cases(line, make_patience(5))
    message = Incoming(address=SMS, scope="sms:AC1:SM1", text="Where is my parcel?")
    line.way.will(BOTH, *[throttle()] * ATTEMPTS)

    with pytest.raises(StoreUnavailable):
        use.receive(message)
    assert line.items() == 0

    first, again = use.receive(message), use.receive(message)
    assert (first.repeated, again.repeated) == (False, True)
    assert [one.text for one in line.table.read_log(first.conversation)] == ["", message.text]


@pytest.mark.fault(50)
@pytest.mark.parametrize("reason", ["ConditionalCheckFailed", "TransactionConflict"])
def test_after_a_lost_race_all_is_read_and_decided_again_after_a_pause(
    line: Way, reason: str
) -> None:
    pauses: list[float] = []
    patience = Patience(5, pauses.append, lambda: 0.0, iter((0.5, 0.9)).__next__)
    use = use_cases(line, patience)
    line.way.will(BOTH, cancel(reason), cancel(reason))

    received = use.receive(Incoming(address=SMS, scope="sms:AC1:SM1", text="Hello"))

    assert line.way.seen == ["BatchGetItem", BOTH] * 3
    assert len(line.table.read_log(received.conversation)) == 2
    assert 0 < pauses[0] < pauses[1] <= LONGEST_PAUSE
