"""The queue is fair: proved by simulating it with the line's own order, beside first come first."""

from functools import cache

import pytest
import yaml

from bench.queue_order import Served, customers, first_come_first_served, line_of, staff
from bench.queue_waits import AGENTS, overtaken, percentile, waits
from bench.tables import TEMPLATE
from warmline.domain.policy import Policy

CAME = 8_000
SEEDS = (11, 12)
LARGEST_HEAD_START = 1800
"""Seconds: what all head starts come to together, as the design has it."""

WITHOUT_END = {
    f"head_start_{name}_seconds": 10**9 for name in ("vip", "emotion", "repeat", "released", "most")
}


def policy(**more: float) -> Policy:
    written = yaml.safe_load((TEMPLATE.parent / "content/policy.yaml").read_text("utf-8"))
    return Policy.read(written | more)


@cache
def simulated(agents: int, load: float, seed: int) -> tuple[list[Served], list[Served]]:
    """Return the same customers as the line serves them, and first come first."""
    people = customers(CAME, agents, load, seed)
    return line_of(people, staff(agents), policy()), first_come_first_served(people, agents)


@pytest.mark.parametrize("agents", AGENTS)
@pytest.mark.parametrize("seed", SEEDS)
def test_who_has_no_head_start_waits_at_most_half_as_long_again(agents: int, seed: int) -> None:
    line, fair = simulated(agents, 0.9, seed)

    ours, theirs = (percentile(waits(one, normal=True), 0.99) for one in (line, fair))
    assert ours <= 1.5 * theirs


@pytest.mark.parametrize("agents", AGENTS)
@pytest.mark.parametrize("seed", SEEDS)
def test_with_too_few_agents_nobody_is_overtaken_by_more_than_the_head_starts(
    agents: int, seed: int
) -> None:
    line, _ = simulated(agents, 1.2, seed)

    assert list(overtaken(line, LARGEST_HEAD_START)) == []


@pytest.mark.parametrize("agents", AGENTS)
def test_head_starts_without_end_would_be_noticed(agents: int) -> None:
    people = customers(CAME, agents, 1.2, SEEDS[0])
    line = line_of(people, staff(agents), policy(**WITHOUT_END))

    assert list(overtaken(line, LARGEST_HEAD_START)) != []


@pytest.mark.parametrize("agents", AGENTS)
def test_a_head_start_helps_who_has_it(agents: int) -> None:
    line, fair = simulated(agents, 0.9, SEEDS[0])

    ours, theirs = (percentile(waits(one, normal=False), 0.9) for one in (line, fair))
    assert ours < theirs


@pytest.mark.parametrize("agents", AGENTS)
def test_everybody_is_served_once_and_who_was_given_back_once_more(agents: int) -> None:
    line, _ = simulated(agents, 0.9, SEEDS[0])
    twice = {one.customer.number for one in line if one.customer.released}

    served = [one.customer.number for one in line]
    assert sorted(served) == sorted([*range(CAME), *twice])
