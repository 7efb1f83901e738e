"""The deployment's one secret: cached, read again when a signature fails, never in a log."""

import json
import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from warmline.domain.errors import ConfigurationError, StoreUnavailable

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient

KEPT_FOR_SECONDS = 300
READ_AGAIN_EVERY_SECONDS = 60

type Secrets = Mapping[str, tuple[str, ...]]
"""Each value newest first: during a rotation the old one is still accepted."""


def make_client() -> "SecretsManagerClient":
    """Return a client whose calls end within a webhook's time."""
    config = Config(
        connect_timeout=0.5, read_timeout=1, retries={"total_max_attempts": 2, "mode": "standard"}
    )
    return boto3.client("secretsmanager", config=config)


@dataclass(slots=True)
class Credentials:
    """Values of the secret by name.

    A warm process goes on with what it has when Secrets Manager cannot be reached; a cold one
    raises StoreUnavailable, so that the sender tries again.
    """

    client: "SecretsManagerClient"
    secret_id: str
    elapsed: Callable[[], float] = time.monotonic
    _secrets: Secrets | None = field(default=None, repr=False)
    _read_at: float = -math.inf
    _tried_at: float = -math.inf
    _doubted_at: float = -math.inf

    def all_of(self, name: str) -> tuple[str, ...]:
        """Return the values of a name, newest first.

        Raises ConfigurationError when there is none: without a signing secret nothing starts.
        """
        if self._secrets is None:
            self._secrets = self._read()
        elif self._is_old():
            self._refresh(self._secrets)
        values = self._secrets.get(name, ())
        if not values:
            raise ConfigurationError(f"the secret has no {name}")
        return values

    def newest(self, name: str) -> str:
        return self.all_of(name)[0]

    def proven(self, name: str, check: Callable[[str], bool]) -> bool:
        """Whether any value passes the check; after a failure the secret is read once more.

        A rotation is noticed at once, a stream of forgeries costs nothing.
        """
        if _any_passes(check, self.all_of(name)):
            return True
        return self.doubt() and _any_passes(check, self.all_of(name))

    def doubt(self) -> bool:
        """Read the secret anew because a value of it failed, at most once a minute.

        Returns whether it was read.
        """
        now = self.elapsed()
        if self._secrets is None or now - self._doubted_at < READ_AGAIN_EVERY_SECONDS:
            return False
        self._doubted_at = now
        return self._refresh(self._secrets)

    def _is_old(self) -> bool:
        """Whether it is time to read again; not at every request while that fails."""
        now = self.elapsed()
        since_tried = now - self._tried_at
        return now - self._read_at > KEPT_FOR_SECONDS and since_tried >= READ_AGAIN_EVERY_SECONDS

    def _refresh(self, known: Secrets) -> bool:
        """Read again, or go on with what is known: old credentials may still be good."""
        try:
            self._secrets = self._read()
        except (StoreUnavailable, ConfigurationError):
            self._secrets = known
            return False
        return True

    def _read(self) -> Secrets:
        self._tried_at = self.elapsed()
        try:
            answer = self.client.get_secret_value(SecretId=self.secret_id)
        except (ClientError, BotoCoreError) as error:
            raise StoreUnavailable("secrets_manager") from error
        secrets = _parse(answer.get("SecretString", ""))
        self._read_at = self._tried_at
        return secrets


def _any_passes(check: Callable[[str], bool], values: tuple[str, ...]) -> bool:
    """Whether any value passes; all are tried, always, so that time tells nothing."""
    return any([check(value) for value in values])  # noqa: C419 - the list is what tries them all


def _parse(text: str) -> Secrets:
    try:
        values = json.loads(text)
    except ValueError:
        values = None
    if not isinstance(values, dict):
        raise ConfigurationError("the secret is not a JSON object")
    return {name: _as_tuple(value) for name, value in values.items()}


def _as_tuple(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(one for one in values if isinstance(one, str) and one)
