"""The table's stream between the real handler and a poller with the template's settings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, cast

from functions.dispatch_changes.app import make_handler
from tests.journeys.world import START, World
from tests.template.stack import resources
from warmline.adapters.dynamodb.statements import Commit
from warmline.adapters.sqs.hints import QueuedHints
from warmline.bootstrap import Dispatcher
from warmline.domain.writes import Put, Row

type Record = dict[str, Any]
type Handler = Callable[[dict[str, Any], object], Any]

GARBAGE: Record = {"PK": {"S": "CONV#x"}, "SK": {"S": "LOG#000000000001"}, "kind": {"S": "spoilt"}}


@dataclass
class Poller:
    """Brings a shard's records in order; a batch that fails comes again from where it failed.

    With bisecting, what is before and what is after a record that always fails gets through;
    without, everything behind it in its batch is given up with it, the worst that can happen.
    """

    handler: Handler
    bisects: bool = True
    parked: list[Record] = field(default_factory=list)
    calls: int = 0

    def bring(self, records: Sequence[Record]) -> None:
        retries = mapping()["MaximumRetryAttempts"]
        batch, tries = list(records), 0
        while batch:
            rest = self._remaining(batch)
            if len(rest) < len(batch):
                batch, tries = rest, 0
            elif tries < retries:
                tries += 1
            else:
                given_up = 1 if self.bisects else len(batch)
                self.parked.extend(batch[:given_up])
                batch, tries = batch[given_up:], 0

    def _remaining(self, batch: list[Record]) -> list[Record]:
        self.calls += 1
        failures = self.handler({"Records": batch}, None)["batchItemFailures"]
        if not failures:
            return []
        numbers = [record["dynamodb"]["SequenceNumber"] for record in batch]
        return batch[numbers.index(failures[0]["itemIdentifier"]) :]


class StreamedWorld(World):
    """A world whose inserted rows reach the dispatcher as the records of a stream."""

    def __init__(self) -> None:
        super().__init__()
        dispatcher = Dispatcher(cast("QueuedHints", self.listed), self.house.policy)
        self.poller = Poller(make_handler(lambda: dispatcher))
        self.held_back = False

    def stream(self) -> None:
        if self.stream_on and not self.held_back:
            self.poller.bring(self.fresh())

    def fresh(self) -> list[Record]:
        """Take the records that came since the last time."""
        rows = self.memory.inserted[self.streamed :]
        first, self.streamed = self.streamed, len(self.memory.inserted)
        return [record_of(row, number) for number, row in enumerate(rows, start=first)]


def record_of(row: Row, number: int) -> Record:
    new = Put(replace(row, version=0))
    return record(Commit("commit", "table", START).statement(new)["Put"]["Item"], number)


def record(image: Record, number: int) -> Record:
    return {
        "eventName": "INSERT",
        "dynamodb": {"SequenceNumber": f"{number:021}", "NewImage": image},
    }


def mapping() -> dict[str, Any]:
    """What the template says of the stream's poller."""
    mappings = resources("AWS::Lambda::EventSourceMapping").values()
    [found] = [one for one in mappings if "StartingPosition" in one]
    return found
