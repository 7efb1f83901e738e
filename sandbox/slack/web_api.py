"""The Web API's front door: arguments, token, scope, ordered trouble, and the log of calls."""

import threading
import time
from collections import deque
from dataclasses import replace

from sandbox.messages import MalformedBodyError, Request, Response
from sandbox.slack.chat_methods import Method
from sandbox.slack.faults import Call, Fault, Faults, RateLimitedError, Trouble, meet
from sandbox.slack.people import Installation
from sandbox.slack.wire import Fields, RefusedError, refuse_if, text

KEPT_CALLS = 5000


class WebApi:
    """Answers `/api/<method>` as Slack does: 200 with `ok`, but for rate limits and outages."""

    def __init__(
        self,
        installation: Installation,
        methods: dict[str, Method],
        faults: Faults,
        stopping: threading.Event,
    ) -> None:
        self._installation = installation
        self._methods = methods
        self._faults = faults
        self._stopping = stopping
        self._calls: deque[Call] = deque(maxlen=KEPT_CALLS)

    def calls(self, method: str | None = None) -> list[Call]:
        """Return the calls so far, oldest first."""
        return [call for call in list(self._calls) if method in {None, call.method}]

    def grant(self, scopes: frozenset[str]) -> None:
        """Give the token these scopes and no others from now on."""
        self._installation = replace(self._installation, scopes=scopes)

    def may(self, scope: str) -> bool:
        """Tell whether the token has a scope now."""
        return scope in self._installation.scopes

    def serve(self, request: Request) -> Response:
        method = request.parameters["method"]
        arguments = arguments_of(request)
        token = token_of(request, arguments)
        fault = self._faults.take(method)
        if fault is not None and fault.trouble is Trouble.SERVER_ERROR:
            self._log(method, arguments, 503, {})
            return Response.text("upstream connect error or disconnect/reset", 503)
        response = self._answered(method, arguments, token, fault)
        if fault is not None and fault.trouble is Trouble.HANG:
            self._stopping.wait(fault.seconds)
        return response

    def _answered(
        self, method: str, arguments: Fields, token: str | None, fault: Fault | None
    ) -> Response:
        try:
            meet(fault)
            answer = {"ok": True, **self._run(method, arguments, token)}
        except RefusedError as refusal:
            answer = refusal.answer()
        except RateLimitedError as limit:
            return self._rate_limited(method, arguments, limit)
        self._log(method, arguments, 200, answer)
        scopes = ",".join(sorted(self._installation.scopes))
        return Response.json(answer, headers={"X-OAuth-Scopes": scopes})

    def _rate_limited(self, method: str, arguments: Fields, limit: RateLimitedError) -> Response:
        answer: Fields = {"ok": False, "error": "ratelimited"}
        self._log(method, arguments, 429, answer)
        return Response.json(answer, 429, {"Retry-After": str(limit.retry_after)})

    def _run(self, name: str, arguments: Fields, token: str | None) -> Fields:
        method = self._methods.get(name)
        if method is None:
            raise RefusedError("unknown_method", extra={"req_method": name})
        refuse_if("not_authed", when=token is None and name != "api.test")
        refuse_if("invalid_auth", when=token not in {None, self._installation.bot_token})
        scopes = self._installation.scopes
        if method.scope is not None and method.scope not in scopes:
            provided = ",".join(sorted(scopes))
            extra: Fields = {"needed": method.scope, "provided": provided}
            raise RefusedError("missing_scope", extra=extra)
        return method.run(arguments)

    def _log(self, method: str, arguments: Fields, status: int, answer: Fields) -> None:
        self._calls.append(Call(method, arguments, status, answer, time.time()))


def arguments_of(request: Request) -> Fields:
    """Return a call's arguments from the query, a form or a JSON body."""
    arguments: Fields = dict(request.query())
    kind = request.headers.get("content-type", "")
    if kind.startswith("application/json"):
        try:
            return arguments | request.json()
        except MalformedBodyError:
            return arguments
    return arguments | dict(request.form())


def token_of(request: Request, arguments: Fields) -> str | None:
    """Return the bearer token, or the one among the arguments, which leaves them."""
    given = text(arguments.pop("token", ""))
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" and token.strip() else given or None
