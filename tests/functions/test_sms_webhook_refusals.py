"""What `sms_webhook` refuses: nothing changes, nothing is sent, one line says why."""

import base64
import copy
import hashlib
import hmac
import json
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.events import (
    CUSTOMER_NUMBER,
    HTTP_API,
    PUBLIC_BASE_URL,
    TWILIO_AUTH_TOKEN,
    Event,
    form_of,
    load_event,
    twilio_signature,
    with_body,
    with_form,
    with_headers,
)
from tests.functions.conftest import Logged
from tests.functions.webhook_world import Answer, WebhookWorld
from warmline.adapters.twilio.verify import Form, is_signed, parse_form

FORM = "application/x-www-form-urlencoded"
VECTORS = Path(__file__).parent / "vectors" / "signatures.jsonl"
WORDS = "How do I return"
REFUSED = {"error": {"code": "not_verified", "message": "The request is not verified."}}


def text() -> Event:
    return load_event("sms_webhook", "text")


def assert_refused_without_a_trace(
    event: Event, logged: Logged, *, status: int, name: str
) -> Answer:
    world = WebhookWorld()
    before = world.traces()

    answer = world.text(event)

    assert answer.status == status
    assert world.traces() == before
    assert logged.names == [name]
    [line] = logged.lines
    assert line["problem"]
    assert line["request"] == event["requestContext"]["requestId"] != ""
    assert_nothing_of_people_in(logged.text)
    return answer


def assert_nothing_of_people_in(text: str) -> None:
    for secret in (TWILIO_AUTH_TOKEN, CUSTOMER_NUMBER, CUSTOMER_NUMBER[1:], WORDS):
        assert secret not in text


@pytest.mark.bad_input(1)
@pytest.mark.bad_input(2)
@pytest.mark.parametrize(
    "signature",
    [None, "", "x", "=" * 10_000, "sïgnature", "\ud800", "a,b"],
    ids=["none", "empty", "wrong", "10 KB", "not ASCII", "lone surrogate", "two joined"],
)
def test_a_missing_or_impossible_signature_is_refused(
    signature: str | None, logged: Logged
) -> None:
    event = with_headers(text(), x_twilio_signature=signature)

    answer = assert_refused_without_a_trace(event, logged, status=403, name="signature_rejected")

    assert answer.json == REFUSED


@pytest.mark.bad_input(63)
def test_the_right_signature_twice_joined_by_the_gateway_is_refused(logged: Logged) -> None:
    event = text()
    twice = ",".join([event["headers"]["x-twilio-signature"]] * 2)

    assert_refused_without_a_trace(
        with_headers(event, x_twilio_signature=twice),
        logged,
        status=403,
        name="signature_rejected",
    )


@pytest.mark.bad_input(63)
def test_hundreds_of_headers_do_not_help_a_forger(logged: Logged) -> None:
    bomb: dict[str, str | None] = {f"x-{number}": "y" * 200 for number in range(500)}
    event = with_headers(load_event("sms_webhook", "forged"), **bomb)

    assert_refused_without_a_trace(event, logged, status=403, name="signature_rejected")


@pytest.mark.bad_input(3)
@pytest.mark.parametrize("field", ["Body", "From", "To", "MessageSid", "AccountSid", "NumMedia"])
def test_one_changed_field_breaks_the_signature(field: str, logged: Logged) -> None:
    event = text()
    changed = with_form(event, **{field: "changed"})
    changed["headers"] = event["headers"]

    assert_refused_without_a_trace(changed, logged, status=403, name="signature_rejected")


@pytest.mark.bad_input(4)
@pytest.mark.parametrize(
    "url",
    [
        PUBLIC_BASE_URL.replace("https", "http") + "/sms/inbound",
        "https://evil.example/sms/inbound",
        PUBLIC_BASE_URL + "/prod/sms/inbound",
        PUBLIC_BASE_URL + "/sms/inbound/",
        PUBLIC_BASE_URL + "/sms/inbound?x=1",
        PUBLIC_BASE_URL + ":8443/sms/inbound",
    ],
)
def test_a_signature_of_another_url_is_refused(url: str, logged: Logged) -> None:
    event = text()
    event["headers"]["x-twilio-signature"] = signature_over(url, event)

    assert_refused_without_a_trace(event, logged, status=403, name="signature_rejected")


