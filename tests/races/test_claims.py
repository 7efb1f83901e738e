"""Fault 33: however many claim in the same moment, one agent has the case and all know who."""

from itertools import count

import pytest

from bench.races import (
    AGENTS,
    all_know_the_winner,
    ask_for_human,
    hire,
    make_lines,
    race_for_case,
)
from tests.races.invariants import Rows
from warmline.bootstrap import SLACK_PATIENCE
from warmline.domain.address import Address
from warmline.domain.entries import Kind

ROUNDS = 10


@pytest.mark.fault(33)
def test_32_agents_claim_one_case_and_one_has_it(
    dynamodb_local: str, table: str, rows_after: Rows
) -> None:
    lines = make_lines(dynamodb_local, table, AGENTS, SLACK_PATIENCE)
    agents = hire(lines[0], AGENTS)
    customers = (Address.sms(f"+1555123{n:04}", "+15550006789") for n in count())

    for customer in (next(customers) for _ in range(ROUNDS)):
        conversation = ask_for_human(lines[0], customer)
        claims = race_for_case(lines, agents, conversation)

        assert all_know_the_winner(claims, agents), claims
        assert len(claims.refusals) == AGENTS - 1
        claimed = [e for e in lines[0].store.read_log(conversation) if e.kind is Kind.CLAIMED]
        assert [entry.agent for entry in claimed] == claims.winners

    assert len(rows_after.read().open_cases) == ROUNDS
