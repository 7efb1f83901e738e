"""The HTTP side of the web chat: which call is which, and how it is answered."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from aws_lambda_powertools import Logger

from functions.web_chat.sockets import log_received
from warmline.adapters.web.origins import check_origin, cors_headers
from warmline.adapters.web.parse import (
    parse_note,
    parse_object,
    parse_session,
    parse_since,
    parse_words,
)
from warmline.adapters.web.tokens import Visit
from warmline.bootstrap import WebLine
from warmline.domain.errors import ConfigurationError, SignatureMismatch
from warmline.gateway import Request, Response, answer, error_response

type Route = Callable[[WebLine, Request, Logger], Response]

CACHEABLE = {
    "Cache-Control": "public, max-age=300",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
}
PRIVATE = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
UNTOLD = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
ACCEPTED = 202
FILES = "/chat/files/"


def answer_call(
    event: Mapping[str, Any], find_line: Callable[[], WebLine], log: Logger
) -> dict[str, object]:
    """Answer one HTTP call; our own pages may read refusals too, which browsers else hide."""
    answered = answer(event, lambda one: _route(find_line(), one, log), log=log, unproven=401)
    headers = answered["headers"]
    assert isinstance(headers, dict)  # noqa: S101 - `answer` makes it
    return {**answered, "headers": {**headers, **_cors(event, find_line)}}


def _cors(event: Mapping[str, Any], find_line: Callable[[], WebLine]) -> Mapping[str, str]:
    try:
        request, origins = Request.of({**event, "body": ""}), find_line().settings.chat_origins
    except ConfigurationError:
        return {}
    preflight = request.method == "OPTIONS"
    return cors_headers(request.headers.get("origin"), origins, preflight=preflight)


def _route(line: WebLine, request: Request, log: Logger) -> Response:
    """A wrong origin is refused before anything else is looked at."""
    check_origin(request.headers.get("origin"), line.settings.chat_origins)
    if request.path.startswith(FILES):
        return _give_file(line, request)
    methods = ROUTES.get(request.path)
    if methods is None:
        return error_response(404, "not_found", "There is nothing here.")
    if request.method == "OPTIONS":
        return Response(204)
    act = methods.get(request.method)
    if act is None:
        return _not_allowed(sorted([*methods, "OPTIONS"]))
    return act(line, request, log)


def _open_session(line: WebLine, request: Request, _log: Logger) -> Response:
    wish = parse_session(request.body)
    return _answer(201, line.chat.open_session(wish, request.headers.get("origin", "")))


def _send(line: WebLine, request: Request, log: Logger) -> Response:
    visit = _visit(line, request)
    words = parse_words(parse_object(request.body))
    received = line.chat.say(
        visit.session,
        words,
        language=visit.language,
        customer=visit.customer,
        time_zone=visit.time_zone,
    )
    log_received(received, log)
    return _answer(
        ACCEPTED,
        {"sequence": received.sequence, "client_message_id": words.client_message_id},
    )


def _ask_for_human(line: WebLine, request: Request, _log: Logger) -> Response:
    visit = _visit(line, request)
    state = line.chat.ask_for_human(visit, parse_note(request.body))
    return _answer(ACCEPTED, {"state": state.value})


def _read(line: WebLine, request: Request, _log: Logger) -> Response:
    visit = _visit(line, request)
    messages, conversation = line.chat.read(visit, parse_since(request.query))
    return _answer(200, {"messages": messages, "conversation": conversation})


def _give_widget(line: WebLine, request: Request, _log: Logger) -> Response:
    widget = line.widget()
    headers = CACHEABLE | {"ETag": widget.etag}
    if request.headers.get("if-none-match") == widget.etag:
        return Response(304, headers=headers)
    return Response(200, widget.script, "text/javascript; charset=utf-8", headers)


def _give_file(line: WebLine, request: Request) -> Response:
    """Lead to the file itself. Its address is the right to it: no token, no page of ours."""
    if request.method not in {"GET", "HEAD"}:
        return _not_allowed(["GET", "HEAD"])
    try:
        address = line.files.address(request.path.removeprefix(FILES), request.method)
    except SignatureMismatch:
        return error_response(404, "not_found", "This file is not here any more. Ask for it again.")
    return Response(302, headers=UNTOLD | {"Location": address})


def _visit(line: WebLine, request: Request) -> Visit:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        raise SignatureMismatch("no token")
    return line.chat.visit_of(token.strip(), request.headers.get("origin"))


def _answer(status: int, document: Mapping[str, object]) -> Response:
    return Response(status, json.dumps(document, ensure_ascii=False), headers=PRIVATE)


def _not_allowed(methods: list[str]) -> Response:
    refusal = error_response(405, "method_not_allowed", "This cannot be done here.")
    return Response(refusal.status, refusal.body, headers={"Allow": ", ".join(methods)})


ROUTES: Mapping[str, Mapping[str, Route]] = {
    "/chat/sessions": {"POST": _open_session},
    "/chat/messages": {"POST": _send, "GET": _read},
    "/chat/handoff": {"POST": _ask_for_human},
    "/chat/widget.js": {"GET": _give_widget},
}
