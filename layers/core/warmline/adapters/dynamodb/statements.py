"""Conditional writes as the service's statements."""

from datetime import datetime, timedelta
from typing import Any

from warmline.adapters.dynamodb import keys
from warmline.adapters.dynamodb.items import SCHEMA, attributes, names, to_typed
from warmline.domain.records import Pace, Seen, Socket
from warmline.domain.writes import Check, Delete, Put, Row, Write

KEPT_FOR = {
    Seen: timedelta(days=400),
    Socket: timedelta(hours=3),
    Pace: timedelta(hours=1),
}
"""How long after a write a row may go. A message's own row lives as long as the message."""

_AS_READ = "#version = :read"
_ABSENT = "attribute_not_exists(#pk)"


def statement(write: Write, table: str, now: datetime) -> Any:  # noqa: ANN401 - the service's own
    """Return the write as an item of TransactWriteItems, conditional on the row's version."""
    match write:
        case Put(row) if row.version == 0:
            return {"Put": _insert(row, table, now)}
        case Put(row):
            return {"Update": _update(row, table, now)}
        case Delete(row):
            return {"Delete": {**_where(row, table), **_condition(row)}}
        case Check(row):
            return {"ConditionCheck": {**_where(row, table), **_condition(row)}}


def _where(row: Row, table: str) -> dict[str, Any]:
    key = keys.key_of(row)
    return {"TableName": table, "Key": {keys.PK: {"S": key.pk}, keys.SK: {"S": key.sk}}}


def _condition(row: Row) -> dict[str, Any]:
    if row.version == 0:
        return {
            "ConditionExpression": _ABSENT,
            "ExpressionAttributeNames": {"#pk": keys.PK},
        }
    return {
        "ConditionExpression": _AS_READ,
        "ExpressionAttributeNames": {"#version": keys.VERSION},
        "ExpressionAttributeValues": {":read": {"N": str(row.version)}},
    }


def _insert(row: Row, table: str, now: datetime) -> dict[str, Any]:
    """An expired row that the service has not deleted yet is as good as absent."""
    key = keys.key_of(row)
    item = {name: to_typed(value) for name, value in _values(row, now).items()}
    put: dict[str, Any] = {
        "TableName": table,
        "Item": {keys.PK: {"S": key.pk}, keys.SK: {"S": key.sk}, **item},
        "ConditionExpression": _ABSENT,
        "ExpressionAttributeNames": {"#pk": keys.PK},
    }
    if type(row) in KEPT_FOR:
        put["ConditionExpression"] = f"{_ABSENT} OR #expires <= :now"
        put["ExpressionAttributeNames"] |= {"#expires": keys.EXPIRES}
        put["ExpressionAttributeValues"] = {":now": {"N": str(int(now.timestamp()))}}
    return put


def _update(row: Row, table: str, now: datetime) -> dict[str, Any]:
    """Set what the row has and remove what it has no more; leave what newer code may have put."""
    values = _values(row, now)
    indexed = (keys.QUEUE_PK, keys.QUEUE_SK, keys.DEADLINES_PK, keys.DEADLINES_SK)
    gone = [name for name in (*names(type(row)), *indexed) if name not in values]
    placeholders = {f"#a{number}": name for number, name in enumerate([*values, *gone])}
    signs = {name: sign for sign, name in placeholders.items()}
    sets = ", ".join(f"{signs[name]} = :v{signs[name][2:]}" for name in values)
    removes = ", ".join(signs[name] for name in gone)
    return {
        **_where(row, table),
        "UpdateExpression": f"SET {sets}" + (f" REMOVE {removes}" if removes else ""),
        "ConditionExpression": f"{signs[keys.VERSION]} = :read",
        "ExpressionAttributeNames": placeholders,
        "ExpressionAttributeValues": {
            ":read": {"N": str(row.version)},
            **{f":v{signs[name][2:]}": to_typed(value) for name, value in values.items()},
        },
    }


def _values(row: Row, now: datetime) -> dict[str, Any]:
    values: dict[str, Any] = {
        **attributes(row),
        **keys.index_of(row),
        keys.VERSION: row.version + 1,
        keys.SCHEMA: SCHEMA,
    }
    kept_for = KEPT_FOR.get(type(row))
    if kept_for is not None:
        values[keys.EXPIRES] = int((now + kept_for).timestamp())
    return values
