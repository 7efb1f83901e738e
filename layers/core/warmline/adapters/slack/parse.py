"""What Slack sends, as our own types. Raw payloads travel no further than here and `presses`."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from warmline.adapters.slack.payload import Payload, at, is_id, text_in, ts_in, workspace_in
from warmline.adapters.slack.text import without_mention, written
from warmline.application.receive_message import Incoming
from warmline.application.reply import DeskWords
from warmline.domain.address import Address
from warmline.domain.conversation import Posted
from warmline.domain.errors import (
    AnomalousPayload,
    ForeignSender,
    UnsupportedEvent,
)

MOST_FIELDS = 100
SPOKEN = frozenset({"", "file_share", "thread_broadcast", "me_message"})
"""The subtypes of a message that carry a person's own words. All others are passed over."""

_CARD = re.compile(r"card:(?P<conversation>[0-9a-zA-Z]{1,64})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Command:
    """`/warmline <verb> [alias]`, typed by a person."""

    verb: str
    alias: str
    user: str
    channel: str
    trigger: str = ""
    workspace: str = ""


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
            | {"type": "view_submission", "view": {"callback_id": str()}}
            | {"type": "url_verification", "challenge": str()}
            | {"type": "command", "command": str()}
        ):
            return
        case {
            "type": (
                "event_callback"
                | "block_actions"
                | "view_submission"
                | "url_verification"
                | "command"
            )
        }:
            raise AnomalousPayload("a payload without its content")
        case _:
            raise UnsupportedEvent("a kind of payload that asks for nothing")


def check_workspace(payload: Payload, *, team: str, app: str) -> None:
    """Raise ForeignSender for what belongs to another workspace or app."""
    if payload.get("type") == "url_verification":
        return
    team_id = payload.get("team_id") or at(payload, "team", "id")
    if team_id != team or payload.get("api_app_id") != app:
        raise ForeignSender("another workspace or app")


def parse_command(payload: Payload) -> Command:
    verb, _, alias = text_in(payload, "text").strip().partition(" ")
    if not is_id(payload.get("user_id")):
        raise AnomalousPayload("a command by nobody")
    return Command(
        verb=verb.lower() or "help",
        alias=alias.strip(),
        user=text_in(payload, "user_id"),
        channel=text_in(payload, "channel_id"),
        trigger=text_in(payload, "trigger_id"),
        workspace=workspace_in(payload, "team_domain"),
    )


def parse_desk_words(event: Payload, team: str) -> DeskWords:
    """Return somebody's words in a thread of the desk channel."""
    scope, thread = _scope(event, team), ts_in(event, "thread_ts")
    if not thread or not is_id(event.get("user")):
        raise UnsupportedEvent("words of nobody, or in no thread")
    return DeskWords(
        user=text_in(event, "user"),
        channel=text_in(event, "channel"),
        thread_ts=thread,
        ts=text_in(event, "ts"),
        text=written(text_in(event, "text")),
        scope=scope,
    )


def parse_customer_words(event: Payload, team: str, app_user: str) -> Incoming:
    """Return a customer's message: direct, or in the thread of a mention."""
    scope, direct = _scope(event, team), text_in(event, "channel_type") == "im"
    if not is_id(event.get("user")):
        raise UnsupportedEvent("words of nobody")
    root = ts_in(event, "thread_ts") or ("" if direct else ts_in(event, "ts"))
    address = Address.slack(
        team=team, channel=text_in(event, "channel"), user=text_in(event, "user"), root=root
    )
    files = event.get("files")
    attached = ["[attachment]"] * (len(files) if isinstance(files, list) else 0)
    words = written(without_mention(text_in(event, "text"), app_user))
    return Incoming(
        address=address,
        scope=scope,
        text="\n".join([words, *attached]),
        provider_id=text_in(event, "ts"),
    )


def find_own_card(payload: Payload, desk_channel: str) -> CardSeen | None:
    """Return which card of ours a message event shows, if it shows one.

    Another app may write whatever it likes into a block's id: only our own posts count.
    """
    event = payload.get("event")
    blocks = at(payload, "event", "blocks")
    first = blocks[0] if isinstance(blocks, list) and blocks else {}
    found, ts = _CARD.fullmatch(text_in(first, "block_id")), ts_in(event, "ts")
    ours = text_in(event, "app_id") == payload.get("api_app_id")
    if found is None or not ts or not ours or text_in(event, "channel") != desk_channel:
        return None
    return CardSeen(found["conversation"], Posted(channel=desk_channel, ts=ts))


def is_own(event: Payload) -> bool:
    """Whether a bot wrote this, ourselves included: nobody answers a bot."""
    return bool(event.get("bot_id")) or text_in(event, "subtype") == "bot_message"


def app_user(payload: Payload) -> str:
    """The user id that this app has in the workspace, as the event tells it."""
    authorizations = payload.get("authorizations")
    first = authorizations[0] if isinstance(authorizations, list) and authorizations else {}
    return text_in(first, "user_id")


def text_of(event: Payload, name: str) -> str:
    return text_in(event, name)


def _scope(event: Payload, team: str) -> str:
    """One message, whichever of its events tells of it: a mention comes as two."""
    channel, ts = event.get("channel"), ts_in(event, "ts")
    if not is_id(channel) or not ts:
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
