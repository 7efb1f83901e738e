"""The phone's page and the JSON under it."""

from http.client import HTTPConnection

import pytest

from sandbox.twilio.pane import FILES
from sandbox.twilio.stand_in import TwilioStandIn
from tests.unit.sandbox.twilio.calling import LINE, PHONE, Webhook, call, call_json, send


def texts_url(twilio: TwilioStandIn) -> str:
    return f"{twilio.url}/sandbox/phones/%2B13125550187/texts"


def test_what_is_typed_on_the_phone_reaches_the_webhook_and_the_list(
    twilio: TwilioStandIn, webhook: Webhook
) -> None:
    typed = call_json("POST", texts_url(twilio), {"body": "Hi <b>you</b>"})
    twilio.settle()
    send(twilio, Body="Hello!")
    twilio.settle()

    assert (typed.status, typed.body["status"]) == (201, "receiving")
    assert webhook.forms("/sms/inbound")[0]["MessageSid"] == typed.body["sid"]
    first, second = call(texts_url(twilio)).body["texts"]
    assert (first["body"], first["from_phone"], first["status"]) == (
        "Hi <b>you</b>", True, "received",
    )  # fmt: skip
    assert (second["body"], second["from_phone"], second["status"]) == (
        "Hello!", False, "delivered",
    )  # fmt: skip
    assert second["line"] == LINE


def test_the_phones_tell_who_opted_out(twilio: TwilioStandIn) -> None:
    twilio.send_as_phone(PHONE, "STOP")
    twilio.settle()

    answer = call(f"{twilio.url}/sandbox/phones").body
    opted_out = {phone["number"]: phone["opted_out"] for phone in answer["phones"]}
    assert opted_out[PHONE]
    assert sum(opted_out.values()) == 1
    assert answer["lines"] == [LINE]


def test_the_feed_brings_every_change_of_a_text(twilio: TwilioStandIn) -> None:
    connection = HTTPConnection("127.0.0.1", int(twilio.url.rsplit(":", 1)[1]), timeout=5)
    connection.request("GET", "/sandbox/feed")
    stream = connection.getresponse()
    stream.readline()
    send(twilio, Body="Hello")
    twilio.settle()
    lines = [stream.readline() for _ in range(7)]
    connection.close()
    stream.close()

    statuses = [line for line in lines if line.startswith(b"data: ")]
    for status, line in zip((b"queued", b"sent", b"delivered"), statuses, strict=True):
        assert b'"status": "' + status + b'"' in line


@pytest.mark.parametrize(
    "value", [{}, {"body": 1}, {"body": "x", "to": 1}, {"body": "x", "media": [{"url": 1}]}]
)
def test_a_malformed_text_is_400_and_changes_nothing(
    twilio: TwilioStandIn, value: dict[str, object]
) -> None:
    assert call_json("POST", texts_url(twilio), value).status == 400
    assert twilio.texts(PHONE) == []


def test_a_page_of_another_site_cannot_type(twilio: TwilioStandIn) -> None:
    """A form or a simple fetch has no JSON content type, and preflights are not answered."""
    assert call(texts_url(twilio), {"body": "x"}).status == 400
    assert call(texts_url(twilio), {"body": "x"}, {"Content-Type": "text/plain"}).status == 400


def test_faults_are_set_and_cleared_from_outside(twilio: TwilioStandIn) -> None:
    faults = f"{twilio.url}/sandbox/faults"
    assert call_json("POST", faults, {"kind": "status", "status": 500, "times": 2}).status == 204
    assert send(twilio).status == 500
    assert call_json("DELETE", faults, {}).status == 204
    assert send(twilio).status == 201
    number: dict[str, object] = {"kind": "number", "number": PHONE, "code": 21614}
    assert call_json("POST", faults, number).status == 204
    assert send(twilio).body["code"] == 21614
    assert call_json("POST", faults, {"kind": "limit"}).status == 204
    assert send(twilio, To="+12025550143").status == 429
    assert call_json("POST", faults, {"kind": "what"}).status == 400


def test_segments_are_counted_for_the_composer(twilio: TwilioStandIn) -> None:
    counted = call_json("POST", f"{twilio.url}/sandbox/segments", {"body": "😀" * 36})

    assert counted.body == {"segments": 2, "encoding": "UCS-2"}


@pytest.mark.parametrize("name", ["phone", "phone/phone.css", "phone/phone.js"])
def test_the_page_needs_nothing_from_elsewhere(twilio: TwilioStandIn, name: str) -> None:
    answer = call(f"{twilio.url}/{name}")

    assert answer.status == 200
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("name", ["phone/nothing.js", "phone/..%2Fpane.py", "phone/phone.py"])
def test_other_files_are_not_served(twilio: TwilioStandIn, name: str) -> None:
    assert call(f"{twilio.url}/{name}").status == 404


def test_texts_are_inserted_as_text_only() -> None:
    script = (FILES / "phone.js").read_text()

    assert "textContent: text.body" in script
    for way_to_insert_markup in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write"):
        assert way_to_insert_markup not in script
