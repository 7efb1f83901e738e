"""What can honestly be said of a wait: from enough recent ones, as a range, and never a promise."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.domain.conversation import Head
from warmline.domain.policy import Policy
from warmline.domain.records import Waited
from warmline.domain.states import State
from warmline.domain.waits import FEWEST_WAITS, Lately, range_of, wait_of, waited

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
HEAD = Head(
    id="c1",
    address="web:s1",
    state=State.WAITING,
    epoch=2,
    opened_at=NOW,
    last_activity=NOW,
    first_sequence=1,
    last_sequence=2,
    waiting_since=NOW,
)


def samples(*minutes: float) -> list[Waited]:
    return [
        Waited(team="main", at=NOW, conversation=str(number), seconds=60 * one)
        for number, one in enumerate(minutes)
    ]


def test_four_waits_say_nothing_and_five_do() -> None:
    assert range_of([60.0] * (FEWEST_WAITS - 1)) is None
    assert range_of([60.0] * FEWEST_WAITS) == Lately(60, 60)


def test_a_range_leaves_out_the_quarter_that_was_quickest_and_the_one_that_was_slowest() -> None:
    assert range_of([60, 120, 180, 240, 300, 360, 420, 480, 36_000]) == Lately(180, 420)


@given(st.lists(st.floats(0, 100_000), min_size=FEWEST_WAITS, max_size=60))
def test_at_least_half_of_the_waits_lay_in_the_range_that_is_told(seconds: list[float]) -> None:
    told = range_of(seconds)

    assert told is not None
    within = [one for one in seconds if told.low <= one <= told.high]
    assert len(within) * 2 >= len(seconds)


def test_who_has_waited_longer_than_most_is_told_no_range() -> None:
    policy, waits = Policy.read({}), samples(2, 3, 4, 5, 6)
    early = wait_of(HEAD, NOW + timedelta(minutes=2), policy, 3, waits)
    late = wait_of(HEAD, NOW + timedelta(minutes=6), policy, 3, waits)

    assert early.lately == Lately(180, 300)
    assert early.seconds_left == 180
    assert late.lately is None
    assert late.seconds_left == 0


@pytest.mark.parametrize(
    ("ahead", "place", "beyond"), [(0, 1, 0), (99, 100, 0), (100, 101, 1), (5000, 101, 1)]
)
def test_a_place_is_counted_to_a_hundred(ahead: int, place: int, beyond: int) -> None:
    wait = wait_of(HEAD, NOW, Policy.read({}), ahead, [])

    assert (wait.place, wait.beyond_count) == (place, bool(beyond))


def test_a_claim_adds_what_was_waited_within_the_hours() -> None:
    policy = Policy.read({"hours": {"monday": "08:00-09:10", "tuesday": "08:00-18:00"}})
    [row] = waited(HEAD, NOW + timedelta(hours=23, minutes=5), policy)

    assert row.seconds == 15 * 60
    assert row.team == "main"


def test_a_claim_after_another_agent_says_nothing_of_the_wait() -> None:
    assert waited(replace(HEAD, last_agent="U0ANA"), NOW, Policy.read({})) == []
