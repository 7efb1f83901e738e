"""What the REST API accepts and refuses, through real HTTP."""

import threading
from datetime import UTC, datetime, timedelta

import pytest

from sandbox.twilio.stand_in import TwilioStandIn
from tests.unit.sandbox.twilio.calling import LINE, PHONE, Webhook, basic, call, send

FIELDS = {
    "account_sid", "api_version", "body", "date_created", "date_sent", "date_updated",
    "direction", "error_code", "error_message", "from", "messaging_service_sid", "num_media",
    "num_segments", "price", "price_unit", "sid", "status", "subresource_uris", "to", "uri",
}  # fmt: skip
SERVICE = "MG" + "1" * 32


def test_a_text_is_answered_201_with_the_whole_resource(twilio: TwilioStandIn) -> None:
    answer = send(twilio, Body="Hello there")

    assert answer.status == 201
    assert set(answer.body) == FIELDS
    assert answer.body["sid"].startswith("SM")
    assert len(answer.body["sid"]) == 34
    assert answer.body["status"] == "queued"
    assert answer.body["direction"] == "outbound-api"
    assert (answer.body["from"], answer.body["to"]) == (LINE, PHONE)
    assert answer.body["num_segments"] == "1"
    assert answer.body["date_sent"] is None
    assert answer.body["uri"].endswith(f"/Messages/{answer.body['sid']}.json")


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({"To": ""}, 21604),
        ({"To": "5551234567"}, 21211),
        ({"To": "+0123456789"}, 21211),
        ({"To": "+1312555018x"}, 21211),
        ({"From": ""}, 21603),
        ({"From": "Shop"}, 21212),
        ({"From": "+15550001111"}, 21606),
        ({"From": PHONE}, 21266),
        ({"From": f"whatsapp:{LINE}"}, 21910),
        ({"MessagingServiceSid": SERVICE}, 21701),
        ({"Body": ""}, 21602),
        ({"Body": "  "}, 21602),
        ({"Body": "a" * 1601}, 21617),
        ({"Body": "😀" * 801}, 21617),
    ],
)
def test_a_bad_form_is_refused_with_twilios_code(
    twilio: TwilioStandIn, form: dict[str, str], code: int
) -> None:
    answer = send(twilio, **form)

    assert (answer.status, answer.body["code"], answer.body["status"]) == (400, code, 400)
    assert answer.body["more_info"] == f"https://www.twilio.com/docs/errors/{code}"
    assert answer.body["message"]
    assert twilio.texts(PHONE) == []


def test_the_longest_body_is_accepted_and_counted(twilio: TwilioStandIn) -> None:
    answer = send(twilio, Body="a" * 1600)

    assert (answer.status, answer.body["num_segments"]) == (201, "11")


@pytest.mark.parametrize(
    "headers", [{}, {"Authorization": "Bearer x"}, {"Authorization": "Basic %%"}, basic("AC", "x")]
)
def test_wrong_credentials_are_refused_before_anything_else(
    twilio: TwilioStandIn, headers: dict[str, str]
) -> None:
    path = f"{twilio.url}/2010-04-01/Accounts/{twilio.account.sid}/Messages"
    for answer in (
        call(f"{path}.json", {"To": "nonsense"}, headers),
        call(f"{path}.json", None, headers),
        call(f"{path}/SM1.json", None, headers),
    ):
        assert (answer.status, answer.body["code"]) == (401, 20003)
        assert answer.headers["WWW-Authenticate"] == 'Basic realm="Twilio API"'


def test_another_account_is_not_found(twilio: TwilioStandIn) -> None:
    url = f"{twilio.url}/2010-04-01/Accounts/AC{'9' * 32}/Messages.json"
    answer = call(url, {"To": PHONE}, basic(twilio.account.sid, twilio.account.auth_token))

    assert (answer.status, answer.body["code"]) == (404, 20404)


