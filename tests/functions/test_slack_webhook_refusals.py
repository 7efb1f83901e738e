"""What `slack_webhook` refuses: nothing changes, nothing is sent, one line says why."""

import base64
import copy
import json
import time
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.events import (
    SLACK_SIGNING_SECRET,
    Event,
    body_of,
    load_event,
    slack_signature,
    with_body,
    with_headers,
    with_json,
    with_slack_event,
    with_slack_payload,
)
from tests.functions.conftest import Logged
from tests.functions.slack_calls import press
from tests.functions.webhook_world import BOT_TOKEN, Answer, WebhookWorld
from warmline.adapters.slack.verify import is_signed

VECTORS = Path(__file__).parent / "vectors" / "signatures.jsonl"
WORDS = "How do I return an item?"
REFUSED = {"error": {"code": "not_verified", "message": "The request is not verified."}}
FORM = "application/x-www-form-urlencoded"


def message() -> Event:
    return load_event("slack_webhook", "direct_message")


def signed_at(event: Event, timestamp: str) -> Event:
    """The event with a signature that is right for this timestamp."""
    signed = copy.deepcopy(event)
    signed["headers"]["x-slack-request-timestamp"] = timestamp
    signed["headers"]["x-slack-signature"] = slack_signature(timestamp, body_of(event))
    return signed


def raw(body: bytes, *, kind: str = "application/json") -> Event:
    """A signed request with this very body."""
    event = message() | {"isBase64Encoded": True}
    return with_headers(with_body(event, body), content_type=kind)


def assert_without_a_trace(event: Event, logged: Logged, *, status: int, name: str) -> Answer:
    world = WebhookWorld()
    before = world.traces()

    answer = world.slack(event)

    assert answer.status == status
    assert world.traces() == before
    assert logged.names == [name]
    [line] = logged.lines
    assert line["problem"]
    assert line["request"] == event["requestContext"]["requestId"] != ""
    for secret in (SLACK_SIGNING_SECRET, BOT_TOKEN, WORDS, "U0CUSTOM01", "D0CUSTOM01"):
        assert secret not in logged.text
    return answer


# The signature


@pytest.mark.parametrize("left_out", ["x_slack_signature", "x_slack_request_timestamp"])
def test_without_a_header_of_the_signature_a_request_is_not_verified(
    left_out: str, logged: Logged
) -> None:
    event = with_headers(message(), **{left_out: None})

    answer = assert_without_a_trace(event, logged, status=401, name="signature_rejected")

    assert answer.json == REFUSED


@pytest.mark.bad_input(24)
@pytest.mark.parametrize("headers", [{}, None])
def test_without_any_header_a_request_is_not_verified(
    headers: dict[str, str] | None, logged: Logged
) -> None:
    event = message() | {"headers": headers}

    assert_without_a_trace(event, logged, status=401, name="signature_rejected")


@pytest.mark.bad_input(25)
@pytest.mark.parametrize(
    "timestamp",
    ["abc", "1.5", "", "5" * 5_000, "-5", " 1 ", "1_0", "\N{FULLWIDTH DIGIT ONE}", "1e9", "\ud800"],
    ids=repr,
)
def test_an_impossible_timestamp_is_not_verified(timestamp: str, logged: Logged) -> None:
    event = with_headers(message(), x_slack_request_timestamp=timestamp)

    assert_without_a_trace(event, logged, status=401, name="signature_rejected")


@pytest.mark.bad_input(25)
@pytest.mark.parametrize("seconds", [-302, 302, -86_400, 10**9])
def test_a_signature_from_another_time_is_not_verified(seconds: int, logged: Logged) -> None:
    event = signed_at(message(), str(int(time.time()) + seconds))

    assert_without_a_trace(event, logged, status=401, name="signature_rejected")


@pytest.mark.parametrize("seconds", [-298, 298])
def test_a_signature_of_the_last_five_minutes_is_good(seconds: int) -> None:
    event = signed_at(message(), str(int(time.time()) + seconds))

    assert WebhookWorld().slack(event).status == 200


