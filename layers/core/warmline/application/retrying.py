"""Reading and deciding again when somebody else was faster, within a budget of time."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from warmline.domain.errors import Conflict, StoreUnavailable

FIRST_PAUSE = 0.02
LONGEST_PAUSE = 0.2


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a use case keeps deciding again.

    Fifty first messages of one customer at once need up to 8 attempts and 2.7 s on DynamoDB
    Local; the pauses let 12 or more fit into 2.3 s. Slack sends a 503 again, Twilio waits 15 s.
    """

    seconds: float
    pause: Callable[[float], None]
    elapsed: Callable[[], float]
    random: Callable[[], float]

    def until_committed[T](self, decide: Callable[[], T]) -> T:
        """Return what `decide` returns, calling it again, after a pause with jitter, on Conflict.

        Raises StoreUnavailable when the time is spent.
        """
        started = self.elapsed()
        for attempt in count():
            try:
                return decide()
            except Conflict as conflict:
                pause = self.random() * min(FIRST_PAUSE * 2**attempt, LONGEST_PAUSE)
                if self.elapsed() - started + pause > self.seconds:
                    raise StoreUnavailable("too many conflicts") from conflict
                self.pause(pause)
        raise AssertionError("count() does not end")
