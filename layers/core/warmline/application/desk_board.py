"""What an agent asks of the desk before they act: their cases, the queue, who could take over."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from warmline.application.change import House
from warmline.application.holding import check_holder
from warmline.application.ports import Clock, ConversationStore
from warmline.domain.agent import Agent, authorise
from warmline.domain.conversation import Head
from warmline.domain.errors import Refusal, Refused
from warmline.domain.queueing import MAIN, Lane, lanes_for, lanes_of_team
from warmline.domain.states import State

MOST_COUNTED = 100
FIRST_CASES = 10
SOON = timedelta(seconds=5)
"""Clocks differ a little: who has just come counts too."""


@dataclass(frozen=True, slots=True)
class QueueSeen:
    """The queue as one agent may take from it, in its order. `count` ends at `MOST_COUNTED`."""

    count: int
    first: tuple[Head, ...]

    @property
    def more(self) -> bool:
        return self.count >= MOST_COUNTED

    @property
    def oldest(self) -> datetime | None:
        """Since when the one waits that has waited longest, head starts aside."""
        return min((head.waiting_since for head in self.first if head.waiting_since), default=None)


@dataclass(frozen=True, slots=True)
class Takers:
    """Whom a case may be passed on to: people who may take cases now, and teams."""

    agents: tuple[Agent, ...]
    teams: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeskBoard:
    """Reads the desk for one agent, and changes nothing. Raises Refused for who is none."""

    store: ConversationStore
    house: House
    clock: Clock
    find_agent: Callable[[str], Agent | None]

    def my_cases(self, user: str) -> list[Head]:
        """What this agent holds, the longest held first."""
        agent = authorise(self.find_agent(user))
        heads = self._heads(row.conversation for row in self.store.open_cases(agent.id))
        mine = [head for head in heads if head.agent == agent.id]
        return sorted(mine, key=lambda head: head.claimed_at or head.opened_at)

    def queue(self, user: str) -> QueueSeen:
        """Who waits for this agent; a lead sees all that waits for anybody."""
        agent = authorise(self.find_agent(user))
        lanes = self._every_lane(agent) if agent.lead else lanes_for(agent)
        places = self.store.waiting(lanes, limit=FIRST_CASES)
        count = len(places)
        if count >= FIRST_CASES:
            now = self.clock() + SOON
            count = self.store.count_waiting(lanes, before=now, limit=MOST_COUNTED)
        heads = self._heads(place.conversation for place in places[:FIRST_CASES])
        waiting = tuple(head for head in heads if head.state is State.WAITING)
        return QueueSeen(max(count, len(waiting)), waiting)

    def held(self, user: str, conversation: str, epoch: int | None) -> Head:
        """The case, for who holds it. Raises Refused for anybody else, and for an old button."""
        authorise(self.find_agent(user))
        head = self.store.find_head(conversation)
        if head is None:
            raise Refused(Refusal.NO_LONGER_OPEN)
        check_holder(head, user)
        if epoch is not None and epoch != head.epoch:
            raise Refused(Refusal.OUT_OF_DATE)
        return head

    def takers(self, user: str) -> Takers:
        """Who else is on shift now, the least busy first, and the teams that there are."""
        others = [one for one in self.store.agents() if one.available and one.id != user]
        least_busy = sorted(others, key=lambda one: (one.open_count, one.display_name))
        return Takers(tuple(least_busy), (MAIN, *self.house.policy.teams))

    def _every_lane(self, agent: Agent) -> list[Lane]:
        policy = self.house.policy
        teams = dict.fromkeys((agent.team or MAIN, MAIN, *policy.teams))
        return [
            Lane(agent=agent.id),
            *(one for team in teams for one in lanes_of_team(team, policy)),
        ]

    def _heads(self, conversations: Iterable[str]) -> list[Head]:
        found = (self.store.find_head(one) for one in conversations)
        return [head for head in found if head is not None]
