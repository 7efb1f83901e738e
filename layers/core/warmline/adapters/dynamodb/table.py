"""One table: consistent reads by key, queries page by page, conditional writes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from botocore.exceptions import ClientError

from warmline.adapters.dynamodb import keys
from warmline.adapters.dynamodb.failures import translated
from warmline.adapters.dynamodb.items import Values, untyped
from warmline.adapters.dynamodb.keys import Key
from warmline.adapters.dynamodb.statements import typed_key
from warmline.domain.errors import StoreUnavailable

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

BATCH_TRIES = 3

type Page = list[Values]
type Query = Any
"""An argument of the service's own Query."""


@dataclass(frozen=True, slots=True)
class Table:
    """The service's table. Raises Conflict and StoreUnavailable, never the client's own errors."""

    client: "DynamoDBClient"
    name: str

    def get(self, key: Key) -> Values | None:
        with translated():
            answer = self.client.get_item(
                TableName=self.name, Key=typed_key(key), ConsistentRead=True
            )
        item = answer.get("Item")
        return untyped(item) if item else None

    def get_all(self, wanted: Sequence[Key]) -> dict[Key, Values]:
        """Return the items that are there, read in one call."""
        found: dict[Key, Values] = {}
        request: Any = {
            self.name: {"Keys": [typed_key(key) for key in wanted], "ConsistentRead": True}
        }
        for _ in range(BATCH_TRIES):
            with translated():
                answer = self.client.batch_get_item(RequestItems=request)
            for item in map(untyped, answer["Responses"].get(self.name, [])):
                found[Key(item[keys.PK], item[keys.SK])] = item
            request = answer.get("UnprocessedKeys")
            if not request:
                return found
        raise StoreUnavailable("UnprocessedKeys")

    def pages(self, **query: Query) -> Iterator[Page]:
        """Yield a query's pages. With `Limit`, each page is four times as long as the last."""
        while True:
            with translated():
                answer = self.client.query(TableName=self.name, **query)
            yield [untyped(item) for item in answer["Items"]]
            if "LastEvaluatedKey" not in answer:
                return
            query["ExclusiveStartKey"] = answer["LastEvaluatedKey"]
            if "Limit" in query:
                query["Limit"] *= 4

    def first_page(self, **query: Query) -> Page:
        """Return a query's first page only: `Limit` items at most."""
        with translated():
            answer = self.client.query(TableName=self.name, **query)
        return [untyped(item) for item in answer["Items"]]

    def count(self, **query: Query) -> int:
        """Return how many items a query's first page would hold: `Limit` at most."""
        with translated():
            answer = self.client.query(TableName=self.name, Select="COUNT", **query)
        return answer["Count"]

    def write(self, statements: Sequence[Any]) -> None:
        """Write all or nothing. A single write needs no transaction, which costs twice as much."""
        match statements:
            case []:
                return
            case [{"Put": only}]:
                self._write_once(self.client.put_item, only)
            case [{"Update": only}]:
                self._write_once(self.client.update_item, only)
            case _:
                with translated():
                    self.client.transact_write_items(TransactItems=statements)

    def _write_once(self, call: Callable[..., object], arguments: Any) -> None:  # noqa: ANN401
        """A write whose answer was lost is sent again, and then fails on its own first success."""
        values = arguments.get("Item") or arguments["ExpressionAttributeValues"]
        with translated():
            try:
                call(**arguments, ReturnValuesOnConditionCheckFailure="ALL_OLD")
            except ClientError as error:
                failed: Any = error.response
                stored = failed.get("Item", {}).get(keys.COMMIT)
                if stored is None or stored not in values.values():
                    raise
