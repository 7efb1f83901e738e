"""A way to DynamoDB Local that fails as told, in the service's own wire format."""

import json
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

type Fault = Callable[["_Handler", bytes], None]
"""What happens to one request instead of its being passed on."""

INDEX = "arn:aws:dynamodb:us-east-1:000000000000:table/warmline/index/deadlines"
HOP_BY_HOP = ("connection", "transfer-encoding", "content-length")


@dataclass(slots=True)
class FaultyWay:
    """`faults` are taken in turn by the requests for `operation`; without any, all pass."""

    endpoint_url: str
    behind: str
    operation: str = ""
    faults: list[Fault] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)

    def will(self, operation: str, *faults: Fault) -> None:
        """Have the next requests for an operation fail so; forget those before."""
        self.operation, self.faults = operation, list(faults)
        self.seen.clear()

    def count(self, operation: str) -> int:
        return self.seen.count(operation)


@contextmanager
def faulty_way(to: str) -> Iterator[FaultyWay]:
    """Run a way to an engine while the block lasts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    way = FaultyWay(f"http://127.0.0.1:{server.server_address[1]}", to)
    server.way = way  # type: ignore[attr-defined]  # how a handler of this library finds its server's own
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield way
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def throttle(message: str = "The level of configured provisioned throughput was exceeded") -> Fault:
    """What a single write or read is told when its table or an index has too little capacity."""
    return refuse("ProvisionedThroughputExceededException", message)


def refuse(code: str, message: str = "no", status: int = 400, **more: object) -> Fault:
    """Answer with an error of the service; nothing reaches the table."""

    def fault(handler: "_Handler", _body: bytes) -> None:
        answer = {"__type": f"com.amazonaws.dynamodb.v20120810#{code}", "message": message, **more}
        handler.answer(status, json.dumps(answer).encode())

    return fault


def cancel(*reasons: str) -> Fault:
    """Answer that a transaction was cancelled, with a reason for each of its writes."""
    return refuse(
        "TransactionCanceledException",
        f"Transaction cancelled, please refer cancellation reasons [{', '.join(reasons)}]",
        CancellationReasons=[{"Code": reason} for reason in reasons],
    )


def leave_unprocessed(handler: "_Handler", body: bytes) -> None:
    """Have looked up none of the keys that were asked for."""
    answer = {"Responses": {}, "UnprocessedKeys": json.loads(body)["RequestItems"]}
    handler.answer(200, json.dumps(answer).encode())


def lose_the_answer(handler: "_Handler", body: bytes) -> None:
    """Pass the request on and hang up: it has had its effect, and nobody hears of it."""
    handler.pass_on(body)
    handler.close_connection = True


def hang_up(handler: "_Handler", _body: bytes) -> None:
    """Hang up before anything has happened."""
    handler.close_connection = True


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        way: FaultyWay = self.server.way  # type: ignore[attr-defined]  # put there above
        body = self.rfile.read(int(self.headers["Content-Length"]))
        operation = self.headers["X-Amz-Target"].partition(".")[2]
        way.seen.append(operation)
        if operation == way.operation and way.faults:
            way.faults.pop(0)(self, body)
        else:
            self.answer(*self.pass_on(body))

    def pass_on(self, body: bytes) -> tuple[int, bytes]:
        """Return what the engine says."""
        way: FaultyWay = self.server.way  # type: ignore[attr-defined]  # put there above
        headers = {name: value for name, value in self.headers.items() if name.lower() != "host"}
        request = urllib.request.Request(way.behind, body, headers)  # noqa: S310 - this machine
        try:
            with urllib.request.urlopen(request) as answer:  # noqa: S310 - the same
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read()

    def answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/x-amz-json-1.0")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:  # noqa: ANN401 - as the library has it
        """Say nothing."""
