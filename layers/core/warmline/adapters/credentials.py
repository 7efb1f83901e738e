"""The deployment's one secret: cached, read again when a signature fails, never in a log."""

import json
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
    _read_at: float = 0.0
    _tried_at: float = 0.0

    def all_of(self, name: str) -> tuple[str, ...]:
        """Return the values of a name, newest first.

        Raises ConfigurationError when there is none: without a signing secret nothing starts.
        """
        if self._secrets is None or self.elapsed() - self._read_at > KEPT_FOR_SECONDS:
            self._refresh()
        return self._values(name)

    def newest(self, name: str) -> str:
        return self.all_of(name)[0]

    def proven(self, name: str, check: Callable[[str], bool]) -> bool:
        """Whether any value passes the check; after a failure the secret is read once more.

        At most once a minute: a rotation is noticed at once, a stream of forgeries costs nothing.
        """
        if any([check(value) for value in self.all_of(name)]):  # noqa: C419 - all are tried, always
            return True
        if self.elapsed() - self._tried_at < READ_AGAIN_EVERY_SECONDS:
            return False
        self._refresh()
        return any(check(value) for value in self._values(name))

    def _values(self, name: str) -> tuple[str, ...]:
        values = (self._secrets or {}).get(name, ())
        if not values:
            raise ConfigurationError(f"the secret has no {name}")
        return values

    def _refresh(self) -> None:
        self._tried_at = self.elapsed()
        try:
            answer = self.client.get_secret_value(SecretId=self.secret_id)
        except (ClientError, BotoCoreError) as error:
            if self._secrets is None:
                raise StoreUnavailable("secrets_manager") from error
            return
        self._secrets = _parse(answer.get("SecretString", ""))
        self._read_at = self._tried_at


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
