"""Many agents at one queue: who gets which case, and how long it takes from a long queue."""

from collections.abc import Iterator

from bench.queue_depth import make_depth, measure_depths
from bench.races import all_get_one_each, ask_for_human, hire, make_lines, race_for_next
from bench.store import Figure
from bench.tables import make_table
from tests.races.invariants import read_rows, violations
from tests.races.orders import Track, out_of_order
from tests.races.owners import run_meetings
from warmline.bootstrap import SLACK_PATIENCE
from warmline.domain.address import Address

MEETINGS = 1_000
NEXT_AGENTS = 16
NEXT_ROUNDS = 10
SHORT, LONG = 10, 100_000
DEPTH_ROUNDS = 60


def measure_desk(endpoint_url: str) -> Iterator[Figure]:
    """Yield each figure as it is measured. Raises AssertionError where a race broke an order."""
    yield measure_meetings(endpoint_url, MEETINGS)
    yield measure_next(endpoint_url, NEXT_ROUNDS)
    yield measure_depth(endpoint_url, LONG)


def measure_meetings(endpoint_url: str, rounds: int) -> Figure:
    """Have cases claimed in the moment in which their holder parts with them."""
    table = make_table(endpoint_url)
    track = Track.on(endpoint_url, table)
    races = run_meetings(track, rounds)
    rows = read_rows(endpoint_url, table)
    wrong = [*out_of_order(races, rows.by_identity), *violations(rows)]
    if wrong:
        raise AssertionError(f"{len(wrong)} wrong: {wrong[0]}")
    return Figure(
        "a claim meets a release, a resolve, a lease's end, a hand back, a transfer",
        {
            "races": len(races),
            "with one legal order and no hole in the table": len(races),
            "decided again for somebody faster": len(track.pauses),
        },
    )


def measure_next(endpoint_url: str, rounds: int) -> Figure:
    """Have many agents ask for the next case in the same moment."""
    lines = make_lines(endpoint_url, make_table(endpoint_url), NEXT_AGENTS, SLACK_PATIENCE)
    agents, seconds = hire(lines[0], NEXT_AGENTS), []
    for number in range(rounds):
        for agent in range(NEXT_AGENTS):
            digits = number * NEXT_AGENTS + agent
            ask_for_human(lines[0], Address.sms(f"+1555{digits:07}", "+15550006789"))
        taken = race_for_next(lines, agents)
        if not all_get_one_each(taken):
            raise AssertionError(f"round {number}: {taken.conversations}")
        seconds.append(taken.seconds)
    return Figure(
        f"{NEXT_AGENTS} agents press Next at once, {NEXT_AGENTS} cases wait",
        {
            "rounds": rounds,
            "rounds in which each got one": rounds,
            "slowest s until all have one": round(max(seconds), 2),
        },
    )


def measure_depth(endpoint_url: str, waiting: int) -> Figure:
    """Take a case from a short queue and from a long one, in turn."""
    short, long = make_depth(endpoint_url, SHORT), make_depth(endpoint_url, waiting)
    measure_depths([short, long], DEPTH_ROUNDS)
    if short.calls != long.calls:
        raise AssertionError(f"{short.calls} of {SHORT}, {long.calls} of {waiting}")
    return Figure(
        f"one case of {waiting:,} waiting, beside one of {SHORT}",
        {
            name: value
            for step, calls in long.calls.items()
            for name, value in {
                f"{step}: calls, the same from both": calls.total(),
                f"{step}: median ms from {SHORT}": round(short.median(step) * 1000, 1),
                f"{step}: median ms from {waiting:,}": round(long.median(step) * 1000, 1),
                f"{step}: times as long": round(long.median(step) / short.median(step), 2),
            }.items()
        },
    )
