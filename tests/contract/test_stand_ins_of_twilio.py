"""The stand-in for Twilio behaves like Twilio: checked without any stack."""

import base64
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest

from tests.contract.calls import Answer, call
from tests.contract.stand_ins.loopback import LoopbackServer, Reply, Request
from tests.contract.stand_ins.phone import Phone
from tests.contract.stand_ins.receipts import Outcome
from tests.contract.stand_ins.signatures import twilio_signature
from tests.contract.stand_ins.twilio import Refusal, TwilioStandIn
from tests.contract.waiting import wait_for

SID, TOKEN, OURS, THEIRS = "AC" + "1" * 32, "token", "+15550006789", "+14155550100"


@pytest.fixture
def twilio() -> Iterator[TwilioStandIn]:
    stand_in = TwilioStandIn(SID, TOKEN, OURS).start()
    yield stand_in
    stand_in.stop()


class App:
    """An app that takes webhooks and answers each with the next of some statuses."""

    def __init__(self, *statuses: int) -> None:
        self.statuses = list(statuses)
        self.requests: list[Request] = []
        self.server = LoopbackServer(self._handle).start()

    def _handle(self, request: Request) -> Reply:
        self.requests.append(request)
        return Reply(self.statuses.pop(0) if self.statuses else 200)


@pytest.fixture
def app() -> Iterator[App]:
    started = App()
    yield started
    started.server.stop()


def send(twilio: TwilioStandIn, token: str = TOKEN, **fields: str) -> Answer:
    pair = base64.b64encode(f"{SID}:{token}".encode()).decode()
    form = {"To": THEIRS, "From": OURS, "Body": "Hello"} | fields
    return call(
        "POST",
        f"{twilio.url}/2010-04-01/Accounts/{SID}/Messages.json",
        headers=[("Authorization", f"Basic {pair}")],
        body=urlencode({name: value for name, value in form.items() if value}).encode(),
    )


def is_genuine(request: Request, url: str) -> bool:
    true = twilio_signature(TOKEN, url, request.form.items())
    return request.headers["x-twilio-signature"] == true


def test_signatures_are_those_that_twilio_publishes() -> None:
    fields = [
        ("CallSid", "CA1234567890ABCDE"),
        ("Digits", "1234"),
        ("From", "+14158675309"),
        ("To", "+18005551212"),
        ("Caller", "+14158675309"),
    ]
    doubled = [
        ("Sid", "CA123"),
        ("SidAccount", "AC123"),
        ("Digits", "5678"),
        ("Digits", "1234"),
        ("Digits", "1234"),
    ]
    url = "https://mycompany.com/myapp.php?foo=1&bar=2"

    assert twilio_signature("12345", url, fields) == "RSOYDt4T1cUTdK1PDd93/VVr8B8="
    assert twilio_signature("12345", url, doubled) == "IK+Dwps556ElfBT0I3Rgjkr1wJU="


def test_an_accepted_message_is_queued_and_recorded(twilio: TwilioStandIn) -> None:
    answer = send(twilio)

    assert (answer.status, answer.json["status"]) == (201, "queued")
    assert twilio.heard(THEIRS) == ["Hello"]
    assert twilio.sent[0].sid == answer.json["sid"]


def test_a_wrong_password_is_401(twilio: TwilioStandIn) -> None:
    assert send(twilio, token="another").json["code"] == 20003
    assert twilio.sent == []


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"To": ""}, 21604),
        ({"From": ""}, 21603),
        ({"Body": ""}, 21602),
        ({"Body": "x" * 1601}, 21617),
        ({"From": "+15550000000"}, 21606),
    ],
)
def test_what_twilio_refuses_is_refused(
    twilio: TwilioStandIn, fields: dict[str, str], code: int
) -> None:
    answer = send(twilio, **fields)

    assert (answer.status, answer.json["code"]) == (400, code)


def test_a_messaging_service_needs_no_sender(twilio: TwilioStandIn) -> None:
    assert send(twilio, From="", MessagingServiceSid="MG" + "1" * 32).status == 201


def test_a_number_can_be_refused_for_good_or_for_a_while(twilio: TwilioStandIn) -> None:
    twilio.refuse(THEIRS, Refusal(20500, 500, 2))

    assert [send(twilio).status for _ in range(3)] == [500, 500, 201]
    twilio.refuse(THEIRS, Refusal(21211))
    assert [send(twilio).json["code"] for _ in range(3)] == [21211] * 3
    assert send(twilio, To="+14155550101").status == 201


def test_stop_bars_the_number_until_start(twilio: TwilioStandIn, app: App) -> None:
    phone = Phone(THEIRS, twilio, app.server.url)

    phone.text("stop")
    barred = send(twilio)
    phone.text("START")

    assert barred.json["code"] == 21610
    assert send(twilio).status == 201


def test_receipts_are_signed_and_come_in_order(twilio: TwilioStandIn, app: App) -> None:
    url = f"{app.server.url}/sms/status?conversation=a&attempt=1"
    twilio.outcomes[THEIRS] = Outcome(("sent", "undelivered"), 30003)

    send(twilio, StatusCallback=url)
    wait_for(lambda: len(app.requests) == 2, "two receipts")

    assert [r.form["MessageStatus"] for r in app.requests] == ["sent", "undelivered"]
    assert [r.form.get("ErrorCode") for r in app.requests] == [None, "30003"]
    assert all(is_genuine(request, url) for request in app.requests)


def test_texts_are_signed_and_come_again_after_a_5xx(twilio: TwilioStandIn, app: App) -> None:
    app.statuses = [503, 500]
    phone = Phone(THEIRS, twilio, f"{app.server.url}/sms/inbound")

    answer = phone.text("Hello", sid="SM1", OptOutType="HELP")

    tokens = {request.headers["i-twilio-idempotency-token"] for request in app.requests}
    assert (answer.status, len(app.requests), len(tokens)) == (200, 3, 1)
    assert app.requests[-1].form["MessageSid"] == "SM1"
    assert app.requests[-1].form["OptOutType"] == "HELP"
    assert is_genuine(app.requests[-1], phone.webhook)


def test_a_sent_message_can_be_looked_up(twilio: TwilioStandIn) -> None:
    sid = send(twilio).json["sid"]
    pair = base64.b64encode(f"{SID}:{TOKEN}".encode()).decode()
    base = f"{twilio.url}/2010-04-01/Accounts/{SID}/Messages"
    urls = [f"{base}/{sid}.json", f"{base}.json?To={THEIRS.replace('+', '%2B')}", f"{base}/x.json"]

    found = [call("GET", url, headers=[("Authorization", f"Basic {pair}")]) for url in urls]

    assert found[0].json["sid"] == sid
    assert [message["sid"] for message in found[1].json["messages"]] == [sid]
    assert found[2].status == 404
