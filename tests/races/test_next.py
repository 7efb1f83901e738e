"""Many agents ask for the next case in one moment: each gets one, and nobody the same."""

from collections import Counter
from itertools import count

from bench.queue_depth import Depth, make_depth, measure_depths
from bench.races import all_get_one_each, ask_for_human, hire, make_lines, race_for_next
from tests.races.invariants import Rows
from warmline.bootstrap import SLACK_PATIENCE
from warmline.domain.address import Address

AGENTS = 12
ROUNDS = 3
SHORT, LONG = 10, 2_000
DEPTH_ROUNDS = 20
TRIES = 3
AS_LONG = 1.2


def test_agents_who_press_next_at_once_get_one_case_each(
    dynamodb_local: str, table: str, rows_after: Rows
) -> None:
    lines = make_lines(dynamodb_local, table, AGENTS, SLACK_PATIENCE)
    agents = hire(lines[0], AGENTS)
    customers = (Address.sms(f"+1555123{n:04}", "+15550006789") for n in count())

    for _ in range(ROUNDS):
        waiting = [ask_for_human(lines[0], next(customers)) for _ in agents]
        taken = race_for_next(lines, agents)

        assert all_get_one_each(taken)
        assert sorted(taken.conversations) == sorted(waiting)

    assert {agent.open_count for agent in rows_after.read().agents} == {ROUNDS}


def test_a_long_queue_is_taken_from_with_the_calls_and_in_the_time_of_a_short_one(
    dynamodb_local: str,
) -> None:
    depths = [make_depth(dynamodb_local, waiting) for waiting in (SHORT, LONG)]

    ratios = [_measured(depths) for _ in range(TRIES)]

    short, long = depths
    assert short.calls == long.calls
    assert long.calls["next"] == Counter(Query=17, GetItem=4, TransactWriteItems=1)
    for step in ("next", "claim"):
        assert min(ratio[step] for ratio in ratios) <= AS_LONG, f"{step}: {ratios}"


def _measured(depths: list[Depth]) -> dict[str, float]:
    measure_depths(depths, DEPTH_ROUNDS)
    short, long = depths
    return {step: long.median(step) / short.median(step) for step in long.seconds}
