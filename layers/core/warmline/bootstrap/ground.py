"""What every function stands on: time, ids, the deployer's content, the table and the queues."""

import json
import random
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from warmline.application.canned import CannedReplies
from warmline.application.change import House
from warmline.application.phrases import Phrases
from warmline.application.retrying import Patience
from warmline.domain.errors import ConfigurationError
from warmline.domain.policy import Policy

if TYPE_CHECKING:
    from warmline.adapters.credentials import Credentials
    from warmline.adapters.dynamodb.store import DynamoStore
    from warmline.adapters.sqs.hints import QueuedHints
    from warmline.application.ports import Clock, ConversationStore


@dataclass(frozen=True, slots=True)
class Ground:
    """What a webhook's line stands on; a test puts a table in memory under the same line."""

    house: House
    store: "ConversationStore"
    credentials: "Credentials"
    clock: "Clock"


def find_ground(overrides: Mapping[str, object], table: str, secret: str) -> Ground:
    """The ground of a deployed function."""
    return Ground(find_house(overrides), find_store(table), find_credentials(secret), now)


def now() -> datetime:
    return datetime.now(UTC)


def new_id() -> str:
    """128 bits that nobody can guess."""
    return uuid.uuid4().hex


def make_patience(seconds: float) -> Patience:
    return Patience(seconds, time.sleep, time.monotonic, random.random)


def find_house(overrides: Mapping[str, object]) -> House:
    """The deployer's policy with the deployment's overrides over it, and the phrases."""
    return _read_house(json.dumps(overrides, sort_keys=True))


@cache
def _read_house(overrides: str) -> House:
    policy = Policy.read({**_content("policy.json"), **json.loads(overrides)})
    replies = CannedReplies.read(json.loads(content_file("replies.json").read_text("utf-8")))
    return House(policy, Phrases(_content("phrases.json")), replies)


def _content(name: str) -> dict[str, dict[str, str]]:
    values = json.loads(content_file(name).read_text("utf-8"))
    if not isinstance(values, dict):
        raise ConfigurationError(f"{name} is not an object")
    return values


def content_file(name: str) -> Path:
    """A file of the content layer, which is a package without code."""
    return Path(str(resources.files("warmline_content").joinpath(name)))


@cache
def find_store(table: str) -> "DynamoStore":
    from warmline.adapters.dynamodb.client import make_client  # noqa: PLC0415
    from warmline.adapters.dynamodb.store import DynamoStore  # noqa: PLC0415

    return DynamoStore(make_client(), table, now)


@cache
def find_credentials(secret: str) -> "Credentials":
    from warmline.adapters.credentials import Credentials, make_client  # noqa: PLC0415

    return Credentials(make_client(), secret)


@cache
def find_hints(turns: str = "", deliveries: str = "", wakeups: str = "") -> "QueuedHints":
    from warmline.adapters.sqs.hints import QueuedHints, make_client  # noqa: PLC0415

    return QueuedHints(make_client(), turns, deliveries, wakeups)
