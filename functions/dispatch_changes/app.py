"""The table's stream: what was inserted and asks for something becomes hints."""

from collections.abc import Callable, Mapping
from typing import Any

from warmline import bootstrap
from warmline.adapters.dynamodb.items import row_of_image
from warmline.application.hinting import hint, hint_held, hint_shift, hint_socket
from warmline.batches import Failures, each_change
from warmline.bootstrap import Dispatcher
from warmline.domain.agent import ShiftEvent
from warmline.domain.entries import LogEntry
from warmline.domain.outgoing import Outgoing
from warmline.domain.records import HeldReply, Socket
from warmline.observability import get_logger

log = get_logger("dispatch_changes")


def make_handler(
    find_dispatcher: Callable[[], Dispatcher],
) -> Callable[[Mapping[str, Any], object], Failures]:
    """Return the handler: a record that fails comes again, with those after it."""

    def handle(event: Mapping[str, Any], _context: object) -> Failures:
        return each_change(event["Records"], lambda one: _dispatch(one, find_dispatcher()), log)

    return handle


def _dispatch(record: Mapping[str, Any], dispatcher: Dispatcher) -> None:
    if record["eventName"] != "INSERT":
        return
    row = row_of_image(record["dynamodb"]["NewImage"])
    match row:
        case LogEntry():
            hint(dispatcher.hints, dispatcher.policy, [row], [])
        case Outgoing():
            hint(dispatcher.hints, dispatcher.policy, [], [row])
        case Socket():
            hint_socket(dispatcher.hints, dispatcher.policy, row)
        case HeldReply():
            hint_held(dispatcher.hints, row)
        case ShiftEvent():
            hint_shift(dispatcher.hints, row)
        case None:
            pass


handler = make_handler(bootstrap.dispatcher)
