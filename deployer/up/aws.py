"""Clients of the local engine, opened when they are first used."""

from datetime import UTC, datetime
from functools import cached_property

import boto3
from botocore.config import Config
from mypy_boto3_cloudformation.client import CloudFormationClient
from mypy_boto3_dynamodb.client import DynamoDBClient
from mypy_boto3_lambda.client import LambdaClient
from mypy_boto3_s3.client import S3Client
from mypy_boto3_secretsmanager.client import SecretsManagerClient

from deployer.up.engine import REGION, ROOT_KEY, Engine
from warmline.adapters.dynamodb.store import DynamoStore


class Aws:
    """The engine as its root sees it; functions have their own, smaller, permissions."""

    def __init__(self, engine: Engine) -> None:
        self._endpoint_url = engine.endpoint_url
        self._session = boto3.Session(
            aws_access_key_id=ROOT_KEY, aws_secret_access_key=ROOT_KEY, region_name=REGION
        )
        self._config = Config(connect_timeout=5, read_timeout=60, retries={"total_max_attempts": 3})

    def open_store(self, table: str) -> DynamoStore:
        """Return the line's table as the line itself reads and writes it."""
        return DynamoStore(self.dynamodb, table, lambda: datetime.now(UTC))

    @cached_property
    def cloudformation(self) -> CloudFormationClient:
        return self._session.client(
            "cloudformation", endpoint_url=self._endpoint_url, config=self._config
        )

    @cached_property
    def dynamodb(self) -> DynamoDBClient:
        return self._session.client(
            "dynamodb", endpoint_url=self._endpoint_url, config=self._config
        )

    @cached_property
    def functions(self) -> LambdaClient:
        return self._session.client("lambda", endpoint_url=self._endpoint_url, config=self._config)

    @cached_property
    def s3(self) -> S3Client:
        return self._session.client("s3", endpoint_url=self._endpoint_url, config=self._config)

    @cached_property
    def secrets(self) -> SecretsManagerClient:
        return self._session.client(
            "secretsmanager", endpoint_url=self._endpoint_url, config=self._config
        )
