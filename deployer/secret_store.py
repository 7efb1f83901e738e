"""The deployment's secret in AWS Secrets Manager, with AWS's errors as sentences."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import boto3
from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    NoCredentialsError,
    NoRegionError,
    ProfileNotFound,
)
from mypy_boto3_secretsmanager.client import SecretsManagerClient

from deployer.credentials import Value, parse
from deployer.errors import CannotContinue

DESCRIPTION = "Warmline: the tokens of Slack, Twilio and the model, and two signing keys"


class SecretStore:
    """One named secret; what is read and written is a whole JSON object."""

    def __init__(self, client: SecretsManagerClient, name: str) -> None:
        self._client = client
        self._name = name

    def find(self) -> dict[str, Value] | None:
        """Return what is stored, or None where there is no such secret yet."""
        with _said_plainly(self._name):
            try:
                answer = self._client.get_secret_value(SecretId=self._name)
            except self._client.exceptions.ResourceNotFoundException:
                return None
        return parse(answer.get("SecretString", ""), self._name)

    def create(self, values: Mapping[str, Value]) -> None:
        """Store a secret that was not there."""
        with _said_plainly(self._name):
            self._client.create_secret(
                Name=self._name, Description=DESCRIPTION, SecretString=json.dumps(dict(values))
            )

    def replace(self, values: Mapping[str, Value]) -> None:
        """Store a new version of the secret."""
        with _said_plainly(self._name):
            self._client.put_secret_value(
                SecretId=self._name, SecretString=json.dumps(dict(values))
            )


def open_client(
    *, region: str | None, profile: str | None, endpoint_url: str | None
) -> SecretsManagerClient:
    """Return a client for the account that the person's own AWS settings name."""
    with _said_plainly(""):
        session = boto3.Session(profile_name=profile, region_name=region)
        return session.client("secretsmanager", endpoint_url=endpoint_url)


@contextmanager
def _said_plainly(name: str) -> Iterator[None]:
    try:
        yield
    except NoCredentialsError:
        raise CannotContinue("No AWS credentials were found: run `aws configure`.") from None
    except NoRegionError:
        raise CannotContinue("No AWS region is set: give one with --region.") from None
    except ProfileNotFound as error:
        raise CannotContinue(f"{error}.") from None
    except ClientError as error:
        reason = error.response.get("Error", {}).get("Message", "no reason given")
        raise CannotContinue(f"AWS refused the secret {name}: {reason}") from None
    except BotoCoreError as error:
        raise CannotContinue(f"AWS could not be reached: {error}") from None
