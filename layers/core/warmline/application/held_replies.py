"""What the holder has said and can still take back: held for a moment, then a message.

No log entry, and so no sequence, until it goes. It goes when it is due, or inside the transaction
that gives the case to somebody else or closes it, ahead of that event.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from warmline.application import lines
from warmline.application.change import Change
from warmline.application.ports import ConversationStore
from warmline.application.said import say
from warmline.domain.entries import Kind, Role
from warmline.domain.errors import Conflict, Refusal, Refused
from warmline.domain.records import Consent, HeldReply, Seen
from warmline.domain.writes import Check, Delete

MOST_WRITES = 80
"""Rows that all words held at once may cost a change of owner, which must hold them in one
transaction with its own: that takes a hundred."""


def keep(change: Change, store: ConversationStore, held: HeldReply) -> None:
    """Hold the words until they are due; without a due time, until their writer says so.

    The head is written, or held to what was read: so words and a change of owner never miss each
    other. The lease pauses while words are held: nobody loses a case that they are answering.
    Raises Refused while there is no room for them.
    """
    head = change.get_head()
    check_room(change, store, held)
    change.save(held, Seen(scope=held.scope, conversation=head.id, sequence=0))
    if held.due is None:
        change.others.append(Check(head))
        return
    first = min(moment for moment in (head.marks.held_until, held.due) if moment is not None)
    all_held = (*(ts for ts in head.marks.held if ts != held.ts), held.ts)
    change.mark(replace(head, marks=replace(head.marks, held_until=first, held=all_held)))


def check_room(change: Change, store: ConversationStore, held: HeldReply) -> None:
    """Raise Refused where so much is held that the case could not change its owner any more."""
    others = (one for one in store.held_replies(change.get_head().id) if one.ts != held.ts)
    if sum(map(_writes, [held, *others])) > MOST_WRITES:
        raise Refused(Refusal.TOO_MUCH_HELD)


def release(change: Change, store: ConversationStore, held: HeldReply) -> None:
    """Hold the words no more, and send them to nobody. The lease goes on where it stood."""
    change.others.append(Delete(held))
    if held.due is not None:
        stop_waiting(change, store, held)


def stop_waiting(change: Change, store: ConversationStore, held: HeldReply) -> None:
    """Have nobody look when these words would have been due."""
    _mark_first_due(change, (one for one in _held(change, store) if one.ts != held.ts))
    if change.get_head().marks.held_until is None:
        _lengthen_lease(change, held.at)


def say_now(change: Change, store: ConversationStore, held: HeldReply) -> None:
    """Say words that were waiting for their writer's yes, behind what they have said before."""
    had_lease = change.get_head().marks.lease_until is not None
    others = [one for one in _held(change, store) if one.due is not None and one.ts != held.ts]
    before = [one for one in others if one.at <= held.at]
    for one in [*before, held]:
        change.others.append(Delete(one))
        say(change, store, one)
    _mark_first_due(change, (one for one in others if one not in before))
    if had_lease:
        change.show_card()  # it said until when to answer


def send_held(change: Change, store: ConversationStore) -> None:
    """Say everything that is held, before the owner changes.

    Not to who has opted out, and nothing that nobody has confirmed: those stay at the desk, and
    their writer is told.
    """
    head = change.get_head()
    if head.agent:
        _send(change, store, _held(change, store))


def send_due(change: Change, store: ConversationStore) -> None:
    """Say what has been held long enough."""
    had_lease = change.get_head().marks.lease_until is not None
    held = _held(change, store)
    due = [one for one in held if one.due is not None and one.due <= change.now]
    _send(change, store, due)
    _mark_first_due(change, (one for one in held if one not in due))
    if due and had_lease:
        change.show_card()


def _writes(held: HeldReply) -> int:
    """What it costs to say it: its row goes, and each message is an entry and a delivery."""
    shown_at_the_desk = 1
    return 1 + (2 + shown_at_the_desk) * bool(held.text) + 2 * len(held.files)


def _held(change: Change, store: ConversationStore) -> list[HeldReply]:
    """Everything that is held, by the head's word: its rows may be seen a moment after it is."""
    head = change.get_head()
    held = store.held_replies(head.id)
    if not set(head.marks.held) <= {one.ts for one in held}:
        raise Conflict("HeldReply")
    return held


def _send(change: Change, store: ConversationStore, held: Sequence[HeldReply]) -> None:
    for one in sorted(held, key=lambda reply: reply.at):
        change.others.append(Delete(one))
        problem = _problem(change, store, one)
        if problem:
            entry = change.add(Kind.REMINDED, Role.SYSTEM, why="not_sent")
            change.post(entry, lines.held_not_sent(one.text, problem), mention=one.agent)
        else:
            say(change, store, one)


def _problem(change: Change, store: ConversationStore, held: HeldReply) -> str:
    """Why these words do not go out any more, or ""."""
    head = change.get_head()
    if change.address.consent is Consent.OPTED_OUT:
        return lines.BY_OPT_OUT
    if held.due is None:
        return lines.BY_SILENCE
    agent = store.find_agent(held.agent)
    stale = (held.agent, held.epoch) != (head.agent, head.epoch)
    return lines.BY_LEAVING if stale or (agent is not None and not agent.active) else ""


def _mark_first_due(change: Change, held: Iterable[HeldReply]) -> None:
    head = change.get_head()
    due = {one.ts: one.due for one in held if one.due is not None}
    first = min(due.values(), default=None)
    change.mark(replace(head, marks=replace(head.marks, held_until=first, held=tuple(due))))


def _lengthen_lease(change: Change, held_since: datetime) -> None:
    """Give back the time in which words were held that did not go out."""
    head = change.get_head()
    paused = change.now - held_since
    lease, reminder = head.marks.lease_until, head.marks.remind_at
    marks = replace(
        head.marks, lease_until=_later(lease, paused), remind_at=_later(reminder, paused)
    )
    change.mark(replace(head, marks=marks))


def _later(moment: datetime | None, by: timedelta) -> datetime | None:
    return moment + by if moment is not None else None
