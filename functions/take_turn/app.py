"""One turn of the bot, for one hint. A hint that comes twice, or late, changes nothing."""

from collections.abc import Mapping
from typing import Any

from warmline import bootstrap
from warmline.adapters.sqs.parse import TurnHint, parse_hint
from warmline.domain.errors import AnomalousPayload
from warmline.observability import get_logger

log = get_logger("take_turn")


def handler(event: Mapping[str, Any], _context: object) -> None:
    """Take the turn. Raises for a hint that must come again; after five times it is parked."""
    for record in event["Records"]:
        hint = parse_hint(record["body"])
        if not isinstance(hint, TurnHint):
            raise AnomalousPayload("a hint for another queue")
        bootstrap.take_turn()(hint.conversation, hint.sequence)
        log.info("turn_looked_at", conversation=hint.conversation, sequence=hint.sequence)
