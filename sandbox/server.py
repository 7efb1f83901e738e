"""The small HTTP server under every stand-in: routes to functions, starts and stops cleanly."""

import contextlib
import logging
import re
import socket
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import BaseServer
from typing import override
from urllib.parse import unquote, urlsplit

from sandbox.messages import MalformedBodyError, Request, Response

LARGEST_BODY = 16 * 1024 * 1024
IDLE_SECONDS = 60
STOP_SECONDS = 3
POLL_SECONDS = 0.25

type Route = Callable[[Request], Response]

log = logging.getLogger("sandbox")


class PortTakenError(Exception):
    """Another program listens on the port."""

    def __init__(self, port: int) -> None:
        super().__init__(f"Port {port} is already in use. Stop what uses it, or choose another.")
        self.port = port


@dataclass(frozen=True, slots=True)
class Rule:
    method: str
    pattern: re.Pattern[str]
    route: Route


class StandInServer:
    """A threaded HTTP server on 127.0.0.1.

    `route("POST", "/a/{name}.json", function)` sends a request to a function. A part in braces
    matches within one path segment and arrives in `request.parameters`; `{rest...}` matches the
    remainder. Port 0 takes any free port. Routes that wait or stream watch `stopping`.
    """

    def __init__(self, port: int = 0) -> None:
        self.stopping = threading.Event()
        self._wanted_port = port
        self._rules: list[Rule] = []
        self._listener: Listener | None = None
        self._thread: threading.Thread | None = None

    @property
    def port(self) -> int:
        return self._wanted_port if self._listener is None else self._listener.server_port

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def route(self, method: str, pattern: str, route: Route) -> None:
        self._rules.append(Rule(method, compiled(pattern), route))

    def start(self) -> None:
        """Listen from now on; `url` is true when this returns."""
        try:
            self._listener = Listener(self._wanted_port, self._answer)
        except OSError as error:
            raise PortTakenError(self._wanted_port) from error
        self.stopping.clear()
        self._thread = threading.Thread(
            target=self._listener.serve_forever, args=(POLL_SECONDS,), name="stand-in", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Close the port and every open connection; safe to call twice."""
        if self._listener is None or self._thread is None:
            return
        self.stopping.set()
        self._listener.end()
        self._listener.close_connections()
        self._listener.server_close()
        self._thread.join(STOP_SECONDS)
        self._wanted_port, self._listener = self.port, None

    def _answer(self, request: Request) -> Response:
        allowed = []
        for rule in self._rules:
            match = rule.pattern.fullmatch(request.path)
            if match is None:
                continue
            if rule.method == request.method:
                parameters = {name: unquote(value) for name, value in match.groupdict().items()}
                return guarded(rule.route, replace(request, parameters=parameters))
            allowed.append(rule.method)
        if allowed:
            return Response(405, headers={"Allow": ", ".join(sorted(set(allowed)))})
        return Response.text("Not found", 404)


def compiled(pattern: str) -> re.Pattern[str]:
    parts = re.split(r"(\{\w+(?:\.\.\.)?\})", pattern)
    return re.compile("".join(as_expression(part) for part in parts))


def as_expression(part: str) -> str:
    if not part.startswith("{"):
        return re.escape(part)
    if part.endswith("...}"):
        return f"(?P<{part[1:-4]}>.+)"
    return f"(?P<{part[1:-1]}>[^/]+?)"


def guarded(route: Route, request: Request) -> Response:
    try:
        return route(request)
    except MalformedBodyError:
        return Response.json({"error": "malformed"}, 400)
    except Exception:
        log.exception("a stand-in's route failed: %s %s", request.method, request.path)
        return Response.json({"error": "the stand-in failed; see its log"}, 500)


class Listener(ThreadingHTTPServer):
    """The socket, one thread a connection, and the list of those still open."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, port: int, answer: Route) -> None:
        self.answer = answer
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        super().__init__(("127.0.0.1", port), Connection)

    def end(self) -> None:
        """Leave `serve_forever`; a last connection of our own wakes it before its poll is over."""
        ending = threading.Thread(target=self.shutdown)
        ending.start()
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", self.server_port), POLL_SECONDS).close()
        ending.join()

    def opened(self, connection: socket.socket) -> None:
        with self._lock:
            self._open.add(connection)

    def ended(self, connection: socket.socket) -> None:
        with self._lock:
            self._open.discard(connection)

    def close_connections(self) -> None:
        """Wake every thread that waits on its socket, and give each a moment to leave."""
        with self._lock:
            for connection in self._open:
                shut(connection)
        until = time.monotonic() + STOP_SECONDS
        while self._open and time.monotonic() < until:
            time.sleep(0.01)

    @override
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of callers that went away; everything else is answered by `guarded`."""


def shut(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        log.debug("a connection was already closed")


class Connection(BaseHTTPRequestHandler):
    """One connection: reads requests, writes what the route answers."""

    protocol_version = "HTTP/1.1"
    server_version = "warmline-sandbox"
    sys_version = ""
    timeout = IDLE_SECONDS
    disable_nagle_algorithm = True

    def __init__(self, request: socket.socket, client_address: object, server: BaseServer) -> None:
        if not isinstance(server, Listener):
            raise TypeError(server)
        self.listener = server
        super().__init__(request, client_address, server)

    @override
    def setup(self) -> None:
        super().setup()
        self.listener.opened(self.connection)

    @override
    def finish(self) -> None:
        try:
            super().finish()
        finally:
            self.listener.ended(self.connection)

    @override
    def log_message(self, format: str, *args: object) -> None:
        log.debug(format, *args)

    def answer(self) -> None:
        length = self.headers.get("content-length") or "0"
        if not length.isascii() or not length.isdecimal():
            self.refuse(400)
        elif int(length) > LARGEST_BODY:
            self.refuse(413)
        else:
            self.write(self.listener.answer(self.request_with(self.rfile.read(int(length)))))

    # http.server looks these names up.
    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = answer  # noqa: N815

    def request_with(self, body: bytes) -> Request:
        parts = urlsplit(self.path)
        headers = {name.lower(): value for name, value in self.headers.items()}
        return Request(self.command, parts.path, parts.query, headers, body)

    def refuse(self, status: int) -> None:
        self.close_connection = True
        self.write(Response.text("Refused", status))

    def write(self, response: Response) -> None:
        self.send_response(response.status)
        self.send_header("Content-Type", response.content_type)
        for name, value in ({"Cache-Control": "no-store"} | dict(response.headers)).items():
            self.send_header(name, value)
        if response.stream is not None:
            self.write_stream(response.stream)
            return
        self.send_header("Content-Length", str(len(response.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(response.body)

    def write_stream(self, stream: Iterable[bytes]) -> None:
        self.close_connection = True
        self.send_header("Connection", "close")
        self.end_headers()
        for piece in stream:
            self.wfile.write(piece)
            self.wfile.flush()
