"""The hours worked: breaks, midnights, changes of clocks, and who is still on."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.domain.agent import ShiftChange, ShiftEvent
from warmline.domain.hours_worked import (
    Worked,
    start_of_today,
    stretches,
    worked,
    worked_by_day,
)

ON, BREAK, OFF, SUSPENDED = ShiftChange
BERLIN = ZoneInfo("Europe/Berlin")


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-03-{text}").replace(tzinfo=UTC)


def said(*changes: tuple[str, ShiftChange]) -> list[ShiftEvent]:
    return [ShiftEvent(agent="U0ANA", at=at(when), what=what, by="U0ANA") for when, what in changes]


def total(*changes: tuple[str, ShiftChange], until: str = "02 23:00") -> tuple[float, float]:
    """Hours at work, and on breaks."""
    found = worked(stretches(said(*changes), at(until)))
    return found.at_work / timedelta(hours=1), found.on_break / timedelta(hours=1)


@pytest.mark.parametrize(
    ("changes", "hours"),
    [
        ([], (0, 0)),
        ([("02 09:00", ON), ("02 17:00", OFF)], (8, 0)),
        ([("02 09:00", ON), ("02 12:00", BREAK), ("02 13:00", ON), ("02 17:00", OFF)], (7, 1)),
        ([("02 09:00", ON), ("02 12:00", BREAK), ("02 13:00", OFF)], (3, 1)),
        ([("02 09:00", ON), ("02 12:00", SUSPENDED), ("02 13:00", ON), ("02 14:00", OFF)], (4, 0)),
        ([("02 20:00", ON)], (3, 0)),
        ([("02 20:00", ON), ("02 22:00", BREAK)], (2, 1)),
        ([("02 09:00", ON), ("02 10:00", ON), ("02 11:00", OFF), ("02 12:00", OFF)], (2, 0)),
        ([("02 09:00", OFF), ("02 10:00", OFF)], (0, 0)),
        ([("02 09:00", ON), ("02 09:00", OFF)], (0, 0)),
        ([("03 09:00", ON)], (0, 0)),
    ],
)
def test_hours_are_what_was_said_of_the_shift(
    changes: list[tuple[str, ShiftChange]], hours: tuple[float, float]
) -> None:
    assert total(*changes) == hours


def test_a_shift_over_midnight_counts_on_both_days_of_the_desks_own_time() -> None:
    pieces = stretches(said(("02 21:00", ON), ("03 02:00", OFF)), at("04 00:00"))

    days = worked_by_day(pieces, BERLIN)

    assert {day: one.at_work for day, one in days.items()} == {
        date(2026, 3, 2): timedelta(hours=2),
        date(2026, 3, 3): timedelta(hours=3),
    }
    assert days[date(2026, 3, 3)].first == at("02 23:00")
    assert days[date(2026, 3, 3)].last == at("03 02:00")


def test_a_night_on_which_the_clocks_change_is_as_long_as_it_was() -> None:
    pieces = stretches(said(("28 23:00", ON), ("29 22:00", OFF)), at("30 00:00"))

    assert worked_by_day(pieces, BERLIN) == {
        date(2026, 3, 29): Worked(timedelta(hours=23), timedelta(0), at("28 23:00"), at("29 22:00"))
    }


def test_today_begins_at_the_desks_midnight() -> None:
    assert start_of_today(at("02 23:30"), BERLIN) == at("02 23:00")
    assert start_of_today(at("02 22:30"), BERLIN) == at("01 23:00")


@given(
    st.lists(st.tuples(st.integers(0, 10**6), st.sampled_from(ShiftChange)), max_size=20),
    st.integers(0, 10**6),
)
def test_days_add_up_to_the_whole_and_nobody_works_longer_than_time_passed(
    drawn: list[tuple[int, ShiftChange]], until: int
) -> None:
    start = at("01 00:00")
    events = [
        ShiftEvent(agent="U0ANA", at=start + timedelta(seconds=seconds), what=what, by="U0ANA")
        for seconds, what in sorted(drawn, key=lambda one: one[0])
    ]
    end = start + timedelta(seconds=until)
    pieces = stretches(events, end)
    whole, days = worked(pieces), worked_by_day(pieces, BERLIN).values()

    assert sum((one.at_work for one in days), timedelta(0)) == whole.at_work
    assert sum((one.on_break for one in days), timedelta(0)) == whole.on_break
    assert whole.at_work + whole.on_break <= end - start
