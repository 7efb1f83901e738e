"""The one secret that a deployment reads: what is in it, and what makes a value well formed."""

import json
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from deployer.errors import CannotContinue

type Value = str | list[str]

KEPT_IN_ROTATION = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of the secret: how a person is asked for it, or that we make it."""

    key: str
    question: str = ""
    form: str = r"\S{8,}"
    is_signing: bool = False
    is_hidden: bool = True

    @property
    def is_made_by_us(self) -> bool:
        return not self.question

    def accepts(self, text: str) -> bool:
        """Tell whether a text can be this value at all."""
        return re.fullmatch(self.form, text) is not None


ENTRIES = {
    entry.key: entry
    for entry in (
        Entry("slack_bot_token", "Slack bot token (xoxb-...)", r"xoxb-\S+"),
        Entry("slack_signing_secret", "Slack signing secret", is_signing=True),
        Entry(
            "twilio_account_sid",
            "Twilio account SID (AC...)",
            r"AC[0-9a-fA-F]{32}",
            is_hidden=False,
        ),
        Entry("twilio_auth_token", "Twilio auth token", is_signing=True),
        Entry("openai_api_key", "OpenAI API key (empty: answers without a model)", r"\S*"),
        Entry("session_key", is_signing=True),
        Entry("identity_key", is_signing=True),
    )
}


def complete(
    current: Mapping[str, Value], ask: Callable[[Entry], str], renew: frozenset[str] = frozenset()
) -> dict[str, Value]:
    """Return the secret with what was missing or is to be renewed asked for or made."""
    values = dict(current)
    for entry in ENTRIES.values():
        if entry.key in values and entry.key not in renew:
            continue
        value = secrets.token_urlsafe(32) if entry.is_made_by_us else ask(entry)
        values[entry.key] = rotated(value, values.get(entry.key)) if entry.is_signing else value
    return values


def rotated(newest: str, former: Value | None) -> Value:
    """Put a new signing value before the last one, so that both are accepted for a while."""
    older = [former] if isinstance(former, str) else former or []
    kept = list(dict.fromkeys([newest, *(value for value in older if value)]))[:KEPT_IN_ROTATION]
    return kept if len(kept) > 1 else newest


def retired(current: Mapping[str, Value], keys: frozenset[str]) -> dict[str, Value]:
    """Return the secret with only the newest value left under some keys."""
    return {
        key: value[0] if key in keys and isinstance(value, list) and value else value
        for key, value in current.items()
    }


def parse(text: str, name: str) -> dict[str, Value]:
    """Read a stored secret, or raise a sentence if it is not one of ours."""
    try:
        stored = json.loads(text)
    except ValueError:
        stored = None
    if not isinstance(stored, dict) or not all(_is_value(value) for value in stored.values()):
        raise CannotContinue(
            f"The secret {name} exists, but is not a JSON object of texts: is the name right?"
        )
    return stored


def _is_value(value: object) -> bool:
    if isinstance(value, list):
        return all(isinstance(part, str) for part in value)
    return isinstance(value, str)
