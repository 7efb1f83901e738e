"""What people do in Slack, as Slack tells the app of it."""

import itertools
import json

from tests.events import (
    AGENT,
    SLACK_BOT_USER,
    Event,
    body_of,
    load_event,
    with_form,
    with_slack_event,
    with_slack_payload,
)
from tests.functions.webhook_world import WebhookWorld
from tests.journeys.world import DESK

type Fields = dict[str, object]

HOLDERS = ("release", "hand_back", "hand_back_note", "transfer", "resolve", "resolve_unsolved")
ACTIONS = ("claim", *HOLDERS)
_numbers = itertools.count(100_000)


def new_ts() -> str:
    return f"1795550500.{next(_numbers)}"


def direct(text: str, **fields: object) -> Event:
    """A direct message to the app, by a customer unless told otherwise."""
    event = load_event("slack_webhook", "direct_message")
    return with_slack_event(event, **{"text": text, "ts": new_ts(), **fields})


def in_thread(world: WebhookWorld, text: str, *, user: str = AGENT, **fields: object) -> Event:
    """Words in the thread of the latest card."""
    event = load_event("slack_webhook", "thread_reply")
    words = {
        "text": text,
        "user": user,
        "ts": new_ts(),
        "channel": DESK,
        "thread_ts": world.desk.posted[-1],
        "parent_user_id": SLACK_BOT_USER,
    }
    return with_slack_event(event, **{**words, **fields})


def press(
    world: WebhookWorld,
    action: str,
    *,
    user: str = AGENT,
    epoch: int | None = None,
    value: str | None = None,
) -> Event:
    """A button of the latest card, as it is drawn now unless told otherwise."""
    if value is None:
        head = world.the_head()
        value = f"{head.id}.{head.epoch if epoch is None else epoch}"
    ts = world.desk.posted[-1] if world.desk.posted else "1.0001"
    payload: Fields = {
        "user": {"id": user, "username": "x", "team_id": "T0EVENTS01"},
        "channel": {"id": DESK, "name": "desk"},
        "container": {
            "type": "message",
            "message_ts": ts,
            "channel_id": DESK,
            "is_ephemeral": False,
        },
        "message": {"type": "message", "user": SLACK_BOT_USER, "ts": ts},
        "actions": [{"type": "button", "action_id": action, "block_id": "b", "value": value}],
    }
    return with_slack_payload(load_event("slack_webhook", "claim"), **payload)


def command(text: str, *, user: str = AGENT, **fields: str) -> Event:
    event = load_event("slack_webhook", "slash_command")
    return with_form(event, text=text, user_id=user, channel_id=DESK, **fields)


def event_of(event: Event) -> Fields:
    """The Slack event inside the envelope."""
    inner: Fields = json.loads(body_of(event))["event"]
    return inner
