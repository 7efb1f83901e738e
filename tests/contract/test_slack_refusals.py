"""What is not Slack's is refused; what is Slack's and not for us does nothing."""

import json
import time

import pytest

from tests.contract.calls import Answer, call
from tests.contract.customers import Texter
from tests.contract.line import OTHER_CHANNEL, Line, tag
from tests.contract.stand_ins import payloads
from tests.contract.stand_ins.signatures import slack_signature
from tests.contract.stand_ins.workspace import Message
from tests.contract.waiting import wait_for
from tests.contract.warm import OTHER_QUESTION, QUESTION, ask_for_a_human

JSON = "application/json"

type Headers = list[tuple[str, str]]


def slack_body(line: Line, words: str = QUESTION) -> bytes:
    customer = line.slack_customer()
    message = line.slack.workspace.add(customer.channel, customer.user, {"text": words})
    event = payloads.message_event(line.people.place, message)
    document = payloads.envelope(line.people.place, event, payloads.new_event_id())
    return json.dumps(document).encode()


def slack_headers(line: Line, body: bytes, **changed: str | None) -> Headers:
    now = str(int(time.time()))
    timestamp = str(changed.get("timestamp") or now)
    true = slack_signature(line.ready.slack_signing_secret, timestamp, body)
    values = {"timestamp": timestamp, "signature": true} | changed
    names = {
        "timestamp": "X-Slack-Request-Timestamp",
        "signature": "X-Slack-Signature",
    }
    found = [(header, values[name]) for name, header in names.items()]
    return [("Content-Type", JSON), *((name, v) for name, v in found if v is not None)]


def post_slack(line: Line, body: bytes, headers: Headers) -> Answer:
    return call("POST", f"{line.ready.http_url}/slack/events", headers=headers, body=body)


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"signature": None, "timestamp": None}, id="no headers"),
        pytest.param({"signature": None}, id="no signature"),
        pytest.param({"timestamp": "abc"}, id="time in letters"),
        pytest.param({"timestamp": "1.5"}, id="time with a point"),
        pytest.param({"timestamp": "9" * 5000}, id="time of 5,000 digits"),
        pytest.param({"timestamp": "-1"}, id="negative time"),
        pytest.param({"timestamp": "1531420618"}, id="old"),
        pytest.param({"timestamp": "99999999999"}, id="from the future"),
        pytest.param({"signature": "v0=s\u00fc\u00df"}, id="not ASCII"),
        pytest.param({"signature": "v0=" + "0" * 64}, id="another's"),
        pytest.param({"signature": ""}, id="empty"),
    ],
)
def test_slack_requests_that_are_not_slacks_are_refused(
    line: Line, changed: dict[str, str | None]
) -> None:
    body = slack_body(line)
    channel = json.loads(body)["event"]["channel"]

    answer = post_slack(line, body, slack_headers(line, body, **changed))

    assert answer.status == 401
    assert [call for call in line.slack.calls if call[1].get("channel") == channel] == []


def test_a_signature_of_slack_in_capitals_or_another_version_is_refused(line: Line) -> None:
    body = slack_body(line)
    now = str(int(time.time()))
    true = slack_signature(line.ready.slack_signing_secret, now, body)
    forged = [true.replace("v0=", "v1="), "v0=" + true.removeprefix("v0=").upper()]

    answers = [
        post_slack(line, body, slack_headers(line, body, timestamp=now, signature=signature))
        for signature in forged
    ]

    assert [answer.status for answer in answers] == [401, 401]


@pytest.mark.parametrize(
    "body", [b"{", b"[1]", b"1", b"", b"null", b'{"type": 7}', b'{"event": []}']
)
def test_a_broken_body_is_refused_unsigned_and_survived_signed(line: Line, body: bytes) -> None:
    forged = post_slack(line, body, slack_headers(line, body, signature="v0=" + "0" * 64))
    genuine = post_slack(line, body, slack_headers(line, body))

    assert forged.status == 401
    assert genuine.status in {200, 400}


def test_a_body_that_is_no_text_is_survived(line: Line) -> None:
    body = b"\xff\xfe{"

    answer = post_slack(line, body, slack_headers(line, body))

    # A gateway may replace such bytes, and then the signature fits no more.
    assert answer.status in {200, 400, 401}


def test_the_url_is_verified_for_slack_alone(line: Line) -> None:
    body = json.dumps(
        {"token": payloads.TOKEN, "challenge": "a-challenge", "type": "url_verification"}
    ).encode()

    genuine = post_slack(line, body, slack_headers(line, body))
    forged = post_slack(line, body, slack_headers(line, body, signature=None))

    assert genuine.status == 200
    assert "a-challenge" in genuine.text
    assert forged.status == 401
    assert "a-challenge" not in forged.text


@pytest.mark.parametrize("name", ["team_id", "api_app_id"])
def test_events_of_another_team_or_app_are_taken_and_do_nothing(line: Line, name: str) -> None:
    customer = line.slack_customer()
    message = line.slack.workspace.add(customer.channel, customer.user, {"text": QUESTION})
    event = payloads.message_event(line.people.place, message)
    document = payloads.envelope(line.people.place, event, payloads.new_event_id())

    answer = line.people.send_envelope(document | {name: "X0FOREIGN1"})
    customer.say(OTHER_QUESTION)
    wait_for(customer.heard, "the answer to the genuine message")

    assert answer.status == 200
    assert len(customer.heard()) == 1


def test_the_apps_own_messages_and_edits_in_a_thread_do_nothing(line: Line) -> None:
    customer, card = waiting_card(line)
    before = len(customer.heard())
    shape = line.slack.shape_of(card) | {"channel": card.channel, "channel_type": "channel"}
    edited = payloads.changed_event(card, shape, shape)
    bot = shape | {"subtype": "bot_message", "thread_ts": card.ts, "text": "from a bot"}

    answers = [line.people.send_event(event) for event in (shape, edited, bot)]
    customer.say("Still here.")
    line.desk.wait_in_thread(card, "Still here.")

    assert {answer.status for answer in answers} == {200}
    assert customer.heard()[before:] == []


def waiting_card(line: Line) -> tuple[Texter, Message]:
    customer, case = line.texter(), tag()
    customer.say(ask_for_a_human(case))
    wait_for(customer.heard, "the notice")
    return customer, line.desk.card_with(case)


def test_an_unknown_thread_of_the_desk_is_taken_and_does_nothing(line: Line) -> None:
    agent = line.agent()

    line.people.write(agent.user, OTHER_CHANNEL, "A chat among colleagues.", "1500000000.000100")

    assert not line.slack.workspace.posts(OTHER_CHANNEL, "1500000000.000100")
