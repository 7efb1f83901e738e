"""What `warmline up` reads from the environment, once, with obviously made-up values for the rest.

The names are the contract's: a key of the ready line is given by the same word in capitals.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from deployer.errors import CannotContinue

DEFAULT_PORT = 4566
DEFAULT_MODEL = "gpt-5.4-mini"
PACES = MappingProxyType(
    {
        "WARMLINE_LEASE_SECONDS": "lease_seconds",
        "WARMLINE_QUIET_SECONDS": "quiet_seconds",
        "WARMLINE_UNDO_SECONDS": "undo_seconds",
        "WARMLINE_IDLE_SECONDS": "idle_seconds",
        "WARMLINE_SWEEP_SECONDS": "sweep_seconds",
    }
)


@dataclass(frozen=True, slots=True)
class Credentials:
    """What the secret holds; every value may be given by the environment."""

    twilio_account_sid: str
    twilio_auth_token: str
    slack_signing_secret: str
    slack_bot_token: str
    openai_api_key: str
    session_key: str
    identity_key: str


@dataclass(frozen=True, slots=True)
class Names:
    """The ids that the outside world gave us, made up unless the environment says otherwise."""

    phone_number: str
    slack_team: str
    slack_app: str
    desk_channel: str
    chat_origin: str


@dataclass(frozen=True, slots=True)
class LocalSettings:
    """Everything that one local stack can be told."""

    port: int
    credentials: Credentials
    names: Names
    slack_api_url: str | None
    twilio_api_url: str | None
    tools_base_url: str | None
    openai_base_url: str | None
    openai_model: str | None
    agents: tuple[str, ...]
    lead: str | None
    paces: Mapping[str, float]
    policy: Mapping[str, object] = field(default_factory=dict)

    @property
    def asks_model(self) -> bool:
        return bool(self.openai_model and self.credentials.openai_api_key)

    @property
    def sweep_seconds(self) -> float | None:
        return self.paces.get("sweep_seconds")

    @property
    def policy_overrides(self) -> dict[str, object]:
        """What is laid over content/policy.yaml; the sweep's pace is the schedule's affair."""
        laid: dict[str, object] = {
            name: value for name, value in self.paces.items() if name != "sweep_seconds"
        }
        if "quiet_seconds" in laid:  # whoever names the pause means each of them
            laid["unfinished_seconds"] = laid["quiet_seconds"]
        return laid | dict(self.policy)


def read_settings(environment: Mapping[str, str]) -> LocalSettings:
    """Read the environment, or raise with the name of the value that makes no sense."""
    return LocalSettings(
        port=_read_port(environment),
        credentials=_read_credentials(environment),
        names=Names(
            phone_number=environment.get("PHONE_NUMBER", "+15550006789"),
            slack_team=environment.get("SLACK_TEAM", "T0SANDBOX01"),
            slack_app=environment.get("SLACK_APP", "A0SANDBOX01"),
            desk_channel=environment.get("DESK_CHANNEL", "C0SANDDESK1"),
            chat_origin=environment.get("CHAT_ORIGIN", "http://shop.localhost:8000"),
        ),
        slack_api_url=environment.get("SLACK_API_URL") or None,
        twilio_api_url=environment.get("TWILIO_API_URL") or None,
        tools_base_url=environment.get("TOOLS_BASE_URL") or None,
        openai_base_url=environment.get("OPENAI_BASE_URL") or None,
        openai_model=environment.get("OPENAI_MODEL") or _model_for(environment),
        agents=split_ids(environment.get("WARMLINE_AGENTS", "")),
        lead=environment.get("WARMLINE_LEAD", "").strip() or None,
        paces=_read_paces(environment),
        policy=_read_policy(environment.get("WARMLINE_POLICY", "")),
    )


def split_ids(text: str) -> tuple[str, ...]:
    """Split a comma-separated list, blanks and repetitions left out."""
    return tuple(dict.fromkeys(word.strip() for word in text.split(",") if word.strip()))


def _model_for(environment: Mapping[str, str]) -> str | None:
    """Return a model for whoever gives a key and names none."""
    return DEFAULT_MODEL if environment.get("OPENAI_API_KEY") else None


def _read_credentials(environment: Mapping[str, str]) -> Credentials:
    return Credentials(
        twilio_account_sid=environment.get("TWILIO_ACCOUNT_SID", "AC" + "5a" * 16),
        twilio_auth_token=environment.get("TWILIO_AUTH_TOKEN", "sandbox-twilio-auth-token"),
        slack_signing_secret=environment.get(
            "SLACK_SIGNING_SECRET", "sandbox-slack-signing-secret"
        ),
        slack_bot_token=environment.get("SLACK_BOT_TOKEN", "xoxb-sandbox-bot-token"),
        openai_api_key=environment.get("OPENAI_API_KEY", ""),
        session_key=environment.get("SESSION_KEY", "sandbox-session-key-not-for-real-use"),
        identity_key=environment.get("IDENTITY_KEY", "sandbox-identity-key-not-for-real-use"),
    )


def _read_port(environment: Mapping[str, str]) -> int:
    text = environment.get("WARMLINE_PORT", str(DEFAULT_PORT))
    if not text.isdecimal() or not 0 < int(text) < 2**16:
        raise CannotContinue(f"WARMLINE_PORT must be a port number, not {text!r}.")
    return int(text)


def _read_paces(environment: Mapping[str, str]) -> Mapping[str, float]:
    given = {name: environment[name] for name in PACES if environment.get(name)}
    return MappingProxyType({PACES[name]: _read_seconds(name, given[name]) for name in given})


def _read_policy(text: str) -> Mapping[str, object]:
    """Read what else is to be laid over content/policy.yaml: one JSON object."""
    try:
        values = json.loads(text or "{}")
    except ValueError:
        values = None
    if not isinstance(values, dict):
        raise CannotContinue("WARMLINE_POLICY must be a JSON object of rules.")
    return MappingProxyType(values)


def _read_seconds(name: str, text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1
    if not 0 <= seconds < 10**9:
        raise CannotContinue(f"{name} must be a number of seconds, not {text!r}.")
    return seconds
