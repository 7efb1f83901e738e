"""What Twilio reports of a message after it has accepted it.

https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks
"""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import urlencode

from tests.contract.calls import Answer, call
from tests.contract.stand_ins.signatures import twilio_signature

FORM = "application/x-www-form-urlencoded; charset=utf-8"
TWILIO_PATIENCE = 15
RETRIES = 3


@dataclass(frozen=True, slots=True)
class Outcome:
    """The statuses that a message passes through, and the error at its end."""

    statuses: tuple[str, ...] = ("sent", "delivered")
    error_code: int | None = None


class Reported(Protocol):
    """What a receipt needs to know of a message."""

    @property
    def sid(self) -> str: ...
    @property
    def to(self) -> str: ...
    @property
    def sender(self) -> str: ...
    @property
    def status_callback(self) -> str | None: ...


@dataclass(slots=True)
class ReceiptSender:
    """Posts signed status callbacks, one message's in order, from a thread of its own."""

    auth_token: str
    answers: dict[str, list[Answer]] = field(default_factory=dict)
    _pool: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(max_workers=2))

    def report(self, account_sid: str, message: Reported, outcome: Outcome) -> None:
        """Report the outcome to the message's StatusCallback, if it has one."""
        if message.status_callback:
            self._pool.submit(self._post_all, account_sid, message, outcome)

    def stop(self) -> None:
        self._pool.shutdown(cancel_futures=True)

    def _post_all(self, account_sid: str, message: Reported, outcome: Outcome) -> None:
        for status in outcome.statuses:
            fields = receipt_fields(account_sid, message, status, outcome.error_code)
            answer = post_signed(self.auth_token, message.status_callback or "", fields)
            self.answers.setdefault(message.sid, []).append(answer)


def receipt_fields(
    account_sid: str, message: Reported, status: str, error_code: int | None
) -> list[tuple[str, str]]:
    """Give the fields of a status callback, in Twilio's order."""
    at_the_end = status in {"delivered", "undelivered"}
    failed = status in {"failed", "undelivered"}
    return [
        *([("ErrorCode", str(error_code))] if failed and error_code else []),
        ("SmsSid", message.sid),
        ("SmsStatus", status),
        ("MessageStatus", status),
        ("To", message.to),
        ("MessageSid", message.sid),
        ("AccountSid", account_sid),
        ("From", message.sender),
        ("ApiVersion", "2010-04-01"),
        *([("RawDlrDoneDate", time.strftime("%y%m%d%H%M"))] if at_the_end else []),
    ]


def post_signed(
    token: str,
    url: str,
    fields: list[tuple[str, str]],
    *,
    headers: tuple[tuple[str, str], ...] = (),
) -> Answer:
    """Post as Twilio does, and again after a 5xx, as the override `rc=3&rp=5xx` asks."""
    signed = (
        ("Content-Type", FORM),
        ("User-Agent", "TwilioProxy/1.1"),
        ("X-Twilio-Signature", twilio_signature(token, url, fields)),
        *headers,
    )
    answer = _post(url, signed, fields)
    for _ in range(RETRIES):
        if answer.status < 500:
            break
        answer = _post(url, signed, fields)
    return answer


def _post(url: str, headers: tuple[tuple[str, str], ...], fields: list[tuple[str, str]]) -> Answer:
    body = urlencode(fields).encode()
    return call("POST", url, headers=headers, body=body, timeout=TWILIO_PATIENCE)
