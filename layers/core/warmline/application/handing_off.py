"""The move from the bot to the queue: one transaction with its notice and its card."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from warmline.application import lines
from warmline.application.change import Change
from warmline.application.phrases import handoff_phrase
from warmline.application.ports import ConversationStore
from warmline.application.so_far import conversation_so_far
from warmline.domain.conversation import Head
from warmline.domain.entries import Kind, LogEntry, Role
from warmline.domain.handoff import Reason
from warmline.domain.states import Event

LATEST = 200
"""How many of the latest entries are read for the conversation so far."""


def hand_off(  # noqa: PLR0913 - what is rarely said is said by keyword
    change: Change,
    reason: Reason,
    log: Sequence[LogEntry],
    *,
    event: Event = Event.HANDOFF,
    reserved_for: str = "",
    answered_through: int = 0,
) -> None:
    """Put the conversation into the queue, tell the customer, and show the desk.

    `log` is what was stored of the conversation before this change; `answered_through` the message
    that the notice answers by itself, such as a bare ask for a person. Raises Refused when somebody
    else has moved the conversation on.
    """
    policy = change.house.policy
    repeat = policy.head_start_repeat_seconds if reason is Reason.REPEAT_CONTACT else 0
    entry = change.record(
        event,
        Kind.HANDED_OFF,
        Role.SYSTEM,
        reason=reason,
        head_start_seconds=policy.head_start(so_far=0, more=repeat),
        reserved_for=reserved_for,
        reserved_until=reservation_end(change, reserved_for),
        answered_through=answered_through,
    )
    change.notice(handoff_phrase(reason))
    so_far = conversation_so_far([*log, *change.entries])
    if so_far:
        change.post(entry, so_far, name=lines.SO_FAR)
    change.show_card()


def latest_log(store: ConversationStore, head: Head) -> list[LogEntry]:
    """Return as much of the log as the conversation so far can show."""
    return store.read_log(head.id, after=max(0, head.last_sequence - LATEST))


def reservation_end(change: Change, reserved_for: str) -> datetime | None:
    if not reserved_for:
        return None
    return change.now + timedelta(seconds=change.house.policy.reservation_seconds)
