"""When a conversation must be looked at again: the marks that follow from each entry."""

from dataclasses import replace
from datetime import datetime, timedelta

from warmline.domain.conversation import Head, Marks
from warmline.domain.entries import Kind, LogEntry, Role
from warmline.domain.policy import Policy
from warmline.domain.promised import with_promise
from warmline.domain.states import State


def with_marks(before: Head | None, after: Head, entry: LogEntry, policy: Policy) -> Head:
    """Return `after` with the deadlines that this entry sets, moves or ends."""
    marks = after.marks
    if before is None or before.epoch != after.epoch:
        marks = Marks(card=marks.card)
    marks = with_promise(_MARKS[after.state](marks, after, entry, policy), after, entry, policy)
    return replace(after, marks=replace(marks, idle_at=_idle_at(marks, after, policy)))


def _fresh_turn(head: Head, at: datetime, marks: Marks, policy: Policy) -> Marks:
    """A new deadline for what is unanswered, or none when nothing is; no worker has it yet."""
    deadline = at + policy.turn_deadline if head.unanswered else None
    return replace(
        marks,
        turn_deadline=deadline,
        turn_lease_until=None,
        turn_leased=False,
        turn_restarted=False,
    )


def _idle_at(marks: Marks, head: Head, policy: Policy) -> datetime | None:
    """Silence counts only while it is the customer's: never while they wait for somebody."""
    waits = head.unanswered or marks.lease_until is not None
    if waits or head.state in {State.WAITING, State.CLOSED}:
        return None
    return head.last_activity + policy.idle(head.channel)


def _bot(marks: Marks, head: Head, entry: LogEntry, policy: Policy) -> Marks:
    answered = entry.kind is Kind.MESSAGE and entry.role is Role.BOT
    if marks.turn_deadline is not None and not answered:
        return marks
    return _fresh_turn(head, entry.at, marks, policy)


def _waiting(marks: Marks, head: Head, entry: LogEntry, policy: Policy) -> Marks:
    marks = replace(marks, widen_at=_widen_at(marks, head, entry, policy))
    if marks.remind_at is not None:
        return marks
    hours, usual = policy.business_hours, policy.forgotten_reminder_seconds
    return replace(
        marks,
        remind_at=hours.after(entry.at, usual) or entry.at + timedelta(seconds=usual),
        wait_look_at=hours.after(entry.at, policy.wait_look_seconds),
    )


def _widen_at(marks: Marks, head: Head, entry: LogEntry, policy: Policy) -> datetime | None:
    """When skill and language no longer matter, from its coming into the queue this time."""
    if not head.skill and not head.needs_language:
        return None
    return marks.widen_at or entry.at + timedelta(seconds=policy.widen_seconds)


def _with_agent(marks: Marks, head: Head, entry: LogEntry, policy: Policy) -> Marks:
    if entry.kind is Kind.MESSAGE and entry.role is Role.AGENT:
        marks = replace(marks, lease_until=None, remind_at=None)
    starts = entry.kind is Kind.CLAIMED or (head.unanswered and marks.lease_until is None)
    if not starts:
        return marks
    return replace(
        marks, lease_until=entry.at + policy.lease, remind_at=entry.at + policy.lease_reminder
    )


def _closed(marks: Marks, head: Head, entry: LogEntry, policy: Policy) -> Marks:
    """What was said leaves Slack some time after the end, if any of it was shown there.

    What comes later still, such as what became of an action, leaves it in its turn.
    """
    shown = head.reason is not None or marks.card is not None
    scrub_at = marks.scrub_at
    if (entry.kind is Kind.CLOSED or marks.scrubbed) and policy.scrub and shown:
        scrub_at = entry.at + timedelta(seconds=policy.scrub_after_seconds)
    return Marks(card=marks.card, scrub_at=scrub_at, scrubbed=marks.scrubbed)


_MARKS = {
    State.BOT: _bot,
    State.WAITING: _waiting,
    State.WITH_AGENT: _with_agent,
    State.CLOSED: _closed,
}
