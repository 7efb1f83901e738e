"""Actions that are HTTP calls of the deployer's own service.

The key goes along as `Idempotency-Key`, so that a call that comes again has its effect once:
https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from urllib.parse import quote, urlencode, urljoin, urlsplit

from warmline.adapters.tools.limits import within
from warmline.application.tool_results import NOT_FOUND
from warmline.application.tool_running import Output, ToolCall
from warmline.domain.errors import ConfigurationError, ToolFailed
from warmline.domain.tool_catalogue import HttpCall, Tool

LARGEST_ANSWER = 64 * 1024
_FIELD = re.compile(r"\{([\w.]+)\}")
_WITHOUT_BODY = frozenset({"GET", "DELETE"})


@dataclass(frozen=True, slots=True)
class HttpTools:
    """Calls the deployer's service below `base_url`. Redirects are not followed.

    A 404 is `not_found`; 5xx, 429 and no answer are worth another try.
    """

    base_url: str
    secret: Callable[[str], str]

    def call(self, tool: Tool, http: HttpCall, call: ToolCall) -> Output:
        request = self._request(http, call, tool.seconds)
        return within(tool.seconds, request.send)

    def _request(self, http: HttpCall, call: ToolCall, seconds: float) -> "_Request":
        values = {name: _text(value) for name, value in call.arguments.items()}
        in_path = set(_FIELD.findall(http.url))
        path = _FIELD.sub(lambda found: quote(values.get(found[1], ""), safe=""), http.url)
        rest = {name: value for name, value in call.arguments.items() if name not in in_path}
        body = b""
        if http.method in _WITHOUT_BODY:
            query = urlencode({name: _text(value) for name, value in rest.items()})
            path = f"{path}{'&' if '?' in path else '?'}{query}" if query else path
        else:
            body = json.dumps(rest, ensure_ascii=False).encode()
        return _Request(http.method, self._url(path), self._headers(http, call), body, seconds)

    def _url(self, path: str) -> str:
        url = path if "://" in path else urljoin(f"{self.base_url.rstrip('/')}/", path.lstrip("/"))
        if urlsplit(url).scheme not in {"http", "https"}:
            raise ConfigurationError("TOOLS_BASE_URL is not set, and an action's URL is relative")
        return url

    def _headers(self, http: HttpCall, call: ToolCall) -> Mapping[str, str]:
        own = {name: self._with_secrets(value) for name, value in http.headers.items()}
        said = {
            "Accept": "application/json",
            "Content-Type": "application/json",
            "Idempotency-Key": call.key,
            "Warmline-Conversation": call.caller.conversation,
            "Warmline-Customer": quote(call.caller.customer, safe="@:.+-_"),
        }
        return {**{name: value for name, value in said.items() if value}, **own}

    def _with_secrets(self, value: str) -> str:
        return _FIELD.sub(lambda found: self.secret(found[1].removeprefix("secret.")), value)


@dataclass(frozen=True, slots=True)
class _Request:
    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes
    seconds: float

    def send(self) -> Output:
        parts = urlsplit(self.url)
        kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        connection = kind(parts.netloc, timeout=self.seconds)
        try:
            connection.connect()
        except OSError as error:
            raise ToolFailed("no_connection", temporary=True) from error
        try:
            connection.request(
                self.method,
                parts.path + (f"?{parts.query}" if parts.query else ""),
                self.body or None,
                dict(self.headers),
            )
            with connection.getresponse() as response:
                return _read(response)
        except (OSError, HTTPException) as error:
            raise ToolFailed("cut_off", temporary=True, uncertain=True) from error
        finally:
            connection.close()


def _read(response: HTTPResponse) -> Output:
    status = response.status
    if status == HTTPStatus.NOT_FOUND:
        raise ToolFailed(NOT_FOUND)
    if not HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        server = status >= HTTPStatus.INTERNAL_SERVER_ERROR
        again = server or status == HTTPStatus.TOO_MANY_REQUESTS
        raise ToolFailed(f"http_{status}", temporary=again, uncertain=server)
    body = response.read(LARGEST_ANSWER + 1)
    if len(body) > LARGEST_ANSWER:
        raise ToolFailed("too_long", uncertain=True)
    try:
        value = json.loads(body or b"{}")
    except (ValueError, RecursionError) as error:
        raise ToolFailed("not_json", uncertain=True) from error
    if not isinstance(value, dict):
        raise ToolFailed("not_json", uncertain=True)
    return value


def _text(value: object) -> str:
    return ("true" if value else "false") if isinstance(value, bool) else str(value)
