"""What the desk sees of a conversation in one look, and the name it goes by there."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from warmline.domain.address import Channel
from warmline.domain.conversation import Head
from warmline.domain.entries import Outcome
from warmline.domain.handoff import Reason
from warmline.domain.signals import Signal
from warmline.domain.states import State

_COLOURS = [
    "Amber",
    "Azure",
    "Coral",
    "Copper",
    "Crimson",
    "Emerald",
    "Golden",
    "Indigo",
    "Ivory",
    "Jade",
    "Lilac",
    "Maroon",
    "Olive",
    "Pearl",
    "Ruby",
    "Saffron",
    "Scarlet",
    "Silver",
    "Teal",
    "Violet",
]
_BIRDS = [
    "Avocet",
    "Bunting",
    "Crane",
    "Curlew",
    "Dunlin",
    "Egret",
    "Falcon",
    "Finch",
    "Heron",
    "Ibis",
    "Kestrel",
    "Kite",
    "Lark",
    "Linnet",
    "Merlin",
    "Osprey",
    "Plover",
    "Robin",
    "Starling",
    "Swallow",
    "Swift",
    "Tern",
    "Thrush",
    "Warbler",
    "Wren",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A conversation as the desk sees it: no number, no name, no address."""

    conversation: str
    epoch: int
    alias: str
    channel: Channel
    state: State
    reason: Reason | None
    waiting_since: datetime | None
    last_words: str
    agent: str
    agent_name: str
    lease_until: datetime | None
    outcome: Outcome | None
    signals: tuple[Signal, ...] = ()
    brief: str = ""


def alias(conversation: str) -> str:
    """A name for the customer that says nothing about them, such as "Teal Heron 4821".

    The same for the whole conversation; two open ones share it once in five million.
    """
    digest = int.from_bytes(hashlib.sha256(conversation.encode()).digest()[:8])
    colour, rest = digest % len(_COLOURS), digest // len(_COLOURS)
    bird, number = rest % len(_BIRDS), rest // len(_BIRDS) % 10_000
    return f"{_COLOURS[colour]} {_BIRDS[bird]} {number:04}"


def card_of(head: Head) -> Card:
    """Return what the card shows now."""
    return Card(
        conversation=head.id,
        epoch=head.epoch,
        alias=alias(head.id),
        channel=head.channel,
        state=head.state,
        reason=head.reason,
        waiting_since=head.waiting_since,
        last_words=head.last_words,
        agent=head.agent,
        agent_name=head.agent_name,
        lease_until=head.marks.lease_until,
        outcome=head.outcome,
        signals=head.signals,
        brief=head.brief,
    )
