"""What is known of a customer beside their words, and what the rules on it ask for."""

from dataclasses import replace
from datetime import timedelta

from warmline.application.change import Change
from warmline.application.phrases import Phrase
from warmline.domain.address import Address
from warmline.domain.entries import Kind, Role
from warmline.domain.judging import Circumstances, Verdict, judge
from warmline.domain.reading import Reading

CONTACTS_WITHIN = timedelta(days=7)
_MOST_CONTACTS = 20
CRISIS_AGAIN_AFTER = timedelta(hours=1)
"""Somebody in distress writes many lines; the crisis line is told once for them."""

BESIDE = "beside"
"""Marks a notice that tells of no change of owner, and comes beside whatever else is said."""


def come_in(change: Change) -> None:
    """Count the conversation that now begins."""
    recent = (at for at in change.address.contacts if change.now - at < CONTACTS_WITHIN)
    contacts = (*recent, change.now)[-_MOST_CONTACTS:]
    change.address = replace(change.address, contacts=contacts)


def judge_message(change: Change, reading: Reading, *, opens: bool) -> Verdict:
    """Weigh a message with all that is known of who wrote it."""
    policy = change.house.policy
    circumstances = Circumstances(
        channel=Address(change.address.address).channel,
        vip=policy.is_vip(*names_of(change)),
        contacts_in_7_days=len(change.address.contacts),
        opens=opens,
    )
    return judge(reading, circumstances, policy)


def names_of(change: Change) -> tuple[str, ...]:
    """By what a list of customers may name this one: their number, their id, their Slack user."""
    parts = Address(change.address.address).parts
    number = parts.get("their", "").removeprefix("whatsapp:")
    return (change.address.customer, number, parts.get("user", ""))


def tell_crisis_line(change: Change) -> None:
    """Say where help is at any hour, in the transaction that stores the words that asked for it."""
    told = change.address.crisis_told_at
    if told is not None and change.now - told < CRISIS_AGAIN_AFTER:
        return
    change.address = replace(change.address, crisis_told_at=change.now)
    say_beside(change, Phrase.CRISIS)


def say_beside(change: Change, key: str) -> None:
    """Send a notice that belongs to no change of owner."""
    text = change.house.phrases.say(key, change.language, change.get_head().channel)
    change.say(change.add(Kind.NOTICE, Role.SYSTEM, text=text, why=BESIDE))
