"""The sentences that the line itself says, in the customer's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from warmline.domain.address import Channel
from warmline.domain.errors import ConfigurationError
from warmline.domain.handoff import Reason

FALLBACK_LANGUAGE = "en"


class Phrase(StrEnum):
    """Keys of `content/phrases/<language>.yaml` that use cases say, beside `handoff_<reason>`."""

    AI_LINE = "ai_line"
    WHILE_YOU_WAIT = "while_you_wait"
    CRISIS = "crisis"
    OPT_OUT_QUESTION = "opt_out_question"
    LINE_LEFT = "line_left"
    PLACE_IN_LINE = "place_in_line"
    PLACE_BEYOND = "place_beyond"
    WAIT_LATELY = "wait_lately"
    WAIT_LATELY_UNDER = "wait_lately_under"
    WAIT_LATELY_HOURS = "wait_lately_hours"
    WAIT_UNKNOWN = "wait_unknown"
    WAIT_LONGER = "wait_longer"
    PEOPLE_AWAY = "people_away"
    PEOPLE_AWAY_LONG = "people_away_long"
    LEAVE_CONTACT = "leave_contact"
    CONTACT_KEPT = "contact_kept"
    WHEN_TODAY = "when_today"
    WHEN_TOMORROW = "when_tomorrow"
    WHEN_WEEKDAY = "when_weekday"
    WHEN_DATE = "when_date"
    WHEN_NAMED_ZONE = "when_named_zone"
    WHEN_YOUR_ZONE = "when_your_zone"
    WEEKDAYS = "weekdays"
    AGENT_JOINED = "agent_joined"
    AGENT_LEASE_ENDED = "agent_lease_ended"
    AGENT_RELEASED = "agent_released"
    AGENT_TRANSFERRED = "agent_transferred"
    REOPENED = "reopened"
    HANDED_BACK = "handed_back"
    RESOLVED = "resolved"
    MESSAGE_WITHDRAWN = "message_withdrawn"
    CLOSED_IDLE = "closed_idle"
    OPTED_OUT = "opted_out"
    OPTED_IN = "opted_in"
    HELP = "help"


def handoff_phrase(reason: Reason) -> str:
    """The notice of a handoff: one for each reason code."""
    return f"handoff_{reason.value}"


@dataclass(frozen=True, slots=True)
class Phrases:
    """All phrases by language and key."""

    texts: Mapping[str, Mapping[str, str]]

    def say(self, key: str, language: str, channel: Channel | None = None, **values: str) -> str:
        """Return the phrase, in English where the language lacks it.

        A key with the channel's name at its end (`no_answer_sms`) goes before the plain one.
        Raises ConfigurationError for a key that no language has.
        """
        keys = [f"{key}_{channel.value}", key] if channel else [key]
        for known in (language.partition("-")[0], FALLBACK_LANGUAGE):
            for name in keys:
                text = self.texts.get(known, {}).get(name)
                if text is not None:
                    return text.format(**values)
        raise ConfigurationError(f"phrases: {key} is missing")