def test_exactly_three_hundred_seconds_are_good_and_one_more_is_not() -> None:
    def good(now: float) -> bool:
        signature = slack_signature("1000", b"x")
        return is_signed(
            b"x",
            timestamp="1000",
            signature=signature,
            signing_secret=SLACK_SIGNING_SECRET,
            now=now,
        )

    assert [good(now) for now in (699, 700, 1000, 1300, 1301)] == [False, True, True, True, False]


@pytest.mark.bad_input(26)
@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        lambda given: given.replace("v0=", "v1="),
        lambda given: given.removeprefix("v0="),
        lambda given: given[:-1],
        lambda given: f"{given},{given}",
        lambda given: given + "\xe9",
        lambda _: "v0=" + "\N{FULLWIDTH DIGIT ONE}" * 64,
        lambda _: "v0=" + "0" * 10_000,
        lambda _: "\ud800",
    ],
)
def test_a_signature_in_any_other_form_is_not_verified(change: object, logged: Logged) -> None:
    event = message()
    assert callable(change)
    changed = with_headers(event, x_slack_signature=change(event["headers"]["x-slack-signature"]))

    assert_without_a_trace(changed, logged, status=401, name="signature_rejected")


HOSTILE = (
    b"{",
    b"[1]",
    b"1",
    b"",
    b"null",
    b'"text"',
    b"\xff\xfe",
    b'{"type":',
    b"{}",
    b'{"type": 5}',
    b'{"type": "event_callback"}',
    b'{"type": "event_callback", "event": 1}',
    b'{"type": "event_callback", "event": {}}',
    b'{"type": "event_callback", "event": {"type": []}}',
    b'{"type": "block_actions"}',
    b'{"type": "block_actions", "actions": []}',
    b'{"type": "block_actions", "actions": [1]}',
    b'{"type": "block_actions", "actions": [{"action_id": {}}]}',
    b'{"type": "url_verification"}',
    b'{"type": "view_submission"}',
    b'{"type": "view_submission", "view": {}}',
    b'{"type": "nobody has heard of this"}',
    b'{"a":' * 12_000,
    b"[" * 60_000,
    b"9" * 5_000,
)


@pytest.mark.bad_input(27)
@pytest.mark.parametrize("body", HOSTILE, ids=lambda body: repr(body[:40]))
@pytest.mark.parametrize("kind", ["application/json", FORM, "text/plain", ""])
def test_a_hostile_body_with_a_wrong_signature_is_not_verified(
    body: bytes, kind: str, logged: Logged
) -> None:
    event = with_headers(raw(body, kind=kind), x_slack_signature="v0=" + "0" * 64)

    assert_without_a_trace(event, logged, status=401, name="signature_rejected")


@pytest.mark.bad_input(28)
@pytest.mark.parametrize("body", HOSTILE, ids=lambda body: repr(body[:40]))
@pytest.mark.parametrize("kind", ["application/json", FORM, "text/plain", ""])
@pytest.mark.parametrize("wrapped", [False, True], ids=["bare", "as a payload"])
def test_a_hostile_body_with_the_right_signature_does_nothing(
    body: bytes,
    kind: str,
    wrapped: bool,  # noqa: FBT001 - a parameter
    logged: Logged,
) -> None:
    world = WebhookWorld()
    before = world.traces()
    text = urlencode({"payload": body.decode("latin-1")}).encode() if wrapped else body

    answer = world.slack(raw(text, kind=kind))

    assert answer.status in {200, 400, 413}
    assert world.traces() == before
    assert len(logged.lines) == 1


@pytest.mark.bad_input(27)
@pytest.mark.parametrize("body", [None, "", "{"])
def test_a_body_that_is_missing_is_not_verified(body: str | None, logged: Logged) -> None:
    event = message() | {"body": body, "isBase64Encoded": False}

    assert_without_a_trace(event, logged, status=401, name="signature_rejected")


def test_a_body_over_64_kib_is_too_large(logged: Logged) -> None:
    event = raw(json.dumps({"type": "event_callback", "text": "a" * 66_000}).encode())

    assert_without_a_trace(event, logged, status=413, name="anomalous_payload")


def test_a_form_of_a_thousand_fields_is_malformed(logged: Logged) -> None:
    event = raw(b"&".join([b"command=%2Fwarmline"] * 1_000), kind=FORM)

    assert_without_a_trace(event, logged, status=400, name="anomalous_payload")


