"""What Warmline is sent: signed, complete, in order, and again after a failure."""

import socket
import time

import pytest
from twilio.request_validator import RequestValidator

from sandbox.twilio.stand_in import TwilioStandIn
from sandbox.twilio.texts import Media
from sandbox.twilio.webhooks import overrides_of
from tests.unit.sandbox.twilio.calling import LINE, PHONE, Webhook, send

RETRIED = "#rc=3&rp=5xx,ct,rt"
INBOUND_FIELDS = {
    "ToCountry", "ToState", "ToCity", "ToZip", "FromCountry", "FromState", "FromCity", "FromZip",
    "SmsMessageSid", "SmsSid", "MessageSid", "SmsStatus", "NumMedia", "NumSegments", "Body", "To",
    "From", "AccountSid", "ApiVersion",
}  # fmt: skip


def is_signed(twilio: TwilioStandIn, webhook: Webhook, index: int) -> bool:
    request = webhook.received[index]
    url = webhook.url(request.path) + (f"?{request.query_string}" if request.query_string else "")
    validator = RequestValidator(twilio.account.auth_token)
    return bool(validator.validate(url, request.form(), request.headers["x-twilio-signature"]))


def test_a_phones_text_is_posted_signed_with_every_field_filled(
    twilio: TwilioStandIn, webhook: Webhook
) -> None:
    text = twilio.send_as_phone(PHONE, "Where is my order? ¿Sí? 😀 & = +")
    twilio.settle()

    (form,) = webhook.forms("/sms/inbound")
    assert set(form) == INBOUND_FIELDS
    assert all(form.values())
    assert form["MessageSid"] == form["SmsSid"] == form["SmsMessageSid"] == text.sid
    assert (form["From"], form["To"]) == (PHONE, LINE)
    assert form["Body"] == "Where is my order? ¿Sí? 😀 & = +"
    assert form["AccountSid"] == twilio.account.sid
    assert is_signed(twilio, webhook, 0)
    assert (
        webhook.received[0].headers["content-type"].startswith("application/x-www-form-urlencoded")
    )
    assert twilio.texts(PHONE)[0].status == "received"


def test_another_token_does_not_verify(twilio: TwilioStandIn, webhook: Webhook) -> None:
    twilio.send_as_phone(PHONE, "Hello")
    twilio.settle()
    twilio.account.auth_token = "8" * 32

    assert not is_signed(twilio, webhook, 0)


def test_the_query_of_the_webhook_is_signed_and_its_fragment_is_not(
    twilio: TwilioStandIn, webhook: Webhook
) -> None:
    twilio.account.webhook_url = webhook.url("/sms/inbound?shop=1") + RETRIED
    twilio.send_as_phone(PHONE, "Hello")
    twilio.settle()

    assert webhook.received[0].query_string == "shop=1"
    assert is_signed(twilio, webhook, 0)


def test_a_blank_body_with_pictures_is_an_mms(twilio: TwilioStandIn, webhook: Webhook) -> None:
    media = Media("https://api.twilio.com/2010-04-01/x", "image/jpeg")
    text = twilio.send_as_phone(PHONE, "", media=(media,))
    twilio.settle()

    (form,) = webhook.forms("/sms/inbound")
    assert text.sid.startswith("MM")
    assert (form["NumMedia"], form["Body"]) == ("1", "")
    assert (form["MediaUrl0"], form["MediaContentType0"]) == (media.url, "image/jpeg")
    assert is_signed(twilio, webhook, 0)


def test_whatsapp_brings_a_profile_and_no_places(twilio: TwilioStandIn, webhook: Webhook) -> None:
    twilio.send_as_phone(f"whatsapp:{PHONE}", "Hello")
    twilio.settle()

    (form,) = webhook.forms("/sms/inbound")
    assert (form["From"], form["To"]) == (f"whatsapp:{PHONE}", f"whatsapp:{LINE}")
    assert form["WaId"] == "13125550187"
    assert "FromCity" not in form


def test_a_503_is_sent_again_word_for_word_with_one_idempotency_token(
    twilio: TwilioStandIn, webhook: Webhook
) -> None:
    webhook.statuses.extend([503, 503])
    twilio.account.webhook_url = webhook.url("/sms/inbound") + RETRIED
    twilio.send_as_phone(PHONE, "Hello")
    twilio.settle()

    assert len(webhook.received) == 3
    assert len({request.body for request in webhook.received}) == 1
    tokens = {request.headers["i-twilio-idempotency-token"] for request in webhook.received}
    assert len(tokens) == 1
    assert tokens != {""}
    assert twilio.texts(PHONE)[0].trouble == ""


def test_retries_end_and_the_phone_shows_why(twilio: TwilioStandIn, webhook: Webhook) -> None:
    webhook.statuses.extend([503] * 9)
    twilio.account.webhook_url = webhook.url("/sms/inbound#rc=1&rp=5xx")
    twilio.send_as_phone(PHONE, "Hello")
    twilio.settle()

    assert len(webhook.received) == 2
    assert twilio.texts(PHONE)[0].trouble == "answered 503"


