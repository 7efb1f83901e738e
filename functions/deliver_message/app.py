"""Brings one target what it is owed, for one hint."""

from collections.abc import Callable, Mapping
from typing import Any

from warmline import bootstrap
from warmline.adapters.sqs.parse import TargetHint, parse_hint
from warmline.application.deliver import DeliverMessages
from warmline.batches import each_alone
from warmline.domain.errors import AnomalousPayload
from warmline.observability import Metric, get_logger

log = get_logger("deliver_message")


def make_handler(
    find_deliver: Callable[[], DeliverMessages],
) -> Callable[[Mapping[str, Any], object], None]:
    """Return the handler: it raises for a hint that must come again; five times, then parked."""

    def look(record: Mapping[str, Any]) -> None:
        hint = parse_hint(record["body"])
        if not isinstance(hint, TargetHint):
            raise AnomalousPayload("a hint for another queue")
        find_deliver()(hint.target)
        log.info(Metric.TARGET_LOOKED_AT, kind=hint.target.partition(":")[0])

    return lambda event, _context: each_alone(event["Records"], look, log)


handler = make_handler(bootstrap.deliver_messages)
