"""Every minute all that is due; by a wakeup one thing."""

from collections.abc import Callable, Mapping
from typing import Any

from warmline import bootstrap
from warmline.adapters.sqs.parse import AgentHint, ConversationHint, SocketHint, parse_hint
from warmline.batches import Failures, each_message
from warmline.bootstrap import Sweeper
from warmline.domain.errors import AnomalousPayload
from warmline.observability import Metric, get_logger

log = get_logger("sweep_deadlines")


def make_handler(
    find_sweeper: Callable[[], Sweeper],
) -> Callable[[Mapping[str, Any], object], Failures | None]:
    """Return the handler: it does what is due. A wakeup that fails comes again alone."""

    def handle(event: Mapping[str, Any], _context: object) -> Failures | None:
        if "Records" in event:
            return each_message(event["Records"], lambda one: _wake(one, find_sweeper()), log)
        log.info(Metric.SWEPT, looked_at=find_sweeper().sweep())
        return None

    return handle


def _wake(record: Mapping[str, Any], sweeper: Sweeper) -> None:
    match parse_hint(record["body"]):
        case ConversationHint(conversation):
            sweeper.look_at(conversation)
        case SocketHint(connection):
            sweeper.close_silent(connection)
        case AgentHint(agent):
            sweeper.sweep.return_cases(agent)
        case _:
            raise AnomalousPayload("a hint for another queue")


handler = make_handler(bootstrap.sweeper)
