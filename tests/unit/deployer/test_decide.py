"""`warmline decide`: a JSON object a line in, one a line out."""

import json
from pathlib import Path
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
        "scores": {
            "asked_for_human": 1.0,
            "sensitive_topic": 0.0,
            "vip": 0.0,
            "repeat_contact": 0.0,
            "strong_emotion": 0.0,
            "not_making_progress": 0.0,
            "no_answer_found": 0.0,
        },
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


def test_what_is_known_of_the_customer_decides_too() -> None:
    vip, often, now_and_then = ask(
        question("where is my order?", customer={"vip": True}),
        question("where is my order?", customer={"contacts_in_7_days": 3}),
        question("where is my order?", customer={"contacts_in_7_days": 2}),
    )

    assert (vip["handoff"], vip["reason"]) == (True, "vip")
    assert (often["handoff"], often["reason"]) == (True, "repeat_contact")
    assert (now_and_then["handoff"], now_and_then["reason"]) == (False, None)


def test_a_sensitive_topic_is_told_by_its_name() -> None:
    (answer,) = ask(question("my card was stolen, and my husband passed away"))

    assert answer["reason"] == "sensitive_topic"
    assert answer["scores"]["fraud"] == answer["scores"]["bereavement"] == 0.9
    assert answer["scores"]["sensitive_topic"] == 0.9


def test_the_weightiest_reason_is_the_one_that_is_named() -> None:
    furious = "I am furious, my card was stolen"
    asks, stolen = ask(question(f"{furious}, a human please"), question(furious))

    assert asks["reason"] == "asked_for_human"
    assert stolen["reason"] == "sensitive_topic"
    assert stolen["scores"]["strong_emotion"] >= 0.7


DELIVERY = [
    {"role": "customer", "text": "How long does delivery take?"},
    {"role": "bot", "text": "Our lamps are made in Ghent."},
]
NOTHING = "I don't have that in our articles. Shall I get a person?"


def test_the_same_question_again_is_no_progress() -> None:
    again, another = ask(
        question("how long does delivery take", history=DELIVERY),
        question("and what does it cost?", history=DELIVERY),
    )

    assert (again["handoff"], again["reason"]) == (True, "not_making_progress")
    assert another["handoff"] is False


def test_three_times_the_same_answer_is_no_progress() -> None:
    said = {"role": "bot", "text": "You can follow your parcel with the link in the e-mail."}
    asked = ["Where is my order?", "No, I mean the other one", "it has number 1234"]
    history = [each for text in asked for each in ({"role": "customer", "text": text}, said)]
    twice, three_times = ask(
        question("can you look it up", history=history[:4]),
        question("can you look it up", history=history),
    )

    assert twice["handoff"] is False
    assert three_times["reason"] == "not_making_progress"


def test_what_an_agent_answered_is_not_held_against_the_bot() -> None:
    history = [*DELIVERY, {"role": "agent", "text": "Three days."}]
    (answer,) = ask(question("how long does delivery take", history=history))

    assert answer["handoff"] is False


def test_nothing_found_twice_brings_a_human_unless_none_is_wanted() -> None:
    nothing = [
        {"role": "customer", "text": "Do you sell boats?"},
        {"role": "bot", "text": NOTHING},
        {"role": "customer", "text": "Do you sell kites?"},
        {"role": "bot", "text": NOTHING},
    ]
    once, twice, unwanted = ask(
        question("Do you sell kites?", history=nothing[:2]),
        question("Do you sell cars?", history=nothing),
        question("no thanks", history=nothing),
    )

    assert once["handoff"] is False
    assert (twice["handoff"], twice["reason"]) == (True, "no_answer_found")
    assert unwanted["handoff"] is False


def test_a_wish_for_no_more_texts_goes_before_anger_and_behind_danger_to_life() -> None:
    angry, in_danger, on_the_web = ask(
        question("stop texting me, you idiots!", channel="sms"),
        question("stop texting me, i want to die", channel="sms"),
        question("stop texting me, you fucking idiots!"),
    )

    assert (angry["opt_out_ask"], angry["handoff"]) == (True, False)
    assert in_danger["reason"] == "sensitive_topic"
    assert on_the_web["reason"] == "strong_emotion"


def test_the_deployers_own_rules_decide(tmp_path: Path) -> None:
    file = tmp_path / "policy.yaml"
    file.write_text("topics: {fraud: off, recall: [smells burnt]}\n", encoding="utf-8")
    lines = [question("my card was stolen"), question("It smells burnt"), question("human please")]
    result = CliRunner().invoke(decide, ["--policy", str(file)], input="\n".join(lines))

    reasons = [json.loads(line)["reason"] for line in result.output.splitlines()]
    assert reasons == [None, "sensitive_topic", "asked_for_human"]


def test_a_mistake_in_the_rules_is_named(tmp_path: Path) -> None:
    file = tmp_path / "policy.yaml"
    file.write_text("topics: [fraud]\n", encoding="utf-8")
    result = CliRunner().invoke(decide, ["--policy", str(file)], input=question("hello"))

    assert result.exit_code == 1
    assert "policy.yaml:1: topics" in result.output


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
