"""A whole line in memory: one clock, one table, hints in a list, providers that remember."""

import itertools
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from deployer.content.replies import read_replies
from tests.journeys.remembering import (
    DESK,
    START,
    FakeClock,
    RememberingChannel,
    RememberingDesk,
    RememberingSockets,
    ScriptedResponder,
    ScriptStep,
)
from tests.laws.faults import Crash
from warmline.adapters.memory import MemoryStore
from warmline.application.agent_actions import AgentActions
from warmline.application.answering import Answering
from warmline.application.canned import CannedReplies
from warmline.application.change import House
from warmline.application.deliver import DeliverMessages
from warmline.application.drafts import WriteDraft
from warmline.application.editing import EditHeard, EditWords
from warmline.application.hinting import hint, hint_held, hint_shift
from warmline.application.phrases import Phrases
from warmline.application.ports import (
    ConversationStore,
    Desk,
    Hints,
    Responder,
)
from warmline.application.receipts import RecordReceipt
from warmline.application.receive_message import Incoming, Received, ReceiveMessage
from warmline.application.reply import DeskWords, Heard, ReplyToCustomer
from warmline.application.retrying import Patience
from warmline.application.settling import Settling
from warmline.application.sweep import CloseSilentSocket, LookAtConversation, SweepDeadlines
from warmline.application.take_turn import TakeTurn
from warmline.application.taking_back import DecideHeld
from warmline.domain.address import Address, Channel
from warmline.domain.agent import Agent, ShiftEvent
from warmline.domain.conversation import Head
from warmline.domain.entries import LogEntry
from warmline.domain.outgoing import Outgoing, Status, is_draft_target
from warmline.domain.policy import Policy
from warmline.domain.records import HeldReply
from warmline.domain.writes import Write

__all__ = [
    "DESK",
    "SLACK",
    "SMS",
    "START",
    "WEB",
    "FakeClock",
    "ListedHints",
    "RememberingChannel",
    "RememberingDesk",
    "World",
    "impatient",
    "read_phrases",
]

type Around = Callable[[Any], Any]
"""Puts something before an adapter, such as what kills the process at a call."""

CONTENT = Path(__file__).parents[2] / "content"

SMS = Address.sms("+15551230001", "+15550006789")
WEB = Address.web("session-0001")
SLACK = Address.slack(team="T1", channel="D0CUSTOMER", user="U0CARL")


@cache
def read_phrases() -> Phrases:
    """The sample content's own phrases."""
    files = sorted((CONTENT / "phrases").glob("*.yaml"))
    return Phrases({file.stem: yaml.safe_load(file.read_text("utf-8")) for file in files})


@cache
def read_canned() -> CannedReplies:
    """The sample content's own canned replies."""
    return CannedReplies.read(read_replies(CONTENT / "replies.yaml"))


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
        bring = self.world.write_draft if is_draft_target(target) else self.world.deliver
        self._add(f"delivery {target}", delay, lambda: bring(target))

    def look_at(self, conversation: str, *, delay: float = 0) -> None:
        self._add("look", delay, lambda: self.world.look_at(conversation))

    def look_at_socket(self, socket: str, *, delay: float = 0) -> None:
        self._add("socket", delay, lambda: self.world.close_silent(socket))

    def look_at_agent(self, agent: str, *, delay: float = 0) -> None:
        self._add("agent", delay, lambda: self.world.sweep.return_cases(agent))

    def _add(self, name: str, delay: float, act: Callable[[], None]) -> None:
        due = self.world.clock() + timedelta(seconds=delay)
        self.pending.append(PendingHint(due, next(self.numbers), act, name))


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
        policy.setdefault("undo_seconds", 0)  # most journeys are not about taking words back
        self.house = House(Policy.read(policy), read_phrases(), read_canned())
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
        answering = Answering(responder, house.policy)
        self.take_turn = TakeTurn(store, hints, house, answering, clock, patience)
        self.write_draft = WriteDraft(store, hints, house, answering, clock, patience)
        self.actions = AgentActions(store, house, clock, patience, self.new_id)
        self.reply = ReplyToCustomer(store, house, clock, patience)
        self.edit = EditWords(store, house, clock, patience)
        self.decide_held = DecideHeld(store, house, clock, patience, self.actions.find_agent)
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

    def hold(self, address: Address = SMS) -> str:
        """Ana has claimed a case, and everything so far is delivered."""
        self.hire()
        conversation = self.customer("human please", address).conversation
        self.settle()
        self.actions.claim("U0ANA", conversation)
        self.settle()
        return conversation

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

    def change_words(self, text: str, *, ts: str, user: str = "U0ANA", **more: object) -> EditHeard:
        """Somebody edits what they wrote, or deletes it: then there is no text."""
        edited = DeskWords(
            user=user,
            channel=DESK,
            thread_ts=self.desk.posted[-1],
            ts=ts,
            text=text,
            scope=f"slack:{ts}",
        )
        edited = replace(edited, **more)  # type: ignore[arg-type]  # a test's own
        return self.until_done(lambda: self.edit(edited))

    # What time does

    def stream(self) -> None:
        """Bring what was inserted since the last time to the dispatcher."""
        fresh = self.memory.inserted[self.streamed :]
        self.streamed = len(self.memory.inserted)
        if self.stream_on:
            entries = [row for row in fresh if isinstance(row, LogEntry)]
            outgoing = [row for row in fresh if isinstance(row, Outgoing)]
            hint(self.listed, self.house.policy, entries, outgoing)
            for row in fresh:
                if isinstance(row, ShiftEvent):
                    hint_shift(self.listed, row)
                if isinstance(row, HeldReply):
                    hint_held(self.listed, row)

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
