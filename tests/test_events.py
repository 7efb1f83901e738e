"""The payloads are whole, signed as they say, and complete for every function."""

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests import events

FUNCTIONS = {
    "sms_webhook": {"text", "mms", "stop", "whatsapp", "messaging_service", "status_delivered"},
    "slack_webhook": {"direct_message", "app_mention", "claim", "view_submission", "thread_reply"},
    "web_chat": {"sessions_post", "messages_get", "connect", "frame_hello", "disconnect"},
    "dispatch_changes": {"customer_message", "outgoing_to_customer"},
    "take_turn": {"turn"},
    "deliver_message": {"customer_by_sms", "card", "thread"},
    "sweep_deadlines": {"schedule", "wakeup_conversation", "wakeup_socket", "wakeup_agent"},
}
# What the vendors themselves leave blank: AWS's own sample of a `$disconnect`, and Slack's files.
BLANK_AT_THE_VENDOR = {
    "x-api-key",
    "X-Forwarded-For",
    "x-restapi",
    "rawQueryString",
    "external_type",
    "username",
    "external_id",
}
ALL = [(function, case) for function in FUNCTIONS for case in events.cases(function)]
SIGNED_BY_TWILIO = [case for case in events.cases("sms_webhook") if case != "forged"]


def members(document: Any, name: str = "") -> Iterator[tuple[str, object]]:  # noqa: ANN401 - any JSON
    if isinstance(document, dict):
        for key, value in document.items():
            yield from members(value, key)
    elif isinstance(document, list):
        for value in document:
            yield from members(value, name)
    else:
        yield name, document


@pytest.mark.parametrize(("function", "needed"), FUNCTIONS.items())
def test_every_function_has_its_payloads(function: str, needed: set[str]) -> None:
    assert needed <= set(events.cases(function))


def test_no_payload_belongs_to_a_function_that_is_not_there() -> None:
    folders = {path.name for path in events.EVENTS.iterdir() if path.is_dir()}

    assert folders == {*FUNCTIONS, "licenses"}


@pytest.mark.parametrize(("function", "case"), ALL)
def test_no_field_is_blank_that_the_vendor_fills(function: str, case: str) -> None:
    event = events.load_event(function, case)

    blank = {name for name, value in members(event) if value == ""}

    assert blank <= BLANK_AT_THE_VENDOR


@pytest.mark.parametrize("case", events.cases("sms_webhook"))
def test_no_field_of_twilios_forms_is_blank(case: str) -> None:
    fields = events.form_of(events.load_event("sms_webhook", case))

    assert not [name for name, value in fields if not value]
    assert dict(fields)["AccountSid"] == events.TWILIO_ACCOUNT_SID


@pytest.mark.parametrize("case", SIGNED_BY_TWILIO)
def test_twilios_signatures_are_good_as_they_stand(case: str) -> None:
    event = events.load_event("sms_webhook", case)

    assert event["headers"]["x-twilio-signature"] == events.twilio_signature(event)


def test_the_forged_text_is_forged() -> None:
    event = events.load_event("sms_webhook", "forged")

    assert event["headers"]["x-twilio-signature"] != events.twilio_signature(event)


@pytest.mark.parametrize("case", events.cases("slack_webhook"))
def test_slacks_signatures_are_fresh_when_loaded(case: str) -> None:
    event = events.load_event("slack_webhook", case)
    timestamp = event["headers"]["x-slack-request-timestamp"]
    signature = events.slack_signature(timestamp, events.body_of(event))

    assert abs(time.time() - int(timestamp)) < 60
    assert event["headers"]["x-slack-signature"] == signature


@pytest.mark.parametrize("case", events.cases("slack_webhook"))
def test_slacks_signatures_in_the_files_were_good_at_their_time(case: str) -> None:
    event = json.loads((events.EVENTS / "slack_webhook" / f"{case}.json").read_text())
    timestamp = event["headers"]["x-slack-request-timestamp"]

    signature = events.slack_signature(timestamp, events.body_of(event))

    assert event["headers"]["x-slack-signature"] == signature


def test_a_changed_form_is_signed_again() -> None:
    event = events.load_event("sms_webhook", "text")

    changed = events.with_form(event, Body="Hello", ToCity="", FromCity=None)

    fields = dict(events.form_of(changed))
    assert (fields["Body"], fields["ToCity"]) == ("Hello", "")
    assert "FromCity" not in fields
    assert changed["headers"]["x-twilio-signature"] == events.twilio_signature(changed)
    assert changed["headers"]["x-twilio-signature"] != event["headers"]["x-twilio-signature"]


def test_a_changed_slack_event_or_payload_is_signed_again() -> None:
    message = events.load_event("slack_webhook", "direct_message")
    claim = events.load_event("slack_webhook", "claim")

    said = events.with_slack_event(message, text="Hello")
    pressed = events.with_slack_payload(claim, trigger_id="1.2.3")

    assert json.loads(events.body_of(said))["event"]["text"] == "Hello"
    assert json.loads(dict(events.form_of(pressed))["payload"])["trigger_id"] == "1.2.3"
    for event in (said, pressed):
        timestamp = event["headers"]["x-slack-request-timestamp"]
        signature = events.slack_signature(timestamp, events.body_of(event))
        assert event["headers"]["x-slack-signature"] == signature


def test_headers_can_be_set_and_left_out() -> None:
    event = events.load_event("web_chat", "messages_get")

    changed = events.with_headers(event, origin=None, authorization="Bearer x", user_agent="y")

    assert "origin" not in changed["headers"]
    assert changed["headers"]["authorization"] == "Bearer x"
    assert changed["headers"]["user-agent"] == "y"
    assert "origin" in event["headers"]


@pytest.mark.parametrize("function", ["take_turn", "deliver_message", "sweep_deadlines"])
def test_queue_messages_bear_the_digest_of_their_bodies(function: str) -> None:
    for case in events.cases(function):
        for record in events.load_event(function, case).get("Records", []):
            digest = hashlib.md5(record["body"].encode(), usedforsecurity=False).hexdigest()
            assert record["md5OfBody"] == digest


def test_the_identity_proof_is_made_with_the_key_that_is_named() -> None:
    document = json.loads(events.body_of(events.load_event("web_chat", "sessions_post_identified")))
    expires = document["identity_proof"].partition(".")[0]
    text = f"{document['customer_id']}\n{expires}".encode()

    digest = hmac.new(events.IDENTITY_KEY.encode(), text, hashlib.sha256).hexdigest()

    assert document["identity_proof"] == f"{expires}.{digest}"


@pytest.mark.parametrize(("function", "case"), ALL)
def test_every_payload_has_its_source(function: str, case: str) -> None:
    sources = (events.EVENTS / "SOURCES.md").read_text()

    assert f"`{function}/" in sources
    assert f"`{case}`" in sources, f"SOURCES.md does not say where {function}/{case} is from"


def test_form_bodies_come_in_base64_as_the_gateway_sends_them() -> None:
    event = events.load_event("sms_webhook", "text")

    assert event["isBase64Encoded"] is True
    assert base64.b64decode(event["body"], validate=True)


def test_the_session_token_is_signed_with_the_key_that_is_named() -> None:
    signed, _, signature = events.SESSION_TOKEN.rpartition(".")

    digest = hmac.new(events.SESSION_KEY.encode(), signed.encode(), hashlib.sha256).digest()

    assert signature == base64.urlsafe_b64encode(digest).decode().rstrip("=")
    header = events.load_event("web_chat", "messages_get")["headers"]["authorization"]
    assert header == f"Bearer {events.SESSION_TOKEN}"
