"""The whole outside in memory: for fast tests and for the simulator of laws."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from threading import Lock
from typing import Any

from warmline.application.ports import Arrival, Due
from warmline.domain.agent import Agent, OpenCase, ShiftEvent, WorkDone
from warmline.domain.conversation import Head
from warmline.domain.entries import LogEntry
from warmline.domain.errors import Conflict
from warmline.domain.outgoing import Outgoing
from warmline.domain.queueing import Lane, Place, lane_of
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
from warmline.domain.tool_runs import ToolRun
from warmline.domain.writes import Check, Delete, Put, Row, Write

type Identity = tuple[str | int, ...]


def identity(row: Row) -> Identity:  # noqa: C901, PLR0912 - one line a kind of row
    """What makes two rows the same row."""
    match row:
        case Head() | Agent() | Socket():
            names: Identity = (row.id,)
        case LogEntry():
            names = (row.conversation, row.sequence)
        case Outgoing():
            names = (row.target, row.sequence)
        case AddressRecord():
            names = (row.address,)
        case Seen() | Pace() | Outage() | Spending():
            names = (row.scope,)
        case Thread():
            names = (row.channel, row.ts)
        case OpenCase():
            names = (row.agent, row.conversation)
        case WorkDone():
            names = (row.agent, row.at, row.conversation)
        case Connection():
            names = (row.session, row.id)
        case ToolRun():
            names = (row.key,)
        case ShiftEvent():
            names = (row.agent, row.at.isoformat())
        case HeldReply():
            names = (row.conversation, row.ts)
        case Waited():
            names = (row.team, row.at.isoformat(), row.conversation)
        case Presence():
            names = (row.session,)
        case CaseName():
            names = (row.name, row.conversation)
    return (type(row).__name__, *names)


class Rows(dict[Identity, Row]):
    """Every row by its identity, and at hand by its kind: thousands are not searched for one."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds: defaultdict[str | int, dict[Identity, Row]] = defaultdict(dict)

    def __setitem__(self, name: Identity, row: Row) -> None:
        super().__setitem__(name, row)
        self.kinds[name[0]][name] = row

    def pop(self, name: Identity, default: Any = None) -> Any:  # noqa: ANN401 - as of a dict
        self.kinds[name[0]].pop(name, None)
        return super().pop(name, default)


