"""A press on a button, as our own type."""

import re
from dataclasses import dataclass

from warmline.adapters.slack.payload import Payload, at, is_id, text_in, ts_in
from warmline.domain.conversation import Posted
from warmline.domain.errors import AnomalousPayload, Refusal, Refused

_VALUE = re.compile(r"(?P<conversation>[0-9a-zA-Z]{1,64})\.(?P<epoch>[0-9]{1,9})", re.ASCII)
_PAGE = re.compile(r"[0-9]{1,4}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Press:
    """A button on a card, or in a window, pressed by a person.

    `trigger` is the right to open a window, for three seconds; `window` is the one that the button
    was in, and `page` what it shows.
    """

    action: str
    user: str
    conversation: str
    epoch: int
    posted: Posted | None
    trigger: str = ""
    window: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class Presser:
    """A person at the desk, and the thread that they look at; no channel is a window."""

    user: str
    channel: str
    thread_ts: str


def parse_press(payload: Payload) -> Press:
    """Return the press. A value that is not one of ours names no open case: Refused."""
    actions = payload.get("actions")
    action = actions[0] if isinstance(actions, list) and actions else {}
    found = _VALUE.fullmatch(text_in(action, "value"))
    if found is None:
        raise Refused(Refusal.NO_LONGER_OPEN)
    return Press(
        action=text_in(action, "action_id"),
        user=parse_presser(payload).user,
        conversation=found["conversation"],
        epoch=int(found["epoch"]),
        posted=_card_pressed(payload),
        trigger=text_in(payload, "trigger_id"),
        window=_id_at(payload, "view", "id"),
        page=_page(payload),
    )


def parse_presser(payload: Payload) -> Presser:
    """Return who pressed, and where they are looking. Raises AnomalousPayload without them."""
    user, channel = at(payload, "user", "id"), at(payload, "channel", "id")
    in_window = _id_at(payload, "view", "id")
    if not is_id(user) or not (is_id(channel) or in_window):
        raise AnomalousPayload("a press by nobody, or nowhere")
    place = "" if in_window else str(channel)
    return Presser(str(user), place, ts_in(at(payload, "message"), "thread_ts"))


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
