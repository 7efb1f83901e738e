"""Fault 36: one command wholly within another, at each of its calls, from every start.

`tests/races` brings the same pairs together on the vendor's engine; here no moment is missed.
"""

from dataclasses import replace

import pytest

from tests.faults.scenes import Meanwhile
from tests.laws.faults import Killable
from tests.races.commands import COMMANDS, STARTS, Case, Start, begin, line_on, tried, turn
from warmline.adapters.memory import Identity, MemoryStore
from warmline.domain.writes import Row

type Ending = tuple[str, str, dict[Identity, Row]]

CASE = Case(1)


@pytest.mark.fault(36)
@pytest.mark.parametrize("start", STARTS, ids=lambda start: start.name)
@pytest.mark.parametrize("outer", COMMANDS)
def test_a_command_within_another_ends_as_one_of_their_orders(start: Start, outer: str) -> None:
    for inner in COMMANDS:
        legal, at = endings(start, outer, inner), 0
        while (found := one_within_another(start, outer, inner, at)) is not None:
            assert found in legal, f"{inner} within {outer} at call {at}: {found[:2]}"
            at += 1
        assert at >= 1


def one_within_another(start: Start, outer: str, inner: str, at: int) -> Ending | None:
    """Do the inner command before the outer's n-th call; None if it makes no so many."""
    store, meanwhile, inners = begin(CASE, start), Meanwhile(at), list[str]()
    meanwhile.act = lambda: inners.append(do(inner, store, start))
    watched = line_on(Killable(store, meanwhile), CASE, start.seconds)
    outcome = tried(COMMANDS[outer], watched, CASE)
    return (outcome, inners[0], left_in(store)) if inners else None


def endings(start: Start, outer: str, inner: str) -> list[Ending]:
    """What the outer and the inner come to in each order; a turn has two steps."""
    return [
        in_order(start, outer, inner),
        backwards(in_order(start, inner, outer)),
        *([within_turn(start, inner)] if outer == "turn" else []),
        *([backwards(within_turn(start, outer))] if inner == "turn" else []),
    ]


def in_order(start: Start, first: str, second: str) -> Ending:
    store = begin(CASE, start)
    return do(first, store, start), do(second, store, start), left_in(store)


def backwards(ending: Ending) -> Ending:
    first, second, rows = ending
    return second, first, rows


def within_turn(start: Start, other: str) -> Ending:
    """The other command comes while the bot thinks."""
    store, outcomes = begin(CASE, start), list[str]()
    line = line_on(store, CASE, start.seconds)
    turn(line, CASE, lambda: outcomes.append(do(other, store, start)))
    return "done", "".join(outcomes), left_in(store)


def left_in(store: MemoryStore) -> dict[Identity, Row]:
    """All rows; how often a head was written does not matter, since a turn's lease counts too."""
    heads = {name: replace(row, version=0) for name, row in store.rows.items() if name[0] == "Head"}
    return store.rows | heads


def do(name: str, store: MemoryStore, start: Start) -> str:
    return tried(COMMANDS[name], line_on(store, CASE, start.seconds), CASE)
