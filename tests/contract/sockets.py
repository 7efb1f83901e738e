"""The socket of a visitor's page."""

import json
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from tests.contract.calls import address_of
from tests.contract.customers import Visitor

type Frame = dict[str, Any]


@dataclass(slots=True)
class Socket:
    """An open socket, and every frame that came over it."""

    connection: ClientConnection
    frames: list[Frame] = field(default_factory=list)

    def hello(self, visitor: Visitor, since: int = 0) -> Frame:
        """Say who we are, and give the welcome."""
        self.send({"action": "hello", "token": visitor.session["token"], "since": since})
        return self.wait_for("welcome")

    def send(self, frame: object) -> float:
        started = time.monotonic()
        self.send_raw(json.dumps(frame))
        return started

    def send_raw(self, text: str) -> None:
        self.connection.send(text)

    def wait_for(
        self, kind: str, check: Callable[[Frame], object] = bool, *, seconds: float = 30
    ) -> Frame:
        """Wait for a frame of a kind, reading on past others."""
        end = time.monotonic() + seconds
        while True:
            left = end - time.monotonic()
            frame = self._receive(max(left, 0.0))
            assert frame is not None, f"no {kind!r} frame; there were: {self.frames[-5:]}"
            if frame["type"] == kind and check(frame):
                return frame

    def wait_for_words(self, words: str) -> Frame:
        """Wait for the message that holds these words."""
        frame = self.wait_for("message", lambda f: words in f["message"]["text"])
        message: Frame = frame["message"]
        return message

    def wait_for_end(self, seconds: float = 30) -> float:
        """Wait until the other side closes, and tell how long that took."""
        started = time.monotonic()
        end = started + seconds
        try:
            while time.monotonic() < end:
                self._receive(end - time.monotonic())
        except ConnectionClosed:
            return time.monotonic() - started
        raise AssertionError(f"the socket was still open after {seconds:g} s: {self.frames[-5:]}")

    def _receive(self, seconds: float) -> Frame | None:
        try:
            frame: Frame = json.loads(self.connection.recv(timeout=seconds))
        except TimeoutError:
            return None
        self.frames.append(frame)
        return frame


@contextmanager
def opened(visitor: Visitor, origin: str | None = "ours", query: str = "") -> Iterator[Socket]:
    """Open a socket as the visitor's page does."""
    url = visitor.ready.websocket_url
    sent = visitor.ready.chat_origin if origin == "ours" else origin
    link = socket.create_connection(address_of(url), timeout=20)
    with connect(
        url + query,
        sock=link,
        origin=Origin(sent) if sent is not None else None,
        open_timeout=20,
        close_timeout=2,
        proxy=None,
    ) as connection:
        yield Socket(connection)


def refusal_of(visitor: Visitor, origin: str | None) -> int:
    """Give the status that a connect from this origin is refused with."""
    try:
        with opened(visitor, origin):
            return 101
    except InvalidStatus as refused:
        return refused.response.status_code
