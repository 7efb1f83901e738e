"""The real use cases on a given store, with nobody at the other end."""

import random
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Barrier

import yaml

from warmline.application.agent_actions import AgentActions
from warmline.application.answering import Answering
from warmline.application.change import House
from warmline.application.deliver import DeliverMessages
from warmline.application.phrases import Phrases
from warmline.application.ports import (
    Answer,
    Clock,
    ConversationStore,
    NewId,
    Responder,
    TurnRequest,
)
from warmline.application.receive_message import Incoming, Received, ReceiveMessage
from warmline.application.reply import DeskWords, Heard, ReplyToCustomer
from warmline.application.retrying import Patience
from warmline.application.settling import Settling
from warmline.application.sweep import LookAtConversation
from warmline.application.take_turn import TakeTurn
from warmline.domain.address import Channel
from warmline.domain.card import Card
from warmline.domain.conversation import Posted
from warmline.domain.drafts import Draft
from warmline.domain.outgoing import Outgoing
from warmline.domain.policy import Policy

CONTENT = Path(__file__).parents[1] / "content"
DESK = "C0DESK"


def read_house() -> House:
    """The usual policy, and the sample content's phrases."""
    files = sorted((CONTENT / "phrases").glob("*.yaml"))
    phrases = {file.stem: yaml.safe_load(file.read_text("utf-8")) for file in files}
    return House(Policy.read({}), Phrases(phrases))


def make_patience(seconds: float) -> Patience:
    return Patience(seconds, time.sleep, time.monotonic, random.random)


def at_once[T](acts: list[Callable[[], T]]) -> list[T]:
    """Do everything in the same moment, each in a thread of its own."""
    barrier = Barrier(len(acts))

    def wait_and_act(act: Callable[[], T]) -> T:
        barrier.wait(timeout=60)
        return act()

    with ThreadPoolExecutor(max_workers=len(acts)) as pool:
        return list(pool.map(wait_and_act, acts))


class Nobody:
    """Hears every hint, takes every message, and answers each question with itself."""

    def turn(self, conversation: str, sequence: int, *, delay: float = 0) -> None: ...
    def delivery(self, target: str, *, delay: float = 0) -> None: ...
    def look_at(self, conversation: str, *, delay: float = 0) -> None: ...
    def look_at_socket(self, socket: str, *, delay: float = 0) -> None: ...
    def look_at_agent(self, agent: str, *, delay: float = 0) -> None: ...

    def respond(self, request: TurnRequest) -> Answer:
        return Answer("You asked: " + " ".join(request.questions))

    def send(self, row: Outgoing) -> str:
        return f"SM{row.sequence}"

    def look_up(self, row: Outgoing) -> str | None:
        return f"SM{row.sequence}"

    def show_card(self, card: Card, posted: Posted | None) -> Posted:
        return posted or Posted(channel=DESK, ts=f"{card.conversation}.1")

    def post_in_thread(self, posted: Posted, row: Outgoing) -> str:
        return f"{posted.ts}.{row.sequence}"

    def react(self, row: Outgoing) -> None: ...
    def remove(self, posted: Posted) -> None: ...
    def blank(self, window: str) -> None: ...
    def scrub(self, posted: Posted) -> None: ...
    def show_draft(self, window: str, draft: Draft) -> None: ...
    def show_shift(self, posted: Posted | None) -> Posted:
        return posted or Posted(channel="C0BENCH", ts="1.1")


@dataclass(frozen=True, slots=True)
class Line:
    """What one process of each function would do, in one place."""

    store: ConversationStore
    clock: Clock
    new_id: NewId
    patience: Patience
    house: House

    def receive(self, incoming: Incoming) -> Received:
        use = ReceiveMessage(self.store, self.house, self.clock, self.new_id, self.patience)
        return use(incoming)

    @property
    def actions(self) -> AgentActions:
        return AgentActions(self.store, self.house, self.clock, self.patience, self.new_id)

    def reply(self, words: DeskWords) -> Heard:
        return ReplyToCustomer(self.store, self.house, self.clock, self.patience)(words)

    def take_turn(
        self, conversation: str, sequence: int, responder: Responder | None = None
    ) -> None:
        nobody = Nobody()
        answering = Answering(responder or nobody, self.house.policy)
        use = TakeTurn(self.store, nobody, self.house, answering, self.clock, self.patience)
        use(conversation, sequence)

    def look_at(self, conversation: str) -> None:
        use = LookAtConversation(self.store, Nobody(), self.house, self.clock, self.patience)
        use(conversation)

    def deliver(self, target: str) -> None:
        nobody, patience = Nobody(), self.patience
        settling = Settling(self.store, nobody, self.house, self.clock, patience, random.random)
        channels = dict.fromkeys(Channel, nobody)
        use = DeliverMessages(
            self.store, nobody, self.clock, patience, channels, nobody, settling, DESK
        )
        use(target)

    def on(self, store: ConversationStore) -> "Line":
        """The same line with another way to its table."""
        return replace(self, store=store)
