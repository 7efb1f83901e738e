"""What a simulated queue comes to: waits, and who was overtaken."""

import math
from collections.abc import Iterable, Iterator, Sequence

from rich.table import Table

from bench.queue_order import Served, customers, first_come_first_served, line_of, staff
from warmline.domain.policy import Policy

AGENTS = (1, 2, 5, 20, 100)
LOADS = (0.9, 1.2)
CAME = 20_000
SEED = 7


def overtaken(served: Sequence[Served], by_more_than: float) -> Iterator[tuple[Served, Served]]:
    """Yield who was served after somebody who had come so much later, with that one.

    A case that was given back counts with its first turn: what came after is another wait.
    """
    latest: Served | None = None
    for one in sorted(_first(served), key=lambda each: each.at):
        earlier = latest is not None and latest.at < one.at
        if latest and earlier and latest.customer.arrives - one.customer.arrives > by_more_than:
            yield one, latest
        if latest is None or one.customer.arrives > latest.customer.arrives:
            latest = one


def percentile(values: Iterable[float], share: float) -> float:
    """The smallest value that this share of them does not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def waits(served: Iterable[Served], *, normal: bool) -> list[float]:
    """First waits of the tier without any head start, or of the others."""
    return [one.wait for one in _first(served) if one.customer.normal is normal]


def _first(served: Iterable[Served]) -> Iterable[Served]:
    """Each one's first turn."""
    first: dict[int, Served] = {}
    for one in served:
        first.setdefault(one.customer.number, one)
    return first.values()


def queue_figures(policy: Policy) -> list[dict[str, float]]:
    """Simulate every number of agents at every load; waits in seconds, beside the baseline's."""
    return [_figures(agents, load, policy) for load in LOADS for agents in AGENTS]


def _figures(agents: int, load: float, policy: Policy) -> dict[str, float]:
    people = customers(CAME, agents, load, SEED)
    line = line_of(people, staff(agents), policy)
    fair = first_come_first_served(people, agents)
    figures: dict[str, float] = {"agents": agents, "load": load}
    for tier, normal in (("normal", True), ("ahead", False)):
        for share in (0.5, 0.99):
            ours, theirs = (percentile(waits(one, normal=normal), share) for one in (line, fair))
            figures[f"{tier}_p{share * 100:.0f}"] = round(ours, 1)
            figures[f"{tier}_p{share * 100:.0f}_first_come"] = round(theirs, 1)
    overtakes = overtaken(line, policy.head_start_most_seconds)
    return figures | {"overtaken_beyond_head_starts": sum(1 for _ in overtakes)}


def queue_table(figures: Iterable[dict[str, float]]) -> Table:
    """The figures for people: the line's wait, and first come first served in brackets."""
    table = Table(
        *("agents", "load", "no head start: p50", "p99", "head start: p50", "p99", "overtaken"),
        title="Waits in the queue, simulated, in minutes (first come first served)",
    )
    for one in figures:
        cells = [
            f"{one[name] / 60:.1f} ({one[f'{name}_first_come'] / 60:.1f})"
            for name in ("normal_p50", "normal_p99", "ahead_p50", "ahead_p99")
        ]
        beyond = f"{one['overtaken_beyond_head_starts']:.0f}"
        table.add_row(f"{one['agents']:.0f}", f"{one['load']}", *cells, beyond)
    return table
