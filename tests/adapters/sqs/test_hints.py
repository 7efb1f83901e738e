"""Hints on their way: ids and nothing else, when they are wanted, or an error."""

import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import boto3
import pytest
from botocore.stub import Stubber
from moto import mock_aws

from warmline.adapters.sqs.hints import LONGEST_DELAY, QueuedHints, make_client
from warmline.domain.errors import ConfigurationError, HintNotSent

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient

QUEUES = ("turns", "deliveries", "wakeups")


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Iterator["SQSClient"]:
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    with mock_aws():
        boto3.setup_default_session()
        yield make_client()


@pytest.fixture
def hints(client: "SQSClient") -> QueuedHints:
    urls = (client.create_queue(QueueName=name)["QueueUrl"] for name in QUEUES)
    return QueuedHints(client, *urls)


def bodies(client: "SQSClient", url: str) -> list[object]:
    answer = client.receive_message(QueueUrl=url, MaxNumberOfMessages=10)
    return [json.loads(message["Body"]) for message in answer.get("Messages", [])]


def test_each_hint_goes_to_its_queue_and_carries_ids_only(
    client: "SQSClient", hints: QueuedHints
) -> None:
    hints.turn("c1", 7)
    hints.delivery("sms:+15551230001:+15550006789")
    hints.delivery("draft:V0WINDOW01")
    hints.look_at("c1")
    hints.look_at_socket("s1=")
    hints.look_at_agent("U0ANA")

    assert bodies(client, hints.turns) == [
        {"look_at": "turn", "conversation": "c1", "sequence": 7},
        {"look_at": "target", "target": "draft:V0WINDOW01"},
    ], "a draft is written by who answers customers"
    assert bodies(client, hints.deliveries) == [
        {"look_at": "target", "target": "sms:+15551230001:+15550006789"}
    ]
    assert bodies(client, hints.wakeups) == [
        {"look_at": "conversation", "conversation": "c1"},
        {"look_at": "socket", "connection": "s1="},
        {"look_at": "agent", "agent": "U0ANA"},
    ]


def test_a_hint_for_later_is_not_there_yet(client: "SQSClient", hints: QueuedHints) -> None:
    hints.turn("c1", 7, delay=30)

    assert bodies(client, hints.turns) == []


@pytest.mark.parametrize(
    ("delay", "seconds"),
    [(0, 0), (-3, 0), (0.05, 1), (1, 1), (17.2, 18), (900, 900), (901, LONGEST_DELAY), (1e9, 900)],
)
def test_a_delay_is_whole_seconds_never_too_early_and_never_too_long_for_the_service(
    client: "SQSClient", delay: float, seconds: int
) -> None:
    sent: list[int] = []
    client.meta.events.register(
        "provide-client-params.sqs.SendMessage",
        lambda params, **_: sent.append(params["DelaySeconds"]),
    )
    queue = client.create_queue(QueueName="wakeups")["QueueUrl"]

    QueuedHints(client, wakeups=queue).look_at("c1", delay=delay)

    assert sent == [seconds]


def test_a_hint_that_was_not_taken_is_an_error_for_the_worker(client: "SQSClient") -> None:
    hints = QueuedHints(client, turns="https://sqs.us-east-1.amazonaws.com/1/turns")
    with Stubber(client) as stub:
        stub.add_client_error("send_message", "AccessDenied")
        with pytest.raises(HintNotSent, match="turn"):
            hints.turn("c1", 1)


@pytest.mark.parametrize("queue", QUEUES)
def test_a_hint_without_a_queue_says_so(client: "SQSClient", queue: str) -> None:
    hints = QueuedHints(client, **{name: "https://queue" for name in QUEUES if name != queue})
    send: dict[str, Callable[[], None]] = {
        "turns": lambda: hints.turn("c1", 1),
        "deliveries": lambda: hints.delivery("card:c1"),
        "wakeups": lambda: hints.look_at("c1"),
    }

    with pytest.raises(ConfigurationError, match="no queue"):
        send[queue]()