def test_a_messaging_service_accepts_and_picks_the_sender(twilio: TwilioStandIn) -> None:
    twilio.account.messaging_service = SERVICE
    answer = send(twilio, From="", MessagingServiceSid=SERVICE)

    assert (answer.status, answer.body["status"]) == (201, "accepted")
    assert (answer.body["from"], answer.body["num_segments"]) == (None, "0")
    twilio.settle()
    (text,) = twilio.texts(PHONE)
    assert (text.sender, text.status) == (LINE, "delivered")


def test_whatsapp_addresses_are_taken_in_pairs(twilio: TwilioStandIn) -> None:
    answer = send(twilio, From=f"whatsapp:{LINE}", To=f"whatsapp:{PHONE}")

    assert answer.status == 201


def test_the_next_sends_fail_as_asked_and_then_work(twilio: TwilioStandIn) -> None:
    twilio.faults.fail_next(2)
    twilio.faults.limit_next(1, retry_after=7)

    answers = [send(twilio) for _ in range(4)]

    assert [answer.status for answer in answers] == [500, 500, 429, 201]
    assert answers[2].body["code"] == 20429
    assert answers[2].headers["Retry-After"] == "7"
    assert len(twilio.texts(PHONE)) == 1


def test_a_send_that_hangs_is_accepted_all_the_same(twilio: TwilioStandIn) -> None:
    twilio.faults.hang_next(30)
    url = f"{twilio.url}/2010-04-01/Accounts/{twilio.account.sid}/Messages.json"
    form = {"To": PHONE, "From": LINE, "Body": "Hello"}
    with pytest.raises(TimeoutError):
        call(url, form, basic(twilio.account.sid, twilio.account.auth_token), timeout=0.3)
    twilio.settle()

    assert [text.status for text in twilio.texts(PHONE)] == ["delivered"]


@pytest.mark.parametrize("code", [21211, 21408, 21610, 21614])
def test_a_number_can_be_refused_with_a_code(twilio: TwilioStandIn, code: int) -> None:
    twilio.faults.fail_number(PHONE, code)

    assert send(twilio).body["code"] == code
    assert send(twilio, To="+12025550143").status == 201
    twilio.faults.clear()
    assert send(twilio).status == 201


def listed(twilio: TwilioStandIn, query: str) -> list[str]:
    url = f"{twilio.url}/2010-04-01/Accounts/{twilio.account.sid}/Messages.json?{query}"
    answer = call(url, None, basic(twilio.account.sid, twilio.account.auth_token))
    assert answer.status == 200
    return [message["body"] for message in answer.body["messages"]]


def test_the_list_is_newest_first_and_filtered(twilio: TwilioStandIn) -> None:
    send(twilio, Body="one")
    send(twilio, Body="two")
    send(twilio, Body="other", To="+12025550143")
    today = datetime.now(UTC).date()

    assert listed(twilio, "") == ["other", "two", "one"]
    assert listed(twilio, "To=%2B13125550187") == ["two", "one"]
    assert listed(twilio, f"To=%2B13125550187&DateSent={today}") == ["two", "one"]
    assert listed(twilio, f"DateSent={today - timedelta(1)}") == []
    assert listed(twilio, f"DateSent>={today}T00:00:00Z&PageSize=1") == ["other"]
    assert listed(twilio, f"DateSent<={today - timedelta(1)}") == []
    assert listed(twilio, "From=%2B13125550187") == []


def test_an_unknown_message_is_not_found(twilio: TwilioStandIn) -> None:
    url = f"{twilio.url}/2010-04-01/Accounts/{twilio.account.sid}/Messages/SM{'0' * 32}.json"
    answer = call(url, None, basic(twilio.account.sid, twilio.account.auth_token))

    assert (answer.status, answer.body["code"]) == (404, 20404)


def test_stopping_in_mid_delivery_leaves_no_thread(twilio: TwilioStandIn, webhook: Webhook) -> None:
    twilio.account.seconds_to_sent = 30
    send(twilio, StatusCallback=webhook.url("/status"))
    twilio.stop()

    assert not [thread for thread in threading.enumerate() if thread.name == "carrier"]
    assert webhook.forms("/status") == []
