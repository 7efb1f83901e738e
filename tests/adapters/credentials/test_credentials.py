"""The secret: read once, read again when one of its values fails, kept when it cannot be read."""

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

import pytest
from botocore.exceptions import ClientError, EndpointConnectionError, ReadTimeoutError

from warmline.adapters.credentials import (
    KEPT_FOR_SECONDS,
    READ_AGAIN_EVERY_SECONDS,
    Credentials,
    make_client,
)
from warmline.domain.errors import ConfigurationError, StoreUnavailable

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient

DENIED = ClientError(
    {"Error": {"Code": "AccessDeniedException", "Message": "no"}}, "GetSecretValue"
)
AWAY = (
    EndpointConnectionError(endpoint_url="https://secrets.example"),
    ReadTimeoutError(endpoint_url="https://secrets.example"),
    DENIED,
)


@dataclass
class Manager:
    """Secrets Manager with one secret, and a count of its readings."""

    text: str = field(default='{"key": "old"}', repr=False)
    failure: Exception | None = None
    readings: int = 0

    def get_secret_value(self, *, SecretId: str) -> dict[str, str]:  # noqa: N803 - the service's
        assert SecretId == "warmline"
        self.readings += 1
        if self.failure is not None:
            raise self.failure
        return {"SecretString": self.text}

    def rotate(self, *values: str) -> None:
        self.text = json.dumps({"key": list(values)})


@dataclass
class Process:
    """A process that has read the secret, and its clock."""

    manager: Manager = field(default_factory=Manager)
    now: float = 1.0

    def __post_init__(self) -> None:
        client = cast("SecretsManagerClient", self.manager)
        self.credentials = Credentials(client, "warmline", lambda: self.now)

    def proves(self, value: str) -> bool:
        """Whether a request that was signed with this value is accepted."""
        return self.credentials.proven("key", lambda one: one == value)


def test_the_secret_is_read_when_it_is_needed_and_not_at_every_request() -> None:
    process = Process()
    assert process.manager.readings == 0

    assert [process.proves("old") for _ in range(100)] == [True] * 100
    assert process.manager.readings == 1


def test_it_is_read_again_when_it_is_old() -> None:
    process = Process()
    process.proves("old")
    process.now += KEPT_FOR_SECONDS + 1

    process.proves("old")

    assert process.manager.readings == 2


@pytest.mark.fault(51)
def test_old_and_new_are_both_accepted_while_both_are_listed() -> None:
    process = Process()
    process.manager.rotate("new", "old")

    assert process.proves("new")
    assert process.proves("old")
    assert not process.proves("older")
    assert process.credentials.newest("key") == "new"


@pytest.mark.fault(51)
def test_a_rotation_is_noticed_at_the_first_request_that_was_signed_anew() -> None:
    process = Process()
    assert process.proves("old")
    process.now += 5
    process.manager.rotate("new", "old")

    assert process.proves("new")
    assert process.proves("old")
    assert process.manager.readings == 2


@pytest.mark.fault(51)
def test_a_stream_of_forgeries_reads_the_secret_once_a_minute() -> None:
    process = Process()
    for _ in range(READ_AGAIN_EVERY_SECONDS * 5):
        assert not process.proves("forged")
        process.now += 1

    # One when it was needed, then one a minute.
    assert process.manager.readings == 1 + 5


def test_forgeries_do_not_hide_a_rotation_for_longer_than_a_minute() -> None:
    process = Process()
    process.proves("forged")
    process.manager.rotate("new")
    process.now += READ_AGAIN_EVERY_SECONDS + 1

    assert process.proves("new")


@pytest.mark.fault(52)
@pytest.mark.parametrize("failure", AWAY, ids=lambda one: type(one).__name__)
def test_cold_and_without_secrets_manager_there_is_nothing_to_go_on_with(
    failure: Exception,
) -> None:
    process = Process(Manager(failure=failure))

    with pytest.raises(StoreUnavailable):
        process.proves("old")

    process.manager.failure = None
    assert process.proves("old")


@pytest.mark.fault(52)
@pytest.mark.parametrize("failure", AWAY, ids=lambda one: type(one).__name__)
def test_warm_and_without_secrets_manager_a_process_goes_on_past_the_age(
    failure: Exception,
) -> None:
    process = Process()
    process.proves("old")
    process.manager.failure = failure

    for _ in range(100):
        process.now += 60
        assert process.proves("old")


def test_while_secrets_manager_is_away_not_every_request_waits_for_it() -> None:
    process = Process()
    process.proves("old")
    process.manager.failure = AWAY[0]
    process.now += KEPT_FOR_SECONDS + 1

    for _ in range(200):
        process.proves("old")
        process.now += 0.1

    assert process.manager.readings == 2


def test_a_forgery_while_secrets_manager_is_away_is_just_refused() -> None:
    process = Process()
    process.proves("old")
    process.manager.failure = AWAY[0]

    assert not process.proves("forged")
    assert process.proves("old")


@pytest.mark.parametrize("text", ["", "{", "[1]", "5", "null"])
def test_a_secret_that_is_spoilt_stops_a_cold_process_and_no_warm_one(text: str) -> None:
    warm = Process()
    warm.proves("old")
    warm.manager.text = text
    warm.now += KEPT_FOR_SECONDS + 1
    cold = Process(Manager(text))

    assert warm.proves("old")
    with pytest.raises(ConfigurationError):
        cold.proves("old")


@pytest.mark.parametrize(
    "text", ["{}", '{"key": ""}', '{"key": []}', '{"key": [""]}', '{"key": 5}', '{"key": null}']
)
def test_a_value_that_is_missing_or_blank_fails_closed_and_is_named(text: str) -> None:
    process = Process(Manager(text))

    with pytest.raises(ConfigurationError, match="key"):
        process.proves("")


def test_a_provider_that_refuses_a_value_makes_it_read_anew_once_a_minute() -> None:
    process = Process()
    assert process.credentials.newest("key") == "old"
    process.manager.rotate("new")

    process.credentials.doubt()
    process.credentials.doubt()

    assert process.credentials.newest("key") == "new"
    assert process.manager.readings == 2


def test_no_value_shows_in_what_is_printed_of_it() -> None:
    process = Process(Manager('{"key": "very-secret"}'))
    process.proves("x")

    assert "very-secret" not in repr(process.credentials)


def test_the_client_gives_up_within_slacks_three_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-central-1")

    config: Any = make_client().meta.config

    attempts = config.retries["total_max_attempts"]
    assert attempts * (config.connect_timeout + config.read_timeout) <= 3
