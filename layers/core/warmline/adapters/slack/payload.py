"""Reading what Slack sends, whose shape nobody warrants: nothing here raises."""

import re
from collections.abc import Mapping

type Payload = Mapping[str, object]

_ID = re.compile(r"[A-Za-z0-9]{1,40}", re.ASCII)
_WORKSPACE = re.compile(r"[a-z0-9][a-z0-9.-]{0,60}", re.ASCII)
_TS = re.compile(r"[0-9]{1,20}\.[0-9]{1,10}", re.ASCII)


def text_in(value: object, name: str) -> str:
    found = value.get(name) if isinstance(value, Mapping) else None
    return found if isinstance(found, str) else ""


def is_id(value: object) -> bool:
    """Whether this is an id of Slack's, which may become part of a key."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def ts_in(value: object, name: str) -> str:
    found = text_in(value, name)
    return found if _TS.fullmatch(found) else ""


def workspace_in(value: object, name: str) -> str:
    """Return the workspace's name in addresses, which becomes part of a link."""
    found = text_in(value, name)
    return found if _WORKSPACE.fullmatch(found) else ""


def at(payload: object, *names: str) -> object:
    value: object = payload
    for name in names:
        value = value.get(name, "") if isinstance(value, Mapping) else ""
    return value
