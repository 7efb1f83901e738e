"""`warmline secrets` against Secrets Manager as moto plays it."""

import json
from collections.abc import Iterator

import boto3
import pytest
from click.testing import CliRunner, Result
from moto import mock_aws
from mypy_boto3_secretsmanager.client import SecretsManagerClient

from deployer.main import warmline

TOKENS = {
    "slack_bot_token": "xoxb-first-token",
    "slack_signing_secret": "signing-secret-1",
    "twilio_account_sid": "AC" + "0" * 32,
    "twilio_auth_token": "auth-token-1",
    "openai_api_key": "",
}
TYPED = "".join(f"{value}\n" for value in TOKENS.values())


@pytest.fixture
def secrets_manager(monkeypatch: pytest.MonkeyPatch) -> Iterator[SecretsManagerClient]:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "made-up")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "made-up")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-central-1")
    with mock_aws():
        yield boto3.client("secretsmanager")


def ask(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(warmline, ["secrets", *arguments], input=typed)


def stored(client: SecretsManagerClient, name: str = "warmline") -> dict[str, object]:
    values: dict[str, object] = json.loads(client.get_secret_value(SecretId=name)["SecretString"])
    return values


def test_the_first_run_asks_for_every_token_and_makes_both_keys(
    secrets_manager: SecretsManagerClient,
) -> None:
    result = ask("--name", "shop/live", typed=TYPED)

    values = stored(secrets_manager, "shop/live")
    assert result.exit_code == 0
    assert {key: values[key] for key in TOKENS} == TOKENS
    assert len(str(values["session_key"])) >= 40
    assert len(str(values["identity_key"])) >= 40
    assert values["session_key"] != values["identity_key"]


def test_no_value_is_ever_shown(secrets_manager: SecretsManagerClient) -> None:
    output = ask(typed=TYPED).output + ask("--rotate", "session_key").output

    hidden = {key: value for key, value in TOKENS.items() if key != "twilio_account_sid" and value}
    made = stored(secrets_manager)
    assert not [key for key, value in hidden.items() if value in output]
    assert not [key for key in ("session_key", "identity_key") if str(made[key]) in output]


def test_a_second_run_asks_nothing_and_changes_nothing(
    secrets_manager: SecretsManagerClient,
) -> None:
    ask(typed=TYPED)
    before = stored(secrets_manager)

    result = ask()

    assert result.exit_code == 0
    assert "Nothing to do" in result.output
    assert stored(secrets_manager) == before


def test_only_what_is_missing_is_asked_for(secrets_manager: SecretsManagerClient) -> None:
    secrets_manager.create_secret(
        Name="warmline", SecretString=json.dumps(TOKENS | {"session_key": "kept-key"})
    )

    result = ask()

    assert result.exit_code == 0
    assert "Saved in warmline: identity_key." in result.output
    assert stored(secrets_manager)["session_key"] == "kept-key"


def test_a_rotated_signing_value_comes_first_and_the_former_one_stays(
    secrets_manager: SecretsManagerClient,
) -> None:
    ask(typed=TYPED)

    ask("--rotate", "slack_signing_secret", typed="signing-secret-2\n")
    assert stored(secrets_manager)["slack_signing_secret"] == [
        "signing-secret-2",
        "signing-secret-1",
    ]

    ask("--rotate", "slack_signing_secret", typed="signing-secret-3\n")
    assert stored(secrets_manager)["slack_signing_secret"] == [
        "signing-secret-3",
        "signing-secret-2",
    ]


def test_a_token_that_signs_nothing_is_replaced(secrets_manager: SecretsManagerClient) -> None:
    ask(typed=TYPED)

    ask("--rotate", "slack_bot_token", typed="xoxb-second-token\n")

    assert stored(secrets_manager)["slack_bot_token"] == "xoxb-second-token"


def test_retiring_ends_a_rotation(secrets_manager: SecretsManagerClient) -> None:
    ask(typed=TYPED)
    ask("--rotate", "identity_key")
    both = stored(secrets_manager)["identity_key"]

    ask("--retire", "identity_key")

    assert isinstance(both, list)
    assert stored(secrets_manager)["identity_key"] == both[0]


def test_a_value_of_the_wrong_form_is_asked_for_again(
    secrets_manager: SecretsManagerClient,
) -> None:
    result = ask(typed="xoxp-a-user-token\n" + TYPED)

    assert "Please try again" in result.output
    assert stored(secrets_manager)["slack_bot_token"] == "xoxb-first-token"


def test_a_secret_of_someone_else_is_left_alone(secrets_manager: SecretsManagerClient) -> None:
    secrets_manager.create_secret(Name="warmline", SecretString="not json")

    result = ask(typed=TYPED)

    assert result.exit_code == 1
    assert "is not a JSON object" in result.output
    answer = secrets_manager.get_secret_value(SecretId="warmline")
    assert answer["SecretString"] == "not json"


def test_a_refusal_by_aws_is_one_sentence(secrets_manager: SecretsManagerClient) -> None:
    secrets_manager.create_secret(Name="warmline", SecretString=json.dumps(TOKENS))
    secrets_manager.delete_secret(SecretId="warmline", RecoveryWindowInDays=7)

    result = ask(typed=TYPED)

    assert result.exit_code == 1
    assert "AWS refused the secret warmline" in result.output
    assert "Traceback" not in result.output
