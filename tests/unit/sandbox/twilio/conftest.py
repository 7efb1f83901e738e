from collections.abc import Iterator

import pytest

from sandbox.twilio.account import Account
from sandbox.twilio.stand_in import TwilioStandIn
from tests.unit.sandbox.twilio.calling import LINE, Webhook


@pytest.fixture
def webhook() -> Iterator[Webhook]:
    webhook = Webhook()
    webhook.start()
    yield webhook
    webhook.server.stop()


@pytest.fixture
def twilio(webhook: Webhook) -> Iterator[TwilioStandIn]:
    account = Account(
        sid="AC" + "5" * 32,
        auth_token="7" * 32,
        numbers=(LINE,),
        webhook_url=webhook.url("/sms/inbound"),
        seconds_to_sent=0.01,
        seconds_to_delivered=0.01,
    )
    stand_in = TwilioStandIn(account)
    stand_in.start()
    yield stand_in
    stand_in.stop()
