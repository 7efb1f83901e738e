"""Carries texts: ours to the phones with their receipts, the phones' to our webhook."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime

from sandbox.twilio.account import Account
from sandbox.twilio.faults import Faults
from sandbox.twilio.keywords import Keyword, answer_to, keyword_of
from sandbox.twilio.phones import place_of
from sandbox.twilio.texts import Books, Direction, Status, Text
from sandbox.twilio.webhooks import Webhooks

API_VERSION = "2010-04-01"


class Carrier:
    """Every text travels on a thread of its own, so that none waits for another."""

    def __init__(
        self, account: Account, books: Books, faults: Faults, stopping: threading.Event
    ) -> None:
        self._account = account
        self._books = books
        self._faults = faults
        self._stopping = stopping
        self._webhooks = Webhooks(account.auth_token, stopping)
        self._on_the_way = 0
        self._arrived = threading.Condition()

    def send(self, text: Text) -> None:
        """Bring a text of ours to its phone; each status is told to its callback, in order."""
        self._start(lambda: self._deliver(text))

    def receive(self, text: Text) -> None:
        """Bring a phone's text to the webhook; Twilio's own keywords are answered here."""
        self._start(lambda: self._hand_over(text))

    def settle(self, seconds: float = 20.0) -> bool:
        """Wait until nothing is on its way; tell whether that came to pass."""
        with self._arrived:
            return self._arrived.wait_for(lambda: self._on_the_way == 0, seconds)

    def wait(self, seconds: float) -> None:
        """Let time pass, unless the stand-in stops."""
        self._stopping.wait(seconds)

    def _start(self, work: Callable[[], None]) -> None:
        with self._arrived:
            self._on_the_way += 1
        threading.Thread(target=self._run, args=(work,), name="carrier", daemon=True).start()

    def _run(self, work: Callable[[], None]) -> None:
        try:
            work()
        finally:
            with self._arrived:
                self._on_the_way -= 1
                self._arrived.notify_all()

    def _deliver(self, text: Text) -> None:
        if self._stopping.wait(self._account.seconds_to_sent):
            return
        self._tell(self._books.move(text.sid, Status.SENT))
        if self._stopping.wait(self._account.seconds_to_delivered):
            return
        error_code = self._faults.delivery_error_of(text.recipient)
        status = Status.DELIVERED if error_code is None else Status.UNDELIVERED
        self._tell(self._books.move(text.sid, status, error_code))

    def _tell(self, text: Text) -> None:
        if text.status_callback:
            self._webhooks.post(text.status_callback, self._receipt(text))

    def _receipt(self, text: Text) -> dict[str, str]:
        fields = {
            "SmsSid": text.sid,
            "SmsStatus": text.status.value,
            "MessageStatus": text.status.value,
            "To": text.recipient,
            "MessageSid": text.sid,
            "AccountSid": self._account.sid,
            "From": text.sender,
            "ApiVersion": API_VERSION,
        }
        if text.messaging_service:
            fields["MessagingServiceSid"] = text.messaging_service
        if text.error_code is not None:
            fields["ErrorCode"] = str(text.error_code)
        if text.status in {Status.DELIVERED, Status.UNDELIVERED}:
            fields["RawDlrDoneDate"] = datetime.now(UTC).strftime("%y%m%d%H%M")
        return fields

    def _hand_over(self, text: Text) -> None:
        keyword = keyword_of(text.body)
        if keyword is Keyword.START and not self._books.is_opted_out(text.line, text.phone):
            keyword = None
        if keyword is not None:
            self._obey(keyword, text)
        trouble = self._post(text, keyword)
        self._books.move(text.sid, Status.RECEIVED)
        if trouble:
            self._books.note_trouble(text.sid, trouble)

    def _obey(self, keyword: Keyword, text: Text) -> None:
        if keyword is Keyword.STOP:
            self._books.opt_out(text.line, text.phone)
        elif keyword is Keyword.START:
            self._books.opt_in(text.line, text.phone)
        answer = Text(
            sender=text.line,
            recipient=text.phone,
            body=answer_to(keyword),
            direction=Direction.OUTBOUND_REPLY,
            status=Status.QUEUED,
        )
        self.send(self._books.add(answer))

    def _post(self, text: Text, keyword: Keyword | None) -> str:
        url = self._account.webhook_url
        if url is None:
            return "no webhook is set for this number"
        fields = self._inbound(text, keyword)
        outcome = self._webhooks.post(url, fields)
        if outcome.was_taken or self._account.fallback_url is None:
            return outcome.trouble
        failure = {"ErrorCode": "11200" if outcome.status else "11205", "ErrorUrl": url}
        return self._webhooks.post(self._account.fallback_url, fields | failure).trouble

    def _inbound(self, text: Text, keyword: Keyword | None) -> dict[str, str]:
        fields = {
            **about_ends(text),
            "SmsMessageSid": text.sid,
            "NumMedia": str(len(text.media)),
            "SmsSid": text.sid,
            "SmsStatus": "received",
            "Body": text.body,
            "To": text.line,
            "NumSegments": str(text.segments),
            "MessageSid": text.sid,
            "AccountSid": self._account.sid,
            "From": text.phone,
            "ApiVersion": API_VERSION,
        }
        for number, media in enumerate(text.media):
            fields[f"MediaUrl{number}"] = media.url
            fields[f"MediaContentType{number}"] = media.content_type
        if self._account.messaging_service:
            fields["MessagingServiceSid"] = self._account.messaging_service
        if self._account.advanced_opt_out and keyword is not None:
            fields["OptOutType"] = keyword.value
        return fields


def about_ends(text: Text) -> dict[str, str]:
    """Return what Twilio tells of the two ends: places for SMS, a profile for WhatsApp."""
    if text.phone.startswith("whatsapp:"):
        digits = text.phone.removeprefix("whatsapp:+")
        return {"ProfileName": "Customer", "WaId": digits, "MessageType": "text"}
    return place_of(text.line).fields("To") | place_of(text.phone).fields("From")
