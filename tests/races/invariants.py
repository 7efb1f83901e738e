"""What must be true of the table after whatever happened."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from bench.tables import local_client
from warmline.adapters.dynamodb import keys
from warmline.adapters.dynamodb.items import row_of, untyped
from warmline.adapters.memory import Identity, identity
from warmline.domain.agent import Agent, OpenCase, WorkDone
from warmline.domain.conversation import Head, Marks, fold
from warmline.domain.entries import Kind, LogEntry
from warmline.domain.outgoing import Outgoing, Task
from warmline.domain.records import AddressRecord, Seen
from warmline.domain.states import State
from warmline.domain.writes import Row

_OF_AGENT: dict[str, type[Row]] = {"PROFILE": Agent, "OPEN": OpenCase, "WORK": WorkDone}


@dataclass(slots=True)
class Rows:
    """Everything in a table, by kind."""

    heads: list[Head] = field(default_factory=list)
    entries: list[LogEntry] = field(default_factory=list)
    outgoing: list[Outgoing] = field(default_factory=list)
    addresses: list[AddressRecord] = field(default_factory=list)
    agents: list[Agent] = field(default_factory=list)
    open_cases: list[OpenCase] = field(default_factory=list)
    seen: list[Seen] = field(default_factory=list)
    by_identity: dict[Identity, Row] = field(default_factory=dict)
    indexed: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    reader: Callable[[], "Rows"] | None = None

    def read(self) -> "Rows":
        """Read the table as it is now."""
        assert self.reader is not None
        return self.reader()

    def log(self, conversation: str) -> list[LogEntry]:
        entries = [entry for entry in self.entries if entry.conversation == conversation]
        return sorted(entries, key=lambda entry: entry.sequence)

    def add(self, row: Row) -> None:
        self.by_identity[identity(row)] = row
        match row:
            case Head():
                self.heads.append(row)
            case LogEntry():
                self.entries.append(row)
            case Outgoing():
                self.outgoing.append(row)
            case AddressRecord():
                self.addresses.append(row)
            case Agent():
                self.agents.append(row)
            case OpenCase():
                self.open_cases.append(row)
            case Seen():
                self.seen.append(row)
            case _:
                pass


def read_rows(endpoint_url: str, table: str) -> Rows:
    """Scan a whole table, consistently."""
    client, rows = local_client(endpoint_url), Rows()
    pages = client.get_paginator("scan").paginate(TableName=table, ConsistentRead=True)
    for item in (untyped(item) for page in pages for item in page["Items"]):
        kind = kind_of(item)
        if kind is not None:
            rows.add(row_of(kind, item))
            indexes = {keys.QUEUE_PK, keys.QUEUE_SK, keys.DEADLINES_PK, keys.DEADLINES_SK}
            rows.indexed[item[keys.PK], item[keys.SK]] = indexes & item.keys()
    return rows


def violations(rows: Rows) -> list[str]:
    """Return every sentence that is not true of these rows."""
    return [
        *(problem for head in rows.heads for problem in _of_head(rows, head)),
        *(problem for agent in rows.agents for problem in _of_agent(rows, agent)),
        *(problem for address in rows.addresses for problem in _of_address(rows, address)),
        *_of_cases(rows),
    ]


def kind_of(item: dict[str, Any]) -> type[Row] | None:
    """Return which row an item is, an agent's included."""
    kind = keys.kind_of(keys.Key(item[keys.PK], item[keys.SK]))
    return kind or _OF_AGENT.get(item[keys.SK].partition("#")[0])


def _of_head(rows: Rows, head: Head) -> Iterator[str]:
    log = rows.log(head.id)
    folded = fold(log)
    if folded != replace(head, marks=Marks(), version=0):
        yield f"{head.id}: the head is not the fold of its log: {head} {folded}"
    if (head.state is State.WITH_AGENT) != bool(head.agent):
        yield f"{head.id}: {head.state} with agent {head.agent!r}"
    if (head.state is State.WAITING) != (head.waiting_since is not None and not head.agent):
        yield f"{head.id}: {head.state} since {head.waiting_since}"
    epochs = Counter(entry.epoch for entry in log if entry.kind is Kind.CLAIMED)
    if any(count > 1 for count in epochs.values()):
        yield f"{head.id}: claimed twice in an epoch"
    if [entry.epoch for entry in log] != sorted(entry.epoch for entry in log):
        yield f"{head.id}: an epoch came back"
    yield from _of_indexes(rows, head)
    yield from _of_notices(rows, log)


def _of_indexes(rows: Rows, head: Head) -> Iterator[str]:
    key = keys.conversation(head.id)
    found = rows.indexed[key.pk, key.sk]
    queue, deadlines = {keys.QUEUE_PK, keys.QUEUE_SK}, {keys.DEADLINES_PK, keys.DEADLINES_SK}
    if found & queue != (queue if head.state is State.WAITING else set()):
        yield f"{head.id}: {head.state} in the queue as {found & queue}"
    if found & deadlines != (deadlines if head.due else set()):
        yield f"{head.id}: due {head.due} in the deadlines as {found & deadlines}"


def _of_notices(rows: Rows, log: list[LogEntry]) -> Iterator[str]:
    """Everything that the customer sees in a log has one row on its way to them."""
    said = Counter(
        row.entry.sequence
        for row in rows.outgoing
        if row.task is Task.SAY and row.entry and row.entry.conversation == log[0].conversation
    )
    for entry in log:
        wanted = entry.kind is Kind.NOTICE or (entry.kind is Kind.MESSAGE and entry.agent)
        if (wanted and said[entry.sequence] != 1) or said[entry.sequence] > 1:
            yield f"{entry.conversation}: {entry.kind} {entry.sequence} said {said} times"


def _of_agent(rows: Rows, agent: Agent) -> Iterator[str]:
    cases = [case for case in rows.open_cases if case.agent == agent.id]
    if agent.open_count != len(cases):
        yield f"{agent.id} counts {agent.open_count} and has {len(cases)}"


def _of_cases(rows: Rows) -> Iterator[str]:
    held = {(head.agent, head.id) for head in rows.heads if head.state is State.WITH_AGENT}
    cases = {(case.agent, case.conversation) for case in rows.open_cases}
    if held != cases:
        yield f"held are {held}, counted {cases}"


def _of_address(rows: Rows, address: AddressRecord) -> Iterator[str]:
    heads = [head for head in rows.heads if head.address == address.address]
    alive = [head.id for head in heads if head.state is not State.CLOSED]
    if alive != [name for name in (address.open_conversation,) if name]:
        yield f"open are {alive}, the address says {address.open_conversation!r}"
    ids = {head.id for head in heads}
    numbers = sorted(entry.sequence for entry in rows.entries if entry.conversation in ids)
    if len(set(numbers)) != len(numbers) or numbers[-1:] > [address.last_sequence]:
        yield f"sequences {numbers}, the address counts {address.last_sequence}"
    lost = set(range(1, address.last_sequence + 1)) - set(numbers)
    confirmed = {row.sequence for row in rows.outgoing if row.target == address.address}
    if lost - confirmed:
        yield f"no row has the sequences {lost - confirmed}"
