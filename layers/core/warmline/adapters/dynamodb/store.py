"""The table as a ConversationStore: consistent reads by key, conditional transactions."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from warmline.adapters.dynamodb import keys
from warmline.adapters.dynamodb.failures import translated
from warmline.adapters.dynamodb.items import from_typed, row_of
from warmline.adapters.dynamodb.keys import Key
from warmline.adapters.dynamodb.statements import statement
from warmline.application.ports import Arrival, Clock, Due
from warmline.domain.agent import Agent, OpenCase
from warmline.domain.conversation import Head
from warmline.domain.entries import LogEntry
from warmline.domain.errors import StoreUnavailable
from warmline.domain.outgoing import Outgoing
from warmline.domain.records import AddressRecord, Connection, Pace, Seen, Socket, Thread
from warmline.domain.writes import Row, Write

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

UNFINISHED_PAGE = 10
BATCH_TRIES = 3


@dataclass(frozen=True, slots=True)
class DynamoStore:
    """A ConversationStore in one DynamoDB table."""

    client: "DynamoDBClient"
    table: str
    clock: Clock

    def commit(self, writes: Sequence[Write]) -> None:
        statements = [statement(write, self.table, self.clock()) for write in writes]
        if not statements:
            return
        with translated():
            if len(statements) == 1:
                self._write_one(statements[0])
            else:
                self.client.transact_write_items(TransactItems=statements)

    def read_arrival(self, scope: str, address: str) -> Arrival:
        seen_key, address_key = keys.seen(scope), keys.address(address)
        items = self._get_batch([seen_key, address_key])
        seen = self._row(Seen, items.get(seen_key))
        record = self._row(AddressRecord, items.get(address_key))
        named = (record.open_conversation or record.last_conversation) if record else ""
        return Arrival(seen, record, self.find_head(named))

    def find_seen(self, scope: str) -> Seen | None:
        return self._get(Seen, keys.seen(scope))

    def find_address(self, address: str) -> AddressRecord | None:
        return self._get(AddressRecord, keys.address(address))

    def find_head(self, conversation: str) -> Head | None:
        return self._get(Head, keys.conversation(conversation)) if conversation else None

    def read_log(self, conversation: str, *, after: int = 0) -> list[LogEntry]:
        first, last = (
            keys.log_entry(conversation, after + 1),
            keys.log_entry(conversation, 10**12 - 1),
        )
        items = self._query(first.pk, first.sk, last.sk)
        return [row_of(LogEntry, item) for item in items]

    def find_thread(self, channel: str, ts: str) -> Thread | None:
        return self._get(Thread, keys.thread(channel, ts))

    def find_agent(self, agent: str) -> Agent | None:
        return self._get(Agent, keys.agent(agent))

    def find_open_case(self, agent: str, conversation: str) -> OpenCase | None:
        return self._get(OpenCase, keys.open_case(agent, conversation))

    def open_cases(self, agent: str) -> list[OpenCase]:
        items = self._query_prefix(keys.agent(agent, keys.OPEN))
        return [row_of(OpenCase, item) for item in items]

    def find_outgoing(self, target: str, sequence: int) -> Outgoing | None:
        return self._get(Outgoing, keys.outgoing(target, sequence))

    def next_outgoing(self, target: str) -> Outgoing | None:
        lowest: Outgoing | None = None
        start: Mapping[str, Any] | None = None
        while True:
            page, start = self._newest(target, UNFINISHED_PAGE, start)
            for row in page:
                if row.finished:
                    return lowest
                lowest = row
            if start is None:
                return lowest

    def last_outgoing(self, target: str) -> Outgoing | None:
        page, _ = self._newest(target, 1, None)
        return page[0] if page else None

    def find_socket(self, socket: str) -> Socket | None:
        return self._get(Socket, keys.socket(socket))

    def connections(self, session: str) -> list[Connection]:
        items = self._query_prefix(keys.connection(session))
        return [row_of(Connection, item) for item in items]

    def find_pace(self, scope: str) -> Pace | None:
        return self._get(Pace, keys.pace(scope))

    def find_due(self, now: datetime, *, limit: int) -> list[Due]:
        until = keys.moment(now + timedelta(microseconds=1))
        with ThreadPoolExecutor(max_workers=keys.DEADLINE_SHARDS) as pool:
            shards = list(
                pool.map(lambda shard: self._due_in(shard, until, limit), keys.deadline_shards())
            )
        ordered = sorted(sk for shard in shards for sk in shard)
        return list(dict.fromkeys(_due(sk) for sk in ordered))[:limit]

    def _write_one(self, item: Mapping[str, Any]) -> None:
        [(kind, arguments)] = item.items()
        match kind:
            case "Put":
                self.client.put_item(**arguments)
            case "Update":
                self.client.update_item(**arguments)
            case "Delete":
                self.client.delete_item(**arguments)
            case _:
                self.client.transact_write_items(TransactItems=[item])  # type: ignore[list-item]

    def _get[R: Row](self, kind: type[R], key: Key) -> R | None:
        with translated():
            answer = self.client.get_item(
                TableName=self.table, Key=_typed_key(key), ConsistentRead=True
            )
        return self._row(kind, answer.get("Item"))

    def _row[R: Row](self, kind: type[R], item: Mapping[str, Any] | None) -> R | None:
        """The row, unless its time is over: the service deletes expired ones days late."""
        if item is None:
            return None
        values = _untyped(item)
        expires = values.get(keys.EXPIRES)
        if expires is not None and expires <= self.clock().timestamp():
            return None
        return row_of(kind, values)

    def _get_batch(self, wanted: list[Key]) -> dict[Key, Mapping[str, Any]]:
        found: dict[Key, Mapping[str, Any]] = {}
        request: Any = {
            self.table: {"Keys": [_typed_key(key) for key in wanted], "ConsistentRead": True}
        }
        for _ in range(BATCH_TRIES):
            with translated():
                answer = self.client.batch_get_item(RequestItems=request)
            for item in answer["Responses"].get(self.table, []):
                found[Key(item[keys.PK]["S"], item[keys.SK]["S"])] = item
            request = answer.get("UnprocessedKeys")
            if not request:
                return found
        raise StoreUnavailable("UnprocessedKeys")

    def _query(self, pk: str, first: str, last: str) -> list[Mapping[str, Any]]:
        pages = self.client.get_paginator("query").paginate(
            TableName=self.table,
            ConsistentRead=True,
            KeyConditionExpression="#pk = :pk AND #sk BETWEEN :first AND :last",
            ExpressionAttributeNames={"#pk": keys.PK, "#sk": keys.SK},
            ExpressionAttributeValues={
                ":pk": {"S": pk},
                ":first": {"S": first},
                ":last": {"S": last},
            },
        )
        with translated():
            return [_untyped(item) for page in pages for item in page["Items"]]

    def _query_prefix(self, key: Key) -> list[Mapping[str, Any]]:
        return self._query(key.pk, key.sk, key.sk + "\U0010ffff")

    def _newest(
        self, target: str, limit: int, start: Mapping[str, Any] | None
    ) -> tuple[list[Outgoing], Mapping[str, Any] | None]:
        more: Any = {"ExclusiveStartKey": start} if start else {}
        with translated():
            answer = self.client.query(
                TableName=self.table,
                ConsistentRead=True,
                ScanIndexForward=False,
                Limit=limit,
                KeyConditionExpression="#pk = :pk",
                ExpressionAttributeNames={"#pk": keys.PK},
                ExpressionAttributeValues={":pk": {"S": keys.outgoing(target).pk}},
                **more,
            )
        rows = [row_of(Outgoing, _untyped(item)) for item in answer["Items"]]
        return rows, answer.get("LastEvaluatedKey")

    def _due_in(self, shard: str, until: str, limit: int) -> list[str]:
        with translated():
            pages = self.client.get_paginator("query").paginate(
                TableName=self.table,
                IndexName=keys.DEADLINES_INDEX,
                KeyConditionExpression="#pk = :pk AND #sk < :until",
                ProjectionExpression="#sk",
                ExpressionAttributeNames={"#pk": keys.DEADLINES_PK, "#sk": keys.DEADLINES_SK},
                ExpressionAttributeValues={":pk": {"S": shard}, ":until": {"S": until}},
                PaginationConfig={"MaxItems": limit},
            )
            return [item[keys.DEADLINES_SK]["S"] for page in pages for item in page["Items"]]


def _typed_key(key: Key) -> dict[str, Any]:
    return {keys.PK: {"S": key.pk}, keys.SK: {"S": key.sk}}


def _untyped(item: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: from_typed(value) for name, value in item.items()}


def _due(sk: str) -> Due:
    _, kind, name = sk.split("#", 2)
    value = unquote(name)
    match kind:
        case "C":
            return Due(conversation=value)
        case "T":
            return Due(target=value)
        case _:
            return Due(socket=value)
