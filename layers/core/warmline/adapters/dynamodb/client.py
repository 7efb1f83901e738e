"""The client, with limits on every wait."""

from typing import TYPE_CHECKING

import boto3
from botocore.config import Config

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

ATTEMPTS = 3
CONNECT_SECONDS = 0.5
READ_SECONDS = 1.5


def make_client() -> "DynamoDBClient":
    """Return a client whose calls end, answered or not, within a webhook's time."""
    config = Config(
        connect_timeout=CONNECT_SECONDS,
        read_timeout=READ_SECONDS,
        retries={"total_max_attempts": ATTEMPTS, "mode": "standard"},
        tcp_keepalive=True,
        max_pool_connections=20,
    )
    return boto3.client("dynamodb", config=config)
