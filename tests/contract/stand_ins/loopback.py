"""One small HTTP server on the loopback address, for the stand-ins of the vendors."""

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit

type Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Request:
    """What a caller sent."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes

    @property
    def form(self) -> dict[str, str]:
        """The fields of a form body; the first of a repeated one counts."""
        pairs = parse_qsl(self.body.decode(), keep_blank_values=True)
        return dict(reversed(pairs))

    @property
    def is_json(self) -> bool:
        return self.headers.get("content-type", "").startswith("application/json")


@dataclass(frozen=True, slots=True)
class Reply:
    """What the stand-in answers."""

    status: int
    document: Json | list[Json] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)


type Handle = Callable[[Request], Reply]


class _Connection(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: "_Server"

    def _answer(self) -> None:
        parts = urlsplit(self.path)
        length = int(self.headers.get("content-length") or 0)
        reply = self.server.handle(
            Request(
                self.command,
                parts.path,
                dict(parse_qsl(parts.query, keep_blank_values=True)),
                {name.lower(): value for name, value in self.headers.items()},
                self.rfile.read(length),
            )
        )
        self._write(reply)

    do_GET = do_POST = do_DELETE = _answer  # noqa: N815 - the base looks for these names

    def _write(self, reply: Reply) -> None:
        body = json.dumps(reply.document).encode()
        self.send_response(reply.status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing: standard error belongs to the tests."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, handle: Handle) -> None:
        super().__init__(("127.0.0.1", 0), _Connection)
        self.handle = handle

    def handle_error(self, request: object, client_address: object) -> None:
        """A caller that hangs up is no fault of ours."""


class LoopbackServer:
    """A server on a free port that gives every request to one function."""

    def __init__(self, handle: Handle) -> None:
        self._server = _Server(handle)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def start(self) -> Self:
        self._thread.start()
        return self

    def stop(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
