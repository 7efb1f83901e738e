"""Ids that look like Slack's own."""

import base64
import secrets
import string
import time
import uuid
from dataclasses import dataclass

from sandbox.slack.people import Installation
from sandbox.slack.wire import compact

LETTERS = string.ascii_uppercase + string.digits
SHORT = string.ascii_letters + string.digits + "+/"


def new_id(prefix: str) -> str:
    return prefix + "".join(secrets.choice(LETTERS) for _ in range(10))


def short_id() -> str:
    """Return an id as Slack gives to a block or an element that came without."""
    return "".join(secrets.choice(SHORT) for _ in range(5))


def new_trigger_id() -> str:
    numbers = f"{secrets.randbelow(10**13)}.{secrets.randbelow(10**13)}"
    return f"{numbers}.{secrets.token_hex(16)}"


def client_msg_id() -> str:
    return str(uuid.uuid4())


def view_hash() -> str:
    return f"{int(time.time())}.{secrets.token_hex(4)}"


def event_context(installation: Installation, event_type: str, channel: str) -> str:
    parts = {"et": event_type, "tid": installation.team, "aid": installation.app, "cid": channel}
    return "4-" + base64.urlsafe_b64encode(compact(parts).encode()).decode().rstrip("=")


@dataclass(frozen=True, slots=True)
class Trigger:
    """The right to open one modal for one person: three seconds, once."""

    id: str
    user: str
    at: float
    spent: bool = False
