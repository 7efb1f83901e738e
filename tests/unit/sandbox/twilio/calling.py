"""Plain HTTP for these tests, and a server that stands where Warmline's webhooks would."""

import base64
import json
import threading
from collections import deque
from dataclasses import dataclass, field
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlencode, urlsplit

from sandbox.messages import Request, Response
from sandbox.server import StandInServer
from sandbox.twilio.stand_in import TwilioStandIn

PHONE = "+13125550187"
LINE = "+15550006789"
PATIENCE_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: dict[str, Any]
    headers: dict[str, str]


def call(
    url: str,
    form: dict[str, str] | None = None,
    headers: dict[str, str] | None = None,
    timeout: float = PATIENCE_SECONDS,
) -> Answer:
    """GET, or POST a form, with these headers."""
    parts = urlsplit(url)
    connection = HTTPConnection(parts.netloc, timeout=timeout)
    target = f"{parts.path}?{parts.query}"
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    body = None if form is None else urlencode(form)
    connection.request("GET" if form is None else "POST", target, body, kind | (headers or {}))
    return answer_of(connection)


def call_json(method: str, url: str, value: dict[str, object]) -> Answer:
    parts = urlsplit(url)
    connection = HTTPConnection(parts.netloc, timeout=5)
    connection.request(method, parts.path, json.dumps(value), {"Content-Type": "application/json"})
    return answer_of(connection)


def answer_of(connection: HTTPConnection) -> Answer:
    try:
        response = connection.getresponse()
        text = response.read()
        is_json = (response.getheader("Content-Type") or "").startswith("application/json")
        return Answer(
            response.status, json.loads(text) if is_json else {}, dict(response.getheaders())
        )
    finally:
        connection.close()


def basic(user: str, password: str) -> dict[str, str]:
    return {"Authorization": "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()}


def send(twilio: TwilioStandIn, **form: str) -> Answer:
    """Send a text as Warmline would; a field given as empty is left out."""
    usual = {"To": PHONE, "From": LINE, "Body": "Hello"} | form
    account = twilio.account
    return call(
        f"{twilio.url}/2010-04-01/Accounts/{account.sid}/Messages.json",
        {name: value for name, value in usual.items() if value},
        basic(account.sid, account.auth_token),
    )


@dataclass(slots=True)
class Webhook:
    """Keeps every request; answers 200 unless other statuses are lined up."""

    server: StandInServer = field(default_factory=StandInServer)
    received: list[Request] = field(default_factory=list)
    statuses: deque[int] = field(default_factory=deque)
    delay_seconds: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def start(self) -> None:
        self.server.route("POST", "/{rest...}", self.take)
        self.server.start()

    def take(self, request: Request) -> Response:
        with self.lock:
            self.received.append(request)
            status = self.statuses.popleft() if self.statuses else 200
        self.server.stopping.wait(self.delay_seconds)
        return Response(status, b"<Response/>", "text/xml")

    def url(self, path: str) -> str:
        return self.server.url + path

    def forms(self, path: str) -> list[dict[str, str]]:
        with self.lock:
            return [request.form() for request in self.received if request.path == path]
