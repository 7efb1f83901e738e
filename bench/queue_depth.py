"""Taking a case from a long queue: the same calls as from a short one, and about the same time."""

import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from itertools import batched, cycle, islice
from typing import TYPE_CHECKING, Any

from bench.line import Line
from bench.races import ask_for_human, make_lines, now
from bench.tables import local_client, make_table
from warmline.adapters.dynamodb.statements import Commit
from warmline.bootstrap import SLACK_PATIENCE
from warmline.domain.address import Address
from warmline.domain.agent import Agent
from warmline.domain.conversation import Head
from warmline.domain.writes import Put

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

AGENT = Agent(
    id="U0ANA", display_name="Ana", on_shift=True, skills=("payments",), languages=("es",)
)
NEEDS = (("", ""), ("payments", ""), ("", "es"), ("payments", "es"))
"""What the cases need: one lane of the queue each, all of which the agent may take from."""

A_BATCH = 25
WRITERS = 4


@dataclass(slots=True)
class Depth:
    """A queue of a known length, and what taking from it has taken."""

    waiting: int
    line: Line
    first: str
    seconds: dict[str, list[float]] = field(default_factory=dict)
    calls: dict[str, Counter[str]] = field(default_factory=dict)

    def median(self, step: str) -> float:
        return statistics.median(self.seconds[step])


def make_depth(endpoint_url: str, waiting: int) -> Depth:
    """Return a table in which so many wait, a real case first of all."""
    table = make_table(endpoint_url)
    [line] = make_lines(endpoint_url, table, 1, SLACK_PATIENCE)
    line.store.commit([Put(AGENT)])
    first = ask_for_human(line, Address.sms("+15551230001", "+15550006789"))
    behind = _behind(line.store.find_head(first), waiting - 1)
    _fill(local_client(endpoint_url), table, behind)
    return Depth(waiting, line, first)


def measure_depths(depths: list[Depth], rounds: int) -> None:
    """Take and give back the first case of each queue in turn; a first round warms up."""
    for number in range(rounds + 1):
        for depth in depths:
            with _calls(depth.line) as made:
                for step, take in _STEPS.items():
                    _measure(depth, step, made, partial(take, depth))
                    depth.line.actions.release(AGENT.id, depth.first)
            if number == 0:
                depth.seconds.clear()


_STEPS: Mapping[str, Callable[[Depth], Head]] = {
    "next": lambda depth: depth.line.actions.next(AGENT.id),
    "claim": lambda depth: depth.line.actions.claim(AGENT.id, depth.first),
}


def _measure(depth: Depth, step: str, made: list[str], act: Callable[[], Head]) -> None:
    made.clear()
    started = time.perf_counter()
    taken = act()
    depth.seconds.setdefault(step, []).append(time.perf_counter() - started)
    depth.calls[step] = Counter(made)
    if taken.id != depth.first:
        raise AssertionError(f"{step} took {taken.id}, not who has waited longest")


def _behind(head: Head | None, count: int) -> Iterator[Head]:
    """Yield heads of cases that came later, a second after each other."""
    if head is None or head.waiting_since is None:
        raise AssertionError("nobody waits")
    since = head.waiting_since
    for number, (skill, language) in enumerate(islice(cycle(NEEDS), count), start=1):
        yield replace(
            head,
            id=f"case{number:07}",
            address=f"sms:+1556{number:07}:+15550006789",
            waiting_since=since + timedelta(seconds=number),
            skill=skill,
            needs_language=language,
            version=0,
        )


def _fill(client: "DynamoDBClient", table: str, heads: Iterator[Head]) -> None:
    commit = Commit("seed", table, now())

    def write(batch: tuple[Head, ...]) -> None:
        requests: Any = [
            {"PutRequest": {"Item": commit.statement(Put(head))["Put"]["Item"]}} for head in batch
        ]
        client.batch_write_item(RequestItems={table: requests})

    with ThreadPoolExecutor(WRITERS) as pool:
        for _ in pool.map(write, batched(heads, A_BATCH, strict=False)):
            pass


@contextmanager
def _calls(line: Line) -> Iterator[list[str]]:
    """Yield the names of the calls that the line's client makes while the block lasts."""
    made: list[str] = []
    events = line.store.client.meta.events  # type: ignore[attr-defined]  # a DynamoStore's

    def note(model: Any, **_: object) -> None:  # noqa: ANN401 - the service's own
        made.append(model.name)

    events.register("before-call.dynamodb", note)
    try:
        yield made
    finally:
        events.unregister("before-call.dynamodb", note)
