"""What people do with the app's windows in Slack, and what they read in them."""

import json
from collections.abc import Mapping

from sandbox.slack.standin import SlackStandIn
from sandbox.slack.wire import Fields
from tests.events import AGENT, Event, load_event, with_slack_payload
from tests.functions.slack_calls import press
from tests.functions.webhook_world import WebhookWorld


def pressed(
    world: WebhookWorld,
    api: SlackStandIn,
    action: str,
    *,
    user: str = AGENT,
    value: str | None = None,
    **more: object,
) -> Event:
    """A press by somebody whom Slack gives the right to open a window."""
    event = press(world, action, user=user, value=value)
    return with_slack_payload(event, trigger_id=api.views.new_trigger(user), **more)


def shown(api: SlackStandIn, user: str = AGENT) -> Fields:
    """The window that somebody looks at."""
    [view] = api.views.of(user)
    return view.given


def in_window(api: SlackStandIn, user: str = AGENT) -> Fields:
    """What a payload says of the place, when somebody presses in their window."""
    [view] = api.views.of(user)
    return {
        "channel": None,
        "container": {"type": "view", "view_id": view.id},
        "view": {"id": view.id, "private_metadata": view.given.get("private_metadata", "")},
        "message": None,
    }


def sent_off(api: SlackStandIn, values: Mapping[str, object], *, user: str = AGENT) -> Event:
    """The window that somebody looks at, filled in and sent."""
    [view] = api.views.of(user)
    state = {block: {"field": {"type": "x", **held(value)}} for block, value in values.items()}
    return with_slack_payload(
        load_event("slack_webhook", "view_submission"),
        user={"id": user, "username": "x", "team_id": "T0EVENTS01"},
        view={**view.given, "id": view.id, "state": {"values": state}},
    )


def held(value: object) -> Fields:
    """A menu's option by its value, in brackets; else words that were typed.

    Several options are a tuple, and any other field is given as Slack tells of it.
    """
    if isinstance(value, dict):
        return value
    if isinstance(value, tuple):
        return {"selected_options": [{"text": {}, "value": one} for one in value]}
    if isinstance(value, list):
        return {"selected_option": {"text": {}, "value": value[0]}}
    return {"value": value}


def button_in(view: Fields, action: str) -> str:
    """The value of the first button of this name in a window or a message."""
    found = [one for one in _elements(view["blocks"]) if one.get("action_id") == action]
    return str(found[0]["value"])


def actions_in(blocks: object) -> list[str]:
    """The names of everything that can be pressed or chosen in a window or a message."""
    return [str(one["action_id"]) for one in _elements(blocks)]


def _elements(value: object) -> list[Fields]:
    if isinstance(value, list):
        return [found for one in value for found in _elements(one)]
    if not isinstance(value, dict):
        return []
    own: list[Fields] = [value] if "action_id" in value else []
    return own + [found for one in value.values() for found in _elements(one)]


def words(view: Fields) -> str:
    """Everything that is written in a window."""
    return "\n".join(text for text in _texts(view["blocks"]) if text)


def _texts(value: object) -> list[str]:
    if isinstance(value, list):
        return [text for one in value for text in _texts(one)]
    if not isinstance(value, dict):
        return []
    own = [str(value["text"])] if isinstance(value.get("text"), str) else []
    return own + [text for one in value.values() for text in _texts(one)]


def options_in(view: Fields, block: str) -> list[str]:
    """The values that a menu offers."""
    blocks = json.loads(json.dumps(view["blocks"]))
    [found] = [one for one in blocks if one.get("block_id") == block]
    return [option["value"] for option in found["element"]["options"]]
