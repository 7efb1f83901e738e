"""Old code at work while newer code already writes: nothing is lost, nothing is misread."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.adapters.store.rows import a_head, an_entry, an_outgoing, stored
from tests.journeys.world import SMS, START
from tests.races.invariants import kind_of
from warmline.adapters.dynamodb import keys
from warmline.adapters.dynamodb.items import attributes, row_of, row_of_image, to_typed, untyped
from warmline.adapters.dynamodb.statements import Commit, typed_key
from warmline.adapters.dynamodb.store import DynamoStore
from warmline.domain.agent import Agent
from warmline.domain.conversation import Head, Marks, Posted
from warmline.domain.entries import LogEntry
from warmline.domain.errors import SchemaTooNew
from warmline.domain.states import State
from warmline.domain.writes import Put, Row

VERSIONS = sorted((Path(__file__).parent / "versions").glob("*.json"))
WRITTEN = {"CONV", "OUT", "ADDR", "SEEN", "THREAD", "AGENT", "SOCKET", "VISIT", "PACE"}
CARD = Marks(card=Posted(channel="C0DESK", ts="1.0"))
NEWER = {
    "mood": {"S": "cheerful"},
    "marks.muted_until": {"S": "2026-03-02T09:00:00+00:00"},
    "marks.card.colour": {"S": "green"},
    "tags": {"SS": ["a", "b"]},
    "summary": {"M": {"text": {"S": "A parcel"}, "bytes": {"B": b"\x00"}}},
}


def raw(store: DynamoStore, key: keys.Key) -> dict[str, Any]:
    """Return an item as it is in the table."""
    answer = store.client.get_item(TableName=store.name, Key=typed_key(key), ConsistentRead=True)
    return dict(answer["Item"])


def add(store: DynamoStore, key: keys.Key, values: Mapping[str, Any]) -> None:
    """Write attributes as newer code would."""
    store.client.put_item(TableName=store.name, Item={**raw(store, key), **values})


@pytest.mark.fault(53)
def test_attributes_of_newer_code_are_passed_over_and_kept_through_an_update(
    table_store: DynamoStore,
) -> None:
    head, key = a_head(marks=CARD), keys.conversation("c1")
    table_store.commit([Put(head)])
    add(table_store, key, NEWER)

    read = table_store.find_head("c1")
    assert read == stored(head)
    table_store.commit([Put(replace(read, state=State.CLOSED, marks=Marks()))])

    left = raw(table_store, key)
    assert {name: left[name] for name in NEWER} == NEWER
    assert "marks.card.ts" not in left
    assert left["state"] == {"S": "closed"}


def test_they_are_kept_in_a_transaction_too(table_store: DynamoStore) -> None:
    table_store.commit([Put(an_outgoing())])
    key = keys.outgoing(SMS.value, 1)
    add(table_store, key, {"entry.tone": {"S": "warm"}, "priority": {"N": "3"}})

    table_store.commit([Put(replace(stored(an_outgoing()), attempt=1)), Put(a_head())])

    left = raw(table_store, key)
    assert (left["priority"], left["entry.tone"]) == ({"N": "3"}, {"S": "warm"})


@pytest.mark.fault(53)
def test_an_item_of_a_newer_schema_is_not_read(table_store: DynamoStore) -> None:
    table_store.commit([Put(a_head()), Put(an_entry()), Put(an_outgoing())])
    for key in (keys.conversation("c1"), keys.log_entry("c1", 1), keys.outgoing(SMS.value, 1)):
        add(table_store, key, {keys.SCHEMA: {"N": "2"}})

    for read in (
        lambda: table_store.find_head("c1"),
        lambda: table_store.read_log("c1"),
        lambda: table_store.next_outgoing(SMS.value),
    ):
        with pytest.raises(SchemaTooNew):
            read()


@pytest.mark.parametrize(("name", "value"), [("state", "on_holiday"), ("reason", "full_moon")])
def test_a_value_that_newer_code_added_is_not_misread(
    table_store: DynamoStore, name: str, value: str
) -> None:
    table_store.commit([Put(a_head())])
    add(table_store, keys.conversation("c1"), {name: {"S": value}})

    with pytest.raises(SchemaTooNew, match=value):
        table_store.find_head("c1")


def test_an_item_of_older_code_lacks_what_was_added_since() -> None:
    item = {name: value for name, value in attributes(a_head()).items() if value}

    assert row_of(Head, item) == a_head()


def test_the_stream_brings_entries_and_outgoing_rows_and_passes_over_the_rest() -> None:
    assert row_of_image(_image(an_entry(4))) == an_entry(4)
    assert row_of_image(_image(an_outgoing(4))) == an_outgoing(4)
    assert row_of_image(_image(a_head())) is None
    assert row_of_image({**_image(a_head()), "SK": {"S": "MOOD#1"}}) is None
    assert row_of_image({"PK": {"S": "NEW#1"}, "SK": {"S": "-"}, "x": {"N": "1.5"}}) is None


def test_a_stream_image_of_a_newer_schema_is_not_misread() -> None:
    with pytest.raises(SchemaTooNew):
        row_of_image({**_image(an_entry()), keys.SCHEMA: {"N": "2"}})


def test_an_image_is_read_as_the_engine_writes_it(table_store: DynamoStore) -> None:
    entry = an_entry(7, reserved_until=START, offers_human=True)
    table_store.commit([Put(entry)])

    assert row_of_image(raw(table_store, keys.log_entry("c1", 7))) == stored(entry)


@pytest.mark.fault(53)
@pytest.mark.parametrize("version", VERSIONS, ids=lambda path: path.stem)
def test_what_every_released_schema_wrote_is_read_and_written_the_same(version: Path) -> None:
    items = json.loads(version.read_text("utf-8"))
    assert {item["PK"]["S"].partition("#")[0] for item in items} >= WRITTEN

    for item in items:
        kind = kind_of(untyped(item))
        assert kind is not None, item
        row = row_of(kind, untyped(item))
        written = Commit("0", "t", START).statement(Put(replace(row, version=0)))["Put"]["Item"]
        assert {**written, "version": item["version"]} == item | indexed_since(row)


def indexed_since(row: Row) -> dict[str, Any]:
    """What a row gets into an index by since then, with its next write: agents can be listed."""
    if not isinstance(row, Agent):
        return {}
    return {name: {"S": value} for name, value in keys.index_of(row).items()}


def test_a_stream_record_is_read_without_the_services_client() -> None:
    """What `dispatch_changes` imports decides how fast it starts."""
    script = "import sys, warmline.adapters.dynamodb.items; print(*sys.modules)"
    ended = subprocess.run(  # noqa: S603 - our own interpreter and words
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": "layers/core"},
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )

    assert not {"boto3", "botocore"} & set(ended.stdout.split())


def _image(row: Head | LogEntry | Any) -> dict[str, Any]:  # noqa: ANN401 - any row
    values = {name: to_typed(value) for name, value in attributes(row).items()}
    return {**typed_key(keys.key_of(row)), **values, keys.SCHEMA: {"N": "1"}}
