"""When people answer: the deployer's hours in their time zone, with single days that differ.

Every moment in and out is in UTC. A clock that is put forward or back makes a day's periods
shorter or longer, as it does for the people who work them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from itertools import pairwise

from warmline.domain.errors import ConfigurationError

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WHOLE_DAY = (0, 24 * 60)
LOOK_AHEAD = timedelta(days=400)
"""Who opens later than this never does: a year of holidays is a mistake, and must end."""

_PERIOD = re.compile(r"(\d{1,2}):(\d\d) ?- ?(\d{1,2}):(\d\d)")

type Period = tuple[int, int]
"""Minutes of a day, from and until."""
type Named = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class BusinessHours:
    """The periods of each weekday (Monday is 0) and of single days, which go before them."""

    zone: tzinfo
    week: Mapping[int, tuple[Period, ...]]
    days: Mapping[date, tuple[Period, ...]]

    @property
    def always(self) -> bool:
        """Whether somebody is always there: no hours are set at all."""
        return not self.week and not self.days

    def is_open(self, at: datetime) -> bool:
        return self.always or self.opens_at(at) == at

    def opens_at(self, at: datetime) -> datetime | None:
        """Return `at` if it is within the hours, else when they next begin; None for never."""
        return self.after(at, 0)

    def after(self, start: datetime, seconds: float) -> datetime | None:
        """Return when so many seconds within the hours have passed since `start`, if ever."""
        left = timedelta(seconds=seconds)
        if self.always:
            return start + left
        for begin, end in self._periods(start, start + LOOK_AHEAD):
            if end - begin >= left:
                return begin + left
            left -= end - begin
        return None

    def elapsed(self, start: datetime, end: datetime) -> float:
        """Return how many seconds within the hours lie between the two; 0 if `end` is before."""
        if self.always:
            return max(0.0, (end - start).total_seconds())
        return sum((b - a).total_seconds() for a, b in self._periods(start, end))

    def _periods(self, start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Yield what lies between the two of each period, in order."""
        day, last = start.astimezone(self.zone).date(), end.astimezone(self.zone).date()
        while day <= last:
            for begin, until in self._on(day):
                opens, closes = max(start, self._at(day, begin)), min(end, self._at(day, until))
                if opens < closes:
                    yield opens, closes
            day += timedelta(days=1)

    def _on(self, day: date) -> tuple[Period, ...]:
        usual = self.week.get(day.weekday(), ()) if self.week else (WHOLE_DAY,)
        return self.days.get(day, usual)

    def _at(self, day: date, minute: int) -> datetime:
        days, minutes = divmod(minute, WHOLE_DAY[1])
        wall = time(minutes // 60, minutes % 60, tzinfo=self.zone)
        return datetime.combine(day + timedelta(days=days), wall).astimezone(UTC)


@lru_cache
def read_hours(
    zone: str, hours: Named, hours_on: Named, holidays: tuple[str, ...]
) -> BusinessHours:
    """Return the hours of a policy. Raises ConfigurationError that names what cannot be read."""
    week = {_weekday(name): _periods_of(f"hours.{name}", text) for name, text in hours}
    closed = {_day("holidays", day): () for day in holidays}
    single = {_day("hours_on", day): _periods_of(f"hours_on.{day}", text) for day, text in hours_on}
    days: dict[date, tuple[Period, ...]] = {**closed, **single}
    return BusinessHours(find_zone(zone) if week or days else UTC, week, days)


def find_zone(name: str) -> tzinfo:
    """Return a time zone by its name. Raises ConfigurationError for one that nobody knows."""
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - a line without hours needs none of it

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        problem = f"policy: time_zone {name!r} is not known, use one such as Europe/Berlin"
        raise ConfigurationError(problem) from error


def parse_periods(text: str) -> tuple[Period, ...]:
    """Return a day's periods in order, none for an empty text. Raises ValueError that says why."""
    periods = sorted(_period(part.strip()) for part in text.split(",") if part.strip())
    if any(later[0] < earlier[1] for earlier, later in pairwise(periods)):
        raise ValueError("has periods that overlap")
    return tuple(periods)


def parse_day(text: str) -> date:
    """Return a single day. Raises ValueError that says why."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"has {text!r}, which is no day such as 2026-12-24") from error


def _period(text: str) -> Period:
    found = _PERIOD.fullmatch(text.replace("\u2013", "-"))
    if found is None:
        raise ValueError(f'has {text!r}, which is no period such as "09:00-12:30"')
    begin, until = (_minute(found[hour], found[hour + 1]) for hour in (1, 3))
    if until <= begin:
        raise ValueError(
            f"has {text!r}, which ends before it begins: past midnight, write until 24:00,"
            " and from 00:00 on the next day"
        )
    return begin, until


def _minute(hour: str, minute: str) -> int:
    value = int(hour) * 60 + int(minute)
    if int(minute) >= 60 or value > WHOLE_DAY[1]:  # noqa: PLR2004 - minutes of an hour
        raise ValueError(f"has {hour}:{minute}, which is no time of the day")
    return value


def _weekday(name: str) -> int:
    if name not in WEEKDAYS:
        raise ConfigurationError(f"policy: hours names {name!r}, which is no day such as monday")
    return WEEKDAYS.index(name)


def _periods_of(name: str, text: str) -> tuple[Period, ...]:
    try:
        return parse_periods(text)
    except ValueError as error:
        raise ConfigurationError(f"policy: {name} {error}") from error


def _day(name: str, text: str) -> date:
    try:
        return parse_day(text)
    except ValueError as error:
        raise ConfigurationError(f"policy: {name} {error}") from error
