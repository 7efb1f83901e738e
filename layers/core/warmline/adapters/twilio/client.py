"""Twilio's REST client with limits on every wait, at the address that the settings name."""

from twilio.http.http_client import TwilioHttpClient
from twilio.http.response import Response
from twilio.rest import Client

SECONDS = 6
"""Less than the worker's 10, and time for what follows."""

VENDORS_ADDRESS = "https://api.twilio.com"


class _At(TwilioHttpClient):
    """Sends what is meant for api.twilio.com to the address in the settings."""

    def __init__(self, address: str) -> None:
        super().__init__(timeout=SECONDS, max_retries=0)
        self._address = address.rstrip("/")

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
        moved = self._address + url.removeprefix(VENDORS_ADDRESS)
        return super().request(
            method, moved, params, data, headers, auth, timeout or SECONDS, allow_redirects
        )


def make_client(api_url: str, account_sid: str, auth_token: str) -> Client:
    return Client(account_sid, auth_token, http_client=_At(api_url))