@pytest.mark.parametrize(
    ("fragment", "status"), [("", 503), ("#rc=3&rp=ct", 503), ("#rc=3", 503), (RETRIED, 403)]
)
def test_what_the_overrides_do_not_name_is_not_sent_again(
    twilio: TwilioStandIn, webhook: Webhook, fragment: str, status: int
) -> None:
    webhook.statuses.append(status)
    twilio.account.webhook_url = webhook.url("/sms/inbound") + fragment
    twilio.send_as_phone(PHONE, "Hello")
    twilio.settle()

    assert len(webhook.received) == 1


def test_a_silent_webhook_is_given_up_and_tried_again(
    twilio: TwilioStandIn, webhook: Webhook
) -> None:
    webhook.delay_seconds = 1
    twilio.account.webhook_url = webhook.url("/sms/inbound#rc=1&rp=rt&rt=100")
    twilio.send_as_phone(PHONE, "Hello")
    twilio.settle()

    assert len(webhook.received) == 2
    assert twilio.texts(PHONE)[0].trouble == "no answer in time"


def test_a_webhook_that_is_down_is_tried_until_it_is_up(
    twilio: TwilioStandIn, webhook: Webhook
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    twilio.account.webhook_url = f"http://127.0.0.1:{port}/sms/inbound"
    twilio.account.fallback_url = webhook.url("/fallback")
    twilio.send_as_phone(PHONE, "Hello")
    twilio.settle()

    (form,) = webhook.forms("/fallback")
    assert (form["ErrorCode"], form["Body"]) == ("11205", "Hello")
    assert form["ErrorUrl"] == twilio.account.webhook_url
    assert twilio.texts(PHONE)[0].trouble == ""


def test_the_total_time_bounds_the_retries(twilio: TwilioStandIn, webhook: Webhook) -> None:
    webhook.statuses.extend([503] * 9)
    twilio.account.webhook_url = webhook.url("/sms/inbound#rc=5&rp=5xx&tt=100")
    started = time.monotonic()
    twilio.send_as_phone(PHONE, "Hello")
    twilio.settle()

    assert len(webhook.received) == 1
    assert time.monotonic() - started < 2


def test_overrides_stay_within_twilios_limits() -> None:
    overrides = overrides_of("rc=99&rt=99999&ct=x&rp=all")

    assert (overrides.retries, overrides.read_seconds, overrides.connect_seconds) == (5, 15, 5)


def test_a_replay_is_the_same_message_again(twilio: TwilioStandIn, webhook: Webhook) -> None:
    text = twilio.send_as_phone(PHONE, "Hello")
    twilio.settle()
    twilio.replay(text.sid)
    twilio.settle()

    first, second = webhook.forms("/sms/inbound")
    assert first == second


def test_sent_and_delivered_are_told_signed_and_in_order(
    twilio: TwilioStandIn, webhook: Webhook
) -> None:
    callback = webhook.url("/sms/status?conversation=c1&sequence=3&attempt=1")
    sid = send(twilio, StatusCallback=callback).body["sid"]
    twilio.settle()

    sent, delivered = webhook.forms("/sms/status")
    assert (sent["MessageStatus"], sent["SmsStatus"]) == ("sent", "sent")
    assert delivered["MessageStatus"] == "delivered"
    assert sent["MessageSid"] == delivered["SmsSid"] == sid
    assert (sent["To"], sent["From"], sent["AccountSid"]) == (PHONE, LINE, twilio.account.sid)
    assert len(delivered["RawDlrDoneDate"]) == 10
    assert webhook.received[0].query() == {"conversation": "c1", "sequence": "3", "attempt": "1"}
    assert is_signed(twilio, webhook, 0)
    assert is_signed(twilio, webhook, 1)


@pytest.mark.parametrize("code", [30003, 30005, 30007])
def test_a_delivery_that_fails_is_told_with_its_code(
    twilio: TwilioStandIn, webhook: Webhook, code: int
) -> None:
    twilio.faults.fail_number(PHONE, code)
    assert send(twilio, StatusCallback=webhook.url("/sms/status")).status == 201
    twilio.settle()

    last = webhook.forms("/sms/status")[-1]
    assert (last["MessageStatus"], last["ErrorCode"]) == ("undelivered", str(code))


def test_an_opt_out_may_show_only_in_the_receipt(twilio: TwilioStandIn, webhook: Webhook) -> None:
    twilio.faults.fail_number(PHONE, 21610, late=True)
    assert send(twilio, StatusCallback=webhook.url("/sms/status")).status == 201
    twilio.settle()

    assert webhook.forms("/sms/status")[-1]["ErrorCode"] == "21610"
