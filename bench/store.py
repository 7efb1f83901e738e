"""The store under contention, and what a customer turn costs, on DynamoDB Local."""

import statistics
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from bench.capacity import Consumed, Steps, count_handoff, count_turn, total
from bench.races import (
    AGENTS,
    MESSAGES,
    all_know_the_winner,
    ask_for_human,
    burst,
    first_messages,
    hire,
    make_lines,
    race_for_case,
)
from bench.tables import local_client, make_table
from warmline.adapters.dynamodb.store import DynamoStore
from warmline.bootstrap import SLACK_PATIENCE, SMS_PATIENCE, WEB_PATIENCE
from warmline.domain.address import Address

ROUNDS = 100
OURS = "+15550006789"
SMS = Address.sms("+15551230001", OURS)


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured thing, as the table and the results file show it."""

    name: str
    values: dict[str, float | int | str]


def measure(endpoint_url: str, rounds: int = ROUNDS) -> Iterator[Figure]:
    """Yield each figure as it is measured. Raises AssertionError where a race had two winners."""
    yield measure_claims(endpoint_url, rounds)
    for address, patience in (
        (SMS, SMS_PATIENCE),
        (Address.web("session-0001"), WEB_PATIENCE),
        (Address.slack(team="T1", channel="D0CUSTOMER", user="U0CARL"), SLACK_PATIENCE),
    ):
        yield measure_first_messages(endpoint_url, address, patience)
    yield measure_repeats(endpoint_url)
    yield from measure_costs(endpoint_url)


def measure_claims(endpoint_url: str, rounds: int) -> Figure:
    """Have all agents claim one case, again and again."""
    table = make_table(endpoint_url)
    lines = make_lines(endpoint_url, table, AGENTS, SLACK_PATIENCE)
    agents = hire(lines[0], AGENTS)
    seconds = []
    for number in range(rounds):
        conversation = ask_for_human(lines[0], Address.sms(f"+1555{number:07}", OURS))
        claims = race_for_case(lines, agents, conversation)
        if not all_know_the_winner(claims, agents):
            raise AssertionError(f"round {number}: {claims}")
        seconds.append(claims.seconds)
    return Figure(
        f"{AGENTS} agents claim one case",
        {
            "rounds": rounds,
            "rounds with exactly one winner": rounds,
            "median s until all know": round(statistics.median(seconds), 3),
            "slowest s": round(max(seconds), 3),
        },
    )


def measure_first_messages(endpoint_url: str, address: Address, patience: float) -> Figure:
    """Have one customer's first messages come all at once."""
    lines = make_lines(endpoint_url, make_table(endpoint_url), MESSAGES, patience)
    found = burst(lines, first_messages(address, MESSAGES))
    conversations = {one.conversation for one in found.received}
    if len(conversations) != 1 or len({one.sequence for one in found.received}) != MESSAGES:
        raise AssertionError(f"{len(conversations)} conversations for one customer")
    return Figure(
        f"{MESSAGES} first messages at once by {address.channel}",
        {
            "conversations": len(conversations),
            "messages in it": len(found.received),
            "patience s": patience,
            "median attempts": statistics.median(found.attempts),
            "most attempts": max(found.attempts),
            "answered 503 and sent again": found.sent_again,
            "s until all are stored": round(found.seconds, 2),
        },
    )


def measure_repeats(endpoint_url: str) -> Figure:
    """Have one provider's message come a hundred times."""
    lines = make_lines(endpoint_url, make_table(endpoint_url), 20, SMS_PATIENCE)
    found = burst(lines * 5, first_messages(SMS, 1) * 100)
    new = sum(not received.repeated for received in found.received)
    if new != 1:
        raise AssertionError(f"one message was stored {new} times")
    values = {"stored": new, "s until all are answered": round(found.seconds, 2)}
    return Figure("one message 100 times at once", {**values})


def measure_costs(endpoint_url: str) -> Iterator[Figure]:
    """Count the units of one customer turn and of one case, step by step."""
    table, client = make_table(endpoint_url), local_client(endpoint_url)
    [line] = make_lines(endpoint_url, table, 1, SMS_PATIENCE)
    line = line.on(DynamoStore(client, table, line.clock))
    [agent] = hire(line, 1)
    count_turn(line, client, SMS, "first")
    turn = count_turn(line, client, SMS, "second")
    case = count_handoff(line, client, SMS, agent.id)
    yield from _steps("one customer turn", turn)
    yield from _steps("one case at the desk", case)


def as_results(figures: list[Figure]) -> dict[str, dict[str, float | int | str]]:
    return {figure.name: asdict(figure)["values"] for figure in figures}


def _steps(name: str, steps: Steps) -> Iterator[Figure]:
    for step, consumed in steps.items():
        yield Figure(f"{name}: {step}", _units(consumed))
    whole = total(steps)
    yield Figure(name, {**_units(whole), "dollars for 1,000": round(whole.dollars * 1000, 4)})


def _units(consumed: Consumed) -> dict[str, float | int | str]:
    return {
        "write units": consumed.writes,
        "of them for indexes": consumed.index_writes,
        "read units": consumed.reads,
        "calls": consumed.calls.total(),
    }
