"""What `warmline decide` is asked: one JSON object a line, checked and typed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from warmline.domain.address import Channel
from warmline.domain.entries import Role

_ROLES = {role.value: role for role in (Role.CUSTOMER, Role.BOT, Role.AGENT)}


class MalformedLineError(ValueError):
    """A line that is not a question; `message` says what is wrong with it, never what it says."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@dataclass(frozen=True, slots=True)
class Question:
    """One line of input, checked."""

    text: str
    channel: Channel = Channel.WEB
    history: tuple[tuple[Role, str], ...] = ()
    vip: bool = False
    contacts_in_7_days: int = 0


def parse(line: bytes) -> Question:
    """A question from its JSON; raises MalformedLineError."""
    try:
        fields = json.loads(line.decode())
    except (ValueError, RecursionError):
        raise MalformedLineError("malformed_json", "the line is not JSON in UTF-8") from None
    if not isinstance(fields, dict):
        raise MalformedLineError("malformed", "the line is not a JSON object")
    text = fields.get("text")
    if not isinstance(text, str):
        raise MalformedLineError("malformed", "text must be a string")
    customer = _optional(fields, "customer", dict) or {}
    return Question(
        text=text,
        channel=_channel(fields),
        history=tuple(_history(fields)),
        vip=_optional(customer, "vip", bool) or False,
        contacts_in_7_days=_optional(customer, "contacts_in_7_days", int) or 0,
    )


def _optional[T](fields: Mapping[str, object], name: str, kind: type[T]) -> T | None:
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise MalformedLineError("malformed", f"{name} must be a JSON {_JSON_NAMES[kind]}")
    return value


_JSON_NAMES: dict[type, str] = {dict: "object", list: "list", bool: "boolean", int: "whole number"}


def _channel(fields: Mapping[str, object]) -> Channel:
    value = fields.get("channel")
    if value is None:
        return Channel.WEB
    if not isinstance(value, str) or value not in Channel:
        raise MalformedLineError("malformed", "channel must be sms, web or slack")
    return Channel(value)


def _history(fields: Mapping[str, object]) -> list[tuple[Role, str]]:
    """Role and text of each earlier message, oldest first."""
    told: list[tuple[Role, str]] = []
    for entry in _optional(fields, "history", list) or []:
        role = entry.get("role") if isinstance(entry, dict) else None
        text = entry.get("text") if isinstance(entry, dict) else None
        if not isinstance(role, str) or role not in _ROLES or not isinstance(text, str):
            raise MalformedLineError("malformed", "history holds objects of role and text")
        told.append((_ROLES[role], text))
    return told
