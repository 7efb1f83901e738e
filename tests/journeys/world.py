"""A whole line in memory: one clock, one table, hints in a list, providers that remember."""

import itertools
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.laws.faults import Crash
from warmline.adapters.memory import MemoryStore
from warmline.application.agent_actions import AgentActions
from warmline.application.change import House
from warmline.application.deliver import DeliverMessages
from warmline.application.hinting import hint
from warmline.application.phrases import Phrases
from warmline.application.ports import (
    Answer,
    ConversationStore,
    Desk,
    Hints,
    Responder,
    TurnRequest,
)
from warmline.application.receipts import RecordReceipt
from warmline.application.receive_message import Incoming, Received, ReceiveMessage
from warmline.application.reply import DeskWords, Heard, ReplyToCustomer
from warmline.application.retrying import Patience
from warmline.application.settling import Settling
from warmline.application.sweep import CloseSilentSocket, LookAtConversation, SweepDeadlines
from warmline.application.take_turn import TakeTurn
from warmline.domain.address import Address, Channel
from warmline.domain.agent import Agent
from warmline.domain.card import Card
from warmline.domain.conversation import Head, Posted
from warmline.domain.entries import LogEntry
from warmline.domain.errors import UnknownDelivery
from warmline.domain.outgoing import Outgoing, Status
from warmline.domain.policy import Policy
from warmline.domain.writes import Write

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
DESK = "C0DESK"
type Around = Callable[[Any], Any]
"""Puts something before an adapter, such as what kills the process at a call."""

type ScriptStep = Answer | BaseException | Callable[[TurnRequest], Answer]

CONTENT = Path(__file__).parents[2] / "content"

SMS = Address.sms("+15551230001", "+15550006789")
WEB = Address.web("session-0001")
SLACK = Address.slack(team="T1", channel="D0CUSTOMER", user="U0CARL")


@cache
def read_phrases() -> Phrases:
    """The sample content's own phrases."""
    files = sorted((CONTENT / "phrases").glob("*.yaml"))
    return Phrases({file.stem: yaml.safe_load(file.read_text("utf-8")) for file in files})


@dataclass
class FakeClock:
    """A clock that a test moves. Nobody reads the same microsecond twice, as in life."""

    now: datetime = START

    def __call__(self) -> datetime:
        self.now += timedelta(microseconds=1)
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@dataclass(order=True)
class PendingHint:
    """A hint on its way."""

    due: datetime
    number: int
    act: Callable[[], None] = field(compare=False)
    name: str = field(compare=False, default="")


@dataclass
class ListedHints:
    """Hints that a test delivers when, how often and in what order it likes."""

    world: "World"
    pending: list[PendingHint] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=itertools.count)

    def turn(self, conversation: str, sequence: int, *, delay: float = 0) -> None:
        self._add(f"turn {sequence}", delay, lambda: self.world.take_turn(conversation, sequence))

    def delivery(self, target: str, *, delay: float = 0) -> None:
        self._add(f"delivery {target}", delay, lambda: self.world.deliver(target))

    def look_at(self, conversation: str, *, delay: float = 0) -> None:
        self._add("look", delay, lambda: self.world.look_at(conversation))

    def look_at_socket(self, socket: str, *, delay: float = 0) -> None:
        self._add("socket", delay, lambda: self.world.close_silent(socket))

    def _add(self, name: str, delay: float, act: Callable[[], None]) -> None:
        due = self.world.clock() + timedelta(seconds=delay)
        self.pending.append(PendingHint(due, next(self.numbers), act, name))


@dataclass
class ScriptedResponder:
    """Answers with the next of its script, or with an echo of the questions."""

    script: list[ScriptStep] = field(default_factory=list)
    asked: list[TurnRequest] = field(default_factory=list)

    def respond(self, request: TurnRequest) -> Answer:
        self.asked.append(request)
        step = self.script.pop(0) if self.script else Answer("Re: " + " | ".join(request.questions))
        if isinstance(step, BaseException):
            raise step
        return step if isinstance(step, Answer) else step(request)


class WatchedStore(MemoryStore):
    """The table, which also remembers how often each row was marked as unknown."""

    def __init__(self) -> None:
        super().__init__()
        self.unknown_marks: Counter[tuple[str, int]] = Counter()

    def _write(self, write: Write) -> None:
        super()._write(write)
        row = write.row
        if isinstance(row, Outgoing) and row.status is Status.UNKNOWN:
            self.unknown_marks[row.target, row.sequence] += 1


