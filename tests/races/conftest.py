"""A table of the vendor's own engine for each race: others let two writers win."""

from collections.abc import Iterator

import pytest

from bench.tables import make_table
from tests.races.invariants import Rows, read_rows, violations


@pytest.fixture
def table(dynamodb_local: str) -> str:
    return make_table(dynamodb_local)


@pytest.fixture
def rows_after(dynamodb_local: str, table: str) -> Iterator[Rows]:
    """Yield what the table holds, read when asked; at the end every invariant must hold."""
    rows = Rows()
    rows.reader = lambda: read_rows(dynamodb_local, table)
    yield rows
    assert violations(rows.read()) == []
