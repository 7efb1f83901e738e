"""Every failure of Twilio's SDK, and of the way to it, has a meaning."""

import inspect
import json
from collections.abc import Iterator

import pytest
import requests
from requests import exceptions as http_failures
from twilio.base import exceptions as sdk_failures
from urllib3.connection import HTTPConnection
from urllib3.exceptions import MaxRetryError, NewConnectionError, ProtocolError
from urllib3.poolmanager import PoolManager

from sandbox.messages import Response
from sandbox.server import StandInServer
from tests.adapters.twilio.conftest import SID, Doubts, owed
from warmline.adapters.twilio.channel import TwilioChannel
from warmline.adapters.twilio.client import make_client
from warmline.adapters.twilio.failures import translated
from warmline.domain.errors import DeliveryError, TemporaryDeliveryError, UnknownDelivery

SDK = [
    kind
    for _, kind in inspect.getmembers(sdk_failures, inspect.isclass)
    if issubclass(kind, Exception)
]
HTTP = [
    kind
    for _, kind in inspect.getmembers(http_failures, inspect.isclass)
    if issubclass(kind, requests.RequestException)
]


def made(kind: type[Exception]) -> Exception:
    """An instance of a class of the SDK, whatever it takes to make one."""
    if kind is sdk_failures.TwilioRestException:
        return sdk_failures.TwilioRestException(500, "/Messages")
    if kind is sdk_failures.TwilioServiceException:
        return sdk_failures.TwilioServiceException("about:blank", "title", 500, 20500)
    if issubclass(kind, http_failures.JSONDecodeError):
        return kind("no JSON", "", 0)
    return kind("+14155550132")


@pytest.mark.parametrize("kind", [*SDK, *HTTP], ids=lambda kind: kind.__name__)
def test_every_class_of_failure_is_one_of_ours(kind: type[Exception]) -> None:
    with pytest.raises(DeliveryError) as raised, translated(Doubts()):
        raise made(kind)

    assert "4155550132" not in raised.value.code


def test_the_classes_were_found() -> None:
    assert {"TwilioException", "TwilioRestException"} <= {kind.__name__ for kind in SDK}
    assert {"ReadTimeout", "SSLError", "ChunkedEncodingError"} <= {kind.__name__ for kind in HTTP}


def test_only_what_was_surely_not_sent_is_tried_again_without_asking() -> None:
    pool = PoolManager().connection_from_url("http://127.0.0.1:9")
    never = NewConnectionError(HTTPConnection("127.0.0.1"), "refused")
    for failure, expected in (
        (requests.ConnectTimeout(), TemporaryDeliveryError),
        (requests.ConnectionError(MaxRetryError(pool, "/", never)), TemporaryDeliveryError),
        (requests.ConnectionError(ProtocolError("reset")), UnknownDelivery),
        (requests.ConnectionError(), UnknownDelivery),
        (requests.ReadTimeout(), UnknownDelivery),
    ):
        with pytest.raises(DeliveryError) as raised, translated(Doubts()):
            raise failure
        assert type(raised.value) is expected, failure


@pytest.mark.parametrize("status", range(400, 600))
def test_every_status_has_a_meaning(status: int) -> None:
    doubts = Doubts()
    with pytest.raises(DeliveryError) as raised, translated(doubts):
        raise sdk_failures.TwilioRestException(status, "/Messages", "+14155550132")

    passing = status in {401, 408, 429} or status >= 500
    assert isinstance(raised.value, TemporaryDeliveryError) is passing
    assert doubts.times == (status == 401)


# Answers that are none


ODD = {
    "a page": (200, "<html>Hello</html>"),
    "nothing": (201, ""),
    "half an answer": (201, '{"sid": "SM1"'),
    "a list": (201, "[1]"),
    "a number": (201, "5"),
    "no name": (201, json.dumps({"body": "x"})),
    "a page of trouble": (502, "<html>Bad gateway</html>"),
    "somewhere else": (302, ""),
    "an odd code": (400, json.dumps({"code": "x", "message": "+14155550132"})),
    "another style": (
        422,
        json.dumps({"type": "t", "title": "+14155550132", "status": 422, "code": 21211}),
    ),
}


@pytest.fixture
def odd_twilio(request: pytest.FixtureRequest) -> Iterator[str]:
    """Something at Twilio's address that answers as it should not."""
    status, body = request.param
    server = StandInServer()
    for method in ("POST", "GET"):
        server.route(method, "/{rest...}", lambda _request: Response.text(body, status))
    server.start()
    yield server.url
    server.stop()


@pytest.mark.parametrize("odd_twilio", ODD.values(), ids=ODD.keys(), indirect=True)
def test_an_answer_that_is_none_has_a_meaning_too(odd_twilio: str) -> None:
    channel = TwilioChannel(
        lambda: make_client(odd_twilio, SID, "x"), Doubts(), "https://x.example"
    )

    with pytest.raises(DeliveryError) as raised:
        channel.send(owed())
    assert "4155550132" not in raised.value.code

    with pytest.raises(UnknownDelivery):
        channel.look_up(owed())
