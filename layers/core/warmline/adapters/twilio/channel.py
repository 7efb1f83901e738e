"""SMS as a CustomerChannel."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

import requests
from twilio.base.exceptions import TwilioException, TwilioRestException
from twilio.rest import Client
from urllib3.exceptions import NewConnectionError

from warmline.domain.address import Address
from warmline.domain.errors import (
    PermanentDeliveryError,
    RecipientOptedOut,
    TemporaryDeliveryError,
    UnknownDelivery,
)
from warmline.domain.outgoing import Outgoing

OPTED_OUT = 21610
TOO_MANY_REQUESTS = 20429
LONGEST_TEXT = 1600
"""https://www.twilio.com/docs/api/errors/21617"""

CLOCKS_APART = timedelta(seconds=5)
LOOKED_AT = 50


@dataclass(frozen=True, slots=True)
class TwilioChannel:
    """Sends texts by Twilio's REST API; a receipt comes to `/sms/status`, with our own query."""

    client: Callable[[], Client]
    public_base_url: str
    messaging_service_sid: str = ""

    def send(self, row: Outgoing) -> str:
        parts = Address(row.target).parts
        sender = (
            {"messaging_service_sid": self.messaging_service_sid}
            if self.messaging_service_sid
            else {"from_": parts["our"]}
        )
        with translated():
            message = self.client().messages.create(
                to=parts["their"],
                body=row.text[:LONGEST_TEXT],
                status_callback=self._callback(row),
                **sender,
            )
        return str(message.sid)

    def look_up(self, row: Outgoing) -> str | None:
        """Find the text among the latest to this customer: Twilio has no key of ours to ask by."""
        since = row.created_at - CLOCKS_APART
        try:
            with translated():
                messages = self.client().messages.list(
                    to=Address(row.target).parts["their"], date_sent_after=since, limit=LOOKED_AT
                )
        except (PermanentDeliveryError, TemporaryDeliveryError) as error:
            raise UnknownDelivery(error.code) from error
        same = [
            str(message.sid)
            for message in messages
            if message.body == row.text[:LONGEST_TEXT]
            and (message.date_created is None or message.date_created >= since)
        ]
        return same[0] if same else None

    def _callback(self, row: Outgoing) -> str:
        query = urlencode(
            {"conversation": row.conversation, "sequence": row.sequence, "attempt": row.attempt}
        )
        return f"{self.public_base_url.rstrip('/')}/sms/status?{query}"


@contextmanager
def translated() -> Iterator[None]:
    """Raise our errors for Twilio's, and for what can happen on the way to it."""
    try:
        yield
    except TwilioRestException as error:
        raise _meaning(error) from error
    except requests.ConnectTimeout as error:
        raise TemporaryDeliveryError("no_connection") from error
    except requests.ConnectionError as error:
        raise _broken(error) from error
    except (requests.RequestException, TwilioException) as error:
        raise UnknownDelivery("no_answer") from error


def _meaning(
    error: TwilioRestException,
) -> TemporaryDeliveryError | PermanentDeliveryError:
    code = str(error.code or error.status)
    if error.code == OPTED_OUT:
        return RecipientOptedOut(code)
    passing = error.status in {401, 408, 429} or error.status >= 500  # noqa: PLR2004 - HTTP
    if passing or error.code == TOO_MANY_REQUESTS:
        return TemporaryDeliveryError(code)
    return PermanentDeliveryError(code)


def _broken(error: requests.ConnectionError) -> TemporaryDeliveryError | UnknownDelivery:
    """Nothing was sent where no connection was made; after that, nobody knows."""
    cause = error.args[0] if error.args else None
    never_sent = isinstance(getattr(cause, "reason", cause), NewConnectionError)
    return TemporaryDeliveryError("no_connection") if never_sent else UnknownDelivery("cut")
