"""Whatever a row holds comes back as it was put."""

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.adapters.store.rows import FINDERS, KINDS, rows_of, stored
from warmline.adapters.dynamodb import keys
from warmline.adapters.dynamodb.items import attributes, names, row_of, to_typed, untyped
from warmline.application.ports import ConversationStore
from warmline.domain.agent import WorkDone
from warmline.domain.entries import LogEntry
from warmline.domain.writes import Put, Row

ON_AN_ENGINE = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_a_row_survives_its_item(kind: type[Row], data: st.DataObject) -> None:
    row = data.draw(rows_of(kind))
    image = {name: to_typed(value) for name, value in attributes(row).items()}

    assert row_of(kind, untyped(image)) == row


@pytest.mark.parametrize("kind", KINDS)
def test_no_field_has_the_name_of_a_key_or_a_mark_of_ours(kind: type[Row]) -> None:
    ours = {
        *(keys.PK, keys.SK, keys.QUEUE_PK, keys.QUEUE_SK, keys.DEADLINES_PK, keys.DEADLINES_SK),
        *(keys.EXPIRES, keys.SCHEMA, keys.COMMIT),
    }

    anything: Any = kind
    assert not ours & set(names(anything))
    assert keys.VERSION in {field.name for field in fields(kind)}


@pytest.mark.parametrize("kind", sorted(FINDERS, key=str))
@ON_AN_ENGINE
@given(data=st.data())
def test_a_row_is_found_as_it_was_put(
    store: ConversationStore, kind: type[Row], data: st.DataObject
) -> None:
    row = data.draw(rows_of(kind))
    before = FINDERS[kind](store, row)
    if before is not None:
        return  # drawn twice

    store.commit([Put(row)])

    assert FINDERS[kind](store, row) == stored(row)


@pytest.mark.parametrize("kind", sorted(set(FINDERS) - {LogEntry}, key=str))
@ON_AN_ENGINE
@given(data=st.data())
def test_an_update_leaves_nothing_of_what_was_there(
    store: ConversationStore, kind: type[Row], data: st.DataObject
) -> None:
    first, drawn = data.draw(rows_of(kind)), data.draw(rows_of(kind))
    before = FINDERS[kind](store, first)
    if before is None:
        store.commit([Put(first)])
    version = before.version if before else 1
    second: Any = replace(drawn, **_names_of(first), version=version)

    store.commit([Put(second)])

    assert FINDERS[kind](store, first) == stored(second)


def test_every_kind_of_row_is_tried() -> None:
    assert set(KINDS) == set(FINDERS) | {WorkDone}
    assert len(KINDS) == len(Row.__value__.__args__)


def _names_of(row: Row) -> dict[str, object]:
    """What makes two rows the same row."""
    own = {
        "Head": ("id",),
        "AddressRecord": ("address",),
        "Outgoing": ("target", "sequence"),
        "Seen": ("scope",),
        "Thread": ("channel", "ts"),
        "Agent": ("id",),
        "OpenCase": ("agent", "conversation"),
        "Socket": ("id",),
        "Connection": ("session", "id"),
        "Pace": ("scope",),
        "Outage": ("scope",),
        "Spending": ("scope",),
        "ToolRun": ("key",),
        "ShiftEvent": ("agent", "at"),
        "HeldReply": ("conversation", "ts"),
        "Waited": ("team", "at", "conversation"),
        "Presence": ("session",),
        "CaseName": ("name", "conversation"),
    }
    return {name: getattr(row, name) for name in own[type(row).__name__]}
