"""Every minute all that is due; by a wakeup one thing."""

from collections.abc import Mapping
from typing import Any

from warmline import bootstrap
from warmline.adapters.sqs.parse import ConversationHint, SocketHint, parse_hint
from warmline.batches import Failures, each_message
from warmline.domain.errors import AnomalousPayload
from warmline.observability import Metric, get_logger

log = get_logger("sweep_deadlines")


def handler(event: Mapping[str, Any], _context: object) -> Failures | None:
    """Do what is due. A wakeup that fails comes again alone."""
    if "Records" in event:
        return each_message(event["Records"], _wake, log)
    log.info(Metric.SWEPT, looked_at=bootstrap.sweeper().sweep())
    return None


def _wake(record: Mapping[str, Any]) -> None:
    sweeper = bootstrap.sweeper()
    match parse_hint(record["body"]):
        case ConversationHint(conversation):
            sweeper.look_at(conversation)
        case SocketHint(connection):
            sweeper.close_silent(connection)
        case _:
            raise AnomalousPayload("a hint for another queue")
