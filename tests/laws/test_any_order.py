"""Whatever people do, in whatever order hints come, however providers fail: the laws hold."""

from contextlib import nullcontext, suppress
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.journeys.world import SLACK, SMS, WEB, World
from tests.laws.checks import check_at_rest, check_safety
from warmline.application.ports import Answer
from warmline.domain.address import Address, Channel
from warmline.domain.conversation import Head
from warmline.domain.entries import Kind, LogEntry
from warmline.domain.errors import (
    PermanentDeliveryError,
    Refused,
    TemporaryDeliveryError,
    UnknownDelivery,
)
from warmline.domain.handoff import Reason
from warmline.domain.records import Consent
from warmline.domain.states import State

WORDS = [
    "How do I return an item?",
    "Where is my parcel?",
    "human",
    "I want to talk to a person please",
    "no human needed any more",
    "thanks",
    "yes",
    "STOP",
    "START",
    "HELP",
    "and another thing",
    "my card was stolen",
    "I want to kill myself",
    "please stop texting me",
]
AGENTS = ("U0ANA", "U0BEN", "U0CLEO")

addresses = st.sampled_from([SMS, WEB, SLACK])
agents = st.sampled_from(AGENTS)


class Line(RuleBasedStateMachine):
    """Customers, agents, hints, clocks and providers, one step at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.world = World(
            lease_seconds=90,
            idle_seconds=400,
            forgotten_reminder_seconds=600,
            keywords_answered_by="warmline",
            reservation_seconds=100,
            widen_seconds=100,
            skills={"fraud": "payments"},
            teams={"billing": None},
            undo_seconds=5,
        )
        self.world.hire("U0ANA", "Ana")
        self.world.hire("U0BEN", "Ben", skills=("payments",))
        self.world.hire("U0CLEO", "Cleo", team="billing")
        self.scopes = 0
        self.taken_back: set[str] = set()

    @rule(text=st.sampled_from(WORDS), address=addresses, again=st.integers(0, 2))
    def customer_writes(self, text: str, address: Address, again: int) -> None:
        """And the provider brings it again."""
        self.scopes += 1
        for _ in range(1 + again):
            self.world.customer(text, address, scope=f"message-{self.scopes}")
        self.world.stream()

    @rule(address=addresses)
    def customer_presses_for_a_human(self, address: Address) -> None:
        self.scopes += 1
        scope = f"button-{self.scopes}"
        received = self.world.customer("", address, scope=scope, wants_human=True)
        state = self.world.head(received.conversation).state
        assert state in {State.WAITING, State.WITH_AGENT}, "pressed for a human, and has none"
        self.world.stream()

    @rule(user=agents, number=st.integers(0, 5))
    def agent_claims(self, user: str, number: int) -> None:
        head = self._some(number)
        if head is not None:
            with suppress(Refused):
                self.world.actions.claim(user, head.id)
            self.world.stream()

    @rule(
        user=agents,
        number=st.integers(0, 5),
        act=st.sampled_from(["release", "hand_back", "resolve"]),
    )
    def agent_ends_their_turn(self, user: str, number: int, act: str) -> None:
        head = self._some(number)
        if head is not None:
            with suppress(Refused):
                getattr(self.world.actions, act)(user, head.id)
            self.world.stream()

    @rule(user=agents)
    def agent_takes_the_next(self, user: str) -> None:
        with suppress(Refused):
            self.world.actions.next(user)
        self.world.stream()

    @rule(user=agents, number=st.integers(0, 5), to=agents, billing=st.booleans())
    def agent_passes_it_on(self, user: str, number: int, to: str, *, billing: bool) -> None:
        head = self._some(number)
        if head is not None:
            agent, team = ("", "billing") if billing else (to, "")
            with suppress(Refused):
                self.world.actions.transfer(user, head.id, agent=agent, team=team, note="Look")
            self.world.stream()

    @rule(user=agents, number=st.integers(0, 5))
    def agent_reopens(self, user: str, number: int) -> None:
        head = self._some(number)
        if head is not None:
            with suppress(Refused):
                self.world.actions.reopen(user, head.id)
            self.world.stream()

    @rule(user=agents, text=st.sampled_from(["Hello, I am here.", "// a note"]))
    def agent_writes(self, user: str, text: str) -> None:
        if self.world.desk.posted:
            with suppress(Refused):
                self.world.words(text, user)
            self.world.stream()

    @rule(number=st.integers(0, 5), again=st.booleans())
    def a_holder_writes(self, number: int, *, again: bool) -> None:
        """In their own case's thread; and Slack perhaps brings it twice.

        It is refused only for a customer who has said STOP and then pressed for a person.
        """
        held = [one for one in self._heads() if one.agent and one.marks.card is not None]
        if held:
            head = held[number % len(held)]
            self.scopes += 1
            card = head.marks.card
            address = self.world.store.find_address(head.address)
            silent = address is not None and address.consent is Consent.OPTED_OUT
            for _ in range(1 + again):
                with pytest.raises(Refused, match="opted_out") if silent else nullcontext():
                    self.world.words(
                        f"Reply {self.scopes}" if self.scopes % 4 else "this customer is odd",
                        head.agent,
                        ts=f"800.{self.scopes:04}",
                        thread=card.ts if card else "",
                    )
            self.world.stream()

    @rule(number=st.integers(0, 5), act=st.sampled_from(["take_back", "send"]), by=agents)
    def a_writer_decides(self, number: int, act: str, by: str) -> None:
        """Of words that are held, or were; in time, or too late."""
        said = self._said_lately(number)
        if said is not None:
            head, ts = said
            held = self.world.memory.find_held(head.id, ts)
            with suppress(Refused):
                getattr(self.world.decide_held, act)(held.agent if held else by, head.id, ts)
                if act == "take_back" and held is not None and not held.edits:
                    self.taken_back.add(ts)
            self.world.stream()

    @rule(
        number=st.integers(0, 5),
        text=st.sampled_from(["", "// a note", "Better words", "this customer is odd"]),
    )
    def a_writer_edits(self, number: int, text: str) -> None:
        said = self._said_lately(number)
        if said is not None:
            head, ts = said
            held = self.world.memory.find_held(head.id, ts)
            with suppress(Refused):
                self.world.change_words(text, ts=ts, user=held.agent if held else head.agent)
            self.world.stream()

    def _said_lately(self, number: int) -> tuple[Head, str] | None:
        """One of the last words at the desk, by the message that they were in."""
        ts = f"800.{self.scopes - number:04}"
        seen = self.world.memory.find_seen(f"slack:{ts}")
        head = self.world.memory.find_head(seen.conversation) if seen else None
        return (head, ts) if head else None

    @rule(number=st.integers(0, 30), twice=st.booleans())
    def a_hint_comes(self, number: int, *, twice: bool) -> None:
        """Any of them, early or late; perhaps a second time later."""
        pending = self.world.listed.pending
        if pending:
            chosen = pending[number % len(pending)]
            if twice:
                pending.append(chosen)
            self.world.bring(chosen)
            self.world.stream()

    @rule(number=st.integers(0, 30))
    def a_hint_is_lost(self, number: int) -> None:
        pending = self.world.listed.pending
        if pending:
            pending.pop(number % len(pending))

    @rule(seconds=st.sampled_from([0.3, 2, 6, 20, 70]))
    def time_passes(self, seconds: float) -> None:
        self.world.clock.forward(seconds)

    @rule()
    def the_sweeper_runs(self) -> None:
        self.world.sweep()
        self.world.stream()

    @rule(
        channel=st.sampled_from(list(Channel)),
        failure=st.sampled_from(
            [
                TemporaryDeliveryError("500"),
                TemporaryDeliveryError("429", retry_after=timedelta(seconds=4)),
                PermanentDeliveryError("30003"),
                UnknownDelivery("no_answer"),
            ]
        ),
    )
    def a_provider_fails_next(self, channel: Channel, failure: Exception) -> None:
        self.world.channels[channel].failures.append(failure)

    @rule(
        failure=st.sampled_from(
            [TemporaryDeliveryError("429"), PermanentDeliveryError("is_archived")]
        )
    )
    def the_desk_fails_next(self, failure: Exception) -> None:
        self.world.desk.failures.append(failure)

    @rule(
        step=st.sampled_from(
            [
                Answer("I do not have that. Shall I get a person?", offers_human=True),
                Answer("Let me get somebody.", handoff=Reason.POLICY),
                Answer(" "),
            ]
        )
    )
    def the_bot_answers_next(self, step: Answer) -> None:
        self.world.script.append(step)

    @invariant()
    def the_laws_hold(self) -> None:
        check_safety(self.world)
        said = [row for row in self.world.memory.rows.values() if isinstance(row, LogEntry)]
        assert not self.taken_back & {
            entry.origin.ts for entry in said if entry.origin and entry.kind is Kind.MESSAGE
        }, "taken back, and said all the same"

    def teardown(self) -> None:
        """With everybody well again, the line comes to rest and owes nobody anything."""
        for channel in self.world.channels.values():
            channel.failures.clear()
        self.world.desk.failures.clear()
        self.world.live(900)
        self.world.settle(10)
        check_safety(self.world)
        check_at_rest(self.world)

    def _some(self, number: int) -> Head | None:
        heads = self._heads()
        return heads[number % len(heads)] if heads else None

    def _heads(self) -> list[Head]:
        rows = self.world.memory.rows.values()
        return sorted((row for row in rows if isinstance(row, Head)), key=lambda head: head.id)


TestLine = Line.TestCase
TestLine.settings = settings(
    max_examples=100,
    stateful_step_count=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
