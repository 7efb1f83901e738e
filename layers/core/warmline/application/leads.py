"""What leads do: who is an agent, under which name, for what; and who is not any more."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from warmline.application.ports import Clock, ConversationStore
from warmline.application.retrying import Patience
from warmline.application.roster import Roster
from warmline.application.shifts import shift_writes, shifted
from warmline.domain.agent import Agent, ShiftChange
from warmline.domain.errors import Refusal, Refused
from warmline.domain.policy import Policy
from warmline.domain.queueing import MAIN
from warmline.domain.writes import Put, Write

type Step = tuple[Agent, list[Write]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a lead says of an agent. Customers see the display name. No limit is the usual one."""

    display_name: str
    team: str = ""
    skills: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    limit: int = 0
    lead: bool = False

    def given_to(self, agent: Agent) -> Agent:
        return replace(
            agent,
            display_name=self.display_name,
            team="" if self.team == MAIN else self.team,
            skills=self.skills,
            languages=self.languages,
            limit=self.limit,
            lead=self.lead,
        )


def profile_of(agent: Agent) -> Profile:
    return Profile(
        display_name=agent.display_name,
        team=agent.team,
        skills=agent.skills,
        languages=agent.languages,
        limit=agent.limit,
        lead=agent.lead,
    )


@dataclass(frozen=True, slots=True)
class Leads:
    """Adds, changes, suspends and restores agents; each takes effect on their next press.

    Every method returns the agent as they are then, and raises Refused for who is no lead. A lead
    can neither suspend themselves nor stop being one: another must do that, so there is one left.
    """

    store: ConversationStore
    policy: Policy
    clock: Clock
    patience: Patience
    roster: Roster

    def add(self, lead: str, user: str, profile: Profile) -> Agent:
        """Make this person an agent, off shift; one who was suspended is one again."""

        def step(before: Agent, _now: datetime) -> Step:
            after = replace(profile.given_to(before), active=True)
            return after, [Put(after)]

        self._check(lead, user, profile)
        return self._step(lead, user, step, fresh=Agent(id=user, display_name=""))

    def change(self, lead: str, user: str, profile: Profile) -> Agent:
        """Say something else of an agent; their shift and their cases stay."""

        def step(before: Agent, _now: datetime) -> Step:
            after = profile.given_to(before)
            return after, [Put(after)]

        self._check(lead, user, profile)
        return self._step(lead, user, step)

    def suspend(self, lead: str, user: str) -> Agent:
        """Take the desk from them at once; what they hold goes back to the queue."""

        def step(before: Agent, now: datetime) -> Step:
            after = shifted(before, ShiftChange.SUSPENDED, now)
            return after, shift_writes(after, ShiftChange.SUSPENDED, now, by=lead)

        if lead == user:
            raise Refused(Refusal.NOT_YOURSELF)
        return self._step(lead, user, step)

    def restore(self, lead: str, user: str) -> Agent:
        """Give the desk back; they come on shift by themselves."""

        def step(before: Agent, _now: datetime) -> Step:
            after = replace(before, active=True)
            return after, [Put(after)]

        return self._step(lead, user, step)

    def _check(self, lead: str, user: str, profile: Profile) -> None:
        if profile.team not in {"", MAIN, *self.policy.teams}:
            raise Refused(Refusal.NO_SUCH_TEAM)
        if lead == user and not profile.lead:
            raise Refused(Refusal.NOT_YOURSELF)

    def _step(
        self,
        lead: str,
        user: str,
        step: Callable[[Agent, datetime], Step],
        *,
        fresh: Agent | None = None,
    ) -> Agent:
        def decide() -> Agent:
            self.roster.authorise_lead(lead)
            before = self.roster.find(user) or fresh
            if before is None:
                raise Refused(Refusal.NO_SUCH_AGENT)
            after, writes = step(before, self.clock())
            if after != before:
                self.store.commit(writes)
            return after

        return self.patience.until_committed(decide)
