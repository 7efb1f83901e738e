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
from warmline.domain.errors import (
    AnomalousPayload,
    ForeignSender,
    Refusal,
    Refused,
    UnsupportedEvent,
)

type Payload = Mapping[str, object]

MOST_FIELDS = 100
SPOKEN = frozenset({"", "file_share", "thread_broadcast", "me_message"})
"""The subtypes of a message that carry a person's own words. All others are passed over."""

_ID = re.compile(r"[A-Za-z0-9]{1,40}", re.ASCII)
_TS = re.compile(r"[0-9]{1,20}\.[0-9]{1,10}", re.ASCII)
_VALUE = re.compile(r"(?P<conversation>[0-9a-zA-Z]{1,64})\.(?P<epoch>[0-9]{1,9})", re.ASCII)
_CARD = re.compile(r"card:(?P<conversation>[0-9a-zA-Z]{1,64})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Press:
    """A button on a card, pressed by a person."""

    action: str
    user: str
    conversation: str
    epoch: int
    posted: Posted | None


@dataclass(frozen=True, slots=True)
class Presser:
    """A person at the desk, and the thread that they look at, if it is one."""

    user: str
    channel: str
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

    Raises AnomalousPayload for what is none, UnsupportedEvent for kinds that ask for nothing.
    """
    try:
        payload = _payload(body.decode("utf-8"), content_type)
    except (ValueError, RecursionError) as error:
        raise AnomalousPayload("the body cannot be read") from error
    _check_kind(payload)
    return payload


def _payload(text: str, content_type: str) -> Payload:
    if content_type.partition(";")[0].strip().lower() == "application/json":
        return _object(json.loads(text))
    form = dict(parse_qsl(text, keep_blank_values=True, max_num_fields=MOST_FIELDS))
    return _object(json.loads(form["payload"])) if "payload" in form else _command_of(form)


def _check_kind(payload: Payload) -> None:
    """Let through what the listeners take, in the shape that Bolt itself reads unguarded."""
    match payload:
        case (
            {"type": "event_callback", "event": {"type": str()}}
            | {"type": "block_actions", "actions": [{"action_id": str()}, *_]}
            | {"type": "url_verification", "challenge": str()}
            | {"type": "command", "command": str()}
        ):
            return
        case {"type": "event_callback" | "block_actions" | "url_verification" | "command"}:
            raise AnomalousPayload("a payload without its content")
        case _:
            raise UnsupportedEvent("a kind of payload that asks for nothing")


def check_workspace(payload: Payload, *, team: str, app: str) -> None:
    """Raise ForeignSender for what belongs to another workspace or app."""
    if payload.get("type") == "url_verification":
        return
    team_id = payload.get("team_id") or _at(payload, "team", "id")
    if team_id != team or payload.get("api_app_id") != app:
        raise ForeignSender("another workspace or app")


def parse_press(payload: Payload) -> Press:
    """Return the press. A value that is not one of ours names no open case: Refused."""
    actions = payload.get("actions")
    action = actions[0] if isinstance(actions, list) and actions else {}
    found = _VALUE.fullmatch(_text(action, "value"))
    if found is None:
        raise Refused(Refusal.NO_LONGER_OPEN)
    return Press(
        action=_text(action, "action_id"),
        user=parse_presser(payload).user,
        conversation=found["conversation"],
        epoch=int(found["epoch"]),
        posted=_card_pressed(payload),
    )


def parse_presser(payload: Payload) -> Presser:
    """Return who pressed, and where they are looking. Raises AnomalousPayload without them."""
    user, channel = _at(payload, "user", "id"), _at(payload, "channel", "id")
    if not _named(user) or not _named(channel):
        raise AnomalousPayload("a press by nobody, or nowhere")
    return Presser(str(user), str(channel), _ts_of(_at(payload, "message"), "thread_ts"))


def _card_pressed(payload: Payload) -> Posted | None:
    """Where the card is: the message that has the button, unless one person alone can see it."""
    ts = _ts_of(_at(payload, "container"), "message_ts")
    if not ts or _at(payload, "container", "is_ephemeral") is True:
        return None
    return Posted(channel=str(_at(payload, "channel", "id")), ts=ts)


def parse_command(payload: Payload) -> Command:
    verb, _, alias = _text(payload, "text").strip().partition(" ")
    if not _named(payload.get("user_id")):
        raise AnomalousPayload("a command by nobody")
    return Command(
        verb=verb.lower() or "help",
        alias=alias.strip(),
        user=_text(payload, "user_id"),
        channel=_text(payload, "channel_id"),
    )


def parse_desk_words(event: Payload, team: str) -> DeskWords:
    """Return somebody's words in a thread of the desk channel."""
    scope, thread = _scope(event, team), _ts_of(event, "thread_ts")
    if not thread or not _named(event.get("user")):
        raise UnsupportedEvent("words of nobody, or in no thread")
    return DeskWords(
        user=_text(event, "user"),
        channel=_text(event, "channel"),
        thread_ts=thread,
        ts=_text(event, "ts"),
        text=written(_text(event, "text")),
        scope=scope,
    )


def parse_customer_words(event: Payload, team: str, app_user: str) -> Incoming:
    """Return a customer's message: direct, or in the thread of a mention."""
    scope, direct = _scope(event, team), _text(event, "channel_type") == "im"
    if not _named(event.get("user")):
        raise UnsupportedEvent("words of nobody")
    root = _ts_of(event, "thread_ts") or ("" if direct else _ts_of(event, "ts"))
    address = Address.slack(
        team=team, channel=_text(event, "channel"), user=_text(event, "user"), root=root
    )
    files = event.get("files")
    attached = ["[attachment]"] * (len(files) if isinstance(files, list) else 0)
    words = written(without_mention(_text(event, "text"), app_user))
    return Incoming(
        address=address,
        scope=scope,
        text="\n".join([words, *attached]),
        provider_id=_text(event, "ts"),
    )


def find_own_card(payload: Payload, desk_channel: str) -> CardSeen | None:
    """Return which card of ours a message event shows, if it shows one.

    Another app may write whatever it likes into a block's id: only our own posts count.
    """
    event = payload.get("event")
    blocks = _at(payload, "event", "blocks")
    first = blocks[0] if isinstance(blocks, list) and blocks else {}
    found, ts = _CARD.fullmatch(_text(first, "block_id")), _ts_of(event, "ts")
    ours = _text(event, "app_id") == payload.get("api_app_id")
    if found is None or not ts or not ours or _text(event, "channel") != desk_channel:
        return None
    return CardSeen(found["conversation"], Posted(channel=desk_channel, ts=ts))


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
    channel, ts = event.get("channel"), _ts_of(event, "ts")
    if not _named(channel) or not ts:
        raise UnsupportedEvent("a message without a place")
    return f"slack:{team}:{channel}:{ts}"


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


def _named(value: object) -> bool:
    """Whether this is an id of Slack's, which may become part of a key."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def _ts_of(value: object, name: str) -> str:
    found = _text(value, name)
    return found if _TS.fullmatch(found) else ""


def _at(payload: Payload, *names: str) -> object:
    value: object = payload
    for name in names:
        value = value.get(name, "") if isinstance(value, Mapping) else ""
    return value
