"""Twilio's Messages resource, as far as a sender of texts can tell.

https://www.twilio.com/docs/messaging/api/message-resource
"""

import base64
import threading
import time
import uuid
from collections import defaultdict
from dataclasses import dataclass, field, replace
from email.utils import formatdate
from typing import Self

from tests.contract.stand_ins.loopback import Json, LoopbackServer, Reply, Request
from tests.contract.stand_ins.receipts import Outcome, ReceiptSender

LONGEST_BODY = 1600
REASONS = {
    20003: "Authenticate",
    20404: "The requested resource was not found",
    20500: "Internal Server Error",
    21211: "The 'To' number is not a valid phone number.",
    21602: "Message body is required.",
    21603: "A 'From' phone number is required.",
    21604: "A 'To' phone number is required.",
    21606: "The 'From' phone number is not a valid, SMS-capable number of your account.",
    21610: "Attempt to send to unsubscribed recipient",
    21617: "The concatenated message body exceeds the 1600 character limit.",
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """How to refuse a number, and how often (for ever, when `times` is None)."""

    code: int
    status: int = 400
    times: int | None = None


@dataclass(frozen=True, slots=True)
class SentMessage:
    """A message that Twilio accepted."""

    sid: str
    to: str
    sender: str
    body: str
    status_callback: str | None
    at: float


@dataclass(slots=True)
class TwilioStandIn:
    """Records every call, accepts what Twilio accepts, and reports what became of it."""

    account_sid: str
    auth_token: str
    phone_number: str
    calls: list[Request] = field(default_factory=list)
    sent: list[SentMessage] = field(default_factory=list)
    opted_out: set[str] = field(default_factory=set)
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    _refusals: dict[str, list[Refusal]] = field(default_factory=lambda: defaultdict(list))
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _server: LoopbackServer = field(init=False)
    receipts: ReceiptSender = field(init=False)

    def __post_init__(self) -> None:
        self._server = LoopbackServer(self._handle)
        self.receipts = ReceiptSender(self.auth_token)

    @property
    def url(self) -> str:
        return self._server.url

    def start(self) -> Self:
        self._server.start()
        return self

    def stop(self) -> None:
        self.receipts.stop()
        self._server.stop()

    def refuse(self, number: str, refusal: Refusal) -> None:
        """Answer messages to this number with an error."""
        self._refusals[number].append(refusal)

    def heard(self, number: str) -> list[str]:
        """What this number was sent, in order."""
        return [message.body for message in self.sent_to(number)]

    def sent_to(self, number: str) -> list[SentMessage]:
        with self._lock:
            return [message for message in self.sent if message.to == number]

    def attempts_to(self, number: str) -> int:
        """How often a message to this number was tried, refusals included."""
        with self._lock:
            return sum(c.method == "POST" and c.form.get("To") == number for c in self.calls)

    def _handle(self, request: Request) -> Reply:
        with self._lock:
            self.calls.append(request)
        if request.headers.get("authorization") != self._basic():
            return _error(401, 20003)
        base = f"/2010-04-01/Accounts/{self.account_sid}/Messages"
        if request.path == f"{base}.json":
            return self._create(request) if request.method == "POST" else self._list(request)
        if request.path.startswith(f"{base}/"):
            return self._fetch(request.path.removeprefix(f"{base}/").removesuffix(".json"))
        return _error(404, 20404)

    def _basic(self) -> str:
        pair = f"{self.account_sid}:{self.auth_token}".encode()
        return "Basic " + base64.b64encode(pair).decode()

    def _create(self, request: Request) -> Reply:
        form = request.form
        code = self._first_fault(form)
        if code:
            return _error(400, code)
        refusal = self._next_refusal(form["To"])
        if refusal:
            return _error(refusal.status, refusal.code)
        message = self._accept(form)
        return Reply(201, self._resource(message, "queued"))

    def _first_fault(self, form: dict[str, str]) -> int | None:
        sender = form.get("From", "").removeprefix("whatsapp:")
        faults = {
            21604: not form.get("To"),
            21602: not form.get("Body") and not form.get("MediaUrl"),
            21603: not form.get("From") and not form.get("MessagingServiceSid"),
            21606: bool(sender) and sender != self.phone_number,
            21617: len(form.get("Body", "")) > LONGEST_BODY,
            21610: form.get("To") in self.opted_out,
        }
        return next((code for code, there in faults.items() if there), None)

    def _next_refusal(self, number: str) -> Refusal | None:
        with self._lock:
            waiting = self._refusals[number]
            if not waiting:
                return None
            refusal = waiting.pop(0)
            left = None if refusal.times is None else refusal.times - 1
            if left != 0:
                waiting.insert(0, replace(refusal, times=left))
            return refusal

    def _accept(self, form: dict[str, str]) -> SentMessage:
        message = SentMessage(
            sid=f"SM{uuid.uuid4().hex}",
            to=form["To"],
            sender=form.get("From", self.phone_number),
            body=form.get("Body", ""),
            status_callback=form.get("StatusCallback"),
            at=time.monotonic(),
        )
        with self._lock:
            self.sent.append(message)
        outcome = self.outcomes.get(message.to, Outcome())
        self.receipts.report(self.account_sid, message, outcome)
        return message

    def _list(self, request: Request) -> Reply:
        wanted = {k: v for k, v in request.query.items() if k in {"To", "From"}}
        with self._lock:
            found = [
                self._resource(m, "delivered")
                for m in reversed(self.sent)
                if wanted.get("To", m.to) == m.to and wanted.get("From", m.sender) == m.sender
            ]
        return Reply(200, {"messages": found, "page": 0, "page_size": 50, "next_page_uri": None})

    def _fetch(self, sid: str) -> Reply:
        with self._lock:
            found = next((m for m in self.sent if m.sid == sid), None)
        return Reply(200, self._resource(found, "delivered")) if found else _error(404, 20404)

    def _resource(self, message: SentMessage, status: str) -> Json:
        now = formatdate(usegmt=False)
        path = f"/2010-04-01/Accounts/{self.account_sid}/Messages/{message.sid}"
        return {
            "account_sid": self.account_sid,
            "api_version": "2010-04-01",
            "body": message.body,
            "date_created": now,
            "date_sent": None if status == "queued" else now,
            "date_updated": now,
            "direction": "outbound-api",
            "error_code": None,
            "error_message": None,
            "from": message.sender,
            "messaging_service_sid": None,
            "num_media": "0",
            "num_segments": "1",
            "price": None,
            "price_unit": "USD",
            "sid": message.sid,
            "status": status,
            "subresource_uris": {"media": f"{path}/Media.json"},
            "to": message.to,
            "uri": f"{path}.json",
        }


def _error(status: int, code: int) -> Reply:
    document: Json = {
        "code": code,
        "message": REASONS.get(code, "Refused"),
        "more_info": f"https://www.twilio.com/docs/errors/{code}",
        "status": status,
    }
    return Reply(status, document)
