"""Every failure of Slack's SDK, and of the way to it, has a meaning."""

import inspect
import json
import logging
import socket
from collections.abc import Callable, Iterator
from dataclasses import replace
from http import client as http_client
from urllib.error import URLError

import pytest
from slack_sdk import errors as sdk_failures
from slack_sdk.errors import SlackApiError, SlackTokenRotationError

from sandbox.messages import Response
from sandbox.server import StandInServer
from sandbox.slack.faults import Fault, Trouble
from tests.adapters.slack.conftest import TOKEN, Slack, card, posted, row, say
from warmline.adapters.slack.client import make_client
from warmline.adapters.slack.failures import translated
from warmline.domain.errors import DeliveryError, TemporaryDeliveryError, UnknownDelivery

SDK = [
    kind
    for _, kind in inspect.getmembers(sdk_failures, inspect.isclass)
    if issubclass(kind, Exception)
]
HTTP = [
    kind
    for _, kind in inspect.getmembers(http_client, inspect.isclass)
    if issubclass(kind, http_client.HTTPException)
]
NETWORK = [
    TimeoutError,
    ConnectionResetError,
    ConnectionAbortedError,
    BrokenPipeError,
    ConnectionRefusedError,
    socket.gaierror,
    OSError,
]


def never() -> None:
    """Nobody is to doubt the token."""


def made(kind: type[Exception]) -> Exception:
    """An instance of a class, whatever it takes to make one."""
    refused: Callable[..., SlackApiError] = SlackApiError
    if kind is SlackApiError:
        return refused("private words", {"ok": False, "error": "fatal_error"})
    if kind is SlackTokenRotationError:
        return SlackTokenRotationError(refused("x", {"error": "x"}))
    return kind("private words")


@pytest.mark.parametrize("kind", [*SDK, *HTTP, *NETWORK], ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("wrapped", [False, True], ids=["bare", "in urllib's"])
def test_every_class_of_failure_is_one_of_ours(
    kind: type[Exception],
    wrapped: bool,  # noqa: FBT001 - a parameter
) -> None:
    failure = made(kind)
    if wrapped:
        reason = failure if isinstance(failure, OSError) else str(failure)
        failure = URLError(reason)

    with pytest.raises(DeliveryError) as raised, translated(never):
        raise failure

    assert "private" not in raised.value.code


def test_the_classes_were_found() -> None:
    assert {"SlackApiError", "SlackRequestError"} <= {kind.__name__ for kind in SDK}
    assert {"RemoteDisconnected", "IncompleteRead"} <= {kind.__name__ for kind in HTTP}


@pytest.mark.parametrize(
    ("failure", "expected"),
    [
        (ConnectionRefusedError(), TemporaryDeliveryError),
        (socket.gaierror(-2, "Name or service not known"), TemporaryDeliveryError),
        (socket.gaierror(-3, "Temporary failure in name resolution"), TemporaryDeliveryError),
        (TimeoutError(), UnknownDelivery),
        (ConnectionResetError(), UnknownDelivery),
    ],
    ids=repr,
)
def test_only_what_was_surely_not_sent_is_tried_again_without_a_mark(
    failure: OSError, expected: type[DeliveryError]
) -> None:
    for one in (failure, URLError(failure)):
        with pytest.raises(DeliveryError) as raised, translated(never):
            raise one
        assert type(raised.value) is expected


# Answers that are none


ODD = {
    "a page": (200, "<html>private words</html>"),
    "nothing": (200, ""),
    "half an answer": (200, '{"ok": true'),
    "a list": (200, "[1]"),
    "a text": (200, '"private words"'),
    "a number": (200, "5"),
    "no ts": (200, json.dumps({"ok": True})),
    "an odd ts": (200, json.dumps({"ok": True, "ts": 5})),
    "an odd error": (200, json.dumps({"ok": False, "error": {"private": "words"}})),
    "a sentence for an error": (200, json.dumps({"ok": False, "error": "private words, all"})),
    "a page of trouble": (502, "<html>private words</html>"),
    "a 429 with a page": (429, "<html>private words</html>"),
    "somewhere else": (302, ""),
    "forbidden": (403, "<html>private words</html>"),
}


@pytest.fixture
def odd_slack(request: pytest.FixtureRequest) -> Iterator[str]:
    """Something at Slack's address that answers as it should not."""
    status, body = request.param
    server = StandInServer()
    server.route("POST", "/api/{method}", lambda _request: Response.text(body, status))
    server.start()
    yield f"{server.url}/api/"
    server.stop()


@pytest.mark.parametrize("odd_slack", ODD.values(), ids=ODD.keys(), indirect=True)
def test_an_answer_that_is_none_has_a_meaning_too(odd_slack: str, slack: Slack) -> None:
    channel = replace(slack.channel, client=lambda: make_client(odd_slack, TOKEN, 1))
    desk = replace(slack.desk, client=channel.client)

    for act in (lambda: channel.send(say("Hello")), lambda: desk.show_card(card(), None)):
        with pytest.raises(DeliveryError) as raised:
            act()
        assert "private" not in raised.value.code


def test_nothing_of_a_text_or_a_token_is_logged(
    slack: Slack, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    at = posted(slack)
    for trouble in Trouble:
        slack.api.faults.fail_next("*", Fault(trouble, word="x_y", seconds=1.5))
        with pytest.raises(DeliveryError):
            slack.desk.post_in_thread(at, row("very private words"))
    slack.api.stop()
    with pytest.raises(DeliveryError):
        slack.channel.send(say("very private words"))

    written = caplog.text + "".join(capfd.readouterr())
    assert "private words" not in written
    assert TOKEN not in written
