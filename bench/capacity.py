"""What the service counts: capacity units of every call, as ReturnConsumedCapacity tells them."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bench.line import Line
from warmline.application.receive_message import Incoming, Received
from warmline.domain.address import Address

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

WRITE_DOLLARS, READ_DOLLARS = 0.625e-6, 0.125e-6
"""On demand, us-east-1, a unit (aws.amazon.com/dynamodb/pricing/on-demand)."""

_WRITES = frozenset({"PutItem", "UpdateItem", "DeleteItem", "TransactWriteItems"})
_READS = ("GetItem", "BatchGetItem", "Query")


@dataclass(slots=True)
class Consumed:
    """Units and calls of everything that was done while it counted."""

    writes: float = 0
    reads: float = 0
    index_writes: float = 0
    calls: Counter[str] = field(default_factory=Counter)

    @property
    def dollars(self) -> float:
        return self.writes * WRITE_DOLLARS + self.reads * READ_DOLLARS

    def add(self, operation: str, answer: Any) -> None:  # noqa: ANN401 - the service's own
        self.calls[operation] += 1
        told = answer.get("ConsumedCapacity", [])
        for one in told if isinstance(told, list) else [told]:
            if operation in _WRITES:
                self.writes += one["CapacityUnits"]
                indexes = one.get("GlobalSecondaryIndexes", {}).values()
                self.index_writes += sum(index["CapacityUnits"] for index in indexes)
            else:
                self.reads += one["CapacityUnits"]

    def __add__(self, other: "Consumed") -> "Consumed":
        return Consumed(
            self.writes + other.writes,
            self.reads + other.reads,
            self.index_writes + other.index_writes,
            self.calls + other.calls,
        )


@contextmanager
def counting(client: "DynamoDBClient") -> Iterator[Consumed]:
    """Count what a client's calls consume while the block lasts."""
    consumed = Consumed()

    def ask(params: dict[str, Any], **_: object) -> None:
        params["ReturnConsumedCapacity"] = "INDEXES"

    def count(parsed: dict[str, Any], model: Any, **_: object) -> None:  # noqa: ANN401
        consumed.add(model.name, parsed)

    operations = (*_WRITES, *_READS)
    for operation in operations:
        client.meta.events.register(f"provide-client-params.dynamodb.{operation}", ask)
        client.meta.events.register(f"after-call.dynamodb.{operation}", count)
    try:
        yield consumed
    finally:
        for operation in operations:
            client.meta.events.unregister(f"provide-client-params.dynamodb.{operation}", ask)
            client.meta.events.unregister(f"after-call.dynamodb.{operation}", count)


type Steps = dict[str, Consumed]


def count_turn(line: Line, client: "DynamoDBClient", address: Address, scope: str) -> Steps:
    """Count one customer turn: a message comes in, the bot answers, the answer is delivered."""
    received: list[Received] = []

    def receive() -> None:
        text = "Where is my parcel? I ordered it on Monday, and the number is 4821-77."
        received.append(line.receive(Incoming(address=address, scope=scope, text=text)))

    def answer() -> None:
        line.take_turn(received[0].conversation, received[0].sequence)

    def deliver() -> None:
        line.deliver(address.value)

    steps: dict[str, Callable[[], None]] = {
        "message in": receive,
        "bot's answer": answer,
        "delivery": deliver,
    }
    return {name: _counted(client, step) for name, step in steps.items()}


def count_handoff(line: Line, client: "DynamoDBClient", address: Address, agent: str) -> Steps:
    """Count a case at the desk: the ask, its deliveries, the claim, a reply and its delivery."""
    conversation: list[str] = []

    def ask() -> None:
        message = Incoming(address=address, scope=f"ask-{address.value}", text="I want a human")
        conversation.append(line.receive(message).conversation)

    def deliver() -> None:
        for target in (address.value, f"card:{conversation[0]}", f"thread:{conversation[0]}"):
            line.deliver(target)

    steps: dict[str, Callable[[], None]] = {
        "ask for a human": ask,
        "notice, card, thread": deliver,
        "claim": lambda: _ignored(line.actions.claim(agent, conversation[0])),
        "notice, card": deliver,
        "resolve": lambda: _ignored(line.actions.resolve(agent, conversation[0])),
    }
    return {name: _counted(client, step) for name, step in steps.items()}


def total(steps: Steps) -> Consumed:
    return sum(steps.values(), Consumed())


def _counted(client: "DynamoDBClient", step: Callable[[], None]) -> Consumed:
    with counting(client) as consumed:
        step()
    return consumed


def _ignored(_: object) -> None:
    return None
