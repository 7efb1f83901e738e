"""Whether a conversation gets anywhere."""

from datetime import timedelta

import pytest

from warmline.domain.handoff import Reason
from warmline.domain.policy import Policy
from warmline.domain.progress import (
    Exchange,
    is_not_what_was_asked,
    judge_answer,
    judge_progress,
    judge_return,
    judge_unanswered,
)

POLICY = Policy.read({})
DELIVERY = Exchange("How long does delivery take?", ("delivery",))
RETURNS = Exchange("How do I return a chair?", ("returns",))
NOTHING = Exchange("Do you sell boats?", unsupported=True)
HELLO = Exchange("Hello!")


def stuck(*exchanges: Exchange, asked: str) -> bool:
    signal = judge_progress(exchanges, [asked], POLICY)
    assert signal.code is Reason.NOT_MAKING_PROGRESS
    assert bool(signal.evidence) or not signal.fires
    return signal.fires


# The same question again


@pytest.mark.parametrize(
    "again",
    [
        "How long does delivery take?",
        "But how long does delivery take??",
        "how long does delivery TAKE",
        "How long does délivery take?!",
    ],
)
def test_the_same_question_after_its_answer_is_no_progress(again: str) -> None:
    assert stuck(DELIVERY, RETURNS, asked=again)


def test_the_same_question_in_other_words_counts_the_second_time() -> None:
    second = Exchange("how long is the delivery time", ("delivery",))

    assert not stuck(DELIVERY, asked="how long will delivery take me")
    assert stuck(
        DELIVERY,
        Exchange("delivery take how long", ("delivery", "x")),
        asked="how long delivery takes",
    )
    assert not stuck(RETURNS, second, asked="what does the chair cost")


def test_small_words_alone_are_no_question() -> None:
    assert not stuck(Exchange("and how?", ("a",)), asked="and how?")
    assert not stuck(Exchange("yes", ("a",)), asked="yes")


def test_small_talk_may_come_again() -> None:
    assert not stuck(HELLO, asked="Hello!")


def test_half_the_words_shared_are_another_question() -> None:
    track = Exchange("how do I track an order", ("track",))

    assert not stuck(track, Exchange("track my order", ("new",)), asked="how do I cancel an order")


def test_another_number_is_another_question() -> None:
    first, second = Exchange("order 7791230?", ("track",)), Exchange("order 7791231?", ("new",))

    assert not stuck(first, second, asked="order 7791232?")


# Turns without a new article


def test_three_turns_without_a_new_article_are_no_progress() -> None:
    again = [Exchange(f"about question {number}", ("delivery",)) for number in range(3)]

    assert not stuck(DELIVERY, *again[:2], asked="something else")
    assert stuck(DELIVERY, *again, asked="something else")


def test_a_new_article_starts_the_count_anew() -> None:
    again = Exchange("and the islands", ("delivery",))

    assert not stuck(DELIVERY, again, again, RETURNS, again, asked="something else")


def test_the_answer_at_hand_is_the_third() -> None:
    again = Exchange("and the islands", ("delivery",))
    third = judge_answer([DELIVERY, again, again], Exchange("and Malta", ("delivery",)), POLICY)

    assert third is not None
    assert third.code is Reason.NOT_MAKING_PROGRESS
    assert judge_answer([DELIVERY, again, again], RETURNS, POLICY) is None
    assert judge_answer([DELIVERY, again, again], HELLO, POLICY) is None


def test_a_loop_with_another_machine_ends_with_a_person() -> None:
    turns = [Exchange(f"ticket{n} subject{n}", (f"article-{n}",)) for n in range(30)]
    ended = judge_progress(turns, ["ticket30 subject30"], POLICY)

    assert not judge_progress(turns[:29], ["ticket29 subject29"], POLICY).fires
    assert (ended.code, ended.fires) == (Reason.POLICY, True)
    assert "30 answers" in ended.evidence


# Nothing found


def test_nothing_found_is_an_offer_first_and_a_handoff_the_next_time() -> None:
    again = judge_answer([NOTHING], NOTHING, POLICY)

    assert judge_answer([], NOTHING, POLICY) is None
    assert judge_answer([DELIVERY], NOTHING, POLICY) is None
    assert again is not None
    assert (again.code, again.evidence) == (
        Reason.NO_ANSWER_FOUND,
        "nothing found 2 times in a row",
    )


def test_a_no_thanks_between_makes_it_an_offer_again() -> None:
    declined = Exchange("no thanks")

    assert judge_answer([NOTHING, declined], NOTHING, POLICY) is None
    assert judge_unanswered([NOTHING, declined, NOTHING]).fires is False


# What the customer says of it


@pytest.mark.parametrize(
    "text",
    [
        "That's not what I asked",
        "you didn't answer my question",
        "I already told you that",
        "you keep repeating the same thing",
        "that doesn't help",
        "Eso no es lo que pregunté",
        "Ce n'est pas ma question",
        "Das war nicht meine Frage",
        "Não foi isso que perguntei",
        "Non hai risposto alla mia domanda",
        "Dat is niet wat ik vroeg",
        "这不是我问的",
    ],
)
def test_an_answer_that_missed_is_said_to_have(text: str) -> None:
    assert is_not_what_was_asked(text)
    assert stuck(asked=text)


@pytest.mark.parametrize(
    "text",
    [
        "It didn't work, my PIN is refused",
        "I entered the wrong information",
        "This is not what I ordered",
        "The app doesn't answer when I press the button",
        "I already have an account",
        "I did not ask for an invoice",
    ],
)
def test_a_thing_that_fails_is_no_answer_that_missed(text: str) -> None:
    assert not is_not_what_was_asked(text)


# Coming back


def test_the_same_article_within_a_week_is_a_repeat_contact() -> None:
    back = judge_return(["delivery"], ["returns", "delivery"], timedelta(days=3), POLICY)

    assert back.code is Reason.REPEAT_CONTACT
    assert back.fires
    assert "delivery" in back.evidence


@pytest.mark.parametrize(("articles", "days"), [(["delivery"], 8), (["lamps"], 1), ([], 1)])
def test_another_article_or_long_ago_is_none(articles: list[str], days: int) -> None:
    assert not judge_return(articles, ["delivery"], timedelta(days=days), POLICY).fires


def test_a_deployer_may_switch_it_off() -> None:
    policy = Policy.read({"not_making_progress_threshold": 0})

    assert not judge_progress([DELIVERY], [DELIVERY.question], policy).fires
