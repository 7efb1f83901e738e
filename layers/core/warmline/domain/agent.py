"""The freelancers who claim and answer."""

from dataclasses import dataclass

from warmline.domain.errors import Refusal, Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """One person at the desk, by their Slack user id. Customers see `display_name`."""

    id: str
    display_name: str
    active: bool = True
    on_shift: bool = False
    lead: bool = False
    skills: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    limit: int = 0
    open_count: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCase:
    """One conversation that an agent holds now."""

    agent: str
    conversation: str
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkDone:
    """One conversation that an agent handled: what pay and scorecards are made of."""

    agent: str
    at: str
    conversation: str
    ended: str
    version: int = 0


def authorise(agent: Agent | None) -> Agent:
    """Return the agent. Raises Refused for a stranger and for somebody suspended, alike."""
    if agent is None or not agent.active:
        raise Refused(Refusal.NOT_AN_AGENT)
    return agent


def check_may_claim(agent: Agent, usual_limit: int) -> None:
    """Raise Refused unless the agent is on shift and under their limit."""
    if not agent.on_shift:
        raise Refused(Refusal.OFF_SHIFT)
    if agent.open_count >= (agent.limit or usual_limit):
        raise Refused(Refusal.AT_LIMIT)
