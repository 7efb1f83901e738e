"""A press on a button, as our own type."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from warmline.adapters.slack.payload import Payload, at, is_id, text_in, ts_in, workspace_in
from warmline.domain.conversation import Posted
from warmline.domain.errors import AnomalousPayload, Refusal, Refused, UnsupportedEvent

_VALUE = re.compile(
    r"(?P<conversation>[0-9a-zA-Z]{1,64})\.(?P<epoch>[0-9]{1,9})"
    r"(?:\.(?P<rest>[0-9]{6,20}\.[0-9]{1,10}))?",
    re.ASCII,
)
_KEPT = re.compile(
    r"(?P<conversation>[0-9a-zA-Z]{1,64})\.(?P<epoch>[0-9]{1,9})(?:\.(?P<rest>.{0,200}))?",
    re.ASCII | re.DOTALL,
)
_PAGE = re.compile(r"[0-9]{1,4}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Press:
    """A button on a card, or in a window, pressed by a person.

    `trigger` is the right to open a window, for three seconds; `window` is the one that the button
    was in, `page` what it shows, `values` what its fields hold by the block's id. `picked` is the
    value of a menu's option. `response_url` leads to the message that one person alone sees.
    `channel` and `thread_ts` are where they look: nowhere in a window, or in the app's Home.
    `workspace` is the name in the addresses of messages, `rest` the message that it is about.
    """

    action: str
    user: str
    conversation: str
    epoch: int
    posted: Posted | None
    trigger: str = ""
    window: str = ""
    page: int = 0
    picked: str = ""
    response_url: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    channel: str = ""
    thread_ts: str = ""
    workspace: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Submission:
    """A window that a person has sent off: what its fields hold, by the block's id.

    `rest` is what else we kept in the window, behind the conversation and its epoch.
    """

    callback: str
    user: str
    conversation: str
    epoch: int
    rest: str
    window: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Presser:
    """A person at the desk, and the thread that they look at; no channel is a window, or Home."""

    user: str
    channel: str
    thread_ts: str
    trigger: str = ""
    window: str = ""


def parse_press(payload: Payload) -> Press:
    """Return the press. A value that is not one of ours names no open case: Refused."""
    actions = payload.get("actions")
    action = actions[0] if isinstance(actions, list) and actions else {}
    found = _VALUE.fullmatch(text_in(action, "value")) or _KEPT.fullmatch(_kept_in(payload))
    if found is None:
        raise Refused(Refusal.NO_LONGER_OPEN)
    presser = parse_presser(payload)
    return Press(
        action=text_in(action, "action_id"),
        user=presser.user,
        conversation=found["conversation"],
        epoch=int(found["epoch"]),
        posted=_card_pressed(payload),
        trigger=presser.trigger,
        window=presser.window,
        page=_page(payload),
        picked=text_in(at(action, "selected_option"), "value"),
        response_url=text_in(payload, "response_url"),
        values=_values(payload),
        channel=presser.channel,
        thread_ts=presser.thread_ts,
        workspace=workspace_in(at(payload, "team"), "domain"),
        rest=found["rest"] or "",
    )


def parse_submission(payload: Payload) -> Submission:
    """Return the window that was sent off. Raises UnsupportedEvent for what is none of ours."""
    kept = _KEPT.fullmatch(_kept_in(payload))
    user = at(payload, "user", "id")
    if kept is None or not is_id(user):
        raise UnsupportedEvent("a window that is not ours")
    return Submission(
        callback=text_in(at(payload, "view"), "callback_id"),
        user=str(user),
        conversation=kept["conversation"],
        epoch=int(kept["epoch"]),
        rest=kept["rest"] or "",
        window=_id_at(payload, "view", "id"),
        values=_values(payload),
    )


def _kept_in(payload: Payload) -> str:
    """What we keep in the window that a menu is in: a menu's own value is what was picked."""
    return text_in(at(payload, "view"), "private_metadata")


def _values(payload: Payload) -> Mapping[str, str]:
    """What a window's fields hold: text, or the value of what was picked."""
    blocks = at(payload, "view", "state", "values")
    if not isinstance(blocks, Mapping):
        return {}
    held = {str(block): _value(fields) for block, fields in blocks.items()}
    return {block: value for block, value in held.items() if value}


def _value(fields: object) -> str:
    for one in fields.values() if isinstance(fields, Mapping) else ():
        for found in (
            text_in(one, "value"),
            text_in(one, "selected_user"),
            text_in(at(one, "selected_option"), "value"),
            ",".join(_option_values(one)),
        ):
            if found:
                return found
    return ""


def _option_values(field_: object) -> list[str]:
    options = field_.get("selected_options") if isinstance(field_, Mapping) else None
    return [text_in(one, "value") for one in options] if isinstance(options, list) else []


def parse_presser(payload: Payload) -> Presser:
    """Return who pressed, and where they are looking. Raises AnomalousPayload without them."""
    user, channel = at(payload, "user", "id"), at(payload, "channel", "id")
    in_window = _id_at(payload, "view", "id")
    if not is_id(user) or not (is_id(channel) or in_window):
        raise AnomalousPayload("a press by nobody, or nowhere")
    at_home = text_in(at(payload, "view"), "type") == "home"
    return Presser(
        str(user),
        "" if in_window else str(channel),
        ts_in(at(payload, "message"), "thread_ts"),
        trigger=text_in(payload, "trigger_id"),
        window="" if at_home else in_window,
    )


def _page(payload: Payload) -> int:
    """Which page a window of ours shows: what we wrote into it ourselves."""
    kept = at(payload, "view", "private_metadata")
    return int(kept) if isinstance(kept, str) and _PAGE.fullmatch(kept) else 0


def _id_at(payload: Payload, *names: str) -> str:
    found = at(payload, *names)
    return str(found) if is_id(found) else ""


def _card_pressed(payload: Payload) -> Posted | None:
    """Where the card is: the message that has the button, unless one person alone can see it."""
    ts = ts_in(at(payload, "container"), "message_ts")
    if not ts or at(payload, "container", "is_ephemeral") is True:
        return None
    return Posted(channel=str(at(payload, "channel", "id")), ts=ts)
