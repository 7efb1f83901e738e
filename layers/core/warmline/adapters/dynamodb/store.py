"""The table as a ConversationStore: what is read by which key, and what is written together."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import batched, islice
from operator import itemgetter
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from warmline.adapters.dynamodb import keys
from warmline.adapters.dynamodb.items import Values, row_of, to_typed
from warmline.adapters.dynamodb.keys import Key
from warmline.adapters.dynamodb.statements import Commit
from warmline.adapters.dynamodb.table import Query, Table
from warmline.application.ports import Arrival, Clock, Due
from warmline.domain.agent import Agent, OpenCase, ShiftEvent, WorkDone
from warmline.domain.conversation import Head
from warmline.domain.entries import LogEntry
from warmline.domain.outgoing import Outgoing
from warmline.domain.queueing import Lane, Place
from warmline.domain.records import (
    AddressRecord,
    CaseName,
    Connection,
    HeldReply,
    Outage,
    Pace,
    Presence,
    Seen,
    Socket,
    Spending,
    Thread,
    Waited,
)
from warmline.domain.tool_runs import ToolRun
from warmline.domain.writes import Row, Write

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

FIRST_PAGE = 3
"""How many of a target's newest rows are read first: a line is seldom longer than two."""

DUE_PAGES = 5
"""How far past one blocked line's rows a shard of deadlines is read."""

QUEUE_READS_AT_ONCE = 16

MOST_IN_A_BATCH = 100
"""What BatchGetItem takes."""

FOREVER = float("inf")


