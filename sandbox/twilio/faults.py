"""Switches that make the stand-in fail as Twilio sometimes does."""

import threading
from collections import deque
from dataclasses import dataclass

from sandbox.twilio.refusals import Refusal

FIRST_DELIVERY_CODE = 30000


@dataclass(frozen=True, slots=True)
class Hang:
    """The message is accepted and sent, but the caller waits in vain for the answer."""

    seconds: float


type Fault = Refusal | Hang


class Faults:
    """What goes wrong next. Nothing does until a test or a person asks for it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._next: deque[Fault] = deque()
        self._refused: dict[str, int] = {}
        self._undeliverable: dict[str, int] = {}

    def fail_next(self, times: int = 1, status: int = 500, code: int = 20500) -> None:
        """Refuse the next sends, storing nothing."""
        with self._lock:
            self._next.extend([Refusal(code, status=status)] * times)

    def limit_next(self, times: int = 1, retry_after: int | None = None) -> None:
        """Answer 429 with code 20429 to the next sends."""
        refusal = Refusal(20429, status=429, retry_after=retry_after)
        with self._lock:
            self._next.extend([refusal] * times)

    def hang_next(self, seconds: float, times: int = 1) -> None:
        """Accept the next sends, and answer only after so many seconds."""
        with self._lock:
            self._next.extend([Hang(seconds)] * times)

    def fail_number(self, number: str, code: int, *, late: bool | None = None) -> None:
        """Fail every send to a number: refused at once, or accepted and told by the callback.

        Codes from 30000 on come late unless told otherwise, as at Twilio; 21610 may come late too.
        """
        if late is None:
            late = code >= FIRST_DELIVERY_CODE
        (self._undeliverable if late else self._refused)[number] = code

    def clear(self) -> None:
        with self._lock:
            self._next.clear()
        self._refused.clear()
        self._undeliverable.clear()

    def take(self) -> Fault | None:
        with self._lock:
            return self._next.popleft() if self._next else None

    def refusal_of(self, number: str) -> int | None:
        return self._refused.get(number)

    def delivery_error_of(self, number: str) -> int | None:
        return self._undeliverable.get(number)
