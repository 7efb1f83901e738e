"""What agents pick instead of typing it: the deployer's own replies, with blanks filled in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self, cast

from warmline.domain.business_hours import WEEKDAYS, find_zone
from warmline.domain.card import alias
from warmline.domain.conversation import Head
from warmline.domain.policy import Policy

DESK_LANGUAGE = "en"


class _Blanks(dict[str, str]):
    """Says a blank that nobody fills in as it is written, rather than failing an agent."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


@dataclass(frozen=True, slots=True)
class CannedReply:
    """One reply: the title by which it is looked for, and its text in each language it has."""

    title: str
    texts: Mapping[str, str]

    def text_in(self, language: str) -> str:
        """The text in the customer's language, else in the desk's, else in whichever there is."""
        return (
            self.texts.get(language)
            or self.texts.get(language.partition("-")[0])
            or self.texts.get(DESK_LANGUAGE)
            or next(iter(self.texts.values()), "")
        )


@dataclass(frozen=True, slots=True)
class CannedReplies:
    """All of them, in the deployer's order; each goes by its place."""

    replies: tuple[CannedReply, ...] = ()

    @classmethod
    def read(cls, values: Sequence[Mapping[str, object]]) -> Self:
        """Read what the compiler of the content has checked."""
        return cls(
            tuple(
                CannedReply(str(one["title"]), cast("Mapping[str, str]", one["texts"]))
                for one in values
            )
        )

    def filled(self, place: int, head: Head, policy: Policy, now: datetime) -> str:
        """Return a reply for this case with its blanks filled in; "" for one that is not there."""
        if not 0 <= place < len(self.replies):
            return ""
        text = self.replies[place].text_in(head.language)
        return text.format_map(_Blanks(_blanks(head, policy, now)))


NO_REPLIES = CannedReplies()


def _blanks(head: Head, policy: Policy, now: datetime) -> dict[str, str]:
    known = {
        "agent": head.agent_name,
        "case": alias(head.id),
        "hours": _hours_today(policy, now),
    }
    return {name: value for name, value in known.items() if value}


def _hours_today(policy: Policy, now: datetime) -> str:
    """When people answer today, in the business's time zone; "" on a day without hours."""
    here = now.astimezone(find_zone(policy.time_zone))
    day = here.date().isoformat()
    usual = policy.hours.get(WEEKDAYS[here.weekday()], "")
    hours = "" if day in policy.holidays else policy.hours_on.get(day, usual)
    return f"{hours} ({here.tzname()})" if hours else ""
