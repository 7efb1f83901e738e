"""The hours that an agent worked, from what was said of their shift: what freelancers are paid by.

Time is cut at the midnights of a time zone, and lengths are counted in UTC: a night with a change
of clocks is as long as it was.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import pairwise

from warmline.domain.agent import ShiftChange, ShiftEvent


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a shift: at work, or on a break."""

    start: datetime
    end: datetime
    on_break: bool = False

    @property
    def length(self) -> timedelta:
        return self.end - self.start

    def since(self, moment: datetime) -> "Stretch":
        """Return what of it is not over by this moment."""
        return replace(self, start=max(self.start, moment))


@dataclass(frozen=True, slots=True)
class Worked:
    """How long somebody was at work and on breaks, and from when until when."""

    at_work: timedelta = timedelta(0)
    on_break: timedelta = timedelta(0)
    first: datetime | None = None
    last: datetime | None = None


def stretches(events: Sequence[ShiftEvent], until: datetime) -> list[Stretch]:
    """Return the pieces of all shifts, oldest first; who is still on has worked until `until`.

    `events` are in order. Who is suspended has gone off shift. What was said twice counts once.
    """
    changes = [(event.at, event.what) for event in events if event.at < until]
    pieces = pairwise([*changes, (until, ShiftChange.OFF)])
    return [
        Stretch(start, end, on_break=what is ShiftChange.BREAK)
        for (start, what), (end, _) in pieces
        if what in {ShiftChange.ON, ShiftChange.BREAK} and start < end
    ]


def worked(pieces: Iterable[Stretch]) -> Worked:
    """Return what the pieces add up to."""
    pieces = list(pieces)
    if not pieces:
        return Worked()
    return Worked(
        at_work=_sum(one.length for one in pieces if not one.on_break),
        on_break=_sum(one.length for one in pieces if one.on_break),
        first=min(one.start for one in pieces),
        last=max(one.end for one in pieces),
    )


def worked_by_day(pieces: Iterable[Stretch], zone: tzinfo) -> dict[date, Worked]:
    """Return what was worked on each day of the time zone, the first day first."""
    days: dict[date, list[Stretch]] = {}
    for piece in pieces:
        for day, part in _cut(piece, zone):
            days.setdefault(day, []).append(part)
    return {day: worked(parts) for day, parts in sorted(days.items())}


def start_of(day: date, zone: tzinfo) -> datetime:
    """Return the moment at which a day begins in a time zone."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def start_of_today(now: datetime, zone: tzinfo) -> datetime:
    return start_of(now.astimezone(zone).date(), zone)


def _cut(piece: Stretch, zone: tzinfo) -> Iterator[tuple[date, Stretch]]:
    """Yield the piece day by day."""
    start = piece.start
    while start < piece.end:
        day = start.astimezone(zone).date()
        end = min(piece.end, start_of(day + timedelta(days=1), zone))
        yield day, Stretch(start, end, piece.on_break)
        start = end


def _sum(lengths: Iterable[timedelta]) -> timedelta:
    return sum(lengths, timedelta(0))
