"""Where a case waits, and who looks there: lanes of a team, by language and by skill.

A lane's order is by *effective since*: when the wait began, less the head starts. Waiting moves
nobody up or down any more, so it is a fixed key of the index: linear ageing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from warmline.domain.agent import Agent
from warmline.domain.conversation import Head
from warmline.domain.policy import Policy

MAIN = "main"
ANY = "any"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One line of cases: a team's, for a language and a skill or for any; or one agent's own."""

    team: str = MAIN
    language: str = ANY
    skill: str = ANY
    agent: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """One case in the queue, and since when it counts as waiting."""

    since: datetime
    conversation: str


def lane_of(head: Head) -> Lane:
    """Return where this case waits."""
    if head.reserved_for:
        return Lane(agent=head.reserved_for)
    return Lane(
        team=head.team or MAIN, language=head.needs_language or ANY, skill=head.skill or ANY
    )


def lanes_for(agent: Agent) -> list[Lane]:
    """Return every lane that this agent may take from; their own first."""
    return [
        Lane(agent=agent.id),
        *(
            Lane(team=agent.team or MAIN, language=language, skill=skill)
            for language in _each(agent.languages)
            for skill in _each(agent.skills)
        ),
    ]


def lanes_of_team(team: str, policy: Policy) -> list[Lane]:
    """Return every lane that cases of a team may be in, reservations aside."""
    return [
        Lane(team=team or MAIN, language=language, skill=skill)
        for language in _each(policy.languages)
        for skill in _each(policy.skills.values())
    ]


def _each(names: Iterable[str]) -> list[str]:
    return [ANY, *dict.fromkeys(name for name in names if name)]
