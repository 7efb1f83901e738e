"""What a person does becomes a payload for the app: buttons, modals and slash commands.

https://docs.slack.dev/reference/interaction-payloads
"""

from urllib.parse import urlencode

from sandbox.slack.messages import Message, shown
from sandbox.slack.people import Channel, Installation, Person
from sandbox.slack.sender import FORM_TYPE, Parcel
from sandbox.slack.views import View, shown_view
from sandbox.slack.wire import Fields, compact

CHANNEL_NAMES = {"im": "directmessage", "group": "privategroup"}


def interaction(kind: str, payload: Fields) -> Parcel:
    return Parcel(kind, urlencode({"payload": compact(payload)}).encode(), FORM_TYPE)


def slash_command(arguments: dict[str, str]) -> Parcel:
    return Parcel(arguments["command"], urlencode(arguments).encode(), FORM_TYPE)


def shown_name(channel: Channel) -> str:
    return CHANNEL_NAMES.get(channel.kind, channel.name)


def common(kind: str, person: Person, installation: Installation, trigger_id: str) -> Fields:
    """Return the members that every interaction has."""
    return {
        "type": kind,
        "user": {
            "id": person.id,
            "username": person.name,
            "name": person.name,
            "team_id": installation.team,
        },
        "api_app_id": installation.app,
        "token": installation.verification_token,
        "trigger_id": trigger_id,
        "team": {"id": installation.team, "domain": installation.team_domain},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def on_message(
    message: Message, channel: Channel, installation: Installation, *, values: Fields
) -> Fields:
    """Return the members of a press on a message; an ephemeral one is not sent along."""
    container: Fields = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": channel.id,
        "is_ephemeral": message.only_for is not None,
    }
    if message.thread_ts is not None:
        container["thread_ts"] = message.thread_ts
    members: Fields = {
        "container": container,
        "channel": {"id": channel.id, "name": shown_name(channel)},
        "state": {"values": values},
    }
    if message.only_for is None:
        members["message"] = shown(message, installation)
    return members


def on_view(view: View, installation: Installation, values: Fields) -> Fields:
    return {
        "container": {"type": "view", "view_id": view.id},
        "view": shown_view(view, installation, values),
    }


def pressed(element: Fields, block_id: str, action_ts: str, chosen: Fields) -> Fields:
    """Return one entry of `actions`: the element as it was shown, and what was chosen."""
    names = ("action_id", "text", "value", "style", "type", "placeholder")
    kept: Fields = {name: element[name] for name in names if name in element}
    return kept | chosen | {"block_id": block_id, "action_ts": action_ts}
