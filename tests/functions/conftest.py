"""What every handler's tests share: all that is logged, by us and by the libraries."""

import io
import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from sandbox.slack.standin import SlackStandIn
from tests.functions.slack_desk import make_api, make_desk
from tests.functions.webhook_world import WebhookWorld
from warmline.observability import get_logger

SERVICES = (
    "sms_webhook",
    "slack_webhook",
    "web_chat",
    "dispatch_changes",
    "take_turn",
    "deliver_message",
    "sweep_deadlines",
)


@dataclass
class Logged:
    """Everything that was written at INFO or above, whoever wrote it."""

    stream: io.StringIO = field(default_factory=io.StringIO)

    @property
    def text(self) -> str:
        return self.stream.getvalue()

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Our own lines, each one JSON object."""
        return [json.loads(line) for line in self.text.splitlines() if line.startswith("{")]

    @property
    def names(self) -> list[str]:
        return [str(line["message"]) for line in self.lines]


@pytest.fixture
def logged() -> Iterator[Logged]:
    """Yield what is logged while the test runs."""
    logged = Logged()
    root, everything = logging.getLogger(), logging.StreamHandler(logged.stream)
    level, ours = root.level, [handler_of(name) for name in SERVICES]
    streams = [handler.stream for handler in ours]
    root.addHandler(everything)
    root.setLevel(logging.INFO)
    for handler in ours:
        handler.stream = logged.stream
    yield logged
    root.setLevel(level)
    root.removeHandler(everything)
    for handler, stream in zip(ours, streams, strict=True):
        handler.stream = stream


def handler_of(service: str) -> "logging.StreamHandler[Any]":
    """Return what writes a function's lines."""
    handler = get_logger(service).registered_handler
    assert isinstance(handler, logging.StreamHandler)
    return handler


@pytest.fixture
def api() -> Iterator[SlackStandIn]:
    """Yield Slack's Web API, as the webhook calls it."""
    standin = make_api()
    standin.start()
    yield standin
    standin.stop()


@pytest.fixture
def world(api: SlackStandIn) -> WebhookWorld:
    """Return a line where one case waits, its card up, and two agents are on shift."""
    return make_desk(api)
