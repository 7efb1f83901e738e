"""What Slack sends to an app, field by field.

https://docs.slack.dev/apis/events-api (envelope)
https://docs.slack.dev/reference/events/message
https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload
https://docs.slack.dev/interactivity/implementing-slash-commands
"""

import html
import time
import uuid
from dataclasses import dataclass

from tests.contract.stand_ins.loopback import Json
from tests.contract.stand_ins.workspace import BOT_USER, Message, OpenView

TOKEN = "a-retired-verification-token"


@dataclass(frozen=True, slots=True)
class Place:
    """The team and the app that a payload speaks of."""

    team: str
    app: str


def new_event_id() -> str:
    return f"Ev{uuid.uuid4().hex[:10].upper()}"


def envelope(place: Place, event: Json, event_id: str) -> Json:
    """Wrap an event as the Events API does."""
    return {
        "token": TOKEN,
        "team_id": place.team,
        "context_team_id": place.team,
        "context_enterprise_id": None,
        "api_app_id": place.app,
        "event": event,
        "type": "event_callback",
        "event_id": event_id,
        "event_time": int(time.time()),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": place.team,
                "user_id": BOT_USER,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
        "event_context": f"4-{uuid.uuid4().hex}",
    }


def message_event(place: Place, message: Message) -> Json:
    """Give the event of a person's message; its text is escaped, as Slack escapes it."""
    words = str(message.body["text"])
    kind = "im" if message.channel.startswith("D") else "channel"
    parent = {"thread_ts": message.thread_ts, "parent_user_id": BOT_USER}
    threaded = parent if message.thread_ts else {}
    return {
        "user": message.author,
        "type": "message",
        "ts": message.ts,
        "client_msg_id": str(uuid.uuid4()),
        "text": html.escape(words, quote=False),
        "team": place.team,
        **threaded,
        "blocks": [_rich_text(words)],
        "channel": message.channel,
        "event_ts": message.ts,
        "channel_type": kind,
    }


def mention_event(place: Place, message: Message) -> Json:
    """Give the second event that Slack makes of a message that mentions the app."""
    event = message_event(place, message)
    without = {k: v for k, v in event.items() if k != "channel_type"}
    return {**without, "type": "app_mention", "text": str(message.body["text"])}


def changed_event(message: Message, shape: Json, former: Json) -> Json:
    """Give the event of an edited message."""
    return {
        "type": "message",
        "subtype": "message_changed",
        "message": shape,
        "previous_message": former,
        "channel": message.channel,
        "hidden": True,
        "ts": f"{time.time():.6f}",
        "event_ts": f"{time.time():.6f}",
        "channel_type": "im" if message.channel.startswith("D") else "channel",
    }


def block_actions(place: Place, person: Json, message: Message, *, pressed: Json) -> Json:
    """Give the payload of a pressed button; `pressed` is the button with its block's id."""
    return {
        "type": "block_actions",
        "user": _user(place, person),
        "api_app_id": place.app,
        "token": TOKEN,
        "container": {
            "type": "message",
            "message_ts": message.ts,
            "channel_id": message.channel,
            "is_ephemeral": False,
        },
        "team": {"id": place.team, "domain": "example"},
        "enterprise": None,
        "is_enterprise_install": False,
        "channel": {"id": message.channel, "name": "desk"},
        "state": {"values": {}},
        "actions": [{**pressed, "action_ts": f"{time.time():.6f}"}],
    }


def view_submission(place: Place, person: Json, opened: OpenView, values: Json) -> Json:
    """Give the payload of a submitted modal."""
    return {
        "type": "view_submission",
        "team": {"id": place.team, "domain": "example"},
        "user": _user(place, person),
        "api_app_id": place.app,
        "token": TOKEN,
        "view": {
            "callback_id": "",
            "private_metadata": "",
            "clear_on_close": False,
            "notify_on_close": False,
            "close": None,
            "submit": None,
            **opened.view,
            "id": opened.id,
            "team_id": place.team,
            "state": {"values": values},
            "hash": f"{int(time.time())}.abcdef",
            "previous_view_id": None,
            "root_view_id": opened.id,
            "app_id": place.app,
            "external_id": "",
            "app_installed_team_id": place.team,
            "bot_id": "B0WARMLINE",
        },
        "response_urls": [],
        "is_enterprise_install": False,
        "enterprise": None,
    }


def slash_command(place: Place, person: Json, text: str) -> dict[str, str]:
    """Give the form fields of `/warmline <text>`."""
    return {
        "token": TOKEN,
        "team_id": place.team,
        "team_domain": "example",
        "user_id": str(person["id"]),
        "user_name": str(person["name"]),
        "command": "/warmline",
        "text": text,
        "api_app_id": place.app,
        "is_enterprise_install": "false",
    }


def _user(place: Place, person: Json) -> Json:
    return {
        "id": person["id"],
        "username": person["name"],
        "name": person["name"],
        "team_id": place.team,
    }


def _rich_text(words: str) -> Json:
    return {
        "type": "rich_text",
        "block_id": uuid.uuid4().hex[:5],
        "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": words}]}],
    }
