"""What Slack sends, as our own types. Raw payloads travel no further than this module."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from warmline.adapters.slack.text import without_mention, written
from warmline.application.receive_message import Incoming
from warmline.application.reply import DeskWords
from warmline.domain.address import Address
from warmline.domain.conversation import Posted
from warmline.domain.errors import AnomalousPayload, Refusal, Refused, UnsupportedEvent

type Payload = Mapping[str, object]

MOST_FIELDS = 100
SPOKEN = frozenset({"", "file_share", "thread_broadcast", "me_message"})
"""The subtypes of a message that carry a person's own words. All others are passed over."""

_VALUE = re.compile(r"(?P<conversation>[0-9a-zA-Z]{1,64})\.(?P<epoch>[0-9]{1,9})", re.ASCII)
_CARD = re.compile(r"card:(?P<conversation>[0-9a-zA-Z]{1,64})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Press:
    """A button on a card, pressed by a person."""

    action: str
    user: str
    conversation: str
    epoch: int
    posted: Posted
    thread_ts: str


@dataclass(frozen=True, slots=True)
class Command:
    """`/warmline <verb> [alias]`, typed by a person."""

    verb: str
    alias: str
    user: str
    channel: str


@dataclass(frozen=True, slots=True)
class CardSeen:
    """Our own card, as its event shows it."""

    conversation: str
    posted: Posted


def read_body(body: bytes, content_type: str) -> Payload:
    """Return the payload of a signed request: an event, an interaction or a command.

    Raises AnomalousPayload for anything else, whatever it is.
    """
    try:
        text = body.decode("utf-8")
        if content_type.partition(";")[0].strip().lower() == "application/json":
            return _object(json.loads(text))
        form = dict(parse_qsl(text, keep_blank_values=True, max_num_fields=MOST_FIELDS))
        return _object(json.loads(form["payload"])) if "payload" in form else _command_of(form)
    except (ValueError, RecursionError) as error:
        raise AnomalousPayload("the body cannot be read") from error


def check_workspace(payload: Payload, *, team: str, app: str) -> None:
    """Raise UnsupportedEvent for what belongs to another workspace or app."""
    if payload.get("type") == "url_verification":
        return
    team_id = payload.get("team_id") or _at(payload, "team", "id")
    if team_id != team or payload.get("api_app_id") != app:
        raise ForeignSender("another workspace or app")


class ForeignSender(UnsupportedEvent):
    """Signed for us, yet from elsewhere: answered 200, nothing done, counted for an alarm."""


def parse_press(payload: Payload) -> Press:
    """Return the press. A value that is not one of ours names no open case: Refused."""
    actions = payload.get("actions")
    action = actions[0] if isinstance(actions, list) and actions else {}
    found = _VALUE.fullmatch(_text(action, "value"))
    if found is None:
        raise Refused(Refusal.NO_LONGER_OPEN)
    return Press(
        action=_text(action, "action_id"),
        user=str(_at(payload, "user", "id")),
        conversation=found["conversation"],
        epoch=int(found["epoch"]),
        posted=Posted(
            channel=str(_at(payload, "channel", "id") or _at(payload, "container", "channel_id")),
            ts=str(_at(payload, "message", "ts") or _at(payload, "container", "message_ts")),
        ),
        thread_ts=str(_at(payload, "message", "thread_ts")),
    )


def parse_command(payload: Payload) -> Command:
    verb, _, alias = _text(payload, "text").strip().partition(" ")
    return Command(
        verb=verb.lower() or "help",
        alias=alias.strip(),
        user=_text(payload, "user_id"),
        channel=_text(payload, "channel_id"),
    )


def parse_desk_words(event: Payload, team: str) -> DeskWords:
    """Return somebody's words in a thread of the desk channel."""
    return DeskWords(
        user=_text(event, "user"),
        channel=_text(event, "channel"),
        thread_ts=_text(event, "thread_ts"),
        ts=_text(event, "ts"),
        text=written(_text(event, "text")),
        scope=_scope(event, team),
    )


def parse_customer_words(event: Payload, team: str, app_user: str) -> Incoming:
    """Return a customer's message: direct, or in the thread of a mention."""
    direct = _text(event, "channel_type") == "im"
    root = _text(event, "thread_ts") or ("" if direct else _text(event, "ts"))
    try:
        address = Address.slack(
            team=team, channel=_text(event, "channel"), user=_text(event, "user"), root=root
        )
    except ValueError as error:
        raise UnsupportedEvent("nobody to answer") from error
    files = event.get("files")
    attached = ["[attachment]"] * (len(files) if isinstance(files, list) else 0)
    words = written(without_mention(_text(event, "text"), app_user))
    return Incoming(
        address=address,
        scope=_scope(event, team),
        text="\n".join([words, *attached]),
        provider_id=_text(event, "ts"),
    )


def find_own_card(event: Payload, desk_channel: str) -> CardSeen | None:
    """Return which card of ours a message event shows, if it shows one."""
    blocks = event.get("blocks")
    first = blocks[0] if isinstance(blocks, list) and blocks else {}
    found = _CARD.fullmatch(_text(first, "block_id"))
    channel = _text(event, "channel")
    if found is None or channel != desk_channel or not _text(event, "bot_id"):
        return None
    return CardSeen(found["conversation"], Posted(channel=channel, ts=_text(event, "ts")))


def is_own(event: Payload) -> bool:
    """Whether a bot wrote this, ourselves included: nobody answers a bot."""
    return bool(event.get("bot_id")) or _text(event, "subtype") == "bot_message"


def app_user(payload: Payload) -> str:
    """The user id that this app has in the workspace, as the event tells it."""
    authorizations = payload.get("authorizations")
    first = authorizations[0] if isinstance(authorizations, list) and authorizations else {}
    return _text(first, "user_id")


def text_of(event: Payload, name: str) -> str:
    return _text(event, name)


def _scope(event: Payload, team: str) -> str:
    """One message, whichever of its events tells of it: a mention comes as two."""
    return f"slack:{team}:{_text(event, 'channel')}:{_text(event, 'ts')}"


def _command_of(form: Mapping[str, str]) -> Payload:
    if "command" not in form:
        raise AnomalousPayload("neither an interaction nor a command")
    return {**form, "type": "command"}


def _object(value: object) -> Payload:
    if not isinstance(value, dict) or not isinstance(value.get("type"), str):
        raise AnomalousPayload("not a payload of Slack's")
    return value


def _text(value: object, name: str) -> str:
    found = value.get(name) if isinstance(value, Mapping) else None
    return found if isinstance(found, str) else ""


def _at(payload: Payload, *names: str) -> object:
    value: object = payload
    for name in names:
        value = value.get(name, "") if isinstance(value, Mapping) else ""
    return value
