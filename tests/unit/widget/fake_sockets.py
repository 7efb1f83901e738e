"""The fake chat's WebSocket side: hello, welcome, frames both ways, and cuts to order."""

import json
import threading
from http import HTTPStatus
from typing import TYPE_CHECKING

from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response
from websockets.sync.server import Server, ServerConnection, serve

from tests.unit.widget.visits import Visit

if TYPE_CHECKING:
    from tests.unit.widget.fake_chat import FakeChat

type Frame = dict[str, object]


class Sockets:
    def __init__(self, chat: "FakeChat") -> None:
        self.chat = chat
        self.received: list[Frame] = []
        self.hellos: list[Frame] = []
        self._open: list[tuple[Visit, ServerConnection]] = []
        self._server: Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        if self._server is None:
            raise LookupError
        return f"ws://127.0.0.1:{self._server.socket.getsockname()[1]}/"

    @property
    def count(self) -> int:
        return len(self._open)

    def start(self) -> None:
        self._server = serve(
            self._serve, "127.0.0.1", 0, process_request=self._refuse, compression=None
        )
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        if self._server is None or self._thread is None:
            return
        self.cut_all()
        self._server.shutdown()
        self._thread.join(3)

    def push(self, visit: Visit, frame: Frame) -> None:
        for owner, socket in list(self._open):
            if owner is visit:
                give(socket, frame)

    def cut(self, visit: Visit) -> None:
        """The line breaks without a goodbye."""
        for owner, socket in list(self._open):
            if owner is visit:
                self._open.remove((owner, socket))
                socket.close_socket()

    def cut_all(self) -> None:
        for visit, _ in list(self._open):
            self.cut(visit)

    def _refuse(self, connection: ServerConnection, _request: Request) -> Response | None:
        if self.chat.faults.refused_sockets or self.chat.faults.unreachable:
            return connection.respond(HTTPStatus.FORBIDDEN, "no sockets today\n")
        return None

    def _serve(self, socket: ServerConnection) -> None:
        try:
            visit = self._greet(socket)
            for text in socket if visit else ():
                if visit:
                    self._take(visit, socket, json.loads(text))
        except ConnectionClosed:
            return
        finally:
            self._open = [pair for pair in self._open if pair[1] is not socket]

    def _greet(self, socket: ServerConnection) -> Visit | None:
        hello = json.loads(socket.recv(timeout=10))
        visit = self.chat.visits.get(hello.get("token"))
        if visit is None or hello.get("action") != "hello":
            return None
        with self.chat.lock:
            self.hellos.append(hello)
            self._open.append((visit, socket))
            welcome: Frame = {"type": "welcome", "conversation": visit.conversation}
            give(socket, {**welcome, "sequence": visit.last})
        return visit

    def _take(self, visit: Visit, socket: ServerConnection, frame: Frame) -> None:
        self.received.append(frame)
        if self.chat.faults.deaf_sockets:
            return
        if frame["action"] == "send":
            self.chat.receive(visit, str(frame["client_message_id"]), str(frame["text"]))
        if frame["action"] == "ping":
            give(socket, {"type": "pong", "sequence": visit.last})


def give(socket: ServerConnection, frame: Frame) -> None:
    try:
        socket.send(json.dumps(frame))
    except ConnectionClosed:
        return
