"""The table's stream: each inserted entry, outgoing row or socket becomes hints."""

from collections.abc import Mapping
from typing import Any

from warmline import bootstrap
from warmline.adapters.dynamodb.items import row_of_image
from warmline.application.hinting import hint, hint_socket
from warmline.batches import Failures, each_change
from warmline.domain.entries import LogEntry
from warmline.domain.outgoing import Outgoing
from warmline.domain.records import Socket
from warmline.observability import get_logger

log = get_logger("dispatch_changes")


def handler(event: Mapping[str, Any], _context: object) -> Failures:
    """Hint for every inserted row. A record that fails comes again, with those after it."""
    return each_change(event["Records"], _dispatch, log)


def _dispatch(record: Mapping[str, Any]) -> None:
    if record["eventName"] != "INSERT":
        return
    dispatcher = bootstrap.dispatcher()
    row = row_of_image(record["dynamodb"]["NewImage"])
    match row:
        case LogEntry():
            hint(dispatcher.hints, dispatcher.policy, [row], [])
        case Outgoing():
            hint(dispatcher.hints, dispatcher.policy, [], [row])
        case Socket():
            hint_socket(dispatcher.hints, dispatcher.policy, row)
        case None:
            pass
