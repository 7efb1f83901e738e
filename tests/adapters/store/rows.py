"""Rows for the store's tests: sensible ones by hand, and any at all by hypothesis."""

import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from tests.journeys.world import SMS, START
from warmline.application.ports import ConversationStore
from warmline.domain.agent import Agent, OpenCase, ShiftEvent, WorkDone
from warmline.domain.conversation import Head
from warmline.domain.entries import Kind, LogEntry, Role
from warmline.domain.outgoing import Outgoing, Status, Task
from warmline.domain.records import (
    AddressRecord,
    CaseName,
    Connection,
    HeldReply,
    Outage,
    Pace,
    Presence,
    Seen,
    Socket,
    Spending,
    Thread,
    Waited,
)
from warmline.domain.states import State
from warmline.domain.tool_runs import ToolRun
from warmline.domain.writes import Row


@dataclass(slots=True)
class StillClock:
    """A clock that moves only when a test moves it."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


KINDS: tuple[type[Row], ...] = (
    AddressRecord,
    Head,
    LogEntry,
    Outgoing,
    Seen,
    Thread,
    Agent,
    OpenCase,
    WorkDone,
    Socket,
    Connection,
    Pace,
    ToolRun,
    Outage,
    Spending,
    ShiftEvent,
    HeldReply,
    Waited,
    Presence,
    CaseName,
)

# How each kind is read again; what an agent was paid for is only ever written.
FINDERS: Mapping[type[Row], Callable[[ConversationStore, Any], Row | None]] = {
    AddressRecord: lambda store, row: store.find_address(row.address),
    Head: lambda store, row: store.find_head(row.id),
    LogEntry: lambda store, row: next(
        (one for one in store.read_log(row.conversation) if one.sequence == row.sequence), None
    ),
    Outgoing: lambda store, row: store.find_outgoing(row.target, row.sequence),
    Seen: lambda store, row: store.find_seen(row.scope),
    Thread: lambda store, row: store.find_thread(row.channel, row.ts),
    Agent: lambda store, row: store.find_agent(row.id),
    OpenCase: lambda store, row: store.find_open_case(row.agent, row.conversation),
    Socket: lambda store, row: store.find_socket(row.id),
    Connection: lambda store, row: next(
        (one for one in store.connections(row.session) if one.id == row.id), None
    ),
    Pace: lambda store, row: store.find_pace(row.scope),
    Outage: lambda store, row: store.find_outage(row.scope),
    Spending: lambda store, row: store.find_spending(row.scope),
    ToolRun: lambda store, row: store.find_tool_run(row.key),
    ShiftEvent: lambda store, row: next(
        (one for one in store.shift_events(row.agent, since=row.at) if one.at == row.at), None
    ),
    HeldReply: lambda store, row: store.find_held(row.conversation, row.ts),
    Waited: lambda store, row: next(
        (
            one
            for one in store.latest_waits(row.team, since=row.at, limit=100)
            if (one.at, one.conversation) == (row.at, row.conversation)
        ),
        None,
    ),
    Presence: lambda store, row: store.find_presence(row.session),
    CaseName: lambda store, row: next(
        (one for one in store.cases_named(row.name) if one.conversation == row.conversation), None
    ),
}

MOST = 10**12 - 1
A_YEAR = 366 * 86_400
MOMENTS = st.datetimes(
    min_value=datetime(2000, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    max_value=datetime(2200, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
IDS = st.text(min_size=1, max_size=12)
ID_FIELDS = {
    "id",
    "address",
    "conversation",
    "target",
    "scope",
    "channel",
    "ts",
    "agent",
    "session",
    "key",
    "team",
}


def rows_of(kind: type) -> st.SearchStrategy[Any]:
    """Any row of a kind that was never stored, empty and hostile values included."""
    return _instances(kind).map(lambda row: replace(row, version=0))


def _instances(kind: type) -> st.SearchStrategy[Any]:
    hints = get_type_hints(kind)
    return st.builds(
        kind, **{field.name: _values(field.name, hints[field.name]) for field in fields(kind)}
    )


def _values(name: str, hint: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401, PLR0911 - a type
    if get_origin(hint) in (Union, types.UnionType):
        return st.none() | _values(name, get_args(hint)[0])
    if get_origin(hint) is tuple:
        return st.lists(_values("", get_args(hint)[0]), max_size=3).map(tuple)
    if is_dataclass(hint) and isinstance(hint, type):
        return _instances(hint)
    if hint is datetime:
        return MOMENTS
    if issubclass(hint, Enum):
        return st.sampled_from(hint)
    if hint is int:
        most = A_YEAR if name == "head_start_seconds" else MOST  # subtracted from a moment
        return st.integers(min_value=1 if name == "sequence" else 0, max_value=most)
    if hint is float:
        return st.integers(min_value=0, max_value=1000).map(lambda score: score / 1000)
    if hint is bool:
        return st.booleans()
    return IDS if name in ID_FIELDS else st.text(max_size=20)


def a_head(**more: object) -> Head:
    """A conversation that the bot has just opened."""
    head = Head(
        id="c1",
        address=SMS.value,
        state=State.BOT,
        epoch=1,
        opened_at=START,
        last_activity=START,
        first_sequence=1,
        last_sequence=1,
    )
    return replace(head, **more)  # type: ignore[arg-type]  # a test's own


def an_entry(sequence: int = 1, **more: object) -> LogEntry:
    """A customer's message."""
    entry = LogEntry(
        conversation="c1",
        sequence=sequence,
        at=START,
        kind=Kind.MESSAGE,
        role=Role.CUSTOMER,
        state=State.BOT,
        epoch=1,
        text="Where is my parcel?",
    )
    return replace(entry, **more)  # type: ignore[arg-type]  # a test's own


def an_outgoing(sequence: int = 1, *, ended: bool = False, **more: object) -> Outgoing:
    """A message on its way to a customer, or there."""
    row = Outgoing(
        target=SMS.value,
        sequence=sequence,
        task=Task.SAY,
        conversation="c1",
        created_at=START,
        status=Status.SENT if ended else Status.PENDING,
    )
    return replace(row, **more)  # type: ignore[arg-type]  # a test's own


def a_socket(id_: str = "s1=", **more: object) -> Socket:
    """A socket that has not said hello."""
    row = Socket(id=id_, opened_at=START, hello_by=START + timedelta(seconds=10))
    return replace(row, **more)  # type: ignore[arg-type]  # a test's own


def stored[R: Row](row: R) -> R:
    """The row as it is read after it was put."""
    return replace(row, version=row.version + 1)
