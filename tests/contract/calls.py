"""One HTTP call as a browser or a vendor makes it: no library that might repair what we send."""

import http.client
import json
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, and how long it took."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    seconds: float

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def json(self) -> dict[str, Any]:
        document = json.loads(self.body)
        assert isinstance(document, dict), document
        return document


def call(
    method: str,
    url: str,
    *,
    headers: Iterable[tuple[str, str]] = (),
    body: bytes = b"",
    timeout: float = 20,
) -> Answer:
    """Send exactly these headers, repeated ones too, and read the whole answer."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(address_of(url)[0], parts.port or 80, timeout=timeout)
    started = time.monotonic()
    try:
        _send(connection, method, url, headers=headers, body=body)
        response = connection.getresponse()
        content = response.read()
    finally:
        connection.close()
    names = {name.lower(): value for name, value in response.getheaders()}
    return Answer(response.status, names, content, time.monotonic() - started)


def address_of(url: str) -> tuple[str, int]:
    """Where to connect: every `*.localhost` is this machine, which not all resolvers know."""
    parts = urlsplit(url)
    host = parts.hostname or LOOPBACK
    here = host == "localhost" or host.endswith(".localhost")
    return (LOOPBACK if here else host, parts.port or 80)


def _send(
    connection: http.client.HTTPConnection,
    method: str,
    url: str,
    *,
    headers: Iterable[tuple[str, str]],
    body: bytes,
) -> None:
    parts = urlsplit(url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
    connection.putheader("Host", parts.netloc)
    for name, value in headers:
        connection.putheader(name, value.encode())
    if body or method in {"POST", "PUT"}:
        connection.putheader("Content-Length", str(len(body)))
    connection.endheaders(body or None)
