"""What the tests of commands about a line's table share: one in moto, with nothing in it."""

from collections.abc import Iterator
from datetime import UTC, datetime

import boto3
import pytest
from moto import mock_aws

from bench.tables import definition
from warmline.adapters.dynamodb.store import DynamoStore


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[DynamoStore]:
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
    with mock_aws():
        client = boto3.client("dynamodb")
        client.create_table(TableName="line", **definition())
        yield DynamoStore(client, "line", lambda: datetime.now(UTC))
