"""A day through the real use cases, with providers that fail: what became of everybody in it."""

from collections import Counter
from functools import cache

import pytest

from tests.laws.checks import check_at_rest, check_safety, rows
from tests.simulation.living import Lived, figures_of, known_in
from tests.simulation.people import CARD
from warmline.domain.conversation import Head
from warmline.domain.entries import Kind, LogEntry, Outcome

CASES, AGENTS = 600, 12
"""A short day; `make bench` lives a whole one, with 2,000 cases and 30 agents."""

pytestmark = pytest.mark.timeout(600)


@cache
def lived() -> Lived:
    return Lived(CASES, AGENTS)


@cache
def figures() -> dict[str, int]:
    return figures_of(lived())


def test_every_case_ends() -> None:
    assert figures()["customers"] == CASES
    assert figures()["still_open"] == 0


def test_no_message_of_a_customer_is_lost_or_doubled() -> None:
    assert figures()["messages"] > CASES
    assert (figures()["messages_lost"], figures()["messages_doubled"]) == (0, 0)


def test_every_reply_of_an_agent_reaches_its_customer_once() -> None:
    assert all(worker.replies for worker in lived().workers)
    assert (figures()["replies_lost"], figures()["replies_doubled"]) == (0, 0)


def test_no_note_leaves_the_desk() -> None:
    assert figures()["notes_sent"] == 0
    assert sum(worker.notes for worker in lived().workers) > 10


def test_nobody_is_personally_known_in_slack() -> None:
    assert figures()["slack_payloads"] > CASES
    assert figures()["personal_data_in_slack"] == 0


def test_the_search_finds_what_it_looks_for() -> None:
    seeds = {"+15552000007", "somebody.7@private.example", CARD}
    hidden = ["call 1 555 200-0007 now", "to: somebody.7@private.example.", "4111-1111-1111-1111"]

    assert [len(known_in([text], seeds)) for text in hidden] == [1, 1, 1]
    assert known_in(["call 1 555 200-0008 now"], seeds) == set()


def test_nobody_waits_for_somebody_who_went_home() -> None:
    assert [head.id for head in rows(lived().day, Head) if head.agent] == []
    assert {agent.open_count for agent in lived().day.agents()} == {0}


def test_the_day_had_everything_in_it() -> None:
    log = rows(lived().day, LogEntry)
    kinds = Counter(entry.kind for entry in log)
    whys = Counter(entry.why for entry in log if entry.kind is Kind.RELEASED)
    outcomes = Counter(entry.outcome for entry in log if entry.kind is Kind.CLOSED)

    assert min(kinds[kind] for kind in (Kind.TRANSFERRED, Kind.HANDED_BACK, Kind.WITHDRAWN)) > 0
    assert {"released", "lease_ended", "off_shift"} <= set(whys)
    assert set(Outcome) - {Outcome.ABANDONED} <= set(outcomes)


def test_the_laws_hold_at_the_end_of_the_day() -> None:
    check_safety(lived().day)
    check_at_rest(lived().day)
