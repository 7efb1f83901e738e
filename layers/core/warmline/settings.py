"""Each function's environment, read once into a typed object. Nothing else reads it."""

import json
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from typing import get_type_hints

from warmline.domain.errors import ConfigurationError


@dataclass(frozen=True, slots=True, kw_only=True)
class SmsWebhookSettings:
    """Environment of `sms_webhook`. PUBLIC_BASE_URL may be empty: then the request tells it."""

    table_name: str
    credentials_secret: str
    public_base_url: str = ""
    phone_numbers: tuple[str, ...]
    policy_overrides: dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class SlackWebhookSettings:
    """Environment of `slack_webhook`."""

    table_name: str
    credentials_secret: str
    slack_api_url: str
    slack_team: str
    slack_app: str
    desk_channel: str
    first_lead: str = ""
    policy_overrides: dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class WebChatSettings:
    """Environment of `web_chat`.

    PUBLIC_BASE_URL may be empty where nobody sends files: their links begin with it.
    """

    table_name: str
    credentials_secret: str
    chat_origins: tuple[str, ...]
    websocket_url: str
    sockets_endpoint_url: str
    public_base_url: str = ""
    files_bucket: str = ""
    policy_overrides: dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchChangesSettings:
    """Environment of `dispatch_changes`."""

    turns_queue_url: str
    deliveries_queue_url: str
    wakeups_queue_url: str
    policy_overrides: dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeTurnSettings:
    """Environment of `take_turn`. MEANING is "on" where the model's layer is there.

    OPENAI_MODEL may be empty: then the embedded answerer answers.
    """

    table_name: str
    credentials_secret: str
    turns_queue_url: str
    deliveries_queue_url: str
    wakeups_queue_url: str
    sockets_endpoint_url: str
    openai_base_url: str
    openai_model: str = ""
    tools_base_url: str = ""
    meaning: str = "off"
    policy_overrides: dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliverMessageSettings:
    """Environment of `deliver_message`."""

    table_name: str
    credentials_secret: str
    deliveries_queue_url: str
    slack_api_url: str
    twilio_api_url: str
    public_base_url: str
    messaging_service_sid: str = ""
    desk_channel: str
    sockets_endpoint_url: str
    tools_base_url: str = ""
    openai_base_url: str = ""
    openai_model: str = ""
    files_bucket: str = ""
    policy_overrides: dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class SweepDeadlinesSettings:
    """Environment of `sweep_deadlines`."""

    table_name: str
    turns_queue_url: str
    deliveries_queue_url: str
    wakeups_queue_url: str
    sockets_endpoint_url: str
    first_lead: str = ""
    policy_overrides: dict[str, object]


def read_settings[S](kind: type[S], environment: Mapping[str, str]) -> S:
    """Read the settings of one function.

    A list is given with commas, an object as JSON. Raises ConfigurationError that names what is
    missing or malformed, never its value.
    """
    types = get_type_hints(kind)
    values: dict[str, object] = {}
    for field in fields(kind):  # type: ignore[arg-type]  # every settings class is a dataclass
        name = field.name.upper()
        given = environment.get(name, "")
        if not given and field.default is not MISSING:
            continue
        values[field.name] = _parse(name, given, types[field.name])
    return kind(**values)


def _parse(name: str, given: str, kind: object) -> object:
    if kind == dict[str, object]:
        return _parse_object(name, given or "{}")
    if not given:
        raise ConfigurationError(f"{name} is not set")
    if kind == tuple[str, ...]:
        return tuple(part.strip() for part in given.split(",") if part.strip())
    return given


def _parse_object(name: str, given: str) -> dict[str, object]:
    try:
        value = json.loads(given)
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise ConfigurationError(f"{name} is not a JSON object")
    return value
