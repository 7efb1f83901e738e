"""What a lead sees of the desk in one look, and an agent of their own day."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta

from warmline.application.ports import Clock, ConversationStore
from warmline.application.roster import Roster
from warmline.domain.agent import Agent, ShiftEvent, authorise
from warmline.domain.business_hours import find_zone
from warmline.domain.conversation import Head
from warmline.domain.hours_worked import Worked, start_of_today, stretches, worked
from warmline.domain.policy import Policy
from warmline.domain.queueing import MAIN, Lane, lanes_of_team
from warmline.domain.states import State

MOST_COUNTED = 100
FIRST_CASES = 20
"""How many of the queue's first cases are read: the oldest wait is among them."""

MOST_HOLDERS = 50

READS_AT_ONCE = 8
LOOK_BACK = timedelta(days=7)
"""A shift that began before that has been forgotten, not worked."""


@dataclass(frozen=True, slots=True)
class Overview:
    """The desk now. `waiting` ends at `MOST_COUNTED`.

    `broken` counts what is past among the queue's first cases and those that agents hold.
    """

    agents: tuple[Agent, ...]
    waiting: int
    oldest: datetime | None
    broken: int
    first: tuple[Head, ...] = ()

    @property
    def on_shift(self) -> int:
        return sum(agent.active and agent.on_shift for agent in self.agents)


@dataclass(frozen=True, slots=True)
class SeeDesk:
    """Reads the whole desk for a lead. Raises Refused for anybody else."""

    store: ConversationStore
    policy: Policy
    clock: Clock
    roster: Roster

    def __call__(self, user: str) -> Overview:
        self.roster.authorise_lead(user)
        now, agents = self.clock(), self.roster.everyone()
        places = self.store.waiting(self._lanes(agents), limit=MOST_COUNTED)
        heads = self._heads(place.conversation for place in places[:FIRST_CASES])
        first = [head for head in heads if head.state is State.WAITING]
        held = self._heads(self._held_by(agents))
        return Overview(
            agents=tuple(agents),
            waiting=min(len(places), MOST_COUNTED),
            oldest=min((head.waiting_since for head in first if head.waiting_since), default=None),
            broken=sum(is_broken(head, now) for head in (*first, *held)),
            first=tuple(first),
        )

    def _lanes(self, agents: Iterable[Agent]) -> list[Lane]:
        """Every team's lanes, and those of agents for whom a case may be kept."""
        teams = dict.fromkeys((MAIN, *self.policy.teams))
        return [
            *(lane for team in teams for lane in lanes_of_team(team, self.policy)),
            *(Lane(agent=agent.id) for agent in agents if agent.available),
        ]

    def _held_by(self, agents: Iterable[Agent]) -> list[str]:
        holders = [agent.id for agent in agents if agent.open_count][:MOST_HOLDERS]
        with ThreadPoolExecutor(READS_AT_ONCE) as pool:
            found = list(pool.map(self.store.open_cases, holders))
        return [case.conversation for cases in found for case in cases]

    def _heads(self, conversations: Iterable[str]) -> list[Head]:
        with ThreadPoolExecutor(READS_AT_ONCE) as pool:
            heads = list(pool.map(self.store.find_head, conversations))
        return [head for head in heads if head is not None]


@dataclass(frozen=True, slots=True)
class Day:
    """An agent, and what they did since midnight in the desk's time zone."""

    agent: Agent
    worked: Worked
    cases: int
    since: datetime | None
    """When they came to where they are now: on shift, or on their break."""


@dataclass(frozen=True, slots=True)
class MyDay:
    """Reads an agent's own day. Raises Refused for who is none."""

    store: ConversationStore
    policy: Policy
    clock: Clock
    find_agent: Callable[[str], Agent | None]

    def __call__(self, user: str) -> Day:
        agent, now = authorise(self.find_agent(user)), self.clock()
        today = start_of_today(now, find_zone(self.policy.time_zone))
        events = self.store.shift_events(agent.id, since=today - LOOK_BACK)
        done = self.store.work_done(agent.id, since=today)
        return Day(
            agent=agent,
            worked=worked(one.since(today) for one in stretches(events, now) if one.end > today),
            cases=len({one.conversation for one in done}),
            since=_since(agent, events),
        )


def _since(agent: Agent, events: list[ShiftEvent]) -> datetime | None:
    return events[-1].at if events and agent.on_shift else None


def is_broken(head: Head, now: datetime) -> bool:
    """Whether what this customer was promised is past: a person, or that person's first words."""
    promised_at = head.marks.promised_at
    return promised_at is not None and promised_at <= now
