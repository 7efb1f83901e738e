"""News for open pages, as server-sent events."""

import json
import queue
import threading
from collections.abc import Iterator

KEEP_ALIVE_SECONDS = 10.0
LISTEN_STEP_SECONDS = 0.25


class Feed:
    """What is published reaches every stream that listens; a page that joins later fetches."""

    def __init__(self, stopping: threading.Event) -> None:
        self._stopping = stopping
        self._lock = threading.Lock()
        self._listeners: set[queue.SimpleQueue[bytes]] = set()

    def publish(self, event: object) -> None:
        piece = b"data: " + json.dumps(event).encode() + b"\n\n"
        with self._lock:
            for listener in self._listeners:
                listener.put(piece)

    def listen(self) -> Iterator[bytes]:
        """Yield each event from now on until the server stops or the reader leaves."""
        mine: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        with self._lock:
            self._listeners.add(mine)
        try:
            yield b": listening\n\n"
            yield from self._pieces(mine)
        finally:
            with self._lock:
                self._listeners.discard(mine)

    def _pieces(self, mine: queue.SimpleQueue[bytes]) -> Iterator[bytes]:
        quiet = 0.0
        while not self._stopping.is_set():
            try:
                yield mine.get(timeout=LISTEN_STEP_SECONDS)
                quiet = 0.0
            except queue.Empty:
                quiet += LISTEN_STEP_SECONDS
            if quiet >= KEEP_ALIVE_SECONDS:
                quiet = 0.0
                yield b": still here\n\n"
