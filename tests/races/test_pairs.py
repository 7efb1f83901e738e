"""Fault 36: any two commands at once leave what one of their orders would have left, exactly."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations_with_replacement, count

import pytest

from bench.line import Line, at_once
from bench.tables import local_client
from tests.journeys.world import START
from tests.races.commands import COMMANDS, STARTS, Case, Start, begin, line_on, tried, turn
from tests.races.invariants import Rows
from warmline.adapters.dynamodb import keys
from warmline.adapters.dynamodb.items import to_typed
from warmline.adapters.dynamodb.statements import Commit
from warmline.adapters.dynamodb.store import DynamoStore
from warmline.adapters.memory import Identity, MemoryStore
from warmline.domain.writes import Put, Row

PAIRS = tuple(combinations_with_replacement(COMMANDS, 2))


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


@pytest.mark.fault(36)
def test_every_pair_of_commands_at_once_ends_as_one_of_its_orders(
    dynamodb_local: str, table: str, rows_after: Rows
) -> None:
    stores = [DynamoStore(local_client(dynamodb_local), table, lambda: START) for _ in range(2)]
    numbers, pauses = count(1), list[float]()
    races = [
        _race(stores, start, names, Case(next(numbers)), pauses)
        for start in STARTS
        for names in PAIRS
    ]

    left = rows_after.read().by_identity
    endings = {race: _ending_of(race, left) for race in races}
    assert [race for race, ending in endings.items() if ending is None] == []
    explained = {name for ending in endings.values() if ending for name in ending.rows}
    assert set(left) - explained == set()
    assert len(pauses) > len(races) / 10, "the commands hardly ever met"


@pytest.mark.parametrize("start", STARTS, ids=lambda start: start.name)
@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_alone_is_done_or_refused_and_never_breaks(start: Start, name: str) -> None:
    case = Case(1)

    assert tried(COMMANDS[name], line_on(begin(case, start), case, start.seconds), case)


def _race(
    stores: list[DynamoStore],
    start: Start,
    names: tuple[str, str],
    case: Case,
    pauses: list[float],
) -> Race:
    _copy(begin(case, start), stores[0])

    def act(store: DynamoStore, name: str) -> str:
        line = _counting(line_on(store, case, start.seconds), pauses)
        return tried(COMMANDS[name], line, case)

    pairs = list(zip(stores, names, strict=True))
    first, second = at_once([partial(act, store, name) for store, name in pairs])
    return Race(start, names, case, (first, second))


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