@dataclass
class RememberingChannel:
    """A provider that keeps what it was given; the next sends fail as `failures` says."""

    clock: FakeClock
    sent: list[Outgoing] = field(default_factory=list)
    times: list[tuple[Outgoing, datetime]] = field(default_factory=list)
    failures: list[Exception] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    @property
    def texts(self) -> list[str]:
        return [row.text for row in self.sent]

    def send(self, row: Outgoing) -> str:
        failure = self.failures.pop(0) if self.failures else None
        if failure is not None and not isinstance(failure, UnknownDelivery):
            raise failure
        self.sent.append(row)
        self.times.append((row, self.clock()))
        if failure is not None:
            raise failure  # taken, but the answer was lost
        return f"SM{next(self.numbers)}"

    def look_up(self, row: Outgoing) -> str | None:
        same = [one for one in self.sent if one.sequence == row.sequence]
        return f"SM-found-{row.sequence}" if same else None


@dataclass
class RememberingDesk:
    """A Slack channel that keeps cards, threads and reactions."""

    cards: dict[str, Card] = field(default_factory=dict)
    posted: list[str] = field(default_factory=list)
    threads: dict[str, list[str]] = field(default_factory=dict)
    reactions: list[tuple[str, str]] = field(default_factory=list)
    failures: list[Exception] = field(default_factory=list)

    def show_card(self, card: Card, posted: Posted | None) -> Posted:
        self._fail()
        if posted is None:
            posted = Posted(channel=DESK, ts=f"{len(self.posted) + 1}.0001")
            self.posted.append(posted.ts)
        self.cards[posted.ts] = card
        return posted

    def post_in_thread(self, posted: Posted, row: Outgoing) -> str:
        self._fail()
        who = f"<@{row.mention}> " if row.mention else f"{row.name}: " if row.name else ""
        said = f"{who}{row.text}"
        self.threads.setdefault(posted.ts, []).append(said)
        return f"{posted.ts}-{len(self.threads[posted.ts])}"

    def react(self, row: Outgoing) -> None:
        self._fail()
        self.reactions.append((row.ts, row.text))

    def remove(self, posted: Posted) -> None:
        self._fail()
        self.posted.remove(posted.ts)

    def _fail(self) -> None:
        if self.failures:
            raise self.failures.pop(0)


@dataclass
class RememberingSockets:
    """A gateway that keeps which sockets were closed."""

    closed: list[str] = field(default_factory=list)

    def close(self, socket: str) -> None:
        self.closed.append(socket)


def impatient() -> Patience:
    """Decides again at once, five hundred times."""
    turns = itertools.count()
    return Patience(500, lambda _: None, lambda: float(next(turns)), lambda: 0.0)


