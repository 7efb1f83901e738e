"""Whom a waiting case waits for, as time goes: first those it suits best, then anyone."""

from warmline.application.change import Change
from warmline.domain.conversation import Head
from warmline.domain.entries import Kind, Role
from warmline.domain.queueing import is_widened
from warmline.domain.states import Event

RESERVATION_ENDED = "reservation_ended"
WIDENED = "widened"


def move_on(change: Change, head: Head) -> None:
    """End a reservation that is over, and drop skill and language after the set time.

    The place in the queue stays the same. The team always matters.
    """
    over = head.reserved_until is not None and head.reserved_until <= change.now
    widened = is_widened(head, change.now)
    if not over and not widened:
        return
    change.record(
        Event.MOVE,
        Kind.MOVED,
        Role.SYSTEM,
        why=WIDENED if widened else RESERVATION_ENDED,
        skill="" if widened else head.skill,
        needs_language="" if widened else head.needs_language,
        reserved_for="" if over else head.reserved_for,
        reserved_until=None if over else head.reserved_until,
    )
    change.show_card()
