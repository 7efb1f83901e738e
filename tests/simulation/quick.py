"""A table in memory and hints on a heap, quick enough for a day of thousands of cases."""

import heapq
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tests.journeys.world import WatchedStore
from warmline.adapters.memory import Identity, identity
from warmline.application.ports import Due
from warmline.domain.agent import Agent, OpenCase
from warmline.domain.conversation import Head
from warmline.domain.entries import LogEntry
from warmline.domain.outgoing import Outgoing
from warmline.domain.queueing import Lane, Place, lane_of
from warmline.domain.records import HeldReply
from warmline.domain.writes import Delete, Row, Write

if TYPE_CHECKING:
    from tests.simulation.day import Day


class QuickStore(WatchedStore):
    """The same table, which finds rows by what they belong to instead of looking at all of them."""

    def __init__(self) -> None:
        super().__init__()
        self._kinds: defaultdict[type, dict[Identity, Row]] = defaultdict(dict)
        self._groups: defaultdict[tuple[type, str], dict[Identity, Row]] = defaultdict(dict)
        self._dues: dict[Identity, tuple[datetime, Due]] = {}
        self._queue: defaultdict[Lane, dict[str, Place]] = defaultdict(dict)
        self._lanes: dict[str, Lane] = {}

    def read_log(self, conversation: str, *, after: int = 0) -> list[LogEntry]:
        rows = self._group(LogEntry, conversation)
        return sorted((one for one in rows if one.sequence > after), key=lambda one: one.sequence)

    def open_cases(self, agent: str) -> list[OpenCase]:
        return self._group(OpenCase, agent)

    def held_replies(self, conversation: str) -> list[HeldReply]:
        return sorted(self._group(HeldReply, conversation), key=lambda row: row.ts)

    def heads(self) -> list[Head]:
        return self._all(Head)

    def waiting(self, lanes: Sequence[Lane], *, limit: int) -> list[Place]:
        tops = [heapq.nsmallest(limit, self._queue[lane].values(), key=_order) for lane in lanes]
        return sorted((place for top in tops for place in top), key=_order)

    def count_waiting(self, lanes: Sequence[Lane], *, before: datetime, limit: int) -> int:
        places = (place for lane in lanes for place in self._queue[lane].values())
        return min(limit, sum(1 for place in places if place.since < before))

    def find_due(self, now: datetime, *, limit: int) -> list[Due]:
        overdue = sorted(
            (one for one in self._dues.values() if one[0] <= now), key=lambda one: one[0]
        )
        return list(dict.fromkeys(due for _, due in overdue))[:limit]

    def _of(self, target: str) -> list[Outgoing]:
        return sorted(self._group(Outgoing, target), key=lambda row: row.sequence)

    def _all[R: Row](self, kind: type[R]) -> list[R]:
        return [row for row in self._kinds[kind].values() if isinstance(row, kind)]

    def _group[R: Row](self, kind: type[R], name: str) -> list[R]:
        return [row for row in self._groups[kind, name].values() if isinstance(row, kind)]

    def _write(self, write: Write) -> None:
        super()._write(write)
        name, row = identity(write.row), write.row
        stored = None if isinstance(write, Delete) else self.rows[name]
        group = (type(row), _group_of(row))
        for held in (self._kinds[type(row)], self._groups[group]):
            if stored is None:
                held.pop(name, None)
            else:
                held[name] = stored
        self._note_due(name, stored)
        if isinstance(row, Head):
            self._note_place(row)

    def _note_due(self, name: Identity, row: Row | None) -> None:
        self._dues.pop(name, None)
        due = _due_of(row)
        if due is not None:
            self._dues[name] = due

    def _note_place(self, head: Head) -> None:
        former = self._lanes.pop(head.id, None)
        if former is not None:
            self._queue[former].pop(head.id, None)
        since = head.effective_since
        if since is not None:
            self._lanes[head.id] = lane_of(head)
            self._queue[lane_of(head)][head.id] = Place(since, head.id)


def _order(place: Place) -> tuple[datetime, str]:
    return (place.since, place.conversation)


def _group_of(row: Row) -> str:
    match row:
        case Outgoing():
            return row.target
        case LogEntry() | HeldReply():
            return row.conversation
        case OpenCase():
            return row.agent
        case _:
            return ""


def _due_of(row: Row | None) -> tuple[datetime, Due] | None:
    match row:
        case Head() if row.due is not None:
            return row.due, Due(conversation=row.id)
        case Outgoing() if row.due is not None:
            return row.due, Due(target=row.target)
        case Agent() if row.returning_at is not None:
            return row.returning_at, Due(agent=row.id)
        case _:
            return None


@dataclass(order=True)
class Planned:
    """Something that is to happen at a moment: a hint that comes, or what a person does."""

    at: datetime
    number: int
    act: Callable[[], object] = field(compare=False)


@dataclass
class Agenda:
    """Everything that is to happen, hints among it, in the order of time."""

    world: "Day"
    planned: list[Planned] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=itertools.count)

    def plan(self, at: datetime, act: Callable[[], object]) -> None:
        heapq.heappush(self.planned, Planned(at, next(self.numbers), act))

    def take(self) -> Planned:
        return heapq.heappop(self.planned)

    def after(self, seconds: float, act: Callable[[], object]) -> None:
        self.plan(self.world.clock() + timedelta(seconds=seconds), act)

    def turn(self, conversation: str, sequence: int, *, delay: float = 0) -> None:
        self.after(delay, lambda: self.world.take_turn(conversation, sequence))

    def delivery(self, target: str, *, delay: float = 0) -> None:
        self.after(delay, lambda: self.world.deliver(target))

    def look_at(self, conversation: str, *, delay: float = 0) -> None:
        self.after(delay, lambda: self.world.look_at(conversation))

    def look_at_socket(self, socket: str, *, delay: float = 0) -> None:
        self.after(delay, lambda: self.world.close_silent(socket))

    def look_at_agent(self, agent: str, *, delay: float = 0) -> None:
        self.after(delay, lambda: self.world.sweep.return_cases(agent))
