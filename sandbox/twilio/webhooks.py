"""Twilio's calls to us: signed, and sent again as the URL's fragment says.

https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides and
https://www.twilio.com/docs/usage/security#validating-requests
"""

import base64
import hmac
import secrets
import threading
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import SplitResult, parse_qs, urldefrag, urlencode, urlsplit

PAUSE_SECONDS = 0.2
MOST_RETRIES = 5
CONNECT_MS, READ_MS, TOTAL_MS = 5000, 15000, 15000
FIRST_ERROR = 400
NO_CONNECTION, NO_ANSWER = "no connection", "no answer in time"


class UnreachableError(Exception):
    """Nothing listens at the address, or it did not accept in time (`ct`)."""


class SilentError(Exception):
    """The connection was made, but no whole answer came in time (`rt`)."""


@dataclass(frozen=True, slots=True)
class Overrides:
    """How patient Twilio is with one URL. Without overrides it tries once."""

    connect_seconds: float
    read_seconds: float
    total_seconds: float
    retries: int
    policies: frozenset[str]


def overrides_of(fragment: str) -> Overrides:
    given = {name: values[0] for name, values in parse_qs(fragment).items()}
    return Overrides(
        connect_seconds=whole(given.get("ct"), CONNECT_MS, most=10000) / 1000,
        read_seconds=whole(given.get("rt"), READ_MS, most=READ_MS) / 1000,
        total_seconds=whole(given.get("tt"), TOTAL_MS, most=TOTAL_MS) / 1000,
        retries=whole(given.get("rc"), 0, most=MOST_RETRIES),
        policies=frozenset(given.get("rp", "ct").split(",")),
    )


def whole(text: str | None, default: int, *, most: int) -> int:
    if text is None or not text.isascii() or not text.isdecimal():
        return default
    return min(int(text), most)


def signature_of(auth_token: str, url: str, fields: Iterable[tuple[str, str]]) -> str:
    signed = url + "".join(name + value for name, value in sorted(set(fields)))
    digest = hmac.new(auth_token.encode(), signed.encode(), "sha1").digest()
    return base64.b64encode(digest).decode()


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a webhook went in the end: the last status, or 0 with the trouble."""

    status: int
    tries: int
    trouble: str = ""

    @property
    def was_taken(self) -> bool:
        return 200 <= self.status < 300  # noqa: PLR2004


@dataclass(frozen=True, slots=True)
class Call:
    """One webhook request; its retries are the same to the letter, signature and token too."""

    address: str
    headers: Mapping[str, str]
    body: bytes
    overrides: Overrides


class Webhooks:
    """Posts to the account's URLs."""

    def __init__(self, auth_token: str, stopping: threading.Event) -> None:
        self._auth_token = auth_token
        self._stopping = stopping

    def post(self, url: str, fields: Mapping[str, str]) -> Outcome:
        """Call the URL until it answers well, or its overrides allow no more."""
        call = self._call(url, fields)
        until = time.monotonic() + call.overrides.total_seconds
        tries = 1
        status, trouble = answer_of(call)
        while tries <= call.overrides.retries and is_retried(status, trouble, call.overrides):
            pause = PAUSE_SECONDS * tries
            if time.monotonic() + pause > until or self._stopping.wait(pause):
                break
            tries += 1
            status, trouble = answer_of(call)
        return Outcome(status, tries, trouble)

    def _call(self, url: str, fields: Mapping[str, str]) -> Call:
        address, fragment = urldefrag(url)
        headers = {
            "Host": urlsplit(address).netloc,
            "Accept": "*/*",
            "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
            "User-Agent": "TwilioProxy/1.1",
            "X-Home-Region": "us1",
            "X-Twilio-Signature": signature_of(self._auth_token, address, fields.items()),
            "I-Twilio-Idempotency-Token": secrets.token_hex(16),
        }
        return Call(address, headers, urlencode(fields).encode(), overrides_of(fragment))


def is_retried(status: int, trouble: str, overrides: Overrides) -> bool:
    kinds = {NO_CONNECTION: "ct", NO_ANSWER: "rt"}
    kind = kinds.get(trouble) or f"{status // 100}xx"
    return kind in overrides.policies or ("all" in overrides.policies and kind != "2xx")


def answer_of(call: Call) -> tuple[int, str]:
    """Return the status and no trouble, or the trouble with the status 0 where there was none."""
    try:
        status = status_of(call)
    except UnreachableError:
        return 0, NO_CONNECTION
    except SilentError:
        return 0, NO_ANSWER
    return status, "" if status < FIRST_ERROR else f"answered {status}"


def status_of(call: Call) -> int:
    parts = urlsplit(call.address)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    connection = connected(parts, call.overrides)
    try:
        connection.request("POST", target, call.body, call.headers)
        answer = connection.getresponse()
        answer.read()
    except (OSError, HTTPException) as error:
        raise SilentError from error
    finally:
        connection.close()
    return answer.status


def connected(parts: SplitResult, overrides: Overrides) -> HTTPConnection:
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    host = parts.hostname or ""
    if host.endswith(".localhost"):  # browsers know these names, resolvers may not
        host = "127.0.0.1"
    connection = kind(host, parts.port, timeout=overrides.connect_seconds)
    try:
        connection.connect()
    except OSError as error:
        connection.close()
        raise UnreachableError from error
    connection.sock.settimeout(overrides.read_seconds)
    return connection
