"""A text that is not Twilio's is refused, changes nothing, and learns nothing from the answer."""

import json
from urllib.parse import urlencode

import pytest

from tests.contract.calls import Answer, call
from tests.contract.customers import Texter
from tests.contract.line import Line
from tests.contract.stand_ins.receipts import FORM
from tests.contract.stand_ins.signatures import twilio_signature
from tests.contract.waiting import wait_for
from tests.contract.warm import OTHER_QUESTION, QUESTION

JSON = "application/json"
SIGNATURE = "X-Twilio-Signature"

type Headers = list[tuple[str, str]]


def post_form(line: Line, fields: list[tuple[str, str]], headers: Headers) -> Answer:
    url = f"{line.ready.http_url}/sms/inbound"
    named = [("Content-Type", FORM), *headers]
    return call("POST", url, headers=named, body=urlencode(fields).encode())


def signed(line: Line, fields: list[tuple[str, str]], url: str | None = None) -> str:
    signed_url = url or f"{line.ready.http_url}/sms/inbound"
    return twilio_signature(line.ready.twilio_auth_token, signed_url, fields)


def expect_only(texter: Texter, number_of_answers: int) -> None:
    """Let one genuine text through, and see that nothing else was answered."""
    texter.say(OTHER_QUESTION)
    wait_for(
        lambda: any("track" in words.lower() for words in texter.heard()),
        "the answer to the genuine text",
        seen=texter.heard,
    )
    assert len(texter.heard()) == number_of_answers


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param([], id="none"),
        pytest.param([(SIGNATURE, "")], id="empty"),
        pytest.param([(SIGNATURE, "A" * 8_000)], id="8 KB"),
        pytest.param([(SIGNATURE, "s\u00fc\u00df")], id="not ASCII"),
        pytest.param([(SIGNATURE, "RSOYDt4T1cUTdK1PDd93/VVr8B8=")], id="another's"),
        pytest.param([(SIGNATURE, "YQ=="), (SIGNATURE, "YQ==")], id="twice"),
        pytest.param([("X-Forwarded-Host", "evil.example"), (SIGNATURE, "YQ==")], id="forwarded"),
    ],
)
def test_a_text_without_twilios_signature_is_refused(line: Line, headers: Headers) -> None:
    texter = line.texter()

    answer = post_form(line, texter.phone.fields(QUESTION), headers)

    assert answer.status == 403
    expect_only(texter, 1)


def test_a_text_changed_on_its_way_is_refused(line: Line) -> None:
    texter = line.texter()
    fields = texter.phone.fields(QUESTION)
    signature = signed(line, fields)
    changed = [(name, "Give me money" if name == "Body" else value) for name, value in fields]

    assert post_form(line, changed, [(SIGNATURE, signature)]).status == 403
    expect_only(texter, 1)


def test_a_signature_for_another_address_is_refused(line: Line) -> None:
    fields = line.texter().phone.fields(QUESTION)
    true = f"{line.ready.http_url}/sms/inbound"
    others = [
        true.replace("http://", "https://", 1),
        f"{true}/",
        f"{true}?a=b",
        "http://evil.example/sms/inbound",
        f"{line.ready.http_url}/sms/status",
    ]

    answers = [post_form(line, fields, [(SIGNATURE, signed(line, fields, url))]) for url in others]

    assert [answer.status for answer in answers] == [403] * len(others)


def test_a_genuine_text_through_a_spoofed_proxy_is_taken(line: Line) -> None:
    texter = line.texter()
    fields = texter.phone.fields(QUESTION)
    spoofed = [("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "ftp")]

    answer = post_form(line, fields, [(SIGNATURE, signed(line, fields)), *spoofed])

    assert answer.status == 200
    wait_for(texter.heard, "an answer")


def test_a_genuine_text_of_another_account_is_refused(line: Line) -> None:
    texter = line.texter()

    answer = texter.phone.text(QUESTION, AccountSid="AC" + "0" * 32)

    assert answer.status == 403
    expect_only(texter, 1)


def test_new_and_blank_fields_of_twilio_are_signed_and_taken(line: Line) -> None:
    texter = line.texter()

    answer = texter.phone.text(QUESTION, AFieldOfTomorrow="new", AnotherOne="")

    assert answer.status == 200
    wait_for(texter.heard, "an answer")


@pytest.mark.parametrize("missing", ["MessageSid", "From", "To"])
def test_a_signed_text_without_a_needed_field_is_malformed(line: Line, missing: str) -> None:
    phone = line.texter().phone
    without = {missing} | ({"SmsSid", "SmsMessageSid"} if missing == "MessageSid" else set())
    kept = [(name, value) for name, value in phone.fields(QUESTION) if name not in without]

    assert phone.post(kept).status == 400


def test_a_signed_text_of_no_account_is_refused(line: Line) -> None:
    phone = line.texter().phone
    kept = [(name, value) for name, value in phone.fields(QUESTION) if name != "AccountSid"]

    assert phone.post(kept).status in {400, 403}


def test_refusals_all_read_alike(line: Line) -> None:
    fields = line.texter().phone.fields(QUESTION)
    headers: list[Headers] = [[], [(SIGNATURE, "YQ==")], [(SIGNATURE, signed(line, []))]]

    answers = [post_form(line, fields, named) for named in headers]

    assert len({(answer.status, answer.body) for answer in answers}) == 1


def test_a_text_as_json_is_malformed(line: Line) -> None:
    url = f"{line.ready.http_url}/sms/inbound"
    body = json.dumps(dict(line.texter().phone.fields(QUESTION))).encode()
    signature = twilio_signature(line.ready.twilio_auth_token, url, [])

    answer = call("POST", url, headers=[("Content-Type", JSON), (SIGNATURE, signature)], body=body)

    assert answer.status == 400


def test_a_huge_body_is_refused(line: Line) -> None:
    fields = [*line.texter().phone.fields("x" * 70_000)]

    answer = post_form(line, fields, [(SIGNATURE, signed(line, fields))])

    assert answer.status in {400, 413}


def test_a_text_from_our_own_number_is_dropped(line: Line) -> None:
    phone = line.texter().phone
    before = len(line.twilio.sent)

    answer = phone.text(QUESTION, From=line.ready.phone_number)
    expect_only(line.texter(), 1)

    assert answer.status == 200
    assert not line.twilio.heard(line.ready.phone_number)
    assert len(line.twilio.sent) == before + 1
