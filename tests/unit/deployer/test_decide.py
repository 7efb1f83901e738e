"""`warmline decide`: a JSON object a line in, one a line out."""

import json
from typing import Any

import pytest
from click.testing import CliRunner

from deployer.decide import decide


def ask(*lines: str | bytes) -> list[dict[str, Any]]:
    raw = b"".join((line.encode() if isinstance(line, str) else line) + b"\n" for line in lines)
    result = CliRunner().invoke(decide, input=raw)

    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.output.splitlines()]


def question(text: str, **more: object) -> str:
    return json.dumps({"text": text, **more})


def test_the_answer_has_the_shape_of_the_contract() -> None:
    (answer,) = ask(question("can I talk to a person? my card is 4111 1111 1111 1111"))

    assert answer == {
        "handoff": True,
        "reason": "asked_for_human",
        "opt_out": False,
        "opt_out_ask": False,
        "scores": {"asked_for_human": 1.0, "vip": 0.0, "repeat_contact": 0.0},
        "redacted": "can I talk to a person? my card is [card number removed]",
    }


def test_an_ordinary_question_stays_with_the_bot() -> None:
    (answer,) = ask(question("where is my order?"))

    assert answer["handoff"] is False
    assert answer["reason"] is None


def test_answers_come_in_the_order_of_the_questions() -> None:
    answers = ask(question("one"), question("two"), question("three"))

    assert [answer["redacted"] for answer in answers] == ["one", "two", "three"]


def test_keywords_opt_out_by_sms_only() -> None:
    by_sms, on_the_web = ask(question("STOP", channel="sms"), question("STOP"))

    assert by_sms["opt_out"] is True
    assert by_sms["handoff"] is False
    assert on_the_web["opt_out"] is False


def test_a_near_miss_is_an_ask_to_opt_out() -> None:
    (answer,) = ask(question("stop. thank you", channel="sms"))

    assert (answer["opt_out"], answer["opt_out_ask"]) == (False, True)


@pytest.mark.parametrize(
    ("offer", "reply"),
    [("I don't have that. Shall I get a person?", "yes"), ("Reply 1 for a person.", "1")],
)
def test_a_yes_to_the_bots_offer_is_an_ask(offer: str, reply: str) -> None:
    (answer,) = ask(question(reply, history=[{"role": "bot", "text": offer}]))

    assert answer["reason"] == "asked_for_human"


def test_a_yes_to_anything_else_is_none() -> None:
    (answer,) = ask(question("yes", history=[{"role": "bot", "text": "Is it the red one?"}]))

    assert answer["handoff"] is False


def test_what_is_known_of_the_customer_is_a_signal() -> None:
    known = {"vip": True, "language": "en", "contacts_in_7_days": 9}
    (answer,) = ask(question("hello", customer=known))

    assert answer["scores"]["vip"] == 1.0
    assert answer["scores"]["repeat_contact"] == 1.0


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[1]",
        "1",
        "null",
        '{"text": 1}',
        "{}",
        '{"text": {"$regex": ""}}',
        "[" * 100000,
        '{"text": "a", "channel": "fax"}',
        '{"text": "a", "history": [1]}',
        b"\xff\xfe",
        '{"text": "a", "customer": []}',
        '{"text": "a", "customer": {"contacts_in_7_days": true}}',
    ],
)
def test_a_bad_line_is_answered_and_the_next_one_too(line: str | bytes) -> None:
    refused, answered = ask(line, question("hello"))

    assert set(refused["error"]) == {"code", "message"}
    assert answered["redacted"] == "hello"


def test_a_lone_surrogate_breaks_nothing() -> None:
    (answer,) = ask('{"text": "hi \\ud800 there"}')

    assert answer["redacted"] == "hi  there"
