"""The queue's order, simulated: who waits how long, beside first come, first served.

Customers come as a Poisson process, agents work at an exponential pace. Order, lanes, head starts
and widening are the line's own (`Head.effective_since`, `lane_of`, `lanes_for`, `Policy`); nothing
here decides who is next but them. The baseline has the same customers with the same needs of time,
in the order in which they came, whoever is free.
"""

import heapq
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from random import Random

from warmline.domain.agent import Agent
from warmline.domain.conversation import Head
from warmline.domain.handoff import Reason
from warmline.domain.policy import Policy
from warmline.domain.queueing import Lane, lane_of, lanes_for
from warmline.domain.signals import Signal
from warmline.domain.states import State

START = datetime(2026, 3, 2, tzinfo=UTC)
MEAN_SERVICE = 360.0
"""Seconds that an agent needs for a case, on average."""

SKILL = "payments"
NEEDS_SKILL = 0.10
HAVE_SKILL = 0.3
SIGNALS = ((Reason.VIP, 0.05), (Reason.STRONG_EMOTION, 0.05), (Reason.REPEAT_CONTACT, 0.05))
RELEASED = 0.05
"""Of cases, how many an agent gives back soon after taking them."""

RELEASED_AFTER = 60.0


@dataclass(frozen=True, slots=True)
class Customer:
    """One who wants a person: when, for how long, and what speaks for them."""

    number: int
    arrives: float
    service: float
    signals: tuple[Signal, ...]
    skill: str
    released: bool

    @property
    def normal(self) -> bool:
        """Whether nothing gives them a head start."""
        return not self.signals and not self.released


@dataclass(frozen=True, slots=True)
class Served:
    """When one got the agent who saw the case to its end, or gave it back."""

    customer: Customer
    at: float

    @property
    def wait(self) -> float:
        return self.at - self.customer.arrives


def customers(count: int, agents: int, load: float, seed: int) -> list[Customer]:
    """Return who comes, in order; the same for the same seed."""
    random, now = Random(seed), 0.0  # noqa: S311 - a simulation
    rate = load * agents / MEAN_SERVICE
    found = []
    for number in range(count):
        now += random.expovariate(rate)
        signals = tuple(
            Signal(code, 1.0, 1.0) for code, share in SIGNALS if random.random() < share
        )
        found.append(
            Customer(
                number,
                now,
                random.expovariate(1 / MEAN_SERVICE),
                signals,
                SKILL if random.random() < NEEDS_SKILL else "",
                random.random() < RELEASED,
            )
        )
    return found


def staff(count: int) -> list[Agent]:
    """Return who works: the first ones have the skill, at least one does."""
    skilled = max(1, round(count * HAVE_SKILL))
    return [
        Agent(
            id=f"U{number:03}",
            display_name=f"Agent {number}",
            on_shift=True,
            skills=(SKILL,) if number < skilled else (),
        )
        for number in range(count)
    ]


def first_come_first_served(people: Sequence[Customer], agents: int) -> list[Served]:
    """Serve in the order of arrival; a case that is given back waits for no second turn."""
    free = [0.0] * agents
    heapq.heapify(free)
    served = []
    for one in people:
        at = max(one.arrives, heapq.heappop(free))
        served.append(Served(one, at))
        heapq.heappush(free, at + one.service + (RELEASED_AFTER if one.released else 0))
    return served


