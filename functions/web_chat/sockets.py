"""The sockets' side of the web chat: opened, a frame, closed."""

from collections.abc import Callable, Mapping
from typing import Any

from aws_lambda_powertools import Logger

from warmline.application.receive_message import Received
from warmline.bootstrap import WebLine
from warmline.domain.errors import WarmlineError
from warmline.gateway import Request, Response, answer
from warmline.observability import Metric


def answer_socket(
    event: Mapping[str, Any], find_line: Callable[[], WebLine], log: Logger
) -> dict[str, object]:
    """Answer with a status alone. It refuses a `$connect`; a frame was answered by frames."""
    context = event["requestContext"]
    connection, route = str(context["connectionId"]), context.get("routeKey")

    def act(request: Request) -> Response:
        visits = find_line().visits
        match route:
            case "$connect":
                visits.connect(connection, _origins(event, request))
            case "$disconnect":
                visits.disconnect(connection)
            case _:
                _log(visits.receive(connection, request.body), log)
        return Response(200)

    status = answer(event, act, log=log)["statusCode"]
    return {"statusCode": status if route in {"$connect", "$disconnect"} else 200}


def log_received(received: Received, log: Logger) -> None:
    """One line for a stored message, without a word of it."""
    metric = Metric.MESSAGE_REPEATED if received.repeated else Metric.MESSAGE_RECEIVED
    log.info(metric, channel="web", conversation=received.conversation, sequence=received.sequence)


def _log(outcome: Received | WarmlineError | None, log: Logger) -> None:
    """Raise a refusal of which the socket knows already: `answer` has the line for it."""
    if isinstance(outcome, WarmlineError):
        raise outcome
    if outcome is not None:
        log_received(outcome, log)


def _origins(event: Mapping[str, Any], request: Request) -> list[str]:
    """Every Origin that was sent: a second one must not hide behind the first."""
    for name, values in (event.get("multiValueHeaders") or {}).items():
        if name.lower() == "origin":
            return [str(value) for value in values]
    return [request.headers["origin"]] if "origin" in request.headers else []