@pytest.mark.bad_input(4)
@pytest.mark.parametrize("port", ["", ":443"])
def test_the_true_url_is_accepted_with_and_without_its_port(port: str) -> None:
    event, world = text(), WebhookWorld()
    event["headers"]["x-twilio-signature"] = signature_over(
        f"{PUBLIC_BASE_URL}{port}/sms/inbound", event
    )

    assert world.text(event).status == 200
    assert len(world.said) == 1


def test_a_configured_address_is_the_one_that_is_signed() -> None:
    event, world = text(), WebhookWorld(public_base_url="https://line.shop.example/")
    event["headers"]["x-twilio-signature"] = signature_over(
        "https://line.shop.example/sms/inbound", event
    )

    assert world.text(event).status == 200
    assert world.text(text()).status == 403


@pytest.mark.bad_input(5)
def test_a_spoofed_host_has_no_effect() -> None:
    world = WebhookWorld()
    spoofed = with_headers(
        text(), host="evil.example", x_forwarded_host="evil.example", x_forwarded_proto="http"
    )

    assert spoofed["requestContext"]["domainName"] == HTTP_API
    assert world.text(spoofed).status == 200
    forged = copy.deepcopy(spoofed)
    forged["headers"]["x-twilio-signature"] = signature_over(
        "http://evil.example/sms/inbound", forged
    )
    assert world.text(forged).status == 403


SHIFTED = {
    "Body": "Bod",
    "From": "Fro",
    "To": "T",
    "MessageSid": "MessageSi",
    "AccountSid": "AccountSi",
}


@pytest.mark.bad_input(6)
@pytest.mark.parametrize("name", sorted(SHIFTED))
def test_a_shifted_boundary_between_name_and_value_is_malformed(name: str, logged: Logged) -> None:
    original = text()
    shorter = SHIFTED[name]
    fields = [
        (shorter, name[len(shorter) :] + value) if field == name else (field, value)
        for field, value in form_of(original)
    ]
    event = with_body(original, urlencode(fields).encode())
    event["headers"]["x-twilio-signature"] = original["headers"]["x-twilio-signature"]
    assert twilio_signature(event) == twilio_signature(original)

    assert_refused_without_a_trace(event, logged, status=400, name="anomalous_payload")


@pytest.mark.bad_input(7)
def test_another_account_is_refused_in_the_same_words(logged: Logged) -> None:
    event = with_form(text(), AccountSid="AC" + "0" * 32)

    answer = assert_refused_without_a_trace(event, logged, status=403, name="signature_rejected")

    assert answer.json == REFUSED


@pytest.mark.parametrize(
    "fields",
    [
        {"MessageSid": None},
        {"MessageSid": "not a sid"},
        {"MessageSid": "SM" + "a" * 100},
        {"MessageSid": "SM#x"},
        {"From": None},
        {"From": ""},
        {"From": "+1" + "5" * 70},
        {"From": "+1555#SEEN"},
        {"To": None},
        {"To": "our number"},
        {"AccountSid": None},
        {"AccountSid": "AC../.."},
        {"NumMedia": "-1"},
        {"NumMedia": "x"},
        {"NumMedia": "1e3"},
        {"NumMedia": "9" * 5_000},
    ],
    ids=str,
)
def test_a_field_that_twilio_would_never_send_so_is_malformed(
    fields: dict[str, str | None], logged: Logged
) -> None:
    event = with_form(text(), **fields)

    assert_refused_without_a_trace(event, logged, status=400, name="anomalous_payload")


@pytest.mark.bad_input(10)
def test_a_body_with_bad_padding_is_malformed(logged: Logged) -> None:
    event = text() | {"isBase64Encoded": True, "body": "QUJD="}

    assert_refused_without_a_trace(event, logged, status=400, name="anomalous_payload")


@pytest.mark.parametrize("body", ["ünïcode", {"a": 1}, ["x"], 7])
def test_a_body_that_is_no_base64_text_is_malformed(body: object, logged: Logged) -> None:
    event = text() | {"isBase64Encoded": True, "body": body}

    assert_refused_without_a_trace(event, logged, status=400, name="anomalous_payload")


