"""What a human reads before the case: five lines, made without any model."""

from datetime import UTC, datetime

import pytest

from warmline.domain.address import Channel
from warmline.domain.articles import ArticleVersion
from warmline.domain.brief import MOST_OF_LINE, Customer, make_brief
from warmline.domain.entries import Kind, LogEntry, Role
from warmline.domain.handoff import Reason
from warmline.domain.signals import Signal
from warmline.domain.states import State
from warmline.domain.tools import Risk, ToolStatus, ToolUse

ARTICLE = ArticleVersion("returns/return-an-item", "0123456789abcdef")
UPSET = Signal(Reason.STRONG_EMOTION, 0.8, 0.6, "this is a DISGRACE")


def entry(role: Role, text: str = "", **more: object) -> LogEntry:
    fields: dict[str, object] = {
        "conversation": "c0001",
        "sequence": 1,
        "at": datetime(2026, 3, 2, 9, tzinfo=UTC),
        "kind": Kind.MESSAGE,
        "role": role,
        "state": State.BOT,
        "epoch": 1,
        "text": text,
    }
    return LogEntry(**(fields | more))  # type: ignore[arg-type]  # a test's own


def asked(text: str) -> LogEntry:
    return entry(Role.CUSTOMER, text)


def brief(*log: LogEntry, reason: Reason = Reason.ASKED_FOR_HUMAN, **more: object) -> list[str]:
    customer = Customer(channel=Channel.WEB, language="es")
    return make_brief(reason, log, customer, **more).splitlines()  # type: ignore[arg-type]


def test_it_says_what_they_want_what_was_tried_mood_who_and_what_to_do_next() -> None:
    answer = entry(Role.BOT, "You can return it.", articles=(ARTICLE,))

    lines = brief(asked("My lamp came broken"), answer, asked("a human please"), signals=(UPSET,))

    assert lines == [
        "Wants: “My lamp came broken”, then “a human please”",
        "Tried: article returns/return-an-item",
        "Mood: very upset: “this is a DISGRACE”",
        "Who: not identified, writes in web chat, in Spanish",
        "Next: Say who you are, and answer what they asked last.",
    ]


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_a_next_step_and_never_more_than_five_lines(reason: Reason) -> None:
    lines = brief(asked("x" * 9_000 + "\n" * 50), reason=reason, given="a\n" * 90)

    assert len(lines) == 5
    assert lines[-1].startswith("Next: ")
    assert all(len(line) <= MOST_OF_LINE for line in lines)


def test_a_conversation_without_words_has_a_brief_too() -> None:
    lines = brief()

    assert lines[0] == "Wants: a person; they have written nothing yet"
    assert lines[1] == "Tried: nothing yet"


def test_an_ask_that_says_what_it_is_about_needs_no_words_before_it() -> None:
    long_ask = (
        "I want to talk to a person about the sofa that came with three legs instead of four, "
        "and nobody tells me when the fourth will come"
    )

    assert brief(asked("hello"), asked(long_ask))[0] == f"Wants: “{long_ask}”"


@pytest.mark.parametrize("bare", ["yes", "1", "agent", "no thanks", "Mensch bitte"])
def test_a_short_reply_is_told_with_what_they_had_written_before(bare: str) -> None:
    lines = brief(asked("Where is my parcel?"), entry(Role.BOT, "Sorry"), asked(bare))

    assert lines[0] == f"Wants: “Where is my parcel?”, then “{bare}”"


@pytest.mark.parametrize("private", ["+1 (415) 555-0132", "carl.meyer@example.com"])
def test_no_phone_number_or_mail_address_is_in_it(private: str) -> None:
    felt = Signal(Reason.STRONG_EMOTION, 0.8, 0.6, f"CALL {private}")
    at_the_cut = "x" * 135 + f" {private}"
    for words in (f"Call me: {private}", at_the_cut):
        lines = brief(asked(words), signals=(felt,), given=f"Next: call {private}")
        assert not any(private[:9] in line for line in lines)


def test_what_tools_did_and_which_colleagues_had_the_case_was_tried() -> None:
    looked = ToolUse(name="order_status", key="k", status=ToolStatus.DONE)
    log = (
        asked("Where is order 7?"),
        entry(Role.BOT, "On its way.", tools=(looked,)),
        entry(Role.AGENT, kind=Kind.CLAIMED, name="Ana"),
        entry(Role.BOT, "I do not know.", unsupported=True),
    )

    assert brief(*log)[1] == (
        "Tried: order status done; no article found for a question; Ana had the case"
    )


def test_a_tool_that_waits_for_a_press_is_the_next_step() -> None:
    refund = ToolUse(
        name="refund",
        key="k",
        status=ToolStatus.ASKED_AGENT,
        risk=Risk.APPROVE,
        summary="Refund 20 EUR for order 7",
    )

    lines = brief(asked("Money back"), entry(Role.BOT, "", tools=(refund,)), reason=Reason.POLICY)

    assert lines[-1] == "Next: Approve or decline: Refund 20 EUR for order 7"


def test_what_the_bot_promised_is_the_next_step_whatever_a_model_writes() -> None:
    lines = brief(asked("Hi"), promise="I'll check with the depot", given="Next: close the case")

    assert lines[-1] == "Next: The bot promised this, keep it: “I'll check with the depot”"


def test_a_models_lines_stand_in_for_the_same_lines_but_not_for_mood_and_customer() -> None:
    given = "Wants: a refund for a broken lamp\nMood: delighted\nWho: the owner\nNext: Offer a lamp"

    lines = brief(asked("My lamp came broken"), given=given)

    assert lines == [
        "Wants: a refund for a broken lamp",
        "Tried: nothing yet",
        "Mood: calm, as far as their words tell",
        "Who: not identified, writes in web chat, in Spanish",
        "Next: Offer a lamp",
    ]


def test_a_models_brief_without_labels_says_what_the_customer_wants() -> None:
    assert brief(asked("Hi"), given="They want their money back.")[0] == (
        "Wants: They want their money back."
    )


def test_who_they_are_is_told_as_far_as_known() -> None:
    customer = Customer(
        channel=Channel.SMS, language="nl", signed_in=True, came_back=True, contacts=4
    )
    vip = Signal(Reason.VIP, 1.0, 1.0)

    lines = make_brief(Reason.VIP, (), customer, signals=(vip,)).splitlines()

    assert lines[3] == (
        "Who: signed in on your site, writes by text message, in nl, VIP, 4 contacts in 7 days"
    )