@dataclass(frozen=True, slots=True)
class DynamoStore:
    """A ConversationStore in one DynamoDB table."""

    client: "DynamoDBClient"
    name: str
    clock: Clock

    @property
    def table(self) -> Table:
        return Table(self.client, self.name)

    def commit(self, writes: Sequence[Write]) -> None:
        commit = Commit(token_hex(8), self.name, self.clock())
        self.table.write([commit.statement(write) for write in writes])

    def read_arrival(self, scope: str, address: str) -> Arrival:
        seen_key, address_key = keys.seen(scope), keys.address(address)
        items = self.table.get_all([seen_key, address_key])
        seen = self._row(Seen, items.get(seen_key))
        record = self._row(AddressRecord, items.get(address_key))
        named = (record.open_conversation or record.last_conversation) if record else ""
        return Arrival(seen, record, self.find_head(named))

    def find_seen(self, scope: str) -> Seen | None:
        return self._find(Seen, keys.seen(scope))

    def find_address(self, address: str) -> AddressRecord | None:
        return self._find(AddressRecord, keys.address(address))

    def find_head(self, conversation: str) -> Head | None:
        return self._find(Head, keys.conversation(conversation)) if conversation else None

    def read_log(self, conversation: str, *, after: int = 0) -> list[LogEntry]:
        first = keys.log_entry(conversation, after + 1)
        last = keys.log_entry(conversation, keys.LAST_SEQUENCE)
        return self._rows(
            LogEntry,
            KeyConditionExpression="#pk = :pk AND #sk BETWEEN :first AND :last",
            ExpressionAttributeValues=_typed(pk=first.pk, first=first.sk, last=last.sk),
        )

    def find_thread(self, channel: str, ts: str) -> Thread | None:
        return self._find(Thread, keys.thread(channel, ts))

    def cases_named(self, name: str) -> list[CaseName]:
        return self._rows_beneath(CaseName, keys.case_name(name))

    def find_agent(self, agent: str) -> Agent | None:
        return self._find(Agent, keys.agent(agent))

    def find_open_case(self, agent: str, conversation: str) -> OpenCase | None:
        return self._find(OpenCase, keys.open_case(agent, conversation))

    def open_cases(self, agent: str) -> list[OpenCase]:
        return self._rows_beneath(OpenCase, keys.open_case(agent))

    def find_outgoing(self, target: str, sequence: int) -> Outgoing | None:
        return self._find(Outgoing, keys.outgoing(target, sequence))

    def next_outgoing(self, target: str) -> Outgoing | None:
        """Read back from the newest to the first that has ended, however long the target's past."""
        lowest: Outgoing | None = None
        for row in self._newest_first(target, FIRST_PAGE):
            if row.finished:
                break
            lowest = row
        return lowest

    def last_outgoing(self, target: str) -> Outgoing | None:
        return next(self._newest_first(target, 1), None)

    def find_socket(self, socket: str) -> Socket | None:
        return self._find(Socket, keys.socket(socket))

    def connections(self, session: str) -> list[Connection]:
        return self._rows_beneath(Connection, keys.connection(session))

    def find_pace(self, scope: str) -> Pace | None:
        return self._find(Pace, keys.pace(scope))

    def find_outage(self, scope: str) -> Outage | None:
        return self._find(Outage, keys.outage(scope))

    def find_spending(self, scope: str) -> Spending | None:
        return self._find(Spending, keys.spending(scope))

    def find_tool_run(self, key: str) -> ToolRun | None:
        return self._find(ToolRun, keys.tool_run(key))

    def agents(self) -> list[Agent]:
        pages = self.table.pages(
            IndexName=keys.QUEUE_INDEX,
            KeyConditionExpression="#pk = :pk",
            ExpressionAttributeNames={"#pk": keys.QUEUE_PK},
            ExpressionAttributeValues=_typed(pk=keys.AGENTS),
        )
        found = [Key(item[keys.PK], item[keys.SK]) for page in pages for item in page]
        batches = (
            self.table.get_all(some) for some in batched(found, MOST_IN_A_BATCH, strict=False)
        )
        return [row_of(Agent, item) for batch in batches for item in batch.values()]

    def shift_events(self, agent: str, *, since: datetime) -> list[ShiftEvent]:
        first = keys.shift(agent, since)
        return self._rows(
            ShiftEvent,
            KeyConditionExpression="#pk = :pk AND #sk BETWEEN :first AND :last",
            ExpressionAttributeValues=_typed(pk=first.pk, first=first.sk, last=f"{keys.SHIFT}~"),
        )

    def work_done(self, agent: str, *, since: datetime) -> list[WorkDone]:
        first = keys.work(agent, since.isoformat(), "")
        return self._rows(
            WorkDone,
            KeyConditionExpression="#pk = :pk AND #sk BETWEEN :first AND :last",
            ExpressionAttributeValues=_typed(pk=first.pk, first=first.sk, last=f"{keys.WORK}~"),
        )

    def held_replies(self, conversation: str) -> list[HeldReply]:
        return self._rows_beneath(HeldReply, keys.held(conversation))

    def find_held(self, conversation: str, ts: str) -> HeldReply | None:
        return self._find(HeldReply, keys.held(conversation, ts))

    def find_presence(self, session: str) -> Presence | None:
        return self._find(Presence, keys.presence(session))

    def latest_waits(self, team: str, *, since: datetime, limit: int) -> list[Waited]:
        first = keys.waited(team, since)
        items = self.table.first_page(
            Limit=limit,
            ScanIndexForward=False,
            KeyConditionExpression="#pk = :pk AND #sk > :first",
            ExpressionAttributeNames={"#pk": keys.PK, "#sk": keys.SK},
            ExpressionAttributeValues=_typed(pk=first.pk, first=first.sk),
        )
        return [row_of(Waited, item) for item in items]

    def waiting(self, lanes: Sequence[Lane], *, limit: int) -> list[Place]:
        found = self._each_partition(lanes, lambda one: self._places_in(one, limit))
        places = [place for places in found for place in places]
        return sorted(places, key=lambda place: (place.since, place.conversation))

    def count_waiting(self, lanes: Sequence[Lane], *, before: datetime, limit: int) -> int:
        until = keys.moment(before)
        counts = self._each_partition(lanes, lambda one: self._count_in(one, until, limit))
        return min(sum(counts), limit)

    def posts_in_thread(self, target: str) -> list[Outgoing]:
        return [
            row
            for row in self._rows(
                Outgoing,
                KeyConditionExpression="#pk = :pk AND #sk >= :first",
                ExpressionAttributeValues=_typed(
                    pk=keys.outgoing(target).pk, first=keys.outgoing(target).sk
                ),
            )
            if row.provider_id
        ]

    def _each_partition[T](self, lanes: Sequence[Lane], read: Callable[[str], T]) -> list[T]:
        """Read every partition of the lanes, in parallel: as many calls whatever the depth."""
        partitions = [one for lane in lanes for one in keys.queue_partitions(lane)]
        if len(partitions) == 1:
            return [read(partitions[0])]
        with ThreadPoolExecutor(max_workers=min(len(partitions), QUEUE_READS_AT_ONCE)) as pool:
            return list(pool.map(read, partitions))

    def _places_in(self, partition: str, limit: int) -> list[Place]:
        items = self.table.first_page(
            IndexName=keys.QUEUE_INDEX,
            Limit=limit,
            KeyConditionExpression="#pk = :pk",
            ProjectionExpression="#sk",
            ExpressionAttributeNames={"#pk": keys.QUEUE_PK, "#sk": keys.QUEUE_SK},
            ExpressionAttributeValues=_typed(pk=partition),
        )
        found = [item[keys.QUEUE_SK] for item in items]
        return [Place(keys.since_of(one), keys.conversation_of(one)) for one in found]

    def _count_in(self, partition: str, until: str, limit: int) -> int:
        return self.table.count(
            IndexName=keys.QUEUE_INDEX,
            Limit=limit,
            KeyConditionExpression="#pk = :pk AND #sk < :until",
            ExpressionAttributeNames={"#pk": keys.QUEUE_PK, "#sk": keys.QUEUE_SK},
            ExpressionAttributeValues=_typed(pk=partition, until=until),
        )

    def find_due(self, now: datetime, *, limit: int) -> list[Due]:
        until = keys.moment(now + timedelta(microseconds=1))
        with ThreadPoolExecutor(max_workers=keys.DEADLINE_SHARDS) as pool:
            shards = pool.map(
                lambda shard: self._due_in(shard, until, limit), keys.deadline_shards()
            )
            due = [one for shard in shards for one in shard.items()]
        return [one for one, _ in sorted(due, key=itemgetter(1))][:limit]

    def _find[R: Row](self, kind: type[R], key: Key) -> R | None:
        return self._row(kind, self.table.get(key))

    def _row[R: Row](self, kind: type[R], item: Values | None) -> R | None:
        """The row, unless its time is over: the service deletes expired ones days late."""
        if item is None or item.get(keys.EXPIRES, FOREVER) <= self.clock().timestamp():
            return None
        return row_of(kind, item)

    def _rows_beneath[R: Row](self, kind: type[R], prefix: Key) -> list[R]:
        return self._rows(
            kind,
            KeyConditionExpression="#pk = :pk AND begins_with(#sk, :sk)",
            ExpressionAttributeValues=_typed(pk=prefix.pk, sk=prefix.sk),
        )

    def _rows[R: Row](self, kind: type[R], **query: Query) -> list[R]:
        pages = self.table.pages(
            ConsistentRead=True,
            ExpressionAttributeNames={"#pk": keys.PK, "#sk": keys.SK},
            **query,
        )
        rows = (self._row(kind, item) for page in pages for item in page)
        return [row for row in rows if row is not None]

    def _newest_first(self, target: str, first_page: int) -> Iterator[Outgoing]:
        pages = self.table.pages(
            ConsistentRead=True,
            ScanIndexForward=False,
            Limit=first_page,
            KeyConditionExpression="#pk = :pk",
            ExpressionAttributeNames={"#pk": keys.PK},
            ExpressionAttributeValues=_typed(pk=keys.outgoing(target).pk),
        )
        return (row_of(Outgoing, item) for page in pages for item in page)

    def _due_in(self, shard: str, until: str, limit: int) -> dict[Due, str]:
        """Return what is due in a shard, each with its oldest sort key."""
        due: dict[Due, str] = {}
        pages = self.table.pages(
            IndexName=keys.DEADLINES_INDEX,
            Limit=limit,
            KeyConditionExpression="#pk = :pk AND #sk < :until",
            ProjectionExpression="#sk",
            ExpressionAttributeNames={"#pk": keys.DEADLINES_PK, "#sk": keys.DEADLINES_SK},
            ExpressionAttributeValues=_typed(pk=shard, until=until),
        )
        for page in islice(pages, DUE_PAGES):
            for item in page:
                due.setdefault(keys.due_of(item[keys.DEADLINES_SK]), item[keys.DEADLINES_SK])
            if len(due) >= limit:
                break
        return due


def _typed(**values: str) -> dict[str, Any]:
    return {f":{name}": to_typed(value) for name, value in values.items()}