@pytest.mark.bad_input(10)
def test_without_the_flag_a_body_is_plain() -> None:
    event, world = text(), WebhookWorld()
    event["body"] = urlencode(form_of(event))
    del event["isBase64Encoded"]

    assert world.text(event).status == 200
    assert len(world.said) == 1


def test_a_base64_body_is_decoded_first() -> None:
    event, world = text(), WebhookWorld()
    plain = urlencode(form_of(event)).encode()
    event |= {"isBase64Encoded": True, "body": base64.b64encode(plain).decode()}

    assert world.text(event).status == 200
    assert len(world.said) == 1


@pytest.mark.bad_input(11)
@pytest.mark.parametrize("kind", ["application/json", "multipart/form-data", "text/plain", ""])
def test_a_form_by_another_name_is_malformed(kind: str, logged: Logged) -> None:
    event = with_headers(text(), content_type=kind)

    assert_refused_without_a_trace(event, logged, status=400, name="anomalous_payload")


@pytest.mark.bad_input(11)
def test_json_called_a_form_is_not_verified(logged: Logged) -> None:
    event = text()
    event |= {"isBase64Encoded": False, "body": json.dumps(dict(form_of(event)))}

    assert_refused_without_a_trace(event, logged, status=403, name="signature_rejected")


@pytest.mark.bad_input(12)
@pytest.mark.parametrize("encoded", [False, True])
def test_a_body_over_64_kib_is_too_large(encoded: bool, logged: Logged) -> None:  # noqa: FBT001
    body = "Body=" + "a" * (64 * 1024)
    event = text() | {
        "isBase64Encoded": encoded,
        "body": base64.b64encode(body.encode()).decode() if encoded else body,
    }

    assert_refused_without_a_trace(event, logged, status=413, name="anomalous_payload")


@pytest.mark.bad_input(12)
def test_ten_thousand_fields_are_refused_before_they_are_hashed(logged: Logged) -> None:
    event = text() | {"isBase64Encoded": False, "body": "&".join(["a=b"] * 10_000)}

    assert_refused_without_a_trace(event, logged, status=400, name="anomalous_payload")


def test_an_invalid_byte_in_a_form_is_malformed(logged: Logged) -> None:
    event = text() | {"isBase64Encoded": True, "body": base64.b64encode(b"Body=\xff").decode()}

    assert_refused_without_a_trace(event, logged, status=400, name="anomalous_payload")


@pytest.mark.bad_input(64)
def test_every_refusal_of_a_signature_has_the_same_words() -> None:
    world = WebhookWorld()
    answers = {
        world.text(with_headers(text(), x_twilio_signature=given)).body
        for given in (None, "", "x", "y" * 10_000)
    }
    answers.add(world.text(with_form(text(), AccountSid="AC" + "1" * 32)).body)
    answers.add(world.text(load_event("sms_webhook", "forged")).body)

    assert answers == {json.dumps(REFUSED)}


# The published vectors


def vectors() -> list[dict[str, object]]:
    lines = VECTORS.read_text("utf-8").splitlines()
    return [one for one in map(json.loads, lines) if one["provider"] == "twilio"]


@pytest.mark.parametrize("vector", [one for one in vectors() if "signature" in one], ids=str)
def test_the_published_vectors_are_accepted_and_nothing_near_them(
    vector: dict[str, object],
) -> None:
    params = vector.get("params")
    pairs = list(params.items()) if isinstance(params, dict) else vector["params_multi"]
    assert isinstance(pairs, list)
    form = parse_form(urlencode([tuple(pair) for pair in pairs]).encode(), FORM)
    url, secret, signature = (str(vector[name]) for name in ("url", "secret", "signature"))

    assert is_signed(url, form, signature, secret)
    assert not is_signed(url + "/", form, signature, secret)
    assert not is_signed(url, Form({**form, "Extra": ["x"]}), signature, secret)
    assert not is_signed(url, form, signature, secret + "0")
    assert not is_signed(url, form, signature.swapcase(), secret)


def signature_over(url: str, event: Event) -> str:
    signed = url + "".join(name + value for name, value in sorted(set(form_of(event))))
    digest = hmac.new(TWILIO_AUTH_TOKEN.encode(), signed.encode(), hashlib.sha1)
    return base64.b64encode(digest.digest()).decode()
