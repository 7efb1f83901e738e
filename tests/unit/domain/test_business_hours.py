"""Hours with a time zone, several periods a day, holidays and single days that differ."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.domain.business_hours import BusinessHours
from warmline.domain.errors import ConfigurationError
from warmline.domain.policy import Policy

NEW_YORK = ZoneInfo("America/New_York")
WEEK = {
    **dict.fromkeys(("monday", "tuesday", "wednesday", "thursday"), "09:00-12:30, 13:30-18:00"),
    "friday": "09:00-13:00",
}


def hours(**policy: object) -> BusinessHours:
    return Policy.read({"time_zone": "America/New_York", "hours": WEEK} | policy).business_hours


def there(text: str) -> datetime:
    """A moment as the clock on New York's wall shows it."""
    return datetime.fromisoformat(text).replace(tzinfo=NEW_YORK).astimezone(UTC)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-11-25T08:59:59", False),
        ("2026-11-25T09:00", True),
        ("2026-11-25T12:29:59", True),
        ("2026-11-25T12:30", False),
        ("2026-11-25T13:30", True),
        ("2026-11-27T13:00", False),
        ("2026-11-28T10:00", False),
    ],
)
def test_a_day_may_have_several_periods_and_a_day_without_a_name_is_closed(
    moment: str, *, is_open: bool
) -> None:
    assert hours().is_open(there(moment)) is is_open


def test_who_asks_on_friday_evening_is_answered_on_monday() -> None:
    assert hours().opens_at(there("2026-11-27T19:00")) == there("2026-11-30T09:00")


def test_who_asks_within_the_hours_is_answered_now() -> None:
    assert hours().opens_at(there("2026-11-25T10:00")) == there("2026-11-25T10:00")


def test_a_holiday_is_closed() -> None:
    closed = hours(holidays=["2026-11-26"])

    assert closed.opens_at(there("2026-11-25T18:30")) == there("2026-11-27T09:00")


def test_a_single_day_goes_before_its_weekday_and_before_a_holiday() -> None:
    differs = hours(holidays=["2026-11-26"], hours_on={"2026-11-26": "10:00-11:00"})

    assert differs.opens_at(there("2026-11-25T18:30")) == there("2026-11-26T10:00")
    assert not differs.is_open(there("2026-11-26T11:30"))


def test_a_single_day_may_be_open_in_a_closed_week_and_closed_by_saying_nothing() -> None:
    differs = hours(hours_on={"2026-11-28": "10:00-12:00", "2026-11-30": ""})

    assert differs.is_open(there("2026-11-28T11:00"))
    assert differs.opens_at(there("2026-11-28T13:00")) == there("2026-12-01T09:00")


def test_only_holidays_leave_every_other_day_whole() -> None:
    closed = hours(hours={}, holidays=["2026-12-25"])

    assert closed.opens_at(there("2026-12-25T00:00")) == there("2026-12-26T00:00")
    assert closed.is_open(there("2026-12-24T23:59"))


def test_without_hours_somebody_is_always_there() -> None:
    always, now = Policy.read({}).business_hours, there("2026-12-25T03:00")

    assert always.is_open(now)
    assert always.after(now, 90) == now + timedelta(seconds=90)
    assert always.elapsed(now, now + timedelta(seconds=90)) == 90


def test_promised_time_stands_still_over_lunch_and_over_the_week_end() -> None:
    assert hours().after(there("2026-11-25T12:25"), 900) == there("2026-11-25T13:40")
    assert hours().after(there("2026-11-27T12:50"), 900) == there("2026-11-30T09:05")
    assert hours().elapsed(there("2026-11-27T12:50"), there("2026-11-30T09:05")) == 900


def test_midnight_is_worked_through_as_two_days() -> None:
    night = hours(hours={"monday": "22:00-24:00", "tuesday": "00:00-02:00"})

    assert night.is_open(there("2026-12-01T00:00"))
    assert night.after(there("2026-11-30T23:30"), 3600) == there("2026-12-01T00:30")


@pytest.mark.parametrize(
    ("day", "seconds"), [("2026-03-08", 3 * 3600), ("2026-11-01", 5 * 3600), ("2026-06-07", 14400)]
)
def test_a_night_whose_clock_is_put_on_or_back_is_as_long_as_it_is(day: str, seconds: int) -> None:
    sunday = hours(hours={"sunday": "00:00-04:00"})
    opens, closes = there(f"{day}T00:00"), there(f"{day}T04:00")

    assert sunday.elapsed(opens - timedelta(days=1), closes + timedelta(hours=1)) == seconds
    assert sunday.after(opens, seconds) == closes


def test_who_never_opens_promises_nothing() -> None:
    closed = hours(hours={"monday": ""})

    assert closed.opens_at(there("2026-11-25T10:00")) is None
    assert closed.after(there("2026-11-25T10:00"), 60) is None


MOMENTS = st.integers(0, 500 * 24 * 60).map(
    lambda minutes: there("2026-01-01T00:00") + timedelta(minutes=minutes)
)


@given(start=MOMENTS, seconds=st.floats(1, 200_000))
def test_the_time_until_a_promise_is_what_was_promised(start: datetime, seconds: float) -> None:
    due = hours().after(start, seconds)

    assert due is not None
    assert hours().elapsed(start, due) == pytest.approx(seconds, abs=0.001)


@given(first=MOMENTS, second=MOMENTS)
def test_who_came_first_is_never_promised_a_later_time(first: datetime, second: datetime) -> None:
    one, other = (hours().after(moment, 900) for moment in sorted((first, second)))

    assert one is not None
    assert other is not None
    assert one <= other


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"time_zone": "Berlin"}, "time_zone 'Berlin'"),
        ({"time_zone": "../etc/passwd"}, "time_zone"),
        ({"hours": {"mon": "09:00-12:00"}}, "hours names 'mon'"),
        ({"hours": {"monday": "9 to 5"}}, "hours.monday has '9 to 5'"),
        ({"hours": {"monday": "18:00-09:00"}}, "ends before it begins"),
        ({"hours": {"monday": "09:00-25:00"}}, "25:00"),
        ({"hours": {"monday": "09:00-12:00, 11:00-13:00"}}, "overlap"),
        ({"hours_on": {"24.12.2026": "09:00-12:00"}}, "hours_on has '24.12.2026'"),
        ({"holidays": ["Christmas"]}, "holidays has 'Christmas'"),
    ],
)
def test_hours_that_cannot_be_read_are_named_at_the_start(
    wrong: dict[str, object], named: str
) -> None:
    with pytest.raises(ConfigurationError, match=named):
        hours(**wrong)
