"""SMS as a CustomerChannel."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from twilio.rest import Client

from warmline.adapters.twilio.failures import translated
from warmline.adapters.twilio.media import why_not_carried
from warmline.adapters.twilio.reasons import TOO_LONG, explain
from warmline.application.files import Links, no_links
from warmline.domain.address import Address
from warmline.domain.errors import DeliveryError, PermanentDeliveryError, UnknownDelivery
from warmline.domain.outgoing import Outgoing

LONGEST_TEXT = 1600
"""https://www.twilio.com/docs/api/errors/21617; an emoji counts as two."""

_NO_WORD = re.compile(r"\W+")

CLOCKS_APART = timedelta(seconds=2)
LOOKED_AT = 50


@dataclass(frozen=True, slots=True)
class TwilioChannel:
    """Sends texts by Twilio's REST API; a receipt comes to `/sms/status`, with our own query."""

    client: Callable[[], Client]
    doubt: Callable[[], object]
    public_base_url: str
    messaging_service_sid: str = ""
    links: Links = no_links

    def send(self, row: Outgoing) -> str:
        """Nothing is cut in silence: a text that is too long fails, and its writer is told."""
        if _length(row.text) > LONGEST_TEXT:
            raise PermanentDeliveryError(explain(str(TOO_LONG)))
        parts, media = Address(row.target).parts, self._media(row)
        sender: dict[str, Any] = (
            {"messaging_service_sid": self.messaging_service_sid}
            if self.messaging_service_sid
            else {"from_": parts["our"]}
        )
        with translated(self.doubt):
            message = self.client().messages.create(
                to=parts["their"],
                body=row.text,
                status_callback=self._callback(row),
                **(sender | media),
            )
        if not message.sid:
            raise UnknownDelivery("no_answer")
        return str(message.sid)

    def look_up(self, row: Outgoing) -> str | None:
        """Find the text among the latest to this customer: Twilio has no key of ours to ask by.

        All are looked at, not only those sent since: one that is still queued has no date of
        sending. The same words twice within seconds count as one; the customer has them.
        """
        try:
            with translated(self.doubt):
                messages = self.client().messages.list(
                    to=Address(row.target).parts["their"], limit=LOOKED_AT
                )
        except DeliveryError as error:
            raise UnknownDelivery(error.code) from error
        since = row.created_at - CLOCKS_APART
        same = [
            str(message.sid)
            for message in messages
            if _same(str(message.body), row.text)
            and str(message.direction).startswith("outbound")
            and message.date_created is not None
            and message.date_created >= since
        ]
        return same[0] if same else None

    def _media(self, row: Outgoing) -> dict[str, Any]:
        """Where Twilio fetches the message's files. Raises for one that no MMS carries."""
        if row.entry is None or not row.entry.files:
            return {}
        for file in row.entry.files:
            reason = why_not_carried(file, Address(row.target))
            if reason:
                raise PermanentDeliveryError(reason)
        return {"media_url": list(self.links(row.entry))}

    def _callback(self, row: Outgoing) -> str:
        query = urlencode(
            {"conversation": row.conversation, "sequence": row.sequence, "attempt": row.attempt}
        )
        return f"{self.public_base_url.rstrip('/')}/sms/status?{query}"


def _same(theirs: str, ours: str) -> bool:
    """Whether this is our text: Twilio may have put plain signs for typographic ones."""
    letters = _NO_WORD.sub("", ours)
    return theirs == ours or (letters != "" and _NO_WORD.sub("", theirs) == letters)


def _length(text: str) -> int:
    """How Twilio counts: in UTF-16's units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
