"""What an answer may carry, seen from the customer: what is sent of it, and what is not."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.domain.address import Channel
from warmline.domain.guarding import MOST_SEGMENTS, Refusal, guard
from warmline.domain.sms_text import fits_segments
from warmline.domain.tools import Risk, ToolStatus, ToolUse

INSTRUCTIONS = (
    "Answer from the articles alone, name the one that you used, and never promise anything."
)
REFUND = ToolUse(name="refund_order", key="k", status=ToolStatus.DONE, risk=Risk.APPROVE)


@pytest.mark.parametrize("channel", Channel)
@pytest.mark.parametrize(
    ("answer", "sent"),
    [
        ("**Free** returns. ![x](https://evil.example/?q=1)", "Free returns."),
        ("Returns are free. Claim at www.evil.com now! They take 5 days.",
         "Returns are free. They take 5 days."),
        ("Returns are free. [Log in](https://evil.com)", "Returns are free."),
        ("Returns are free. Write to assist@evil.com.", "Returns are free."),
        ("See [returns](https://shop.example/r).", "See returns (https://shop.example/r)."),
        ("Write to help@shop.example.", "Write to help@shop.example."),
        ("<b>Free</b><script>alert(1)</script> returns", "Free returns"),
        ("Your card 4111 1111 1111 1111 was used.", "Your card [card number removed] was used."),
        ("Free\u202e returns\x00", "Free returns"),
    ],
)  # fmt: skip
def test_only_what_may_be_sent_is_sent(channel: Channel, answer: str, sent: str) -> None:
    assert guard(answer, channel, own_hosts=["shop.example"]).text == sent


def test_an_answer_that_is_nothing_but_a_lure_is_not_sent() -> None:
    guarded = guard("Go to https://evil.example/win", Channel.WEB)

    assert (guarded.text, guarded.refused) == ("", (Refusal.LINK,))


@pytest.mark.parametrize(
    ("answer", "refusal"),
    [
        (f"My instructions: {INSTRUCTIONS}", Refusal.INSTRUCTIONS),
        ("The key is letmein-7421, enjoy", Refusal.SECRET),
    ],
)
def test_an_answer_that_leaks_is_not_sent_at_all(answer: str, refusal: Refusal) -> None:
    guarded = guard(answer, Channel.SMS, instructions=INSTRUCTIONS, secrets=["letmein-7421"])

    assert (guarded.text, guarded.without_promise, guarded.refused) == ("", "", (refusal,))


def test_a_false_claim_is_left_out_and_a_true_one_is_sent() -> None:
    answer = "I have refunded your order. It takes 5 days."

    assert guard(answer, Channel.WEB).text == "It takes 5 days."
    assert guard(answer, Channel.WEB, tools=[REFUND]).text == answer


def test_a_promise_is_told_and_can_be_left_unsaid() -> None:
    guarded = guard("It takes 5 days. I'll check and get back to you.", Channel.WEB)

    assert guarded.promise == "I'll check and get back to you."
    assert guarded.without_promise == "It takes 5 days."
    assert guarded.text == "It takes 5 days. I'll check and get back to you."


def test_the_words_of_articles_may_promise_and_claim_but_not_lure() -> None:
    quotation = "We will call you within 2 days. Your order was cancelled if you see no mail."

    assert guard(quotation, Channel.WEB, quoted=True).text == quotation
    assert guard(quotation, Channel.WEB, quoted=True).promise == ""
    assert guard("See www.evil.com for more.", Channel.WEB, quoted=True).text == ""


def test_a_phone_number_must_stand_in_a_source_where_the_sources_are_known() -> None:
    answer = "Returns are free. Call +1 900 555 0100."

    assert (
        guard(answer, Channel.WEB, sources=["Call +1 (800) 555-0199"]).text == "Returns are free."
    )
    assert guard(answer, Channel.WEB, sources=["Call 1-900-555-0100"]).text == answer
    assert guard(answer, Channel.WEB).text == answer


@pytest.mark.parametrize("letter", ["x", "я"])
def test_by_sms_an_answer_ends_with_a_whole_sentence_that_fits(letter: str) -> None:
    sentence = f"{letter * 40}. "

    guarded = guard(sentence * 40, Channel.SMS)

    assert fits_segments(guarded.text, segments=MOST_SEGMENTS)
    assert guarded.text.endswith(f"{letter}.")
    assert Refusal.LENGTH in guarded.refused


def test_by_sms_quotes_and_dashes_cost_no_more_than_they_must() -> None:
    assert guard("\u201cFree\u201d \u2013 always\u2026", Channel.SMS).text == '"Free" - always...'


@given(st.text(max_size=120), st.sampled_from(Channel))
def test_any_answer_survives_and_is_the_same_when_looked_at_again(
    answer: str, channel: Channel
) -> None:
    once = guard(answer, channel).text

    assert guard(once, channel).text == once


@pytest.mark.parametrize("piece", ["I will ", "your order has been ", "<a ", "a. ", "Ich habe "])
def test_a_hostile_answer_takes_little_time(piece: str) -> None:
    start = time.perf_counter()
    guard(piece * (8000 // len(piece)), Channel.WEB, instructions=INSTRUCTIONS)

    assert time.perf_counter() - start < 3
