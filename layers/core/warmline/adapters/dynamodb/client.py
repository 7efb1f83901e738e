"""The client, with limits on every wait."""

import random
from typing import TYPE_CHECKING, Any

import boto3
from botocore.config import Config

from warmline.adapters.dynamodb.failures import is_throttled_transaction

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

ATTEMPTS = 3
CONNECT_SECONDS = 0.5
READ_SECONDS = 1.5
FIRST_PAUSE = 0.1


def make_client(session: boto3.Session | None = None, endpoint_url: str = "") -> "DynamoDBClient":
    """Return a client whose calls end, answered or not, within a webhook's time."""
    config = Config(
        connect_timeout=CONNECT_SECONDS,
        read_timeout=READ_SECONDS,
        retries={"total_max_attempts": ATTEMPTS, "mode": "standard"},
        tcp_keepalive=True,
        max_pool_connections=20,
    )
    client = (session or boto3).client("dynamodb", config=config, endpoint_url=endpoint_url or None)
    pause: Any = _pause_before_retry
    client.meta.events.register("needs-retry.dynamodb.TransactWriteItems", pause)
    return client


def _pause_before_retry(
    response: tuple[object, dict[str, Any]] | None, attempts: int, **_: object
) -> float | None:
    """Have a throttled transaction sent again: botocore retries throttled single writes only."""
    if response is None or attempts >= ATTEMPTS or not is_throttled_transaction(response[1]):
        return None
    return random.random() * FIRST_PAUSE * float(2**attempts)  # noqa: S311 - jitter
