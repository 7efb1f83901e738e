"""Nothing of the deployer's may hold a turn up, however it hangs."""

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue

from warmline.domain.errors import ToolFailed


def within[T](seconds: float, act: Callable[[], T]) -> T:
    """Return what `act` returns or raise what it raises, by the clock on the wall.

    Raises ToolFailed when the time is over; what still runs then is left behind.
    """
    results: SimpleQueue[tuple[T | None, Exception | None]] = SimpleQueue()

    def run() -> None:
        try:
            results.put((act(), None))
        except Exception as error:  # noqa: BLE001 - carried over to the caller, who sorts it
            results.put((None, error))

    threading.Thread(target=run, name="tool", daemon=True).start()
    try:
        result, error = results.get(timeout=seconds)
    except Empty:
        raise ToolFailed("timeout", temporary=True, uncertain=True) from None
    if error is not None:
        raise error
    return result  # type: ignore[return-value]  # there is one where there is no error
