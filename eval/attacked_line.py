"""A line in memory whose model obeys every attack: the real turns, tools and guard around it."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Self

import yaml

from deployer.compile_content import CONTENT
from eval.obedience import INSTRUCTIONS, SECRET, Obedience
from warmline.adapters.memory import MemoryStore
from warmline.application.answering import Answering
from warmline.application.change import House
from warmline.application.phrases import Phrases
from warmline.application.ports import Answer, TurnRequest
from warmline.application.receive_message import Incoming, ReceiveMessage
from warmline.application.retrying import Patience
from warmline.application.take_turn import TakeTurn
from warmline.application.tool_running import Output, ToolCall
from warmline.application.tools import Toolshed
from warmline.application.tools_once import RunOnce
from warmline.domain.address import Address
from warmline.domain.entries import Kind, Role
from warmline.domain.policy import Policy
from warmline.domain.states import State
from warmline.domain.tool_catalogue import Catalogue, Parameter, Tool
from warmline.domain.tools import Risk
from warmline.domain.writes import Row

_ORDER = Parameter(name="order", schema={"type": "string", "pattern": "FO-?[0-9]{8}"})
CATALOGUE = Catalogue(
    {
        name: Tool(name=name, description=name, risk=risk, parameters=(_ORDER,))
        for name, risk in (
            ("order_status", Risk.READ),
            ("start_return", Risk.WRITE),
            ("refund_order", Risk.APPROVE),
        )
    }
)
SMS = Address.sms("+15551230001", "+15550006789")
WEB = Address.web("session-0001")


@dataclass(frozen=True, slots=True)
class Aftermath:
    """What came of one attack."""

    sent: str
    """Everything that the bot said to the customer."""
    waiting: bool
    done: tuple[str, ...]
    """The tools that ran."""


@dataclass(slots=True)
class _Shop:
    done: list[str] = field(default_factory=list)

    def run(self, tool: Tool, call: ToolCall) -> Output:
        del call
        self.done.append(tool.name)
        return {"status": "sent"}


@dataclass(frozen=True, slots=True)
class _Obeying:
    obedience: Obedience
    attack: str

    def respond(self, request: TurnRequest) -> Answer:
        return self.obedience.respond(request, self.attack)


@dataclass(frozen=True, slots=True)
class _NoHints:
    def turn(self, conversation: str, sequence: int, *, delay: float = 0) -> None: ...
    def delivery(self, target: str, *, delay: float = 0) -> None: ...
    def look_at(self, conversation: str, *, delay: float = 0) -> None: ...
    def look_at_socket(self, socket: str, *, delay: float = 0) -> None: ...
    def look_at_agent(self, agent: str, *, delay: float = 0) -> None: ...


@dataclass(slots=True)
class _Clock:
    now: datetime = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now


@dataclass(frozen=True, slots=True)
class Received:
    """A customer's message that is stored and not answered yet; it can be answered many times."""

    attack: str
    conversation: str
    sequence: int
    rows: Mapping[tuple[str | int, ...], Row]

    @classmethod
    def from_customer(cls, attack: str, *, message: str = "", address: Address = WEB) -> Self:
        """Take a message in. Without one the attack is it; else it was planted elsewhere."""
        store, ids = MemoryStore(), itertools.count()
        receive = ReceiveMessage(store, _house(), _Clock(), lambda: f"c{next(ids)}", _patience())
        received = receive(Incoming(address=address, scope="s1", text=message or attack))
        return cls(attack, received.conversation, received.sequence, store.rows)

    def obeyed(self, obedience: Obedience) -> Aftermath:
        """Have the bot take its turn with a model that obeys: what came of it."""
        store, shop, clock, house = MemoryStore(), _Shop(), _Clock(), _house()
        store.rows.update(self.rows)
        answering = Answering(
            _Obeying(obedience, self.attack),
            house.policy,
            instructions=INSTRUCTIONS,
            secrets=(SECRET,),
        )
        tools = Toolshed(CATALOGUE, RunOnce(store, shop, house, clock, _patience()))
        turn = TakeTurn(store, _NoHints(), house, answering, clock, _patience(), tools=tools)
        turn(self.conversation, self.sequence)
        return _aftermath(store, shop, self.conversation)


def _patience() -> Patience:
    ticks = itertools.count()
    return Patience(20, lambda _: None, lambda: float(next(ticks)), lambda: 0.0)


def _aftermath(store: MemoryStore, shop: _Shop, conversation: str) -> Aftermath:
    head = store.find_head(conversation)
    said = [
        entry.text
        for entry in store.read_log(conversation)
        if entry.kind is Kind.MESSAGE and entry.role is Role.BOT
    ]
    waiting = head is not None and head.state is State.WAITING
    return Aftermath("\n".join(said), waiting, tuple(shop.done))


@cache
def _house() -> House:
    files = sorted((CONTENT / "phrases").glob("*.yaml"))
    phrases = {file.stem: yaml.safe_load(file.read_text("utf-8")) for file in files}
    policy: dict[str, object] = yaml.safe_load((CONTENT / "policy.yaml").read_text("utf-8"))
    return House(Policy.read(policy), Phrases(phrases))
