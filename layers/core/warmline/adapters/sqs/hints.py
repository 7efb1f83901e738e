"""Hints as SQS messages: ids only, never words. A delay is whole seconds, at most 900."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from warmline.domain.errors import ConfigurationError, HintNotSent
from warmline.domain.outgoing import is_draft_target

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient

LONGEST_DELAY = 900
"""SQS takes no longer one; what is due later is the sweeper's business."""


def make_client() -> "SQSClient":
    """Return a client whose calls end within a worker's time."""
    config = Config(
        connect_timeout=1, read_timeout=3, retries={"total_max_attempts": 3, "mode": "standard"}
    )
    return boto3.client("sqs", config=config)


@dataclass(frozen=True, slots=True)
class QueuedHints:
    """The three queues as Hints. A queue that a function does not feed has no address.

    Raises HintNotSent: the worker's own hint comes again then. Raises
    ConfigurationError for a hint to a queue without an address.
    """

    client: "SQSClient"
    turns: str = ""
    deliveries: str = ""
    wakeups: str = ""

    def turn(self, conversation: str, sequence: int, *, delay: float = 0) -> None:
        body = {"look_at": "turn", "conversation": conversation, "sequence": sequence}
        self._send(self.turns, body, delay)

    def delivery(self, target: str, *, delay: float = 0) -> None:
        queue = self.turns if is_draft_target(target) else self.deliveries
        self._send(queue, {"look_at": "target", "target": target}, delay)

    def look_at(self, conversation: str, *, delay: float = 0) -> None:
        body = {"look_at": "conversation", "conversation": conversation}
        self._send(self.wakeups, body, delay)

    def look_at_socket(self, socket: str, *, delay: float = 0) -> None:
        self._send(self.wakeups, {"look_at": "socket", "connection": socket}, delay)

    def look_at_agent(self, agent: str, *, delay: float = 0) -> None:
        self._send(self.wakeups, {"look_at": "agent", "agent": agent}, delay)

    def _send(self, queue: str, body: Mapping[str, object], delay: float) -> None:
        if not queue:
            raise ConfigurationError(f"no queue takes the hint '{body['look_at']}'")
        seconds = min(LONGEST_DELAY, max(0, math.ceil(delay)))
        message = json.dumps(body)
        try:
            self.client.send_message(QueueUrl=queue, MessageBody=message, DelaySeconds=seconds)
        except (ClientError, BotoCoreError) as error:
            raise HintNotSent(str(body["look_at"])) from error
