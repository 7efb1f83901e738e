"""Conditional writes as the service's statements."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from warmline.adapters.dynamodb import keys
from warmline.adapters.dynamodb.items import SCHEMA, attributes, names, to_typed
from warmline.domain.records import (
    Connection,
    Outage,
    Pace,
    Presence,
    Socket,
    Spending,
    Waited,
)
from warmline.domain.tool_runs import ToolRun
from warmline.domain.writes import Check, Delete, Put, Row, Write

KEPT_FOR = {
    Socket: timedelta(hours=3),
    Connection: timedelta(hours=3),
    Pace: timedelta(days=1),
    ToolRun: timedelta(days=90),
    Outage: timedelta(days=1),
    Spending: timedelta(days=1),
    Waited: timedelta(days=30),
    Presence: timedelta(days=8),
}
"""How long after a write a row may go: a socket lives two hours at most, and nobody
agrees to an action after months.

A message's `Seen` has no end: it lives as long as the message, so that a replay finds it.
"""

_INDEX_ATTRIBUTES = (keys.QUEUE_PK, keys.QUEUE_SK, keys.DEADLINES_PK, keys.DEADLINES_SK)


@dataclass(frozen=True, slots=True)
class Commit:
    """What the writes of one commit share. `id` is left in each row, to know our own work again."""

    id: str
    table: str
    now: datetime

    def statement(self, write: Write) -> Any:  # noqa: ANN401 - the service's own
        """Return the write as an item of TransactWriteItems, conditional on the row's version."""
        match write:
            case Put(row) if row.version == 0:
                return {"Put": self._insert(row)}
            case Put(row):
                return {"Update": self._update(row)}
            case Delete(row):
                return {"Delete": self._where(row) | _condition(row, self.now)}
            case Check(row):
                return {"ConditionCheck": self._where(row) | _condition(row, self.now)}

    def _where(self, row: Row) -> dict[str, Any]:
        return {"TableName": self.table, "Key": typed_key(keys.key_of(row))}

    def _insert(self, row: Row) -> dict[str, Any]:
        values = {name: to_typed(value) for name, value in self._values(row).items()}
        item = typed_key(keys.key_of(row)) | values
        return {"TableName": self.table, "Item": item, **_condition(row, self.now)}

    def _update(self, row: Row) -> dict[str, Any]:
        """Set what the row has and remove what it has no more; leave what newer code has put."""
        values, kind = self._values(row), cast("Any", type(row))
        gone = [name for name in (*names(kind), *_INDEX_ATTRIBUTES) if name not in values]
        signs = {name: f"a{number}" for number, name in enumerate((*values, *gone))}
        sets = ", ".join(f"#{signs[name]} = :{signs[name]}" for name in values)
        removes = ", ".join(f"#{signs[name]}" for name in gone)
        return {
            **self._where(row),
            "UpdateExpression": f"SET {sets}" + (f" REMOVE {removes}" if removes else ""),
            "ConditionExpression": f"#{signs[keys.VERSION]} = :read",
            "ExpressionAttributeNames": {f"#{sign}": name for name, sign in signs.items()},
            "ExpressionAttributeValues": {
                ":read": to_typed(row.version),
                **{f":{signs[name]}": to_typed(value) for name, value in values.items()},
            },
        }

    def _values(self, row: Row) -> dict[str, Any]:
        """Every attribute but the keys, as the row will be after this write."""
        values: dict[str, Any] = {
            **attributes(row),
            **keys.index_of(row),
            keys.VERSION: row.version + 1,
            keys.SCHEMA: SCHEMA,
            keys.COMMIT: self.id,
        }
        kept_for = KEPT_FOR.get(type(row))
        if kept_for is not None:
            values[keys.EXPIRES] = int((self.now + kept_for).timestamp())
        return values


def typed_key(key: keys.Key) -> dict[str, Any]:
    return {keys.PK: {"S": key.pk}, keys.SK: {"S": key.sk}}


def _condition(row: Row, now: datetime) -> dict[str, Any]:
    """The row is as it was read. An expired one that is not deleted yet is as good as absent."""
    if row.version:
        return {
            "ConditionExpression": "#version = :read",
            "ExpressionAttributeNames": {"#version": keys.VERSION},
            "ExpressionAttributeValues": {":read": to_typed(row.version)},
        }
    if type(row) not in KEPT_FOR:
        return {
            "ConditionExpression": "attribute_not_exists(#pk)",
            "ExpressionAttributeNames": {"#pk": keys.PK},
        }
    return {
        "ConditionExpression": "attribute_not_exists(#pk) OR #expires <= :now",
        "ExpressionAttributeNames": {"#pk": keys.PK, "#expires": keys.EXPIRES},
        "ExpressionAttributeValues": {":now": to_typed(int(now.timestamp()))},
    }
