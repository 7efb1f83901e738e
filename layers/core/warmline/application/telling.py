"""How an agent learns what became of their words: a reaction, and a line when they were lost."""

from datetime import datetime

from warmline.application.ports import ConversationStore
from warmline.domain.conversation import Head
from warmline.domain.outgoing import Outgoing, Status, Task, mark_target
from warmline.domain.states import State
from warmline.domain.writes import Put, Write

CHECK_MARK = "white_check_mark"
WARNING = "warning"
QUOTED = 60


def result_marks(store: ConversationStore, row: Outgoing, now: datetime) -> list[Write]:
    """Return the rows that tell the desk how the delivery of this row ended."""
    if row.task is not Task.SAY or row.entry is None:
        return []
    if row.status is Status.SENT:
        return [Put(mark) for mark in _check_mark(row, now)]
    head = store.find_head(row.conversation)
    return [Put(mark) for mark in warnings(row, head, now)]


def _check_mark(row: Outgoing, now: datetime) -> list[Outgoing]:
    origin = row.entry.origin if row.entry else None
    return [_reaction(row, CHECK_MARK, 1, now)] if origin else []


def warnings(row: Outgoing, head: Head | None, now: datetime) -> list[Outgoing]:
    """Rows that tell the desk of a delivery that failed: a reaction, and a line with the reason."""
    if row.entry is None or head is None:
        return []
    marks = [_reaction(row, WARNING, 2, now)] if row.entry.origin else []
    at_the_desk = row.entry.origin is not None or head.state in {State.WAITING, State.WITH_AGENT}
    if not at_the_desk:
        return marks
    line = Outgoing(
        target=mark_target(row.conversation, row.sequence),
        sequence=3,
        task=Task.POST,
        conversation=row.conversation,
        created_at=now,
        text=_failure_line(row),
    )
    return [*marks, line]


def _failure_line(row: Outgoing) -> str:
    words = f"{row.text[:QUOTED]}…" if len(row.text) > QUOTED else row.text
    if row.error == "opted_out":
        return f"Not sent, the customer has opted out: “{words}”"
    if row.status is Status.UNKNOWN:
        return f"Perhaps not sent, the provider could not tell ({row.error}): “{words}”"
    return f"Not delivered ({row.error}): “{words}”"


def _reaction(row: Outgoing, name: str, sequence: int, now: datetime) -> Outgoing:
    origin = row.entry.origin if row.entry else None
    return Outgoing(
        target=mark_target(row.conversation, row.sequence),
        sequence=sequence,
        task=Task.REACT,
        conversation=row.conversation,
        created_at=now,
        text=name,
        channel=origin.channel if origin else "",
        ts=origin.ts if origin else "",
    )
