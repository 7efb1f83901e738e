"""What a customer is promised: a person in so much time, and then that person's first words.

A warning comes before, to the desk; the lead is told after. Only time within the hours counts.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from warmline.domain.conversation import Head, Marks
from warmline.domain.entries import Kind, LogEntry, Role
from warmline.domain.policy import Policy
from warmline.domain.states import State

_INTO_THE_QUEUE = frozenset({Kind.HANDED_OFF, Kind.RELEASED, Kind.TRANSFERRED})
_SHORT_SECONDS = 120
"""Promises that run out sooner need a wakeup of their own; for others a minute's sweep is near."""


@dataclass(frozen=True, slots=True)
class Promise:
    """When the desk is warned, and when what was promised is broken."""

    warn_at: datetime | None = None
    breach_at: datetime | None = None


def with_promise(marks: Marks, head: Head, entry: LogEntry, policy: Policy) -> Marks:
    """Return the marks with the promise that this entry makes or keeps."""
    if head.state is State.WAITING and entry.kind in _INTO_THE_QUEUE:
        return _marked(marks, _a_person(head, entry.at, policy))
    if entry.kind is Kind.CLAIMED and head.waiting_since is not None:
        return _marked(marks, _first_words(marks, head, entry.at, policy))
    if entry.kind is Kind.MESSAGE and entry.role is Role.AGENT:
        return _marked(marks, Promise())
    return marks


def seconds_of(head: Head, policy: Policy) -> float:
    """Return how long the promise is that a conversation stands under now."""
    by_tier = policy.waiting_seconds if not head.agent else policy.first_reply_seconds
    return by_tier[tier_of(head)]


def tier_of(head: Head) -> str:
    return "vip" if head.vip else "normal"


def short_delays(entry: LogEntry, policy: Policy) -> list[float]:
    """Return after how many seconds somebody must look, where the sweeper would come too late."""
    if entry.kind in _INTO_THE_QUEUE:
        promised = policy.waiting_seconds
    elif entry.kind is Kind.CLAIMED:
        promised = policy.first_reply_seconds
    else:
        return []
    short = {seconds for seconds in promised.values() if 0 < seconds <= _SHORT_SECONDS}
    shares = (policy.promise_warning_share, 1)
    return sorted({seconds * share for seconds in short for share in shares})


def _a_person(head: Head, now: datetime, policy: Policy) -> Promise:
    """From the ask on; a case that comes back after that has run out is promised afresh.

    So nobody is told twice of one broken promise, and a case that came back is not forgotten.
    """
    seconds = policy.waiting_seconds[tier_of(head)]
    promise = _promise(head.waiting_since or now, seconds, policy)
    broken = promise.breach_at is not None and promise.breach_at <= now
    return _promise(now, seconds, policy) if broken else promise


def _first_words(marks: Marks, head: Head, now: datetime, policy: Policy) -> Promise:
    """The lease's own reminder, where it comes first, is warning enough."""
    promise = _promise(now, policy.first_reply_seconds[tier_of(head)], policy)
    if marks.remind_at and promise.warn_at and marks.remind_at <= promise.warn_at:
        return Promise(breach_at=promise.breach_at)
    return promise


def _promise(start: datetime, seconds: float, policy: Policy) -> Promise:
    if not seconds:
        return Promise()
    hours = policy.business_hours
    breach_at = hours.after(start, seconds)
    warn_at = hours.after(start, seconds * policy.promise_warning_share)
    return Promise(warn_at if warn_at != breach_at else None, breach_at)


def _marked(marks: Marks, promise: Promise) -> Marks:
    return replace(
        marks,
        warn_at=promise.warn_at,
        breach_at=promise.breach_at,
        promised_at=promise.breach_at,
    )
