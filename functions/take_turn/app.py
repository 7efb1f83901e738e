"""One turn of the bot, or one draft for an agent. A hint that comes twice changes nothing."""

from collections.abc import Callable, Mapping
from typing import Any

from warmline import bootstrap
from warmline.adapters.sqs.parse import TargetHint, TurnHint, parse_hint
from warmline.application.drafts import WriteDraft
from warmline.application.take_turn import TakeTurn
from warmline.batches import each_alone
from warmline.domain.errors import AnomalousPayload
from warmline.domain.outgoing import is_draft_target
from warmline.observability import Metric, get_logger

log = get_logger("take_turn")


def make_handler(
    find_take_turn: Callable[[], TakeTurn],
    find_write_draft: Callable[[], WriteDraft] = bootstrap.write_draft,
) -> Callable[[Mapping[str, Any], object], None]:
    """Return the handler: it raises for a hint that must come again; five times, then parked."""

    def look(record: Mapping[str, Any]) -> None:
        match parse_hint(record["body"]):
            case TurnHint(conversation, sequence):
                find_take_turn()(conversation, sequence)
                log.info(Metric.TURN_LOOKED_AT, conversation=conversation, sequence=sequence)
            case TargetHint(target) if is_draft_target(target):
                find_write_draft()(target)
                log.info(Metric.DRAFT_LOOKED_AT)
            case _:
                raise AnomalousPayload("a hint for another queue")

    def take(event: Mapping[str, Any], _context: object) -> None:
        find_take_turn()  # a first call without a hint is made so that no customer waits for this
        each_alone(event["Records"], look, log)

    return take


handler = make_handler(bootstrap.take_turn)
