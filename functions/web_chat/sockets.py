"""The sockets' side of the web chat: opened, a frame, closed."""

from collections.abc import Callable, Mapping
from typing import Any

from aws_lambda_powertools import Logger

from warmline.bootstrap import WebLine
from warmline.gateway import Request, Response, answer


def answer_socket(
    event: Mapping[str, Any], find_line: Callable[[], WebLine], log: Logger
) -> dict[str, object]:
    """Answer with a status alone: it refuses a `$connect`; to a frame nobody reads an answer."""

    def act(request: Request) -> Response:
        visits, context = find_line().visits, event["requestContext"]
        connection = str(context["connectionId"])
        match context.get("routeKey"):
            case "$connect":
                visits.connect(connection, _origins(event, request))
            case "$disconnect":
                visits.disconnect(connection)
            case _:
                visits.receive(connection, request.body)
        return Response(200)

    return {"statusCode": answer(event, act, log=log)["statusCode"]}


def _origins(event: Mapping[str, Any], request: Request) -> list[str]:
    """Every Origin that was sent: a second one must not hide behind the first."""
    for name, values in (event.get("multiValueHeaders") or {}).items():
        if name.lower() == "origin":
            return [str(value) for value in values]
    return [request.headers["origin"]] if "origin" in request.headers else []