class World:
    """Everything between the customers and the agents, driven by a test."""

    def __init__(
        self,
        *,
        around: Around = lambda adapter: adapter,
        responder: Responder | None = None,
        **policy: object,
    ) -> None:
        self.clock = FakeClock()
        self.around = around
        self.memory = WatchedStore()
        self.listed = ListedHints(self)
        self.script: list[ScriptStep] = []
        self.responder = responder or ScriptedResponder(self.script)
        self.channels = {channel: RememberingChannel(self.clock) for channel in Channel}
        self.desk = RememberingDesk()
        self.sockets = RememberingSockets()
        self.answered: list[str] = []
        self.house = House(Policy.read(policy), read_phrases())
        self.streamed = 0
        self.stream_on = True
        self._ids = itertools.count(1)
        self._scopes = itertools.count(1)
        self._wire()

    def _wire(self) -> None:
        store: ConversationStore = self.around(self.memory)
        hints: Hints = self.around(self.listed)
        responder: Responder = self.around(self.responder)
        channels = {name: self.around(channel) for name, channel in self.channels.items()}
        desk: Desk = self.around(self.desk)
        house, clock, patience = self.house, self.clock, impatient()
        self.store, self.hints = store, hints
        self.receive = ReceiveMessage(store, house, clock, self.new_id, patience)
        self.take_turn = TakeTurn(store, hints, house, responder, clock, patience)
        self.actions = AgentActions(store, house, clock, patience)
        self.reply = ReplyToCustomer(store, house, clock, patience)
        self.settling = Settling(store, hints, house, clock, patience, lambda: 0.5)
        self.deliver = DeliverMessages(
            store,
            hints,
            clock,
            replace(patience, pause=clock.forward),
            channels,
            desk,
            self.settling,
            DESK,
        )
        self.receipt = RecordReceipt(store, house, clock, patience)
        self.look_at = LookAtConversation(store, hints, house, clock, patience)
        self.close_silent = CloseSilentSocket(store, self.sockets, clock, patience)
        self.sweep = SweepDeadlines(store, hints, clock, self.look_at, self.close_silent)

    def new_id(self) -> str:
        return f"c{next(self._ids):04}"

    # What people do

    def customer(self, text: str, address: Address = SMS, **more: object) -> Received:
        """A customer writes; the provider sends it again until it is answered 2xx."""
        scope = str(more.pop("scope", f"scope-{next(self._scopes)}"))
        incoming = Incoming(address=address, scope=scope, text=text, provider_id=scope)
        incoming = replace(incoming, **more)  # type: ignore[arg-type]  # a test's own
        received = self.until_done(lambda: self.receive(incoming))
        if text and scope not in self.answered:
            self.answered.append(scope)
        return received

    def until_done[R](self, act: Callable[[], R]) -> R:
        """Do something again, a second later, when the process died at it."""
        for _ in range(5):
            try:
                return act()
            except Crash:
                self.clock.forward(1)
        raise AssertionError("it cannot be done")

    def hire(self, user: str = "U0ANA", name: str = "Ana", **more: object) -> Agent:
        """Somebody joins the desk, on shift."""
        agent = Agent(id=user, display_name=name, on_shift=True)
        agent = replace(agent, **more)  # type: ignore[arg-type]  # a test's own
        self.memory.rows[("Agent", user)] = replace(agent, version=1)
        return agent

    def words(self, text: str, user: str = "U0ANA", *, ts: str = "", thread: str = "") -> Heard:
        """Somebody writes in a card's thread: the latest, if none is named."""
        ts = ts or f"900.{next(self._scopes):04}"
        said = DeskWords(
            user=user,
            channel=DESK,
            thread_ts=thread or self.desk.posted[-1],
            ts=ts,
            text=text,
            scope=f"slack:{ts}",
        )
        return self.until_done(lambda: self.reply(said))

    # What time does

    def stream(self) -> None:
        """Bring what was inserted since the last time to the dispatcher."""
        fresh = self.memory.inserted[self.streamed :]
        self.streamed = len(self.memory.inserted)
        if self.stream_on:
            entries = [row for row in fresh if isinstance(row, LogEntry)]
            outgoing = [row for row in fresh if isinstance(row, Outgoing)]
            hint(self.listed, self.house.policy, entries, outgoing)

    def settle(self, seconds: float = 3) -> None:
        """Let the line work for a while, without the sweeper."""
        self._run(self.clock() + timedelta(seconds=seconds))

    def live(self, seconds: float, *, sweep_every: float = 60) -> None:
        """Let time pass with the sweeper at its work."""
        end = self.clock() + timedelta(seconds=seconds)
        while self.clock() < end:
            self._run(min(end, self.clock() + timedelta(seconds=sweep_every)))
            with suppress(Crash):
                self.sweep()
        self._run(end)

    def bring(self, pending: PendingHint) -> None:
        """Bring one hint to its worker; one that dies at it gets it again, as by SQS."""
        self.listed.pending.remove(pending)
        try:
            pending.act()
        except Crash:
            again = self.clock() + timedelta(seconds=30)
            self.listed.pending.append(replace(pending, due=again))

    def _run(self, until: datetime) -> None:
        for _ in range(100_000):
            self.stream()
            ready = sorted(one for one in self.listed.pending if one.due <= until)
            if not ready:
                self.clock.now = max(self.clock.now, until)
                return
            self.clock.now = max(self.clock.now, ready[0].due)
            self.bring(ready[0])
        raise AssertionError("the line never comes to rest")

    # What there is to see

    def head(self, conversation: str) -> Head:
        head = self.memory.find_head(conversation)
        assert head is not None
        return head

    def log(self, conversation: str) -> list[LogEntry]:
        return self.memory.read_log(conversation)

    def agents(self) -> list[Agent]:
        return [row for row in self.memory.rows.values() if isinstance(row, Agent)]

    @property
    def unknown_marks(self) -> Counter[tuple[str, int]]:
        return self.memory.unknown_marks

    @property
    def thread(self) -> list[str]:
        """What the latest card's thread shows."""
        return self.desk.threads.get(self.desk.posted[-1], [])
