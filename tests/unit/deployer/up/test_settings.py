"""What `warmline up` makes of the environment."""

import pytest

from deployer.errors import CannotContinue
from deployer.up.settings import read_settings


def test_an_empty_environment_gives_made_up_values() -> None:
    settings = read_settings({})

    assert settings.port == 4566
    assert settings.agents == ()
    assert settings.lead is None
    assert settings.slack_api_url is None
    assert settings.policy_overrides == {}
    assert settings.credentials.openai_api_key == ""


def test_every_id_and_credential_of_the_ready_line_can_be_given() -> None:
    given = {
        "TWILIO_ACCOUNT_SID": "AC1",
        "TWILIO_AUTH_TOKEN": "token",
        "PHONE_NUMBER": "+441",
        "SLACK_SIGNING_SECRET": "secret",
        "SLACK_BOT_TOKEN": "xoxb-1",
        "SLACK_TEAM": "T1",
        "SLACK_APP": "A1",
        "DESK_CHANNEL": "C1",
        "CHAT_ORIGIN": "http://shop",
        "IDENTITY_KEY": "key",
    }

    settings = read_settings(given)

    assert settings.credentials.twilio_account_sid == "AC1"
    assert settings.credentials.twilio_auth_token == "token"
    assert settings.credentials.slack_signing_secret == "secret"
    assert settings.credentials.slack_bot_token == "xoxb-1"
    assert settings.credentials.identity_key == "key"
    assert settings.names.phone_number == "+441"
    assert settings.names.slack_team == "T1"
    assert settings.names.slack_app == "A1"
    assert settings.names.desk_channel == "C1"
    assert settings.names.chat_origin == "http://shop"


def test_agents_are_separated_by_commas() -> None:
    settings = read_settings({"WARMLINE_AGENTS": " U1, U2,,U1 ", "WARMLINE_LEAD": " U3 "})

    assert settings.agents == ("U1", "U2")
    assert settings.lead == "U3"


def test_short_times_are_laid_over_the_policy_and_the_sweeps_pace_is_not() -> None:
    settings = read_settings(
        {
            "WARMLINE_LEASE_SECONDS": "5",
            "WARMLINE_QUIET_SECONDS": "0",
            "WARMLINE_UNDO_SECONDS": "0.5",
            "WARMLINE_IDLE_SECONDS": "30",
            "WARMLINE_SWEEP_SECONDS": "2",
        }
    )

    assert settings.policy_overrides == {
        "lease_seconds": 5,
        "quiet_seconds": 0,
        "unfinished_seconds": 0,
        "undo_seconds": 0.5,
        "idle_seconds": 30,
    }
    assert settings.sweep_seconds == 2


@pytest.mark.parametrize("text", ["soon", "-1", "nan", "inf", "1e12"])
def test_a_time_that_is_none_is_named(text: str) -> None:
    with pytest.raises(CannotContinue, match="WARMLINE_LEASE_SECONDS must be a number"):
        read_settings({"WARMLINE_LEASE_SECONDS": text})


@pytest.mark.parametrize("text", ["http", "0", "65536", "-1", "4566.0"])
def test_a_port_that_is_none_is_named(text: str) -> None:
    with pytest.raises(CannotContinue, match="WARMLINE_PORT must be a port number"):
        read_settings({"WARMLINE_PORT": text})


def test_whoever_gives_a_key_and_names_no_model_gets_one() -> None:
    assert read_settings({}).openai_model is None
    assert read_settings({"OPENAI_API_KEY": "sk-1"}).openai_model
    assert read_settings({"OPENAI_API_KEY": "sk-1", "OPENAI_MODEL": "m"}).openai_model == "m"


def test_any_rule_can_be_laid_over_the_policy() -> None:
    settings = read_settings({"WARMLINE_POLICY": '{"budget_tokens_day": 9, "quiet_seconds": 2}'})

    assert settings.policy_overrides == {"budget_tokens_day": 9, "quiet_seconds": 2}


@pytest.mark.parametrize("text", ["no", "[1]", "7"])
def test_rules_that_are_none_are_named(text: str) -> None:
    with pytest.raises(CannotContinue, match="WARMLINE_POLICY must be a JSON object"):
        read_settings({"WARMLINE_POLICY": text})
