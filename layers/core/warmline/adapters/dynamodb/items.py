"""Rows as items and back, by the types of their fields.

A row inside a row is spread over attributes with dotted names. So an item keeps every attribute
that this code does not know, at any depth: they are passed over when read, and an update sets and
removes only the known ones.
"""

import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from functools import cache
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from warmline.adapters.dynamodb import keys
from warmline.domain.agent import ShiftEvent
from warmline.domain.entries import LogEntry
from warmline.domain.errors import SchemaTooNew
from warmline.domain.outgoing import Outgoing
from warmline.domain.records import HeldReply, Socket
from warmline.domain.writes import Row

SCHEMA = 1
"""Raised when old code could misread what new code writes."""

type Plain = str | bool | int | float | list["Plain"] | dict[str, "Plain"] | None
type Values = Mapping[str, Any]
type Image = Mapping[str, Mapping[str, Any]]


class _Attribute(NamedTuple):
    """One field of a kind of row: how it is read, and what it is when the item lacks it."""

    name: str
    default: object
    nested: type | None
    read: Callable[[Any], Any]


def attributes(row: Row) -> dict[str, Plain]:
    """Return the row's own attributes, without keys; what is empty by default is left out."""
    return {name: value for name, value in _spread(row) if name != keys.VERSION}


@cache
def names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - a kind of row
    """Return every attribute that rows of this kind may have."""
    return tuple(name for name in _names(kind) if name != keys.VERSION)


def row_of[R: Row](kind: type[R], item: Values) -> R:
    """Return the row that an item holds.

    Raises SchemaTooNew for an item of newer code, and for one with a value that newer code added.
    """
    if item.get(keys.SCHEMA, SCHEMA) > SCHEMA:
        raise SchemaTooNew(kind.__name__)
    row: R = _read(kind, item)
    return row


def row_of_image(image: Image) -> LogEntry | Outgoing | Socket | ShiftEvent | HeldReply | None:
    """Return the row of a stream record's image; None for rows that ask for nothing."""
    item = untyped(image)
    kind = keys.kind_of(keys.Key(item[keys.PK], item[keys.SK]))
    if kind is LogEntry:
        return row_of(LogEntry, item)
    if kind is Outgoing:
        return row_of(Outgoing, item)
    if kind is HeldReply:
        return row_of(HeldReply, item)
    if kind is ShiftEvent:
        return row_of(ShiftEvent, item)
    return row_of(Socket, item) if kind is Socket else None


def untyped(image: Image) -> dict[str, Any]:
    """Return the values of an item in DynamoDB's JSON."""
    return {name: from_typed(value) for name, value in image.items()}


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
            return untyped(content)
        case _:
            return content


def _spread(row: Any, prefix: str = "") -> Iterator[tuple[str, Plain]]:  # noqa: ANN401 - any row
    kind: Any = type(row)
    for attribute in _plan(kind):
        value = getattr(row, attribute.name)
        if attribute.nested is not None and value is not None:
            yield from _spread(value, f"{prefix}{attribute.name}.")
        elif value or value != attribute.default:
            yield prefix + attribute.name, _plain(value)


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
        case _:
            return dict(_spread(value))


def _read(kind: type, item: Values, prefix: str = "") -> Any:  # noqa: ANN401 - guided by the type
    found = {}
    for attribute in _plan(kind):
        name = prefix + attribute.name
        if attribute.nested is not None:
            if any(known.startswith(f"{name}.") for known in item):
                found[attribute.name] = _read(attribute.nested, item, f"{name}.")
        elif name in item:
            found[attribute.name] = attribute.read(item[name])
    return kind(**found)


def _names(kind: type, prefix: str = "") -> Iterator[str]:
    for attribute in _plan(kind):
        if attribute.nested is None:
            yield prefix + attribute.name
        else:
            yield from _names(attribute.nested, f"{prefix}{attribute.name}.")


@cache
def _plan(kind: Any) -> tuple[_Attribute, ...]:  # noqa: ANN401 - a dataclass
    hints = get_type_hints(kind)
    return tuple(
        _Attribute(
            field.name, field.default, _nested(hints[field.name]), _reader(hints[field.name])
        )
        for field in fields(kind)
    )


def _nested(hint: Any) -> type | None:  # noqa: ANN401 - a type
    kind = _options(hint)[0]
    return kind if isinstance(kind, type) and is_dataclass(kind) else None


def _options(hint: Any) -> tuple[Any, ...]:  # noqa: ANN401 - a type
    """Return the members of a union, what it is besides None first."""
    return get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)


def _reader(hint: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - one line a form
    kind, *none = _options(hint)
    if none:
        read_one = _reader(kind)
        return lambda value: None if value is None else read_one(value)
    if get_origin(kind) is tuple:
        read_each = _reader(get_args(kind)[0])
        return lambda value: tuple(read_each(one) for one in value)
    if isinstance(kind, type) and is_dataclass(kind):
        return lambda value: _read(kind, value)
    if kind is datetime:
        return datetime.fromisoformat
    if issubclass(kind, Enum):
        return lambda value: _member(kind, value)
    reader: Callable[[Any], Any] = kind
    return reader


def _member(kind: type[Enum], value: str) -> Enum:
    try:
        return kind(value)
    except ValueError as error:
        raise SchemaTooNew(f"{kind.__name__} {value}") from error
