"""The real client against a gateway on loopback: what is sent, and what its refusals mean."""

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

import pytest

from warmline.adapters.web.sockets import GatewaySockets
from warmline.domain.errors import TemporaryDeliveryError

CONNECTION = "R1kmxc2VNjMCFIA="
STAGE = "/_aws/execute-api/warmline-websocket/local"


@dataclass
class Gateway:
    """Answers every management call with the next status, and keeps what was asked."""

    server: ThreadingHTTPServer
    statuses: list[int] = field(default_factory=list)
    calls: list[tuple[str, str, bytes]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}{STAGE}"


@pytest.fixture
def gateway(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gateway]:
    for name, value in (
        ("AWS_ACCESS_KEY_ID", "test"),
        ("AWS_SECRET_ACCESS_KEY", "test"),
        ("AWS_DEFAULT_REGION", "us-east-1"),
    ):
        monkeypatch.setenv(name, value)

    class Answering(BaseHTTPRequestHandler):
        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length") or 0))
            made.calls.append((self.command, unquote(self.path), body))
            status = made.statuses.pop(0) if made.statuses else 200
            self.send_response(status)
            if status == 410:
                self.send_header("x-amzn-ErrorType", "GoneException")
            self.send_header("content-length", "0")
            self.end_headers()

        do_POST = do_DELETE = answer  # noqa: N815 - the library's names

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    made = Gateway(ThreadingHTTPServer(("127.0.0.1", 0), Answering))
    thread = threading.Thread(target=made.server.serve_forever, daemon=True)
    thread.start()
    yield made
    made.server.shutdown()
    made.server.server_close()
    thread.join()


def test_a_frame_is_posted_to_its_connection(gateway: Gateway) -> None:
    sockets = GatewaySockets.at(gateway.url)

    assert sockets.post(CONNECTION, {"type": "pong", "text": "é"}) is True
    [(method, path, body)] = gateway.calls
    assert (method, path) == ("POST", f"{STAGE}/@connections/{CONNECTION}")
    assert json.loads(body) == {"type": "pong", "text": "é"}


def test_a_socket_is_closed(gateway: Gateway) -> None:
    GatewaySockets.at(gateway.url).close(CONNECTION)

    assert [call[:2] for call in gateway.calls] == [
        ("DELETE", f"{STAGE}/@connections/{CONNECTION}")
    ]


def test_a_socket_that_is_gone_is_told_and_is_no_error(gateway: Gateway) -> None:
    gateway.statuses = [410, 410]
    sockets = GatewaySockets.at(gateway.url)

    assert sockets.post(CONNECTION, {}) is False
    sockets.close(CONNECTION)


@pytest.mark.parametrize("status", [400, 403, 413, 429, 500, 503])
def test_any_other_refusal_is_worth_another_try(gateway: Gateway, status: int) -> None:
    gateway.statuses = [status] * 5
    sockets = GatewaySockets.at(gateway.url)

    with pytest.raises(TemporaryDeliveryError):
        sockets.post(CONNECTION, {})
    with pytest.raises(TemporaryDeliveryError):
        sockets.close(CONNECTION)


def test_a_gateway_that_is_away_is_worth_another_try(gateway: Gateway) -> None:
    sockets = GatewaySockets.at("http://127.0.0.1:1/stage")

    with pytest.raises(TemporaryDeliveryError):
        sockets.post(CONNECTION, {})
    assert gateway.calls == []


@pytest.mark.usefixtures("gateway")
def test_a_client_is_not_made_before_it_is_needed() -> None:
    unusable = GatewaySockets.at("not an address")  # would raise if a client were made

    with pytest.raises(ValueError, match="not an address"):
        unusable.client()


def test_every_frame_goes_by_the_same_client(gateway: Gateway) -> None:
    sockets = GatewaySockets.at(gateway.url)

    assert sockets.client() is sockets.client()
