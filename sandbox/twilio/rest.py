"""Twilio's REST API for messages: create, fetch, list.

https://www.twilio.com/docs/messaging/api/message-resource
"""

import base64
import hmac
from collections.abc import Iterable, Mapping
from datetime import date
from http import HTTPStatus

from sandbox.messages import Request, Response
from sandbox.twilio.account import Account
from sandbox.twilio.carrier import Carrier
from sandbox.twilio.faults import Faults, Hang
from sandbox.twilio.refusals import E164, LONGEST_BODY, Refusal, length_of
from sandbox.twilio.resource import as_page, as_resource
from sandbox.twilio.texts import Books, Direction, Media, Status, Text

LARGEST_PAGE, USUAL_PAGE = 1000, 50
FILTERS = ("To", "From", "DateSent", "DateSent<", "DateSent>")


class RestApi:
    """The routes under /2010-04-01/Accounts/{account}/Messages."""

    def __init__(self, account: Account, books: Books, carrier: Carrier, faults: Faults) -> None:
        self._account = account
        self._books = books
        self._carrier = carrier
        self._faults = faults

    def create(self, request: Request) -> Response:
        refusal = self._refuses_caller(request)
        if refusal is not None:
            return refusal.response()
        fault = self._faults.take()
        if isinstance(fault, Refusal):
            return fault.response()
        form = request.form()
        refusal = self._refuses_message(form)
        if refusal is not None:
            return refusal.response()
        media = [value for name, value in request.form_pairs() if name == "MediaUrl"]
        text = self._books.add(self._accepted(form, media))
        self._carrier.send(text)
        if isinstance(fault, Hang):
            self._carrier.wait(fault.seconds)
        return Response.json(as_resource(text, self._account.sid), HTTPStatus.CREATED)

    def fetch(self, request: Request) -> Response:
        refusal = self._refuses_caller(request)
        if refusal is not None:
            return refusal.response()
        text = self._books.find(request.parameters["message"])
        if text is None:
            return not_found(request).response()
        return Response.json(as_resource(text, self._account.sid))

    def list(self, request: Request) -> Response:
        """List newest first, filtered by To, From and the day of DateSent."""
        refusal = self._refuses_caller(request)
        if refusal is not None:
            return refusal.response()
        query = request.query()
        filters = {name: query[name] for name in FILTERS if query.get(name)}
        texts = [text for text in reversed(self._books.all()) if fits(text, filters)]
        size = min(max(number(query.get("PageSize"), USUAL_PAGE), 1), LARGEST_PAGE)
        page = number(query.get("Page"), 0)
        return Response.json(
            as_page(texts, self._account.sid, page=page, size=size, filters=filters)
        )

    def _refuses_caller(self, request: Request) -> Refusal | None:
        given = credentials(request.headers.get("authorization", ""))
        expected = f"{self._account.sid}:{self._account.auth_token}".encode()
        if not hmac.compare_digest(given, expected):
            return Refusal(20003, status=HTTPStatus.UNAUTHORIZED)
        if request.parameters["account"] != self._account.sid:
            return not_found(request)
        return None

    def _refuses_message(self, form: Mapping[str, str]) -> Refusal | None:
        to, body = form.get("To", ""), form.get("Body", "")
        if not to:
            return Refusal(21604)
        if not E164.fullmatch(to):
            return Refusal(21211, to)
        refusal = self._refuses_sender(form, to)
        if refusal is not None:
            return refusal
        if not body.strip() and not form.get("MediaUrl"):
            return Refusal(21602)
        if length_of(body) > LONGEST_BODY:
            return Refusal(21617)
        return self._refuses_recipient(self._sender(form), to)

    def _refuses_sender(self, form: Mapping[str, str], to: str) -> Refusal | None:
        service, sender = form.get("MessagingServiceSid", ""), form.get("From", "")
        if service:
            known = service == self._account.messaging_service
            return None if known else Refusal(21701, service)
        if not sender:
            return Refusal(21603)
        return self._refuses_number(sender, to)

    def _refuses_number(self, sender: str, to: str) -> Refusal | None:
        if not E164.fullmatch(sender):
            return Refusal(21212, sender)
        if sender == to:
            return Refusal(21266, to)
        if not self._account.owns(sender):
            return Refusal(21606, sender)
        if sender.startswith("whatsapp:") != to.startswith("whatsapp:"):
            return Refusal(21910)
        return None

    def _refuses_recipient(self, sender: str, to: str) -> Refusal | None:
        code = self._faults.refusal_of(to)
        if code is not None:
            return Refusal(code, to)
        if self._books.is_opted_out(sender, to):
            return Refusal(21610)
        return None

    def _sender(self, form: Mapping[str, str]) -> str:
        if form.get("MessagingServiceSid"):
            return self._account.line_for(form["To"])
        return form["From"]

    def _accepted(self, form: Mapping[str, str], media: Iterable[str]) -> Text:
        service = form.get("MessagingServiceSid") or None
        return Text(
            sender=self._sender(form),
            recipient=form["To"],
            body=form.get("Body", ""),
            direction=Direction.OUTBOUND_API,
            status=Status.QUEUED if service is None else Status.ACCEPTED,
            messaging_service=service,
            status_callback=form.get("StatusCallback", ""),
            media=tuple(Media(url, "") for url in media if url),
        )


def not_found(request: Request) -> Refusal:
    return Refusal(20404, request.path, HTTPStatus.NOT_FOUND)


def credentials(header: str) -> bytes:
    scheme, _, encoded = header.partition(" ")
    if scheme.lower() != "basic":
        return b""
    try:
        return base64.b64decode(encoded, validate=True)
    except ValueError:
        return b""


def number(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() else default


def fits(text: Text, filters: Mapping[str, str]) -> bool:
    """Tell whether a text passes; one that is not sent yet counts by the day it was made."""
    if filters.get("To", text.recipient) != text.recipient:
        return False
    if filters.get("From", text.sender) != text.sender:
        return False
    sent_on = (text.sent_at or text.created_at).date()
    day, until, since = (day_of(filters.get(name)) for name in FILTERS[2:])
    return (
        (day is None or sent_on == day)
        and (until is None or sent_on <= until)
        and (since is None or sent_on >= since)
    )


def day_of(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
