"""Rows as items and back, by the types of their fields.

An item that newer code wrote keeps the attributes that this code does not know: they are passed
over when read, and an update sets only the known ones.
"""

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from warmline.adapters.dynamodb import keys
from warmline.domain.entries import LogEntry
from warmline.domain.errors import SchemaTooNew
from warmline.domain.outgoing import Outgoing
from warmline.domain.writes import Row

SCHEMA = 1
"""Raised when old code could misread what new code writes."""

type Plain = str | bool | int | float | list["Plain"] | dict[str, "Plain"] | None
type Image = Mapping[str, Mapping[str, Any]]


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def attributes(row: Row) -> dict[str, Plain]:
    """Return the row's own attributes, without keys; what is empty is left out."""
    values = _plain(row)
    assert isinstance(values, dict)  # noqa: S101 - a dataclass becomes a mapping
    values.pop(keys.VERSION, None)
    return values


def names(kind: type[Row]) -> list[str]:
    """Return every attribute that rows of this kind may have."""
    return [field.name for field in fields(kind) if field.name != keys.VERSION]


def row_of[R: Row](kind: type[R], item: Mapping[str, Any]) -> R:
    """Return the row that an item holds. Raises SchemaTooNew for one of newer code."""
    if int(item.get(keys.SCHEMA, SCHEMA)) > SCHEMA:
        raise SchemaTooNew(kind.__name__)
    row: R = _parse(kind, {**item, "version": item.get(keys.VERSION, 0)})
    return row


def row_of_image(image: Image) -> LogEntry | Outgoing | None:
    """Return the row of a stream record's image; None for rows that ask for nothing."""
    item = {name: from_typed(value) for name, value in image.items()}
    kind = keys.kind_of(keys.Key(str(item.get(keys.PK, "")), str(item.get(keys.SK, ""))))
    if kind is LogEntry:
        return row_of(LogEntry, item)
    return row_of(Outgoing, item) if kind is Outgoing else None


def to_typed(value: Plain) -> dict[str, Any]:
    """Return a value as DynamoDB's JSON."""
    match value:
        case bool():
            return {"BOOL": value}
        case str():
            return {"S": value}
        case int() | float():
            return {"N": repr(value)}
        case None:
            return {"NULL": True}
        case list():
            return {"L": [to_typed(one) for one in value]}
        case dict():
            return {"M": {name: to_typed(one) for name, one in value.items()}}


def from_typed(value: Mapping[str, Any]) -> Any:  # noqa: ANN401 - whatever the item holds
    """Return a value of DynamoDB's JSON."""
    [(tag, content)] = value.items()
    match tag:
        case "N":
            return int(content) if content.lstrip("-").isdigit() else float(content)
        case "NULL":
            return None
        case "L":
            return [from_typed(one) for one in content]
        case "M":
            return {name: from_typed(one) for name, one in content.items()}
        case _:
            return content


def _plain(value: object) -> Plain:
    match value:
        case Enum():
            return str(value.value)
        case datetime():
            return keys.moment(value)
        case tuple():
            return [_plain(one) for one in value]
        case str() | bool() | int() | float() | None:
            return value
        case _ if is_dataclass(value):
            plain = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
            return {name: one for name, one in plain.items() if one not in (None, "", [])}
    raise TypeError(f"no item holds a {type(value).__name__}")


def _parse(kind: Any, value: Any) -> Any:  # noqa: ANN401 - guided by the type
    if get_origin(kind) in (Union, types.UnionType):
        return None if value is None else _parse(get_args(kind)[0], value)
    if get_origin(kind) is tuple:
        return tuple(_parse(get_args(kind)[0], one) for one in value)
    if is_dataclass(kind) and isinstance(kind, type):
        hints = _hints(kind)
        known = {field.name for field in fields(kind)} & set(value)
        return kind(**{name: _parse(hints[name], value[name]) for name in known})
    if kind is datetime:
        return datetime.fromisoformat(value)
    if isinstance(value, Decimal):
        value = int(value) if value == value.to_integral_value() else float(value)
    return kind(value) if isinstance(kind, type) else value
