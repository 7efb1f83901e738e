"""Who comes and who works on a simulated day: what they say, and when they give up."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.simulation.day import Day
from warmline.domain.address import Address, Channel
from warmline.domain.agent import Agent
from warmline.domain.conversation import Head
from warmline.domain.errors import Refused
from warmline.domain.states import State
from warmline.domain.writes import Put

OUR_NUMBER = "+15550006789"
CARD = "4111 1111 1111 1111"
MEAN_REPLY = 150.0
"""Seconds that an agent needs for one reply."""

QUESTIONS = (
    "How do I return an item?",
    "Where is my parcel?",
    "My card was stolen, I see charges that I did not make",
)
ASKS = ("I want to talk to a person", "human please", "Quiero hablar con una persona, por favor")
THANKS = ("thanks", "thank you, that was it")


@dataclass
class Customer:
    """One person with one address; `seeds` is what of theirs must never be seen in Slack."""

    day: Day
    number: int
    said: list[str] = field(default_factory=list)
    leaves: bool = False

    @property
    def phone(self) -> str:
        return f"+1555{2_000_000 + self.number}"

    @property
    def mail(self) -> str:
        return f"somebody.{self.number}@private.example"

    @property
    def other_phone(self) -> str:
        return f"+49 151 {10_000_000 + self.number}"

    @property
    def seeds(self) -> tuple[str, ...]:
        return (self.phone, self.mail, self.other_phone, CARD)

    @property
    def address(self) -> Address:
        match self.number % 3:
            case 0:
                return Address.sms(self.phone, OUR_NUMBER)
            case 1:
                return Address.web(f"session-{self.number:05}")
            case _:
                return Address.slack(
                    team="T1", channel=f"D{self.number:06}", user=f"UC{self.number:05}"
                )

    def come(self) -> None:
        """Ask the bot, or for a person, with or without what should not be told."""
        chance = self.day.random.random()
        if chance < 0.3:
            self.say(self.day.random.choice(QUESTIONS))
            self.later(90, lambda: self.say(self.day.random.choice(THANKS)))
            return
        self.say(f"{self.day.random.choice(ASKS)}. {self._details()}")
        self.later(600, self._wonder)

    def hear_agent(self) -> None:
        """Answer the agent's words, thank them, or say nothing more."""
        chance = self.day.random.random()
        if chance < 0.4:
            self.later(60, lambda: self.say(self._details()))
        elif chance < 0.7:
            self.later(60, lambda: self.say(self.day.random.choice(THANKS)))

    def say(self, text: str) -> None:
        words = f"{text} [{self.number}.{len(self.said)}]"
        self.said.append(words)
        self.day.customer(words, self.address)

    def later(self, mean: float, act: Callable[[], object]) -> None:
        self.day.agenda.after(self.day.random.expovariate(1 / mean), act)

    def _details(self) -> str:
        return self.day.random.choice(
            [
                f"Call me at {self.other_phone}, it is urgent.",
                f"My e-mail is {self.mail}.",
                f"I paid with {CARD} and was charged twice.",
                "The lamp came broken.",
                "<!channel> <https://evil.example|press here> *now*",
            ]
        )

    def _wonder(self) -> None:
        """Somebody who still waits asks how long, or leaves, or says STOP."""
        record = self.day.memory.find_address(self.address.value)
        head = self.day.memory.find_head(record.open_conversation) if record else None
        if head is None or head.state is not State.WAITING:
            return
        chance = self.day.random.random()
        if chance < 0.3:
            self.say("How long will it take?")
        elif chance < 0.4:
            self.day.customer("never mind, no person needed any more", self.address)
        elif chance < 0.65 and self.address.channel is Channel.SMS:
            self.day.customer("STOP", self.address)


@dataclass
class Worker:
    """One agent: takes what is next, answers, and ends, passes on or forgets cases."""

    day: Day
    agent: Agent
    starts: datetime
    ends: datetime
    customers: dict[str, Customer]
    replies: dict[str, str] = field(default_factory=dict)
    forgets: set[str] = field(default_factory=set)
    notes: int = 0

    def join(self) -> None:
        self.day.store.commit([Put(self.agent)])
        self.day.agenda.plan(self.starts, self.begin)

    def begin(self) -> None:
        self.day.shifts.on(self.agent.id)
        self.work()

    def work(self) -> None:
        """One step: answer whoever has waited longest, or take another case."""
        if self.day.clock() >= self.ends:
            self.leave()
            return
        owed = [head for head in self._cases() if self._owes(head)]
        if owed:
            self._answer(min(owed, key=lambda head: head.last_activity))
        else:
            self._take()
        self.day.agenda.after(self.day.random.expovariate(1 / MEAN_REPLY), self.work)

    def leave(self) -> None:
        """Go off shift: what is still open goes back to the queue."""
        self.day.shifts.off(self.agent.id)

    def _owes(self, head: Head) -> bool:
        unsaid = head.marks.lease_until is not None
        return head.id not in self.forgets and (head.unanswered or unsaid)

    def _take(self) -> None:
        for head in self._cases():
            if head.id not in self.forgets and self._is_done(head):
                self._end(head)
        with suppress(Refused):
            head = self.day.actions.next(self.agent.id)
            if self.day.random.random() < 0.02:
                self.forgets.add(head.id)

    def _is_done(self, head: Head) -> bool:
        return self.day.clock() - head.last_activity > timedelta(minutes=4)

    def _answer(self, head: Head) -> None:
        if head.marks.card is None:
            return
        if self.day.random.random() < 0.1:
            self.notes += self._words(head, "// he sounds upset, be kind")
        text = f"I am on it, reply {len(self.replies)} of {self.agent.display_name}."
        if self._words(head, text):
            self.replies[text] = head.address
            customer = self.customers.get(head.address)
            if customer is not None:
                customer.later(40, customer.hear_agent)

    def _words(self, head: Head, text: str) -> bool:
        card = head.marks.card
        with suppress(Refused):
            self.day.words(text, self.agent.id, thread=card.ts if card else "")
            return True
        return False

    def _end(self, head: Head) -> None:
        chance, actions = self.day.random.random(), self.day.actions
        with suppress(Refused):
            if chance < 0.8:
                actions.resolve(self.agent.id, head.id)
            elif chance < 0.87:
                actions.resolve(self.agent.id, head.id, solved=False)
            elif chance < 0.92:
                actions.hand_back(self.agent.id, head.id, note="They know how to return it now.")
            elif chance < 0.96:
                actions.release(self.agent.id, head.id)
            else:
                actions.transfer(self.agent.id, head.id, team="main", note="Needs another look.")

    def _cases(self) -> list[Head]:
        found = self.day.store.open_cases(self.agent.id)
        heads = [self.day.store.find_head(case.conversation) for case in found]
        return [head for head in heads if head is not None]
