"""A claim, and words that are due, against everything by which a holder parts with a case."""

from collections.abc import Iterator
from itertools import count, cycle, islice

from tests.races.commands import STARTS, Case, Start
from tests.races.orders import Race, Track
from warmline.domain.states import State

_STARTS = {start.name: start for start in STARTS}


def _meetings() -> Iterator[tuple[Start, tuple[str, str]]]:
    """By somebody else while it is held; by the agent's own two presses while it waits."""
    for other in ("release", "resolve", "hand back", "transfer"):
        yield _STARTS["held"], ("claim by another", other)
    said = Start("held, words due", State.WITH_AGENT, 36, said=30)
    for other in ("release", "resolve", "hand back", "claim by another", "reply", "opt out"):
        yield said, ("time", other)
    yield _STARTS["held, lease ended"], ("claim by another", "time")
    for other in ("release", "resolve", "hand back", "claim by another"):
        yield _STARTS["waiting, forgotten"], ("claim", other)


MEETINGS = tuple(_meetings())


def run_meetings(track: Track, rounds: int) -> list[Race]:
    """Have a case claimed in the very moment in which its holder parts with it."""
    numbers = count(1)
    return [
        track.run(start, names, Case(next(numbers)))
        for start, names in islice(cycle(MEETINGS), rounds)
    ]
