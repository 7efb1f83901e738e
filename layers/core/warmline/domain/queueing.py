"""Where a case waits, and who looks there: lanes of a team, by language and by skill.

A lane's order is by *effective since*: when the wait began, less the head starts. Waiting moves
nobody up or down any more, so it is a fixed key of the index: linear ageing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from warmline.domain.agent import Agent
from warmline.domain.conversation import Head
from warmline.domain.errors import Refusal, Refused
from warmline.domain.handoff import Reason
from warmline.domain.policy import Policy
from warmline.domain.signals import Signal

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


def skill_for(reason: Reason, signals: Iterable[Signal], policy: Policy) -> str:
    """Return the skill that the first of a case's topics or reasons needs; "" if none does."""
    told = (name for one in signals if one.fires for name in (one.topic, one.code.value))
    needed = (policy.skills.get(name, "") for name in (*told, reason.value) if name)
    return next(filter(None, needed), "")


def language_needed(language: str, policy: Policy) -> str:
    """Return the language that an agent should have; "" if nobody is listed for it."""
    spoken = language.partition("-")[0].lower()
    return spoken if spoken in policy.languages else ""


def is_widened(head: Head, now: datetime) -> bool:
    """Whether it has waited so long that skill and language no longer matter."""
    return head.marks.widen_at is not None and head.marks.widen_at <= now


def check_waits_for(head: Head, agent: Agent, now: datetime) -> None:
    """Raise Refused unless a waiting case is one for this agent.

    While it is kept for one person, it is theirs, whatever else it needs: a colleague chose them.
    """
    if head.reserved_until is not None and head.reserved_until > now:
        if head.reserved_for != agent.id:
            raise Refused(Refusal.RESERVED, holder_id=head.reserved_for)
        return
    if (head.team or MAIN) != (agent.team or MAIN):
        raise Refused(Refusal.OTHER_TEAM)
    if is_widened(head, now):
        return
    if head.skill and head.skill not in agent.skills:
        raise Refused(Refusal.MISSING_SKILL)
    if head.needs_language and head.needs_language not in agent.languages:
        raise Refused(Refusal.MISSING_LANGUAGE)


def lanes_of_team(team: str, policy: Policy) -> list[Lane]:
    """Return every lane that cases of a team may be in, reservations aside."""
    return [
        Lane(team=team or MAIN, language=language, skill=skill)
        for language in _each(policy.languages)
        for skill in _each(policy.skills.values())
    ]


def _each(names: Iterable[str]) -> list[str]:
    return [ANY, *dict.fromkeys(name for name in names if name)]
