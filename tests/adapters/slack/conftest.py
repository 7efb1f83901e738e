"""Slack on loopback, and the desk and the customers' channel that talk to it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from slack_sdk import WebClient

from sandbox.slack.messages import Message
from sandbox.slack.people import Channel as Place
from sandbox.slack.standin import Settings, SlackStandIn
from warmline.adapters.slack.channel import SlackChannel
from warmline.adapters.slack.client import make_client
from warmline.adapters.slack.desk import SlackDesk
from warmline.domain.address import Channel
from warmline.domain.card import Card, alias
from warmline.domain.conversation import Posted
from warmline.domain.handoff import Reason
from warmline.domain.outgoing import Outgoing, Task
from warmline.domain.states import State

DESK, SHOP, TOKEN, TEAM = "C0DESK0001", "C0SHOPFLOOR", "xoxb-private", "T0EVENTS01"
CUSTOMER = "U0CARL0004"


@dataclass
class Slack:
    """The adapters under test, and the workspace behind them."""

    api: SlackStandIn
    token: str = TOKEN
    seconds: int = 1
    desk_channel: str = DESK
    doubts: list[str] = field(default_factory=list)

    def client(self) -> WebClient:
        return make_client(f"{self.api.url}/api/", self.token, self.seconds)

    def doubt(self) -> None:
        self.doubts.append(self.token)

    @property
    def desk(self) -> SlackDesk:
        return SlackDesk(self.client, self.doubt, self.desk_channel)

    @property
    def channel(self) -> SlackChannel:
        return SlackChannel(self.client, self.doubt)

    def messages(self, channel: str = DESK) -> list[Message]:
        return self.api.workspace.messages(channel)

    def change(self, channel: str, **how: bool) -> None:
        """Archive a channel, or throw the app out of it."""
        found = self.api.workspace.find_channel(channel)
        assert found is not None
        named = {"is_archived": found.is_archived, "has_app": found.has_app} | how
        self.api.workspace.put_channel(Place(found.id, found.name, found.members, **named))


@pytest.fixture
def slack() -> Iterator[Slack]:
    standin = SlackStandIn(
        0,
        bot_token=TOKEN,
        signing_secret="x",
        team=TEAM,
        app="A0EVENTS01",
        desk_channel=DESK,
        settings=Settings(post_interval=0.0),
    )
    standin.start()
    yield Slack(standin)
    standin.stop()


def card(**more: object) -> Card:
    """A waiting case."""
    fields: dict[str, object] = {
        "conversation": "c0001",
        "epoch": 2,
        "alias": alias("c0001"),
        "channel": Channel.SMS,
        "state": State.WAITING,
        "reason": Reason.ASKED_FOR_HUMAN,
        "waiting_since": datetime(2026, 3, 2, 9, tzinfo=UTC),
        "last_words": "Where is my order?",
        "agent": "",
        "agent_name": "",
        "lease_until": None,
        "outcome": None,
    }
    return Card(**(fields | more))  # type: ignore[arg-type]  # a test's own


def row(text: str = "Where is my order?", *, task: Task = Task.POST, **more: object) -> Outgoing:
    fields: dict[str, object] = {
        "target": "thread:c0001",
        "sequence": 3,
        "task": task,
        "conversation": "c0001",
        "created_at": datetime(2026, 3, 2, 9, tzinfo=UTC),
        "text": text,
    }
    return Outgoing(**(fields | more))  # type: ignore[arg-type]  # a test's own


def say(text: str, *, root: str = "", **more: object) -> Outgoing:
    """A row for a customer who writes in Slack."""
    place = f"{SHOP}:{root}" if root else "D0CARL0004"
    target = f"slack:{TEAM}:{place}:{CUSTOMER}"
    return row(text, task=Task.SAY, target=target, **more)


def posted(slack: Slack) -> Posted:
    """A card that is up."""
    return slack.desk.show_card(card(), None)
