"""Hints as the queues bring them. A body that is not a hint of ours is the dead-letter queue's."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from warmline.domain.errors import AnomalousPayload

_ID = re.compile(r"[^#\s\x00-\x1f\ud800-\udfff]{1,300}")
"""Nothing that could be read as another entity's key, or that the table would not take."""


@dataclass(frozen=True, slots=True)
class TurnHint:
    conversation: str
    sequence: int


@dataclass(frozen=True, slots=True)
class TargetHint:
    target: str


@dataclass(frozen=True, slots=True)
class ConversationHint:
    conversation: str


@dataclass(frozen=True, slots=True)
class SocketHint:
    connection: str


@dataclass(frozen=True, slots=True)
class AgentHint:
    agent: str


type Hint = TurnHint | TargetHint | ConversationHint | SocketHint | AgentHint


def parse_hint(body: object) -> Hint:
    """Return what the message says to look at. Raises AnomalousPayload for anything else."""
    values = _object(body)
    match values.get("look_at"):
        case "turn":
            return TurnHint(_id(values, "conversation"), _sequence(values))
        case "target":
            return TargetHint(_id(values, "target"))
        case "conversation":
            return ConversationHint(_id(values, "conversation"))
        case "socket":
            return SocketHint(_id(values, "connection"))
        case "agent":
            return AgentHint(_id(values, "agent"))
    raise AnomalousPayload("not a hint")


def _object(body: object) -> Mapping[str, object]:
    try:
        values = json.loads(body) if isinstance(body, str) else None
    except (ValueError, RecursionError):
        values = None
    if not isinstance(values, dict):
        raise AnomalousPayload("a hint is a JSON object")
    return values


def _id(values: Mapping[str, object], name: str) -> str:
    value = values.get(name)
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise AnomalousPayload(f"a hint's {name} is a short text")
    return value


def _sequence(values: Mapping[str, object]) -> int:
    value = values.get("sequence")
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise AnomalousPayload("a hint's sequence is a number")
    return value
