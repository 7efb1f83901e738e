"""The service deletes expired rows days late: until then they are as good as gone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bench.line import Line, make_patience, read_house
from tests.adapters.store.rows import FINDERS, StillClock, a_socket, stored
from tests.adapters.store.test_newer_code import raw
from tests.journeys.world import SMS, START
from warmline.adapters.dynamodb import keys
from warmline.adapters.dynamodb.store import DynamoStore
from warmline.application.receive_message import Incoming
from warmline.domain.errors import Conflict
from warmline.domain.records import Connection, Outage, Pace, Seen, Socket, Spending
from warmline.domain.writes import Check, Put

FADING = (
    a_socket(),
    Connection(session="one", id="a="),
    Pace(scope="slack#C1", next_free=START),
    Outage(scope="model"),
    Spending(scope="day:2026-01-01"),
)
DAY = 86_400


@pytest.mark.parametrize("row", FADING, ids=lambda row: type(row).__name__)
def test_an_expired_row_is_not_found_and_its_place_is_free(
    table_store: DynamoStore, clock: StillClock, row: Socket | Connection | Pace | Outage | Spending
) -> None:
    table_store.commit([Put(row)])
    table_store.commit([Put(stored(row))])
    clock.forward(DAY + 1)

    assert FINDERS[type(row)](table_store, row) is None
    table_store.commit([Check(row)])
    table_store.commit([Put(row)])
    assert FINDERS[type(row)](table_store, row) == stored(row)


@pytest.mark.parametrize("row", FADING, ids=lambda row: type(row).__name__)
def test_a_row_lives_as_long_as_it_may_be_needed(
    table_store: DynamoStore, clock: StillClock, row: Socket | Connection | Pace | Outage | Spending
) -> None:
    table_store.commit([Put(row)])
    clock.forward(timedelta(hours=2).total_seconds())

    assert FINDERS[type(row)](table_store, row) == stored(row)
    with pytest.raises(Conflict):
        table_store.commit([Put(row)])


def test_each_write_gives_a_row_new_time(table_store: DynamoStore, clock: StillClock) -> None:
    table_store.commit([Put(a_socket())])
    clock.forward(DAY / 12)
    table_store.commit([Put(replace(stored(a_socket()), greeted=True))])
    clock.forward(DAY / 12)

    assert table_store.find_socket(a_socket().id) is not None


@pytest.mark.fault(2)
@pytest.mark.fault(3)
@pytest.mark.fault(55)
@pytest.mark.parametrize("later", [1, 6 * 60, 30 * DAY, 400 * DAY])
def test_a_providers_message_that_comes_again_has_had_its_effect(
    real_store: DynamoStore, clock: StillClock, later: float
) -> None:
    line = Line(real_store, clock, lambda: "c1", make_patience(5), read_house())
    message = Incoming(address=SMS, scope="sms:AC1:SM1", text="Where is my parcel?")
    first = line.receive(message)
    clock.forward(later)

    again = line.receive(message)

    assert again == replace(first, repeated=True)
    assert len(real_store.read_log("c1")) == 2


def test_what_was_seen_is_known_for_as_long_as_its_message(
    table_store: DynamoStore, clock: StillClock
) -> None:
    seen = Seen(scope="sms:AC1:SM1", conversation="c1", sequence=2)
    table_store.commit([Put(seen)])
    clock.forward(3_650 * DAY)

    assert table_store.find_seen(seen.scope) == stored(seen)
    assert keys.EXPIRES not in raw(table_store, keys.seen(seen.scope))
