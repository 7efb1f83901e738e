"""Brings one target what it is owed, for one hint."""

from collections.abc import Mapping
from typing import Any

from warmline import bootstrap
from warmline.adapters.sqs.parse import TargetHint, parse_hint
from warmline.domain.errors import AnomalousPayload
from warmline.observability import get_logger

log = get_logger("deliver_message")


def handler(event: Mapping[str, Any], _context: object) -> None:
    """Deliver. Raises for a hint that must come again; after five times it is parked."""
    for record in event["Records"]:
        hint = parse_hint(record["body"])
        if not isinstance(hint, TargetHint):
            raise AnomalousPayload("a hint for another queue")
        bootstrap.deliver_messages()(hint.target)
        log.info("target_looked_at", kind=hint.target.partition(":")[0])
