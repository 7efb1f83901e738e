"""One day lived from its first customer until the last case is closed."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import timedelta

from tests.journeys.world import START
from tests.laws.checks import rows
from tests.simulation.day import Day
from tests.simulation.people import Customer, Worker
from warmline.domain.address import Channel
from warmline.domain.agent import Agent
from warmline.domain.conversation import Head
from warmline.domain.entries import LogEntry, Role
from warmline.domain.errors import TemporaryDeliveryError, UnknownDelivery

SHIFTS = 3
SKILLS: tuple[tuple[str, ...], ...] = (("payments",), ())
LANGUAGES: tuple[tuple[str, ...], ...] = (("es",), (), (), ())
A_DAY, UNTIL_THE_LAST_IS_CLOSED = timedelta(hours=24), timedelta(hours=200)


class Lived:
    """The day when it is over, with everybody who was in it."""

    def __init__(self, cases: int, agents: int, seed: int = 41) -> None:
        self.day = Day(seed, skills={"fraud": "payments"}, languages=["es"])
        self.customers = [Customer(self.day, number) for number in range(cases)]
        by_address = {one.address.value: one for one in self.customers}
        self.workers = [self._worker(number, by_address) for number in range(agents)]
        for worker in self.workers:
            worker.join()
        for customer in self.customers:
            at = START + A_DAY * self.day.random.random() * 0.97
            self.day.agenda.plan(at, customer.come)
        for minute in range(0, 24 * 60, 7):
            self.day.agenda.plan(START + timedelta(minutes=minute), self._trouble)
        self.day.run(START + A_DAY)
        self.day.run(START + UNTIL_THE_LAST_IS_CLOSED)

    def _worker(self, number: int, customers: dict[str, Customer]) -> Worker:
        """A third of them in each third of the day, an hour longer, so that somebody takes over."""
        begins = START + A_DAY * (number % SHIFTS) / SHIFTS
        agent = Agent(
            id=f"U{number:03}",
            display_name=f"Agent{number:02}",
            skills=SKILLS[number % 2],
            languages=LANGUAGES[number % 4],
        )
        ends = begins + A_DAY / SHIFTS + timedelta(hours=1 if number % SHIFTS < 2 else 6)
        return Worker(self.day, agent, begins, ends, customers)

    def _trouble(self) -> None:
        channel = self.day.random.choice(list(Channel))
        fails = self.day.random.choice([TemporaryDeliveryError("500"), UnknownDelivery("lost")])
        self.day.channels[channel].failures.append(fails)


def figures_of(lived: Lived) -> dict[str, int]:
    """Return what became of everybody: every figure of a loss or a double should be 0."""
    heads, payloads = rows(lived.day, Head), lived.day.recorded.slack.payloads
    seeds = {seed for customer in lived.customers for seed in customer.seeds}
    return {
        "customers": len({head.address for head in heads}),
        "cases": len(heads),
        "agents": len(lived.workers),
        "still_open": len(lived.day.open_heads()),
        **_messages(lived),
        **_replies(lived),
        "slack_payloads": len(payloads),
        "personal_data_in_slack": len(known_in(payloads, seeds)),
    }


def _messages(lived: Lived) -> dict[str, int]:
    """Every message of a customer has its own mark at its end."""
    log = [row for row in rows(lived.day, LogEntry) if row.role is Role.CUSTOMER]
    stored = Counter(entry.text.rpartition("[")[2] for entry in log if "[" in entry.text)
    said = [f"{one.number}.{number}]" for one in lived.customers for number in range(len(one.said))]
    return {
        "messages": len(said),
        "messages_lost": sum(1 for mark in said if stored[mark] == 0),
        "messages_doubled": sum(1 for mark in said if stored[mark] > 1),
    }


def _replies(lived: Lived) -> dict[str, int]:
    """Nobody else says the same words; who said STOP may go without."""
    sends = [row for channel in lived.day.channels.values() for row in channel.sent]
    by_agents = [row for row in sends if row.entry and row.entry.role is Role.AGENT]
    reached = Counter((row.text, row.target) for row in by_agents)
    doubts = Counter(
        {
            (row.text, row.target): lived.day.unknown_marks[row.target, row.sequence]
            for row in by_agents
        }
    )
    opted_out = {row.target for row in sends if row.despite_opt_out}
    said = [one for worker in lived.workers for one in worker.replies.items()]
    return {
        "replies": len(said),
        "replies_lost": sum(1 for one in said if not reached[one] and one[1] not in opted_out),
        "replies_doubled": sum(1 for one in said if reached[one] > 1 + doubts[one]),
        "notes_sent": sum(1 for row in sends if row.text.startswith("//")),
    }


def known_in(payloads: Iterable[str], seeds: Iterable[str]) -> set[str]:
    """Return which of these numbers, however they are grouped, and addresses are to be read."""
    mails = {seed for seed in seeds if "@" in seed}
    numbers = {re.sub(r"\D", "", seed) for seed in seeds if "@" not in seed}
    sizes = sorted({len(number) for number in numbers})
    found = set[str]()
    for payload in payloads:
        found |= mails & {one.rstrip(".") for one in re.findall(r"[\w.]+@[\w.]+", payload)}
        for run in re.findall(r"\d[\d ().\u2060-]{6,}\d", payload):
            digits = re.sub(r"\D", "", run)
            windows = (digits[at : at + size] for size in sizes for at in range(len(digits)))
            found |= numbers & set(windows)
    return found
