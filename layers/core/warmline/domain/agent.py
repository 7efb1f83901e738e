"""The freelancers who claim and answer."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from warmline.domain.errors import Refusal, Refused

LONGEST_NAME = 40
"""Characters of a display name: it is part of notices by SMS, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """One person at the desk, by their Slack user id. Customers see `display_name`.

    Who is on a break is on shift, keeps their cases and takes no new one. `returning_at` is set
    while their cases are to go back to the queue: they went off shift, or were suspended.
    """

    id: str
    display_name: str
    active: bool = True
    on_shift: bool = False
    on_break: bool = False
    lead: bool = False
    team: str = ""
    skills: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    limit: int = 0
    open_count: int = 0
    returning_at: datetime | None = None
    version: int = 0

    @property
    def available(self) -> bool:
        """Whether they may be given cases, and pinged."""
        return self.active and self.on_shift and not self.on_break


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCase:
    """One conversation that an agent holds now."""

    agent: str
    conversation: str
    version: int = 0


class ShiftChange(StrEnum):
    """What an agent said of their shift, or a lead for them."""

    ON = "on"
    BREAK = "break"
    OFF = "off"
    SUSPENDED = "suspended"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftEvent:
    """One change of an agent's shift: what the hours worked are made of. Never changed."""

    agent: str
    at: datetime
    what: ShiftChange
    by: str
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkDone:
    """One conversation that an agent handled: what pay and scorecards are made of."""

    agent: str
    at: str
    conversation: str
    ended: str
    version: int = 0


def tidy_name(given: str) -> str:
    """Return a name as customers may see it; "" for one that is empty, too long or hides signs."""
    name = " ".join(given.split())
    return name if len(name) <= LONGEST_NAME and name.isprintable() else ""


def authorise(agent: Agent | None) -> Agent:
    """Return the agent. Raises Refused for a stranger and for somebody suspended, alike."""
    if agent is None or not agent.active:
        raise Refused(Refusal.NOT_AN_AGENT)
    return agent


def check_may_claim(agent: Agent, usual_limit: int) -> None:
    """Raise Refused unless the agent is on shift and under their limit."""
    if not agent.on_shift:
        raise Refused(Refusal.OFF_SHIFT)
    if agent.on_break:
        raise Refused(Refusal.ON_BREAK)
    if agent.open_count >= (agent.limit or usual_limit):
        raise Refused(Refusal.AT_LIMIT)
