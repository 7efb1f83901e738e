"""The move from the bot to the queue: one transaction with its notice and its card."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from warmline.application import lines
from warmline.application.change import Change
from warmline.application.phrases import Phrase, handoff_phrase
from warmline.application.ports import ConversationStore
from warmline.application.so_far import conversation_so_far
from warmline.application.wait_notices import wait_words
from warmline.domain.brief import Customer, make_brief
from warmline.domain.card import alias, alias_key
from warmline.domain.conversation import Head
from warmline.domain.entries import Kind, LogEntry, Role
from warmline.domain.handoff import Reason
from warmline.domain.own_number import hide_own_number
from warmline.domain.queueing import language_needed, skill_for
from warmline.domain.records import CaseName
from warmline.domain.signals import Signal
from warmline.domain.states import Event

_IN_DISTRESS = frozenset({Reason.STRONG_EMOTION, Reason.SENSITIVE_TOPIC})

LATEST = 200
"""How many of the latest entries are read for the conversation so far."""


def hand_off(  # noqa: PLR0913 - what is rarely said is said by keyword
    change: Change,
    reason: Reason,
    log: Sequence[LogEntry],
    store: ConversationStore,
    *,
    signals: Sequence[Signal] = (),
    brief: str = "",
    promise: str = "",
    event: Event = Event.HANDOFF,
    reserved_for: str = "",
    answered_through: int = 0,
) -> None:
    """Put the conversation into the queue, tell the customer, and show the desk.

    `log` is what was stored of the conversation before this change; `store` tells of the wait.
    `answered_through` is the message
    that the notice answers by itself, such as a bare ask for a person. `signals` are all that spoke
    for a human, in the policy's order; `brief` is a model's, if it wrote one, and `promise` what
    the bot has said that somebody will do. The entry always has signals and a brief. Raises Refused
    when somebody else has moved the conversation on.
    """
    signals = tuple(signals) or (Signal(reason, 1.0, 1.0),)
    policy = change.house.policy
    if change.get_head().reason is None:
        name_case(change)
    entry = change.record(
        event,
        Kind.HANDED_OFF,
        Role.SYSTEM,
        reason=reason,
        signals=signals,
        brief=_brief(change, reason, log, signals, brief, promise),
        skill=skill_for(reason, signals, policy),
        needs_language=language_needed(change.language, policy),
        head_start_seconds=policy.head_start_for(signals),
        reserved_for=reserved_for,
        reserved_until=reservation_end(change, reserved_for),
        answered_through=answered_through,
    )
    _tell(change, reason, store)
    so_far = conversation_so_far([*log, *change.entries])
    if so_far:
        change.post(entry, so_far, name=lines.SO_FAR)
    change.show_card()


def name_case(change: Change) -> None:
    """Let the desk find the conversation by its name, from the first time that it comes there."""
    head = change.get_head()
    change.save(CaseName(name=alias_key(alias(head.id)), conversation=head.id))


def _tell(change: Change, reason: Reason, store: ConversationStore) -> None:
    """Why, the wait, what was passed on, and how to leave: that last to nobody in distress."""
    phrases, channel = change.house.phrases, change.get_head().channel
    leaving = "" if reason in _IN_DISTRESS else Phrase.WHILE_YOU_WAIT
    said = (
        phrases.say(handoff_phrase(reason), change.language, channel),
        wait_words(change, store),
        phrases.say(leaving, change.language, channel) if leaving else "",
    )
    text = " ".join(filter(None, said))
    change.say(change.add(Kind.NOTICE, Role.SYSTEM, text=text))


def _brief(  # noqa: PLR0913, PLR0917 - hand_off's own, taken apart
    change: Change,
    reason: Reason,
    log: Sequence[LogEntry],
    signals: Sequence[Signal],
    given: str,
    promise: str,
) -> str:
    head, address = change.get_head(), change.address
    customer = Customer(
        channel=head.channel,
        language=change.language,
        signed_in=bool(address.customer),
        came_back=bool(head.previous),
        contacts=len(address.contacts),
    )
    entries = [_without_number(entry) for entry in (*log, *change.entries)]
    return make_brief(reason, entries, customer, signals=signals, given=given, promise=promise)


def _without_number(entry: LogEntry) -> LogEntry:
    """The number that they write from is hidden before a line is cut: half of it would show."""
    return replace(entry, text=hide_own_number(entry.text, entry.address))


def latest_log(store: ConversationStore, head: Head) -> list[LogEntry]:
    """Return as much of the log as the conversation so far can show."""
    return store.read_log(head.id, after=max(0, head.last_sequence - LATEST))


def reservation_end(change: Change, reserved_for: str) -> datetime | None:
    if not reserved_for:
        return None
    return change.now + timedelta(seconds=change.house.policy.reservation_seconds)
