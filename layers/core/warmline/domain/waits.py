"""How long people wait for a person: what they may be told of it, honestly."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from warmline.domain.conversation import Head
from warmline.domain.policy import Policy
from warmline.domain.queueing import MAIN
from warmline.domain.records import Waited

MOST_COUNTED = 100
"""A place further back is "more than 100": counting it would cost more than it tells."""

FEWEST_WAITS = 5
MOST_WAITS = 50
"""An estimate is made of at least the first and at most the second number of recent waits."""

_QUARTER, _THREE_QUARTERS = 0.25, 0.75


@dataclass(frozen=True, slots=True)
class Lately:
    """What half of the recent waits lay between, in seconds."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Wait:
    """Where somebody stands in line: how many go before them, and how long they have waited.

    `lately` is None where nothing honest can be said: too few waits of late, or they have waited
    longer than most did.
    """

    ahead: int
    so_far: float
    lately: Lately | None = None

    @property
    def place(self) -> int:
        """1 is next; one more than is counted stands for all beyond it."""
        return self.ahead + 1

    @property
    def beyond_count(self) -> bool:
        return self.ahead >= MOST_COUNTED

    @property
    def seconds_left(self) -> int:
        """How long it takes yet, at most as long as for most of late; 0 where nobody can say."""
        return math.ceil(self.lately.high - self.so_far) if self.lately else 0


def wait_of(head: Head, now: datetime, policy: Policy, ahead: int, waits: Sequence[Waited]) -> Wait:
    """Return where a waiting conversation stands, by what was counted and the recent waits."""
    so_far = policy.business_hours.elapsed(head.waiting_since or now, now)
    lately = range_of([one.seconds for one in waits])
    return Wait(
        min(ahead, MOST_COUNTED), so_far, lately if lately and lately.high > so_far else None
    )


def range_of(seconds: Sequence[float]) -> Lately | None:
    """Return what the middle half of these waits lies between; None for too few of them."""
    if len(seconds) < FEWEST_WAITS:
        return None
    ordered, last = sorted(seconds), len(seconds) - 1
    return Lately(ordered[int(last * _QUARTER)], ordered[math.ceil(last * _THREE_QUARTERS)])


def waited(head: Head, now: datetime, policy: Policy) -> list[Waited]:
    """Return what the claim of this waiting conversation adds to the recent waits, if anything.

    Only time within the hours counts. Who had a person before in this conversation has not waited
    from the ask to now: their wait says nothing to others.
    """
    if head.waiting_since is None or head.last_agent:
        return []
    seconds = policy.business_hours.elapsed(head.waiting_since, now)
    team = head.team or MAIN
    return [Waited(team=team, at=now, conversation=head.id, seconds=seconds)]
