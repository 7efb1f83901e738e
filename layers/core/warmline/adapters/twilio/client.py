"""Twilio's REST client with limits on every wait, at the address that the settings name."""

import logging
from datetime import timedelta
from functools import lru_cache
from typing import Any

from requests import PreparedRequest
from requests import Response as Answer
from requests.adapters import HTTPAdapter
from twilio.http.http_client import TwilioHttpClient
from twilio.http.response import Response
from twilio.rest import Client

from warmline.domain.errors import TemporaryDeliveryError

CONNECT_SECONDS, READ_SECONDS = 2, 5
"""Together less than the worker's 10, and time for what follows."""

VENDORS_ADDRESS = "https://api.twilio.com"
TOO_MANY_REQUESTS = 429
LONGEST_WAIT = timedelta(minutes=10)

_quiet = logging.getLogger("warmline.twilio")
_quiet.setLevel(logging.WARNING)
"""The SDK writes every request's address and fields at INFO: phone numbers among them."""


class _Bounded(HTTPAdapter):
    """Waits for a connection, and for each answer, so long and no longer. Never tries again."""

    def __init__(self, read_seconds: float) -> None:
        super().__init__(max_retries=0)
        self._patience = (CONNECT_SECONDS, read_seconds)

    def send(  # noqa: PLR0913, PLR0917 - the signature of the library's own adapter
        self,
        request: PreparedRequest,
        stream: bool = False,  # noqa: FBT001, FBT002 - the same
        timeout: Any = None,  # noqa: ANN401 - the same
        verify: Any = True,  # noqa: ANN401, FBT002 - the same
        cert: Any = None,  # noqa: ANN401 - the same
        proxies: Any = None,  # noqa: ANN401 - the same
    ) -> Answer:
        _ = timeout
        return super().send(request, stream, self._patience, verify, cert, proxies)


class _At(TwilioHttpClient):
    """Sends what is meant for api.twilio.com to the address in the settings."""

    def __init__(self, address: str, read_seconds: float) -> None:
        super().__init__(logger=_quiet)
        self._address = address.rstrip("/")
        if self.session is not None:
            for scheme in ("https://", "http://"):
                self.session.mount(scheme, _Bounded(read_seconds))

    def request(  # noqa: PLR0913, PLR0917 - the signature of the SDK's own client
        self,
        method: str,
        url: str,
        params: dict[str, object] | None = None,
        data: dict[str, object] | None = None,
        headers: dict[str, str] | None = None,
        auth: tuple[str, str] | None = None,
        timeout: float | None = None,
        allow_redirects: bool = False,  # noqa: FBT001, FBT002 - the same
    ) -> Response:
        """Raises TemporaryDeliveryError for a 429: the SDK's own error forgets `Retry-After`."""
        moved = self._address + url.removeprefix(VENDORS_ADDRESS)
        response = super().request(
            method, moved, params, data, headers, auth, timeout, allow_redirects
        )
        if response.status_code == TOO_MANY_REQUESTS:
            given = str((response.headers or {}).get("Retry-After", ""))
            raise TemporaryDeliveryError("429", retry_after=_wait(given))
        return response


def _wait(given: str) -> timedelta | None:
    seconds = int(given) if given.isdecimal() and len(given) < 7 else 0  # noqa: PLR2004 - digits
    return min(timedelta(seconds=seconds), LONGEST_WAIT) if seconds else None


@lru_cache(maxsize=4)
def make_client(
    api_url: str, account_sid: str, auth_token: str, read_seconds: float = READ_SECONDS
) -> Client:
    """Return the client of these credentials; it keeps its connections for the next message."""
    return Client(account_sid, auth_token, http_client=_At(api_url, read_seconds))
