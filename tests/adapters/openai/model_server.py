"""A model's server on the loopback address, which answers as a test scripts it, and fails so."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

type Json = dict[str, Any]
type Act = Callable[["Connection", Json], None]
"""Answers one request."""


class Connection(BaseHTTPRequestHandler):
    """One request, and the ways to answer it."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: "_Server"

    def do_POST(self) -> None:
        length = int(self.headers.get("content-length") or 0)
        request = json.loads(self.rfile.read(length))
        self.close_connection = True
        act = self.server.owner.take(
            request, {name.lower(): value for name, value in self.headers.items()}
        )
        with suppress(OSError):
            act(self, request)

    def body(
        self, status: int, content: bytes, kind: str = "application/json", **headers: str
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)

    def begin_stream(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Connection", "close")
        self.end_headers()

    def event(self, kind: str, **fields: Any) -> None:  # noqa: ANN401 - JSON
        self.raw(f"event: {kind}\ndata: {json.dumps({'type': kind, **fields})}\n\n".encode())

    def raw(self, content: bytes) -> None:
        self.wfile.write(content)
        self.wfile.flush()

    def wait(self, seconds: float) -> None:
        """Sleep, unless the server is stopped meanwhile."""
        if self.server.owner.stopped.wait(seconds):
            raise BrokenPipeError

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing: standard error belongs to the tests."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64
    owner: "ModelServer"

    def handle_error(self, request: object, client_address: object) -> None:
        """A caller that hangs up is no fault of ours."""


@dataclass
class ModelServer:
    """Takes the script's acts one by one; the last goes on for ever."""

    script: list[Act] = field(default_factory=list)
    requests: list[Json] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    at: list[float] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _server: _Server = field(init=False)

    def __post_init__(self) -> None:
        self._server = _Server(("127.0.0.1", 0), Connection)
        self._server.owner = self

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def take(self, request: Json, headers: dict[str, str]) -> Act:
        with self._lock:
            self.requests.append(request)
            self.headers.append(headers)
            self.at.append(time.monotonic())
            return self.script.pop(0) if len(self.script) > 1 else self.script[0]

    @contextmanager
    def running(self) -> Iterator["ModelServer"]:
        thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield self
        finally:
            self.stopped.set()
            self._server.shutdown()
            thread.join()
            self._server.server_close()


def a_reply(text: str = "It takes 3 days.", **more: Any) -> str:  # noqa: ANN401 - JSON
    """What a model writes that keeps to the shape; `more` changes it."""
    handoff = {"wanted": False, "offered": False, "reason": "", "why": ""} | more.pop("handoff", {})
    value = {"articles": ["delivery"], "unsupported": False, "handoff": handoff}
    return json.dumps(value | {"promise": "", "brief": "", **more, "reply": text})


def says(text: str, *, pieces: int = 7, pause: float = 0) -> Act:
    """Stream a text in pieces, and end well."""

    def act(to: Connection, _: Json) -> None:
        to.begin_stream()
        _stream_text(to, text, pieces, pause)
        to.event("response.completed", response=a_response([a_message(text)]))

    return act


def says_at_once(text: str) -> Act:
    """Answer as a server does that cannot stream: one JSON body."""
    return lambda to, _: to.body(200, json.dumps(a_response([a_message(text)])).encode())


def calls(name: str, arguments: str = "{}") -> Act:
    """Ask for a tool."""
    item = {
        "type": "function_call",
        "id": "fc_1",
        "call_id": "call_1",
        "name": name,
        "arguments": arguments,
        "status": "completed",
    }

    def act(to: Connection, _: Json) -> None:
        to.begin_stream()
        to.event("response.output_item.done", output_index=0, item=item)
        to.event("response.completed", response=a_response([item]))

    return act


def ends(status: str, **more: Any) -> Act:  # noqa: ANN401 - JSON
    """Stream some text, and end it as incomplete or failed."""

    def act(to: Connection, _: Json) -> None:
        to.begin_stream()
        _stream_text(to, a_reply()[:40], 2, 0)
        to.event(f"response.{status}", response=a_response([], status=status, **more))

    return act


def refuses(to: Connection, _: Json) -> None:
    """Decline, as a model with structured output does."""
    part = {"type": "refusal", "refusal": "I can't help with that."}
    to.begin_stream()
    to.event("response.refusal.delta", delta=part["refusal"], **_place())
    to.event("response.completed", response=a_response([a_message("") | {"content": [part]}]))


def body(status: int, content: bytes, kind: str = "application/json", **headers: str) -> Act:
    return lambda to, _: to.body(status, content, kind, **headers)


def hangs(to: Connection, _: Json) -> None:
    to.wait(120)


def drips(to: Connection, _: Json) -> None:
    """Send a byte a second: no read ever takes long."""
    to.begin_stream()
    for one in f"data: {a_reply()}\n\n".encode():
        to.raw(bytes([one]))
        to.wait(1)


def drips_headers(to: Connection, _: Json) -> None:
    """Send even the status line a byte a second."""
    for one in b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nX-Long: " + b"x" * 100:
        to.raw(bytes([one]))
        to.wait(1)


def cut(*, after: int) -> Act:
    """End the stream, as if all were well, in the middle of the text."""

    def act(to: Connection, _: Json) -> None:
        to.begin_stream()
        _stream_text(to, a_reply()[:after], 3, 0)

    return act


def a_message(text: str) -> Json:
    part = {"type": "output_text", "text": text, "annotations": [], "logprobs": []}
    return {
        "type": "message",
        "id": "msg_1",
        "status": "completed",
        "role": "assistant",
        "content": [part],
    }


def a_response(output: list[Json], **more: Any) -> Json:  # noqa: ANN401 - JSON
    """Return a response as the API ends with."""
    return {
        "id": "resp_1",
        "object": "response",
        "created_at": 1,
        "status": "completed",
        "model": "a-model",
        "output": output,
        "parallel_tool_calls": False,
        "tool_choice": "auto",
        "tools": [],
        "error": None,
        "incomplete_details": None,
        "usage": {
            "input_tokens": 400,
            "input_tokens_details": {"cached_tokens": 0},
            "output_tokens": 100,
            "output_tokens_details": {"reasoning_tokens": 0},
            "total_tokens": 500,
        },
    } | more


def _stream_text(to: Connection, text: str, pieces: int, pause: float) -> None:
    size = max(1, -(-len(text) // pieces))
    for start in range(0, len(text), size):
        delta = text[start : start + size]
        to.event("response.output_text.delta", delta=delta, logprobs=[], **_place())
        to.wait(pause)


def _place() -> Json:
    return {"item_id": "msg_1", "output_index": 0, "content_index": 0, "sequence_number": 1}
