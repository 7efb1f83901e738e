"""What the desk sees of a conversation in one look, and the name it goes by there."""

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import datetime

from warmline.domain.address import Channel
from warmline.domain.conversation import LAST_WORDS, Head, Marks
from warmline.domain.entries import Outcome
from warmline.domain.handoff import Reason
from warmline.domain.own_number import hide_own_number
from warmline.domain.records import Presence
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


_CUT_NUMBER = re.compile(r"[\d\s()+./-]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A conversation as the desk sees it: no number, no name, no address.

    `previous` is the alias of the case that it follows. `promised_by` is when a person was promised
    at the latest; `at_risk` once the desk was warned of it, `promise_broken` once a lead was told.
    `presence` is of who is on the web; the others have no page to leave. A `scrubbed` card keeps
    nothing that anybody said.
    """

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
    vip: bool = False
    came_back: bool = False
    previous: str = ""
    team: str = ""
    skill: str = ""
    needs_language: str = ""
    reserved_for: str = ""
    reserved_until: datetime | None = None
    promised_by: datetime | None = None
    at_risk: bool = False
    promise_broken: bool = False
    presence: Presence | None = None
    scrubbed: bool = False


def alias(conversation: str) -> str:
    """A name for the customer that says nothing about them, such as "Teal Heron 4821".

    The same for the whole conversation; two open ones share it once in five million.
    """
    digest = int.from_bytes(hashlib.sha256(conversation.encode()).digest()[:8])
    colour, rest = digest % len(_COLOURS), digest // len(_COLOURS)
    bird, number = rest % len(_BIRDS), rest // len(_BIRDS) % 10_000
    return f"{_COLOURS[colour]} {_BIRDS[bird]} {number:04}"


LONGEST_NAME = 60
"""No name of a case is as long; what is looked up becomes a key, and those have a limit."""


def alias_key(name: str) -> str:
    """A name of a case as it is looked up, however a person has typed it."""
    return " ".join(name.split()).lower()[:LONGEST_NAME]


def card_of(head: Head, presence: Presence | None = None) -> Card:
    """Return what the card shows now."""
    marks = head.marks
    return Card(
        conversation=head.id,
        epoch=head.epoch,
        alias=alias(head.id),
        channel=head.channel,
        state=head.state,
        reason=head.reason,
        waiting_since=head.waiting_since,
        last_words="" if marks.scrubbed else last_words_shown(head),
        agent=head.agent,
        agent_name=head.agent_name,
        lease_until=marks.lease_until,
        outcome=head.outcome,
        signals=() if marks.scrubbed else _hidden(head),
        brief="" if marks.scrubbed else hide_own_number(head.brief, head.address),
        vip=head.vip,
        came_back=_came_back(head),
        previous=alias(head.previous) if head.previous else "",
        team=head.team,
        skill=head.skill,
        needs_language=head.needs_language,
        reserved_for=head.reserved_for,
        reserved_until=head.reserved_until,
        promised_by=marks.promised_at,
        at_risk=_at_risk(head.marks),
        promise_broken=marks.promised_at is not None and marks.breach_at is None,
        presence=presence,
        scrubbed=marks.scrubbed,
    )


def _at_risk(marks: Marks) -> bool:
    """Whether the desk was warned of a promise, or it is broken.

    Where the lease's own reminder comes first, that is the warning.
    """
    if marks.promised_at is None or marks.breach_at is None:
        return marks.promised_at is not None
    reminds = marks.remind_at is not None and marks.remind_at < marks.breach_at
    return marks.warn_at is None and not (reminds and marks.lease_until is not None)


def last_words_shown(head: Head) -> str:
    """What the customer said last, as much of it as the desk may be shown.

    Other numbers and addresses in it are still to be masked.
    """
    return hide_own_number(_whole(head.last_words), head.address)


def _hidden(head: Head) -> tuple[Signal, ...]:
    return tuple(
        replace(one, evidence=hide_own_number(one.evidence, head.address)) for one in head.signals
    )


def _came_back(head: Head) -> bool:
    """Whether it is about the same matter again; that somebody has written before is not that."""
    return any(one.code is Reason.REPEAT_CONTACT and one.fires for one in head.signals)


def _whole(words: str) -> str:
    """Words that were cut short, without what a cut may have left: half a number or an address.

    It would go unnoticed by whoever hides those.
    """
    if len(words) < LAST_WORDS:
        return words
    whole = words.rpartition(" ")[0] or words
    return f"{_CUT_NUMBER.sub('', whole)}…"
