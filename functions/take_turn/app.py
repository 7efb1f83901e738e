"""One turn of the bot, for one hint. A hint that comes twice, or late, changes nothing."""

from collections.abc import Callable, Mapping
from typing import Any

from warmline import bootstrap
from warmline.adapters.sqs.parse import TurnHint, parse_hint
from warmline.application.take_turn import TakeTurn
from warmline.batches import each_alone
from warmline.domain.errors import AnomalousPayload
from warmline.observability import Metric, get_logger

log = get_logger("take_turn")


def make_handler(
    find_take_turn: Callable[[], TakeTurn],
) -> Callable[[Mapping[str, Any], object], None]:
    """Return the handler: it raises for a hint that must come again; five times, then parked."""

    def look(record: Mapping[str, Any]) -> None:
        hint = parse_hint(record["body"])
        if not isinstance(hint, TurnHint):
            raise AnomalousPayload("a hint for another queue")
        find_take_turn()(hint.conversation, hint.sequence)
        log.info(Metric.TURN_LOOKED_AT, conversation=hint.conversation, sequence=hint.sequence)

    def take(event: Mapping[str, Any], _context: object) -> None:
        find_take_turn()  # a first call without a hint is made so that no customer waits for this
        each_alone(event["Records"], look, log)

    return take


handler = make_handler(bootstrap.take_turn)
