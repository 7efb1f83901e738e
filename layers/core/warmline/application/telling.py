"""How an agent learns what became of their words: a reaction, and a line when they were lost."""

from datetime import datetime

from warmline.application import lines
from warmline.application.ports import ConversationStore
from warmline.domain.entries import LogEntry, Origin, Role
from warmline.domain.outgoing import Outgoing, Status, Task, mark_target
from warmline.domain.states import State
from warmline.domain.writes import Put

CHECK_MARK = "white_check_mark"
WARNING = "warning"


def result_marks(store: ConversationStore, row: Outgoing, now: datetime) -> list[Put]:
    """Return the rows that tell the desk how the delivery of this row ended.

    `row` has the version that it was read with: what is told later of the same words gets a later
    sequence, so that nothing is told twice and nothing stands behind what has ended.
    """
    entry = row.entry
    if row.task is Task.RUN and row.given_up:
        return [Put(_line(row, now, lines.TOOL_UNKNOWN))]
    if row.task is not Task.SAY or entry is None or entry.role is Role.CUSTOMER:
        return []
    if row.status is Status.SENT and not row.undelivered:
        marks = [_reaction(row, entry.origin, CHECK_MARK, now)] if entry.origin else []
    else:
        marks = _warnings(store, row, entry, now)
    return [Put(mark) for mark in marks]


def _warnings(
    store: ConversationStore, row: Outgoing, entry: LogEntry, now: datetime
) -> list[Outgoing]:
    if entry.origin is not None:
        return [_reaction(row, entry.origin, WARNING, now), _line(row, now)]
    head = store.find_head(row.conversation)
    at_the_desk = head is not None and head.state in {State.WAITING, State.WITH_AGENT}
    return [_line(row, now)] if at_the_desk else []


def _reaction(row: Outgoing, origin: Origin, name: str, now: datetime) -> Outgoing:
    return Outgoing(
        target=mark_target(row.conversation, row.sequence),
        sequence=2 * row.version,
        task=Task.REACT,
        conversation=row.conversation,
        created_at=now,
        text=name,
        channel=origin.channel,
        ts=origin.ts,
    )


def _line(row: Outgoing, now: datetime, text: str = "") -> Outgoing:
    return Outgoing(
        target=mark_target(row.conversation, row.sequence),
        sequence=2 * row.version + 1,
        task=Task.POST,
        conversation=row.conversation,
        created_at=now,
        text=text or lines.not_delivered(row),
    )
