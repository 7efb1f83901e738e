"""Trouble on order, and Slack's pace: how the stand-in misbehaves as Slack sometimes does."""

import threading
import time
from collections import defaultdict, deque
from dataclasses import dataclass
from enum import StrEnum

from sandbox.slack.wire import Fields, RefusedError

EVERY_METHOD = "*"


class Trouble(StrEnum):
    """What the next call meets."""

    ERROR = "error"
    RATE_LIMITED = "rate_limited"
    SERVER_ERROR = "server_error"
    HANG = "hang"


@dataclass(frozen=True, slots=True)
class Fault:
    """One failing call. `HANG` does the work first and answers `seconds` later: an `unknown`."""

    trouble: Trouble
    word: str = "internal_error"
    seconds: float = 1.0


@dataclass(eq=False)
class RateLimitedError(Exception):
    """A call that Slack answers with 429 and a Retry-After."""

    retry_after: int


class Faults:
    """The faults that wait for calls, oldest first; those of a method before those of any."""

    def __init__(self) -> None:
        self._waiting: dict[str, deque[Fault]] = defaultdict(deque)
        self._lock = threading.Lock()

    def fail_next(self, method: str, fault: Fault, times: int = 1) -> None:
        with self._lock:
            self._waiting[method].extend([fault] * times)

    def clear(self) -> None:
        with self._lock:
            self._waiting.clear()

    def take(self, method: str) -> Fault | None:
        with self._lock:
            for name in (method, EVERY_METHOD):
                if self._waiting[name]:
                    return self._waiting[name].popleft()
        return None


def meet(fault: Fault | None) -> None:
    """Raise what an error or a rate limit raises; the other troubles concern the answer."""
    if fault is not None and fault.trouble is Trouble.ERROR:
        raise RefusedError(fault.word)
    if fault is not None and fault.trouble is Trouble.RATE_LIMITED:
        raise RateLimitedError(max(1, round(fault.seconds)))


class Pace:
    """One posted message a second a channel: https://docs.slack.dev/apis/web-api/rate-limits."""

    def __init__(self, interval: float) -> None:
        self._interval = interval
        self._last: dict[str, float] = {}
        self._lock = threading.Lock()

    def take(self, channel: str) -> None:
        """Count a post; refuse one that comes too soon after the last."""
        with self._lock:
            now = time.monotonic()
            last = self._last.get(channel)
            if last is not None and now - last < self._interval:
                raise RateLimitedError(max(1, round(self._interval)))
            self._last[channel] = now


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the Web API, as tests look it up."""

    method: str
    arguments: Fields
    status: int
    answer: Fields
    at: float
