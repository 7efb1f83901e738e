"""Waiting for something to be seen, with a failure that says what was not."""

import time
from collections.abc import Callable

PAUSE = 0.05


def wait_for[T](
    look: Callable[[], T | None],
    what: str,
    *,
    seconds: float = 30,
    seen: Callable[[], object] | None = None,
) -> T:
    """Look until something is there, and give it; fail with `what`, and with what is `seen`."""
    end = time.monotonic() + seconds
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > end:
            there = f"; there is: {seen()!r}" if seen else ""
            raise AssertionError(f"waited {seconds:g} s in vain for {what}{there}")
        time.sleep(PAUSE)


def stays(look: Callable[[], object], what: str, *, seconds: float) -> None:
    """Look again and again for the whole time; fail as soon as it is not so."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        assert look(), f"this did not stay so for {seconds:g} s: {what}"
        time.sleep(PAUSE)