@dataclass(slots=True)
class MemoryStore:
    """A ConversationStore in a dictionary. Transactions are serialised by one lock."""

    rows: Rows = field(default_factory=Rows)
    inserted: list[Row] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock)

    def commit(self, writes: Sequence[Write]) -> None:
        with self._lock:
            for write in writes:
                self._check(write)
            for write in writes:
                self._write(write)

    def read_arrival(self, scope: str, address: str) -> Arrival:
        with self._lock:
            record = self.find_address(address)
            named = (record.open_conversation or record.last_conversation) if record else ""
            return Arrival(self.find_seen(scope), record, self.find_head(named))

    def find_seen(self, scope: str) -> Seen | None:
        return self._find(Seen, scope)

    def find_address(self, address: str) -> AddressRecord | None:
        return self._find(AddressRecord, address)

    def find_head(self, conversation: str) -> Head | None:
        return self._find(Head, conversation)

    def read_log(self, conversation: str, *, after: int = 0) -> list[LogEntry]:
        entries = [entry for entry in self._all(LogEntry) if entry.conversation == conversation]
        return sorted(
            (entry for entry in entries if entry.sequence > after),
            key=lambda entry: entry.sequence,
        )

    def find_thread(self, channel: str, ts: str) -> Thread | None:
        return self._find(Thread, channel, ts)

    def cases_named(self, name: str) -> list[CaseName]:
        return [row for row in self._all(CaseName) if row.name == name]

    def find_agent(self, agent: str) -> Agent | None:
        return self._find(Agent, agent)

    def find_open_case(self, agent: str, conversation: str) -> OpenCase | None:
        return self._find(OpenCase, agent, conversation)

    def open_cases(self, agent: str) -> list[OpenCase]:
        return [case for case in self._all(OpenCase) if case.agent == agent]

    def find_outgoing(self, target: str, sequence: int) -> Outgoing | None:
        return self._find(Outgoing, target, sequence)

    def next_outgoing(self, target: str) -> Outgoing | None:
        unfinished = [row for row in self._of(target) if not row.finished]
        return unfinished[0] if unfinished else None

    def last_outgoing(self, target: str) -> Outgoing | None:
        rows = self._of(target)
        return rows[-1] if rows else None

    def find_socket(self, socket: str) -> Socket | None:
        return self._find(Socket, socket)

    def connections(self, session: str) -> list[Connection]:
        return [row for row in self._all(Connection) if row.session == session]

    def find_pace(self, scope: str) -> Pace | None:
        return self._find(Pace, scope)

    def find_outage(self, scope: str) -> Outage | None:
        return self._find(Outage, scope)

    def find_spending(self, scope: str) -> Spending | None:
        return self._find(Spending, scope)

    def find_tool_run(self, key: str) -> ToolRun | None:
        return self._find(ToolRun, key)

    def agents(self) -> list[Agent]:
        return sorted(self._all(Agent), key=lambda agent: agent.id)

    def shift_events(self, agent: str, *, since: datetime) -> list[ShiftEvent]:
        found = [row for row in self._all(ShiftEvent) if row.agent == agent and row.at >= since]
        return sorted(found, key=lambda row: row.at)

    def work_done(self, agent: str, *, since: datetime) -> list[WorkDone]:
        first = since.isoformat()
        found = [row for row in self._all(WorkDone) if row.agent == agent and row.at >= first]
        return sorted(found, key=lambda row: row.at)

    def held_replies(self, conversation: str) -> list[HeldReply]:
        held = [row for row in self._all(HeldReply) if row.conversation == conversation]
        return sorted(held, key=lambda row: row.ts)

    def find_held(self, conversation: str, ts: str) -> HeldReply | None:
        return self._find(HeldReply, conversation, ts)

    def find_presence(self, session: str) -> Presence | None:
        return self._find(Presence, session)

    def latest_waits(self, team: str, *, since: datetime, limit: int) -> list[Waited]:
        waits = [row for row in self._all(Waited) if row.team == team and row.at >= since]
        return sorted(waits, key=lambda row: row.at, reverse=True)[:limit]

    def waiting(self, lanes: Sequence[Lane], *, limit: int) -> list[Place]:
        places = []
        for lane in lanes:
            here = [one for one in self._places() if lane_of(one[1]) == lane]
            places += [place for place, _ in sorted(here, key=lambda one: one[0].since)][:limit]
        return sorted(places, key=lambda place: (place.since, place.conversation))

    def count_waiting(self, lanes: Sequence[Lane], *, before: datetime, limit: int) -> int:
        ahead = [
            place
            for place, head in self._places()
            if lane_of(head) in lanes and place.since < before
        ]
        return min(len(ahead), limit)

    def posts_in_thread(self, target: str) -> list[Outgoing]:
        return [row for row in self._of(target) if row.provider_id]

    def _places(self) -> list[tuple[Place, Head]]:
        heads = [(head.effective_since, head) for head in self._all(Head)]
        return [(Place(since, head.id), head) for since, head in heads if since is not None]

    def find_due(self, now: datetime, *, limit: int) -> list[Due]:
        moments = [
            *((head.due, Due(conversation=head.id)) for head in self._all(Head)),
            *((row.due, Due(target=row.target)) for row in self._all(Outgoing)),
            *((row.hello_by, Due(socket=row.id)) for row in self._all(Socket) if not row.greeted),
            *((row.returning_at, Due(agent=row.id)) for row in self._all(Agent)),
        ]
        overdue = sorted(
            ((moment, due) for moment, due in moments if moment is not None and moment <= now),
            key=lambda one: one[0],
        )
        return list(dict.fromkeys(due for _, due in overdue))[:limit]

    def _of(self, target: str) -> list[Outgoing]:
        rows = [row for row in self._all(Outgoing) if row.target == target]
        return sorted(rows, key=lambda row: row.sequence)

    def _find[R: Row](self, kind: type[R], *names: str | int) -> R | None:
        row = self.rows.get((kind.__name__, *names))
        return row if isinstance(row, kind) else None

    def _all[R: Row](self, kind: type[R]) -> list[R]:
        rows = list(self.rows.kinds[kind.__name__].values())
        return [row for row in rows if isinstance(row, kind)]

    def _check(self, write: Write) -> None:
        stored = self.rows.get(identity(write.row))
        if (stored.version if stored else 0) != write.row.version:
            raise Conflict(type(write.row).__name__)

    def _write(self, write: Write) -> None:
        name = identity(write.row)
        match write:
            case Put(row):
                stored = replace(row, version=row.version + 1)
                self.rows[name] = stored
                if row.version == 0:
                    self.inserted.append(stored)
            case Delete():
                self.rows.pop(name, None)
            case Check():
                pass
