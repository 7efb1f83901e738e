"""A service on loopback that answers each call as a test says."""

import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Called:
    """One call as the service saw it."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Service:
    """Where it is, what came, and what it answers."""

    url: str = ""
    calls: list[Called] = field(default_factory=list)
    status: int = 200
    body: bytes = b'{"status": "Sent"}'
    headers: dict[str, str] = field(default_factory=dict)
    hangs: bool = False
    drips: bool = False
    cuts: bool = False
    over: threading.Event = field(default_factory=threading.Event)


@contextmanager
def serving() -> Iterator[Service]:
    service = Service()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
            """Say nothing."""

        def answer(self) -> None:
            length = int(self.headers.get("content-length") or 0)
            headers = {name.lower(): value for name, value in self.headers.items()}
            called = Called(self.command, self.path, headers, self.rfile.read(length))
            service.calls.append(called)
            if service.hangs:
                service.over.wait(10)
                return
            if service.cuts:
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            self.send_response(service.status)
            for name, value in service.headers.items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(service.body)))
            self.end_headers()
            self._write()

        def _write(self) -> None:
            if not service.drips:
                self.wfile.write(service.body)
                return
            for at in range(len(service.body)):
                if service.over.is_set():
                    return
                self.wfile.write(service.body[at : at + 1])
                time.sleep(0.1)

        do_GET = do_POST = do_PUT = do_DELETE = answer  # noqa: N815 - looked up by these names

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    service.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield service
    finally:
        service.over.set()
        server.shutdown()
        server.server_close()


def as_json(called: Called) -> object:
    return json.loads(called.body)
