"""Who must look at what after a commit: the same rule for the stream, the workers, the sweeper."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from warmline.application.ports import Hints
from warmline.domain.address import Address
from warmline.domain.agent import ShiftChange, ShiftEvent
from warmline.domain.conversation import Head
from warmline.domain.entries import Kind, LogEntry, Role
from warmline.domain.outgoing import Outgoing
from warmline.domain.policy import Policy
from warmline.domain.promised import short_delays
from warmline.domain.records import HeldReply, Socket
from warmline.domain.states import State

CLOCKS_APART = timedelta(seconds=2)


def hint(
    hints: Hints, policy: Policy, entries: Iterable[LogEntry], outgoing: Iterable[Outgoing]
) -> None:
    """Send the hints that follow from stored rows. Doing it twice does no harm."""
    for target in dict.fromkeys(row.target for row in outgoing):
        hints.delivery(target)
    for entry in entries:
        _hint_entry(hints, policy, entry)


def hint_socket(hints: Hints, policy: Policy, socket: Socket) -> None:
    """Have a new socket looked at when it should have said who it is."""
    if not socket.greeted:
        hints.look_at_socket(socket.id, delay=policy.hello_seconds)


def hint_held(hints: Hints, held: HeldReply) -> None:
    """Have words that are held looked at when they are due."""
    if held.due is not None:
        hints.look_at(held.conversation, delay=(held.due - held.at).total_seconds())


def hint_again(hints: Hints, head: Head, now: datetime) -> None:
    """Have words that are held looked at once more, where a hint came a moment early.

    Its clock is another one, and the next sweep would come up to a minute later.
    """
    due = head.marks.held_until
    if due is not None and now < due <= now + CLOCKS_APART:
        hints.look_at(head.id, delay=(due - now).total_seconds())


def hint_shift(hints: Hints, event: ShiftEvent) -> None:
    """Have the cases of who left put back at once."""
    if event.what in {ShiftChange.OFF, ShiftChange.SUSPENDED}:
        hints.look_at_agent(event.agent)


def _hint_entry(hints: Hints, policy: Policy, entry: LogEntry) -> None:
    for delay in short_delays(entry, policy):
        hints.look_at(entry.conversation, delay=delay)
    from_customer = entry.kind is Kind.MESSAGE and entry.role is Role.CUSTOMER
    if entry.state is State.BOT and (from_customer or entry.kind is Kind.HANDED_BACK):
        quiet = policy.quiet(Address(entry.address).channel, entry.text) if from_customer else None
        delay = quiet.total_seconds() if quiet else 0.0
        hints.turn(entry.conversation, entry.sequence, delay=delay)
        hints.look_at(entry.conversation, delay=policy.turn_deadline_seconds)
    elif entry.state is State.WITH_AGENT and (from_customer or entry.kind is Kind.CLAIMED):
        hints.look_at(entry.conversation, delay=policy.lease_reminder.total_seconds())
        hints.look_at(entry.conversation, delay=policy.lease_seconds)
        return
    if entry.reserved_until is not None:
        hints.look_at(entry.conversation, delay=policy.reservation_seconds)
    if entry.kind is Kind.HANDED_OFF and (entry.skill or entry.needs_language):
        hints.look_at(entry.conversation, delay=policy.widen_seconds)