@dataclass(slots=True)
class Queue:
    """The line's queue: lanes, each in the order of its fixed key."""

    policy: Policy
    lanes: dict[Lane, list[tuple[datetime, str, Customer]]] = field(default_factory=dict)
    heads: dict[str, Head] = field(default_factory=dict)

    def enter(self, one: Customer) -> None:
        self._put(one, self._head(one))

    def give_back(self, one: Customer) -> None:
        """Back in line: the place is kept, with a head start."""
        policy, head = self.policy, self._head(one)
        start = policy.head_start(
            so_far=head.head_start_seconds, more=policy.head_start_released_seconds
        )
        self._put(one, replace(head, head_start_seconds=start, skill=""))

    def widen(self, one: Customer) -> None:
        """After a while any agent will do; the place in the order stays."""
        head = self.heads.get(str(one.number))
        if head is not None and head.skill:
            self._put(one, replace(head, skill=""))

    def take(self, agent: Agent) -> Customer | None:
        """Give this agent the case that counts as waiting longest among those they may take."""
        tops = [(top, lane) for lane in lanes_for(agent) if (top := self._top(lane)) is not None]
        if not tops:
            return None
        (_, id_, one), lane = min(tops)
        heapq.heappop(self.lanes[lane])
        del self.heads[id_]
        return one

    def _top(self, lane: Lane) -> tuple[datetime, str, Customer] | None:
        """The lane's first, past those who have moved to another one."""
        line = self.lanes.get(lane, [])
        while line and not self._here(line[0], lane):
            heapq.heappop(line)
        return line[0] if line else None

    def _here(self, entry: tuple[datetime, str, Customer], lane: Lane) -> bool:
        head = self.heads.get(entry[1])
        return head is not None and lane_of(head) == lane and head.effective_since == entry[0]

    def _put(self, one: Customer, head: Head) -> None:
        since = head.effective_since
        if since is None:
            raise LookupError("not waiting")
        self.heads[head.id] = head
        heapq.heappush(self.lanes.setdefault(lane_of(head), []), (since, head.id, one))

    def _head(self, one: Customer) -> Head:
        came = START + timedelta(seconds=one.arrives)
        return Head(
            id=str(one.number),
            address="sms:+15551230001:+15550006789",
            state=State.WAITING,
            epoch=2,
            opened_at=came,
            last_activity=came,
            first_sequence=1,
            last_sequence=2,
            waiting_since=came,
            signals=one.signals,
            skill=one.skill,
            head_start_seconds=self.policy.head_start_for(one.signals),
        )


ARRIVES, WIDENS, FREE = range(3)
"""What can happen, in the order in which things of one moment do."""

type Event = tuple[float, int, int, Customer, Agent | None]


def line_of(people: Sequence[Customer], agents: Sequence[Agent], policy: Policy) -> list[Served]:
    """Serve in the line's own order; a case that is given back is served a second time."""
    simulation = Simulation(Queue(policy), list(agents))
    for one in people:
        simulation.plan(one.arrives, ARRIVES, one)
        if one.skill:
            simulation.plan(one.arrives + policy.widen_seconds, WIDENS, one)
    simulation.run()
    return simulation.served


@dataclass(slots=True)
class Simulation:
    """What is to happen, who is free, and who was served when."""

    queue: Queue
    idle: list[Agent]
    events: list[Event] = field(default_factory=list)
    served: list[Served] = field(default_factory=list)
    given_back: set[int] = field(default_factory=set)
    numbers: Iterator[int] = field(default_factory=itertools.count)

    def plan(self, moment: float, what: int, one: Customer, agent: Agent | None = None) -> None:
        heapq.heappush(self.events, (moment, what, next(self.numbers), one, agent))

    def run(self) -> None:
        while self.events:
            now, what, _, one, agent = heapq.heappop(self.events)
            match what:
                case _ if agent is not None:
                    self._end(one, agent)
                case 0:
                    self.queue.enter(one)
                case _:
                    self.queue.widen(one)
            self._serve(now)

    def _end(self, one: Customer, agent: Agent) -> None:
        self.idle.append(agent)
        if self._comes_back(one):
            self.given_back.add(one.number)
            self.queue.give_back(one)

    def _comes_back(self, one: Customer) -> bool:
        return one.released and one.number not in self.given_back

    def _serve(self, now: float) -> None:
        """Whoever is free takes what is next for them."""
        still = []
        for agent in self.idle:
            one = self.queue.take(agent)
            if one is None:
                still.append(agent)
                continue
            self.served.append(Served(one, now))
            busy = RELEASED_AFTER if self._comes_back(one) else one.service
            self.plan(now + busy, FREE, one, agent)
        self.idle = still
