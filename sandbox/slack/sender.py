"""Signed requests from Slack to the app, with Slack's timeout and its retries of events.

Signature: https://docs.slack.dev/authentication/verifying-requests-from-slack
Retries: https://docs.slack.dev/apis/events-api
"""

import hashlib
import hmac
import http.client
import ssl
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from urllib.parse import urlsplit

WORKERS = 16
KEPT_ATTEMPTS = 2000
AGENT = "Slackbot 1.0 (+https://api.slack.com/robots)"
JSON_TYPE = "application/json"
FORM_TYPE = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Patience:
    """How long Slack waits for an answer, and when it sends an event again."""

    answer_seconds: float = 3.0
    retry_delays: tuple[float, ...] = (0.0, 60.0, 300.0)


@dataclass(frozen=True, slots=True)
class Parcel:
    """One request to the app: its bytes never change from one try to the next."""

    name: str
    body: bytes
    content_type: str = JSON_TYPE


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a try came to: the app's answer, or Slack's word for why there was none."""

    status: int | None
    reason: str | None
    body: bytes = b""
    content_type: str = ""
    no_retry: bool = False

    @property
    def is_good(self) -> bool:
        return self.reason is None


@dataclass(frozen=True, slots=True)
class Attempt:
    parcel: Parcel
    retry: int
    retry_reason: str | None
    outcome: Outcome
    seconds: float


@dataclass(frozen=True, slots=True)
class Retry:
    number: int = 0
    reason: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def after(cls, last: "Retry", outcome: Outcome) -> "Retry":
        number, reason = last.number + 1, outcome.reason or "unknown_error"
        headers = {"X-Slack-Retry-Num": str(number), "X-Slack-Retry-Reason": reason}
        return cls(number, reason, headers)


def signature(secret: str, timestamp: str, body: bytes) -> str:
    base = b"v0:" + timestamp.encode() + b":" + body
    return "v0=" + hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()


class Sender:
    """Sends parcels to the app. Events are tried again; what a person does is tried once."""

    def __init__(self, secret: str, address: Callable[[], str | None], patience: Patience) -> None:
        self._secret = secret
        self._address = address
        self._patience = patience
        self._attempts: deque[Attempt] = deque(maxlen=KEPT_ATTEMPTS)
        self._lock = threading.Lock()
        self._timers: set[threading.Timer] = set()
        self._pool: ThreadPoolExecutor | None = None

    def start(self) -> None:
        self._pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="slack-events")

    def stop(self) -> None:
        """Drop what waits; return when nothing is sent any more."""
        with self._lock:
            pool, self._pool = self._pool, None
            for timer in self._timers:
                timer.cancel()
        if pool is not None:
            pool.shutdown(cancel_futures=True)

    def send_later(self, parcel: Parcel) -> None:
        """Send an event from another thread, and again while the app does not take it."""
        self._submit(parcel, Retry())

    def send_now(self, parcel: Parcel) -> Outcome:
        return self._send(parcel, Retry())

    def attempts(self) -> list[Attempt]:
        return list(self._attempts)

    def _submit(self, parcel: Parcel, retry: Retry) -> None:
        with self._lock:
            if self._pool is not None:
                self._pool.submit(self._try, parcel, retry)

    def _try(self, parcel: Parcel, retry: Retry) -> None:
        outcome = self._send(parcel, retry)
        delays = self._patience.retry_delays
        gives_up = outcome.is_good or outcome.no_retry or retry.number >= len(delays)
        if gives_up or outcome.reason == "no_address":
            return
        again = Retry.after(retry, outcome)
        timer = threading.Timer(delays[retry.number], self._submit, (parcel, again))
        timer.daemon = True
        with self._lock:
            if self._pool is not None:
                self._timers = {one for one in self._timers if one.is_alive()} | {timer}
                timer.start()

    def _send(self, parcel: Parcel, retry: Retry) -> Outcome:
        began = time.monotonic()
        address = self._address()
        headers = self._headers(parcel) | dict(retry.headers)
        seconds = self._patience.answer_seconds
        outcome = exchange(address, parcel.body, headers, seconds) if address else NOWHERE
        took = time.monotonic() - began
        attempt = Attempt(parcel, retry.number, retry.reason, outcome, took)
        self._attempts.append(attempt)
        return outcome

    def _headers(self, parcel: Parcel) -> dict[str, str]:
        """Return the headers; a retry is signed anew, with the time of the retry."""
        timestamp = str(int(time.time()))
        return {
            "User-Agent": AGENT,
            "Accept": "*/*",
            "Content-Type": parcel.content_type,
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": signature(self._secret, timestamp, parcel.body),
        }


NOWHERE = Outcome(None, "no_address")


def exchange(address: str, body: bytes, headers: dict[str, str], seconds: float) -> Outcome:
    parts = urlsplit(address)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    secure = parts.scheme == "https"
    kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
    connection = kind(parts.netloc, timeout=seconds)
    try:
        connection.request("POST", path, body, headers)
        with connection.getresponse() as response:
            return judged(response)
    except TimeoutError:
        return Outcome(None, "http_timeout")
    except ssl.SSLError:
        return Outcome(None, "ssl_error")
    except (OSError, http.client.HTTPException):
        return Outcome(None, "connection_failed")
    finally:
        connection.close()


def judged(response: http.client.HTTPResponse) -> Outcome:
    good = http.client.OK <= response.status < http.client.MULTIPLE_CHOICES
    return Outcome(
        response.status,
        None if good else "http_error",
        response.read(),
        response.headers.get("Content-Type", ""),
        no_retry=response.headers.get("X-Slack-No-Retry") == "1",
    )
