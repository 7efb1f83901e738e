"""Two commands at once on the vendor's engine, held to what one of their orders would have left."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from bench.line import Line, at_once
from bench.tables import local_client
from tests.journeys.world import START
from tests.races.commands import COMMANDS, Case, Start, begin, line_on, tried, turn
from warmline.adapters.dynamodb import keys
from warmline.adapters.dynamodb.items import to_typed
from warmline.adapters.dynamodb.statements import Commit
from warmline.adapters.dynamodb.store import DynamoStore
from warmline.adapters.memory import Identity, MemoryStore
from warmline.domain.agent import Agent
from warmline.domain.queueing import Lane, Place, lane_of
from warmline.domain.records import Waited
from warmline.domain.writes import Put, Row

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


@dataclass(frozen=True, slots=True)
class Alone(DynamoStore):
    """The table as one race sees it: other races' cases and agents, read by an index, are not."""

    case: Case

    def agents(self) -> list[Agent]:
        found = (self.find_agent(user) for user in (self.case.ana, self.case.ben))
        return [agent for agent in found if agent is not None]

    def waiting(self, lanes: Sequence[Lane], *, limit: int) -> list[Place]:  # noqa: ARG002 - the port's
        head = self.find_head(self.case.conversation)
        if head is None or head.effective_since is None or lane_of(head) not in lanes:
            return []
        return [Place(head.effective_since, head.id)]

    def count_waiting(self, lanes: Sequence[Lane], *, before: datetime, limit: int) -> int:  # noqa: ARG002 - the port's
        return 0

    def latest_waits(self, team: str, *, since: datetime, limit: int) -> list[Waited]:  # noqa: ARG002 - the port's
        return []


@dataclass(frozen=True, slots=True)
class Ending:
    """What each of two commands came to, and every row that they left, with its version."""

    outcomes: tuple[str, str]
    rows: dict[Identity, Row]


@dataclass(frozen=True, slots=True)
class Race:
    """Two commands that met at one case, and what each came to."""

    start: Start
    names: tuple[str, str]
    case: Case
    outcomes: tuple[str, str]


@dataclass(slots=True)
class Track:
    """Where races are run: two ways to one table, and every pause for somebody faster."""

    clients: "tuple[DynamoDBClient, DynamoDBClient]"
    table: str
    pauses: list[float]

    @classmethod
    def on(cls, endpoint_url: str, table: str) -> "Track":
        return cls((local_client(endpoint_url), local_client(endpoint_url)), table, [])

    def run(self, start: Start, names: tuple[str, str], case: Case) -> Race:
        """Bring a case to its start, and have both commands meet at it."""
        stores = [Alone(client, self.table, lambda: START, case) for client in self.clients]
        _copy(begin(case, start), stores[0])
        pairs = zip(stores, names, strict=True)
        first, second = at_once([self._act(store, start, name) for store, name in pairs])
        return Race(start, names, case, (first, second))

    def _act(self, store: Alone, start: Start, name: str) -> Callable[[], str]:
        line = _counting(line_on(store, store.case, start.seconds), self.pauses)
        return lambda: tried(COMMANDS[name], line, store.case)


def out_of_order(races: Iterable[Race], left: dict[Identity, Row]) -> list[str]:
    """Return what is wrong: races that ended as none of their orders, rows that none explains."""
    endings = {race: _ending_of(race, left) for race in races}
    explained = {name for ending in endings.values() if ending for name in ending.rows}
    return [
        *(f"{race} ended as no order does" for race, ending in endings.items() if not ending),
        *(f"nothing explains {name}" for name in set(left) - explained),
    ]


def _ending_of(race: Race, left: dict[Identity, Row]) -> Ending | None:
    """Return the legal ending that is the one found; None when it is none of them."""
    for ending in _legal_endings(race):
        found = {name: left.get(name) for name in ending.rows}
        if ending.outcomes == race.outcomes and found == ending.rows:
            return ending
    return None


def _legal_endings(race: Race) -> Iterator[Ending]:
    """Every order of the two; a turn has two steps, between which the other may come."""
    first, second = race.names
    yield _in_order(race, first, second)
    backwards = _in_order(race, second, first)
    yield replace(backwards, outcomes=backwards.outcomes[::-1])
    if first == "turn":
        yield _between(race, second)
    if second == "turn":
        between = _between(race, first)
        yield replace(between, outcomes=between.outcomes[::-1])


def _in_order(race: Race, first: str, second: str) -> Ending:
    store = begin(race.case, race.start)
    line = line_on(store, race.case, race.start.seconds)
    outcome = tried(COMMANDS[first], line, race.case)
    return Ending((outcome, tried(COMMANDS[second], line, race.case)), store.rows)


def _between(race: Race, other: str) -> Ending:
    store = begin(race.case, race.start)
    line = line_on(store, race.case, race.start.seconds)
    outcomes: list[str] = []

    def meanwhile() -> None:
        outcomes.append(tried(COMMANDS[other], line, race.case))

    turn(line, race.case, meanwhile)
    return Ending(("done", "".join(outcomes)), store.rows)


def _copy(seed: MemoryStore, store: DynamoStore) -> None:
    """Bring the seed's rows into the table, in the versions that they have."""
    commit = Commit("seed", store.name, START)
    for row in seed.rows.values():
        item = commit.statement(Put(replace(row, version=0)))["Put"]["Item"]
        version = {keys.VERSION: to_typed(row.version)}
        store.client.put_item(TableName=store.name, Item=item | version)


def _counting(line: Line, pauses: list[float]) -> Line:
    def pause(seconds: float) -> None:
        pauses.append(seconds)
        line.patience.pause(seconds)

    return replace(line, patience=replace(line.patience, pause=pause))
