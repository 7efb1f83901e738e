"""A small app on the other side of the stand-in: it checks each signature as a real app would."""

import http.client
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from slack_sdk.signature import SignatureVerifier

from sandbox.messages import Request, Response
from sandbox.server import StandInServer

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
WAIT_SECONDS = 5.0

type Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Received:
    """One signed request, decoded: an event, an interaction's payload, or a command's form."""

    body: Json
    headers: dict[str, str]
    kind: str

    @property
    def event(self) -> Json:
        event = self.body["event"]
        assert isinstance(event, dict)
        return event


@dataclass
class AppServer:
    """Answers 200 unless `answers` holds something else to give first."""

    answers: list[Callable[[], Response]] = field(default_factory=list)
    received: list[Received] = field(default_factory=list)
    unsigned: int = 0

    def __post_init__(self) -> None:
        self.verifier = SignatureVerifier(SECRET)
        self.server = StandInServer()
        self.server.route("POST", "/slack/events", self.take)

    @property
    def url(self) -> str:
        return f"{self.server.url}/slack/events"

    def take(self, request: Request) -> Response:
        if not self.verifier.is_valid_request(request.body, dict(request.headers)):
            self.unsigned += 1
            return Response.text("bad signature", 401)
        received = decoded(request)
        self.received.append(received)
        if received.body.get("type") == "url_verification":
            return Response.json({"challenge": received.body["challenge"]})
        return self.answers.pop(0)() if self.answers else Response()

    def wait_for(self, count: int, kind: str | None = None) -> list[Received]:
        """Return the requests of a kind once there are so many."""
        until = time.monotonic() + WAIT_SECONDS
        while time.monotonic() < until:
            found = [row for row in list(self.received) if kind in {None, row.kind}]
            if len(found) >= count:
                return found
            time.sleep(0.01)
        raise AssertionError([row.kind for row in self.received])


def decoded(request: Request) -> Received:
    headers = dict(request.headers)
    if headers["content-type"] == "application/json":
        body = request.json()
        event = body.get("event")
        kind = event["type"] if isinstance(event, dict) else body["type"]
        return Received(body, headers, str(kind))
    form = {name: values[0] for name, values in parse_qs(request.body.decode()).items()}
    if "payload" in form:
        payload = json.loads(form["payload"])
        return Received(payload, headers, str(payload["type"]))
    return Received(dict(form), headers, form["command"])


def control(url: str, route: str, /, **body: object) -> Json:
    """Use the stand-in's JSON API as its page does; without a body it is a GET."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=10)
    headers = {"Content-Type": "application/json"}
    data = json.dumps(body) if body else None
    connection.request("POST" if body else "GET", f"/control/{route}", data, headers)
    with connection.getresponse() as response:
        answer = json.load(response)
    connection.close()
    assert isinstance(answer, dict)
    return answer
