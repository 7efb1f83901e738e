"""Twilio's JSON for a message and for a list of them.

https://www.twilio.com/docs/messaging/api/message-resource
"""

from datetime import datetime
from email.utils import format_datetime
from urllib.parse import urlencode

from sandbox.twilio.refusals import DELIVERY_MESSAGES
from sandbox.twilio.texts import Status, Text

VERSION = "2010-04-01"


def messages_path(account_sid: str) -> str:
    return f"/{VERSION}/Accounts/{account_sid}/Messages"


def as_resource(text: Text, account_sid: str) -> dict[str, object]:
    """Return the message as the API shows it; a service picks the sender as it sends."""
    path = f"{messages_path(account_sid)}/{text.sid}"
    unassigned = text.messaging_service is not None and text.status is Status.ACCEPTED
    return {
        "account_sid": account_sid,
        "api_version": VERSION,
        "body": text.body,
        "date_created": rfc2822(text.created_at),
        "date_sent": rfc2822(text.sent_at),
        "date_updated": rfc2822(text.updated_at),
        "direction": text.direction.value,
        "error_code": text.error_code,
        "error_message": None
        if text.error_code is None
        else DELIVERY_MESSAGES.get(text.error_code, "Unknown error"),
        "from": None if unassigned else text.sender,
        "messaging_service_sid": text.messaging_service,
        "num_media": str(len(text.media)),
        "num_segments": "0" if unassigned else str(text.segments),
        "price": None,
        "price_unit": "USD",
        "sid": text.sid,
        "status": text.status.value,
        "subresource_uris": {"media": f"{path}/Media.json"},
        "to": text.recipient,
        "uri": f"{path}.json",
    }


def rfc2822(moment: datetime | None) -> str | None:
    return None if moment is None else format_datetime(moment)


def as_page(
    texts: list[Text], account_sid: str, *, page: int, size: int, filters: dict[str, str]
) -> dict[str, object]:
    """Return one page of a list, with the addresses of its neighbours."""
    start = page * size
    shown = texts[start : start + size]

    def address(number: int) -> str:
        query = urlencode(filters | {"PageSize": str(size), "Page": str(number)})
        return f"{messages_path(account_sid)}.json?{query}"

    return {
        "end": start + len(shown) - 1 if shown else start,
        "first_page_uri": address(0),
        "messages": [as_resource(text, account_sid) for text in shown],
        "next_page_uri": address(page + 1) if start + size < len(texts) else None,
        "page": page,
        "page_size": size,
        "previous_page_uri": address(page - 1) if page else None,
        "start": start,
        "uri": address(page),
    }
