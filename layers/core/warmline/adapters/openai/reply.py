"""The one shape in which the model answers: asked for strictly, and checked all the same."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from warmline.domain.handoff import Reason

_HANDOFF: Final = {
    "type": "object",
    "properties": {
        "wanted": {"type": "boolean"},
        "offered": {"type": "boolean"},
        "reason": {"type": "string", "enum": ["", *(reason.value for reason in Reason)]},
        "why": {"type": "string"},
    },
    "required": ["wanted", "offered", "reason", "why"],
    "additionalProperties": False,
}

# In this order it is written: before the first word of the reply it is known what it stands on.
_PROPERTIES: Final = {
    "articles": {"type": "array", "items": {"type": "string"}},
    "unsupported": {"type": "boolean"},
    "handoff": _HANDOFF,
    "promise": {"type": "string"},
    "brief": {"type": "string"},
    "reply": {"type": "string"},
}

TEXT_FORMAT: Final[Any] = {
    "format": {
        "type": "json_schema",
        "name": "answer",
        "strict": True,
        "schema": {
            "type": "object",
            "properties": _PROPERTIES,
            "required": list(_PROPERTIES),
            "additionalProperties": False,
        },
    }
}


class NotAReply(ValueError):  # noqa: N818 - what it is, to whoever reads the log
    """What came is not of the shape that was asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What the model answered, before anything of it is believed."""

    text: str
    articles: tuple[str, ...]
    unsupported: bool
    handoff: Reason | None
    offers_human: bool
    why: str
    promise: str
    brief: str


def parse_reply(text: str) -> Reply:
    """Read the model's answer. Raises NotAReply for bad JSON, another shape or an empty reply."""
    try:
        value = json.loads(text, strict=False)
    except ValueError as error:
        raise NotAReply("not JSON") from error
    said = _read(value, "reply", str).strip()
    if not said:
        raise NotAReply("an empty reply")
    return _read_grounds(value, said)


def parse_grounds(text: str) -> Reply:
    """Read what comes before the reply, which is still being written. Raises NotAReply."""
    try:
        value = json.loads(text, strict=False)
    except ValueError as error:
        raise NotAReply("not JSON") from error
    return _read_grounds(value, "")


def _read_grounds(value: object, said: str) -> Reply:
    handoff = _read(value, "handoff", dict)
    articles = _read(value, "articles", list)
    return Reply(
        text=said,
        articles=tuple(one for one in articles if isinstance(one, str)),
        unsupported=_read(value, "unsupported", bool),
        handoff=_reason(_read(handoff, "reason", str)) if _read(handoff, "wanted", bool) else None,
        offers_human=_read(handoff, "offered", bool),
        why=_read(handoff, "why", str).strip(),
        promise=_read(value, "promise", str).strip(),
        brief=_read(value, "brief", str).strip(),
    )


def _read[T](value: object, name: str, kind: type[T]) -> T:
    found = value.get(name) if isinstance(value, Mapping) else None
    if not isinstance(found, kind):
        raise NotAReply(f"{name} is missing")
    return found


def _reason(code: str) -> Reason:
    """The code that the model names, if there is one of that name, else `policy`."""
    return Reason(code) if code in set(Reason) else Reason.POLICY
