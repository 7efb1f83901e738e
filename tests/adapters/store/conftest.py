"""The three stores that must behave alike."""

from collections.abc import Iterator

import pytest
from moto import mock_aws

from bench.tables import local_client, make_table
from tests.adapters.store.rows import StillClock
from warmline.adapters.dynamodb.store import DynamoStore
from warmline.adapters.memory import MemoryStore
from warmline.application.ports import ConversationStore

TABLES = ("moto", "dynamodb_local")


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture(params=("memory", *TABLES))
def store(request: pytest.FixtureRequest, clock: StillClock) -> Iterator[ConversationStore]:
    """Yield an empty store, once of each kind."""
    if request.param == "memory":
        yield MemoryStore()
    else:
        yield from _table_on(request, clock)


@pytest.fixture(params=TABLES)
def table_store(request: pytest.FixtureRequest, clock: StillClock) -> Iterator[DynamoStore]:
    """Yield an empty store in a table, for what only a table can show."""
    yield from _table_on(request, clock)


@pytest.fixture
def real_store(dynamodb_local: str, clock: StillClock) -> DynamoStore:
    """An empty store in the vendor's own engine."""
    return DynamoStore(local_client(dynamodb_local), make_table(dynamodb_local), clock)


def _table_on(request: pytest.FixtureRequest, clock: StillClock) -> Iterator[DynamoStore]:
    if request.param == "moto":
        with mock_aws():
            yield DynamoStore(local_client(""), make_table(""), clock)
    else:
        yield request.getfixturevalue("real_store")
