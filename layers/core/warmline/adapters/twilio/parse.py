"""Twilio's webhooks as our own types.

https://www.twilio.com/docs/messaging/guides/webhook-request
"""

import re
from urllib.parse import parse_qsl

from warmline.adapters.twilio.reasons import OPTED_OUT, explain
from warmline.adapters.twilio.verify import Form
from warmline.application.receipts import DeliveryReceipt
from warmline.application.receive_message import Incoming
from warmline.domain.address import Address
from warmline.domain.errors import AnomalousPayload, SignatureMismatch, UnsupportedEvent
from warmline.domain.outgoing import Receipt

_ACCOUNT = re.compile(r"AC\w{2,64}", re.ASCII)
_MESSAGE = re.compile(r"(SM|MM)\w{2,64}", re.ASCII)
_PARTY = re.compile(r"[^#\x00-\x1f]{1,64}")
_REACHABLE = re.compile(r"(whatsapp:)?\+\d{7,15}", re.ASCII)
MOST_MEDIA = 10
MOST_DIGITS = 12

_RECEIPTS = {
    "accepted": Receipt.QUEUED,
    "scheduled": Receipt.QUEUED,
    "queued": Receipt.QUEUED,
    "sending": Receipt.QUEUED,
    "sent": Receipt.SENT,
    "delivered": Receipt.DELIVERED,
    "read": Receipt.READ,
    "undelivered": Receipt.UNDELIVERED,
    "failed": Receipt.FAILED,
}


def check_account(form: Form, account_sid: str) -> None:
    """Raise SignatureMismatch for another account's message, AnomalousPayload for none."""
    given = form.first("AccountSid")
    if not _ACCOUNT.fullmatch(given):
        raise AnomalousPayload("AccountSid is missing or malformed")
    if given != account_sid:
        raise SignatureMismatch("another account")


def parse_message(form: Form, our_numbers: tuple[str, ...]) -> Incoming:
    """Return the customer's message.

    Raises AnomalousPayload when a field that every message has is missing or malformed,
    UnsupportedEvent for a sender that cannot be answered, and for ourselves.
    """
    sid = _field(form, "MessageSid", _MESSAGE)
    sender, receiver = _field(form, "From", _PARTY), _field(form, "To", _PARTY)
    if not _REACHABLE.fullmatch(sender):
        raise UnsupportedEvent("a sender that cannot be answered")
    if not _REACHABLE.fullmatch(receiver):
        raise AnomalousPayload("To is malformed")
    if _number(sender) in {_number(receiver), *(_number(ours) for ours in our_numbers)}:
        raise UnsupportedEvent("our own number")
    attachments = _attachments(form)
    if "Body" not in form and not attachments:
        raise AnomalousPayload("Body is missing")
    return Incoming(
        address=Address.sms(sender, receiver),
        scope=f"sms:{form.first('AccountSid')}:{sid}",
        text="\n".join([form.first("Body"), *attachments]),
        opt_out_type=form.first("OptOutType") or None,
        provider_id=sid,
    )


def parse_receipt(form: Form, query: str) -> DeliveryReceipt:
    """Return the receipt of a message that we sent; the query is our own, and signed.

    Raises UnsupportedEvent for a status, or a message, that means nothing to us.
    """
    sid = _field(form, "MessageSid", _MESSAGE)
    status = _RECEIPTS.get(form.first("MessageStatus"))
    ours = dict(parse_qsl(query, keep_blank_values=True))
    numbers = (ours.get("sequence", ""), ours.get("attempt", ""))
    if status is None or not all(
        number.isdecimal() and len(number) <= MOST_DIGITS for number in numbers
    ):
        raise UnsupportedEvent("a receipt of nothing we know")
    sender, receiver = _field(form, "From", _PARTY), _field(form, "To", _PARTY)
    return DeliveryReceipt(
        target=f"sms:{receiver}:{sender}",
        conversation=ours.get("conversation", "")[:64],
        sequence=int(numbers[0]),
        attempt=int(numbers[1]),
        status=status,
        provider_id=sid,
        error=explain(form.first("ErrorCode")[:10]),
        opted_out=form.first("ErrorCode") == str(OPTED_OUT),
    )


def _field(form: Form, name: str, pattern: re.Pattern[str]) -> str:
    value = form.first(name)
    if not pattern.fullmatch(value):
        raise AnomalousPayload(f"{name} is missing or malformed")
    return value


def _number(party: str) -> str:
    """The number itself: the same phone may write by SMS and by WhatsApp."""
    return party.removeprefix("whatsapp:")


def _attachments(form: Form) -> list[str]:
    """A line for each picture or file, so that the desk knows of it."""
    given = form.first("NumMedia") or "0"
    if not given.isdecimal() or len(given) > MOST_DIGITS:
        raise AnomalousPayload("NumMedia is malformed")
    count = min(int(given), MOST_MEDIA)
    kinds = [form.first(f"MediaContentType{number}") or "file" for number in range(count)]
    return [f"[attachment: {kind[:100]}]" for kind in kinds]