@pytest.mark.bad_input(29)
@pytest.mark.bad_input(30)
@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"ssl_check=1&token=x", FORM),
        (b'{"type": "url_verification", "challenge": "c"}', "application/json"),
    ],
)
def test_what_asks_for_an_answer_without_a_signature_gets_none(
    body: bytes, kind: str, logged: Logged
) -> None:
    event = with_headers(
        raw(body, kind=kind), x_slack_signature=None, x_slack_request_timestamp=None
    )

    answer = assert_without_a_trace(event, logged, status=401, name="signature_rejected")

    assert answer.json == REFUSED


@pytest.mark.bad_input(64)
def test_every_refusal_of_a_signature_has_the_same_words() -> None:
    world, event = WebhookWorld(), message()
    answers = {
        world.slack(with_headers(event, x_slack_signature=given)).body
        for given in (None, "", "v0=0", "v0=" + "0" * 64, "x" * 10_000)
    }
    answers.add(world.slack(signed_at(event, "5")).body)

    assert answers == {json.dumps(REFUSED)}


# From elsewhere


@pytest.mark.bad_input(31)
@pytest.mark.parametrize("name", ["team_id", "api_app_id"])
@pytest.mark.parametrize("value", ["T0FOREIGN", "", None, ["T0EVENTS01"], {"id": "T0EVENTS01"}])
def test_an_event_of_another_team_or_app_is_passed_over_and_counted(
    name: str, value: object, logged: Logged
) -> None:
    event = with_json(message(), **{name: value})

    assert_without_a_trace(event, logged, status=200, name="foreign_sender")


@pytest.mark.bad_input(31)
@pytest.mark.parametrize("fields", [{"team": {"id": "T0FOREIGN"}}, {"api_app_id": "A0FOREIGN"}])
def test_a_press_from_another_team_or_app_is_passed_over_and_counted(
    fields: dict[str, object], logged: Logged
) -> None:
    world = WebhookWorld()
    world.hire("U0AGENT001")
    before = world.traces()

    answer = world.slack(with_slack_payload(press(world, "claim", value="c1.2"), **fields))

    assert answer.status == 200
    assert world.traces() == before
    assert logged.names == ["foreign_sender"]


# Names that could become keys


@pytest.mark.parametrize("name", ["user", "channel", "ts", "thread_ts"])
@pytest.mark.parametrize(
    "value",
    ["U#HEAD", "../x", "CONV#1", "a b", "", "\ud800", "x" * 300, 5, None, ["U"], {"S": "U"}],
)
def test_a_name_that_slack_would_not_give_becomes_no_key(
    name: str, value: object, logged: Logged
) -> None:
    world = WebhookWorld()
    event = with_slack_event(message(), **{name: value})

    answer = world.slack(event)

    assert answer.status in {200, 400}
    assert len(logged.lines) == 1
    if name != "thread_ts":
        assert world.memory.rows == {}
    assert "#" not in repr(sorted(world.memory.rows, key=repr))


# The published vector


def test_the_published_vector_is_accepted_and_nothing_near_it() -> None:
    lines = map(json.loads, VECTORS.read_text("utf-8").splitlines())
    [vector] = [one for one in lines if one["provider"] == "slack"]
    body, at = vector["body"].encode(), int(vector["timestamp"])

    def good(body: bytes, *, now: float, secret: str = vector["secret"]) -> bool:
        return is_signed(
            body,
            timestamp=vector["timestamp"],
            signature=vector["signature"],
            signing_secret=secret,
            now=now,
        )

    assert good(body, now=at + 10)
    assert not good(body + b"&", now=at + 10)
    assert not good(body, now=at + 10, secret=vector["secret"] + "0")
    assert not good(body, now=at + 301)


def test_a_base64_body_is_verified_as_its_bytes() -> None:
    event, world = message(), WebhookWorld()
    encoded = event | {
        "isBase64Encoded": True,
        "body": base64.b64encode(body_of(event)).decode(),
    }

    assert world.slack(encoded).status == 200
    assert world.said == [WORDS]
