"""Twilio's own client works against the stand-in."""

import logging
from datetime import UTC, datetime
from typing import override
from urllib.parse import urlsplit

import pytest
from twilio.base.exceptions import TwilioRestException
from twilio.http import HttpClient
from twilio.http.http_client import TwilioHttpClient
from twilio.http.response import Response
from twilio.rest import Client

from sandbox.twilio.stand_in import TwilioStandIn
from tests.unit.sandbox.twilio.calling import LINE, PHONE


class ElsewhereClient(HttpClient):
    """Sends what is meant for api.twilio.com to another address, by the SDK's own client."""

    def __init__(self, base_url: str) -> None:
        super().__init__(logging.getLogger(__name__), is_async=False)
        self._base_url = base_url
        self._own = TwilioHttpClient(timeout=5)

    @override
    def request(
        self,
        method: str,
        uri: str,
        params: dict[str, object] | None = None,
        data: dict[str, object] | None = None,
        headers: dict[str, str] | None = None,
        auth: tuple[str, str] | None = None,
        timeout: float | None = None,
        allow_redirects: bool = False,
    ) -> Response:
        parts = urlsplit(uri)
        query = f"?{parts.query}" if parts.query else ""
        url = f"{self._base_url}{parts.path}{query}"
        return self._own.request(method, url, params, data, headers, auth, timeout, allow_redirects)


@pytest.fixture
def client(twilio: TwilioStandIn) -> Client:
    account = twilio.account
    return Client(account.sid, account.auth_token, http_client=ElsewhereClient(twilio.url))


def test_create_fetch_and_list(client: Client, twilio: TwilioStandIn) -> None:
    made = client.messages.create(to=PHONE, from_=LINE, body="Hello")
    twilio.settle()

    assert made.sid is not None
    found = client.messages(made.sid).fetch()
    assert found.body == "Hello"
    assert str(found.status) == "delivered"
    assert found.error_code is None
    assert found.date_sent is not None
    listed = client.messages.list(to=PHONE, from_=LINE, date_sent=datetime.now(UTC), limit=20)
    assert [message.sid for message in listed] == [made.sid]


def test_a_list_goes_on_over_its_pages(client: Client) -> None:
    for number in range(5):
        client.messages.create(to=PHONE, from_=LINE, body=str(number))

    listed = client.messages.list(to=PHONE, page_size=2)
    assert [message.body for message in listed] == ["4", "3", "2", "1", "0"]


def test_a_refusal_becomes_the_clients_exception(client: Client) -> None:
    with pytest.raises(TwilioRestException) as refused:
        client.messages.create(to="12", from_=LINE, body="Hello")

    assert (refused.value.status, refused.value.code) == (400, 21211)
    assert "'To' number 12" in refused.value.msg


def test_a_wrong_token_is_20003(twilio: TwilioStandIn) -> None:
    client = Client(twilio.account.sid, "wrong", http_client=ElsewhereClient(twilio.url))
    with pytest.raises(TwilioRestException) as refused:
        client.messages.create(to=PHONE, from_=LINE, body="Hello")

    assert (refused.value.status, refused.value.code) == (401, 20003)
