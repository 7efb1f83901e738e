"""Fault 36: any two commands at once leave what one of their orders would have left, exactly."""

from itertools import combinations_with_replacement, count

import pytest

from tests.races.commands import COMMANDS, STARTS, Case, Start, begin, line_on, tried
from tests.races.invariants import Rows
from tests.races.orders import Track, out_of_order

PAIRS = tuple(combinations_with_replacement(COMMANDS, 2))


@pytest.mark.fault(36)
def test_every_pair_of_commands_at_once_ends_as_one_of_its_orders(
    dynamodb_local: str, table: str, rows_after: Rows
) -> None:
    track, numbers = Track.on(dynamodb_local, table), count(1)
    races = [
        track.run(start, names, Case(next(numbers)))
        for start in STARTS
        for names in PAIRS
        if start.meets(*names)
    ]

    assert out_of_order(races, rows_after.read().by_identity) == []
    assert len(track.pauses) > len(races) / 10, "the commands hardly ever met"


@pytest.mark.parametrize("start", STARTS, ids=lambda start: start.name)
@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_alone_is_done_or_refused_and_never_breaks(start: Start, name: str) -> None:
    case = Case(1)

    assert tried(COMMANDS[name], line_on(begin(case, start), case, start.seconds), case)
