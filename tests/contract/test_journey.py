"""The whole journey, on each channel: answered, handed over, claimed, helped, resolved."""

import json
import re

import pytest

from tests.contract.customers import Customer, Visitor
from tests.contract.desk import CHECK_MARK, shape_of
from tests.contract.line import Line, tag
from tests.contract.stand_ins.blocks import live_markup
from tests.contract.stand_ins.workspace import Message
from tests.contract.waiting import wait_for
from tests.contract.warm import NONSENSE, OTHER_QUESTION, QUESTION, ask_for_a_human

SAYS_IT_IS_AN_AI = re.compile(
    r"\bAI\b|artificial intelligence|automated assistant|\bbot\b", re.IGNORECASE
)
OFFERS_A_PERSON = re.compile(
    r"\b(person|human|someone|somebody|teammate|colleague)\b", re.IGNORECASE
)


@pytest.fixture
def customer(line: Line, channel: str) -> Customer:
    return line.customer(channel)


def next_heard(customer: Customer, before: int, what: str) -> str:
    return wait_for(lambda: customer.heard()[before:], what, seen=customer.heard)[0]


def handed_over(line: Line, customer: Customer) -> tuple[str, Message]:
    """Ask for a human, and give the case's word and its card."""
    case = tag()
    customer.say(ask_for_a_human(case))
    return case, line.desk.card_with(case)


def test_a_question_is_answered_from_an_article_by_what_says_it_is_an_ai(
    customer: Customer,
) -> None:
    customer.say(QUESTION)

    answer = next_heard(customer, 0, "an answer")

    assert SAYS_IT_IS_AN_AI.search(answer), answer
    assert "return" in answer.lower()


def test_different_questions_are_answered_differently(customer: Customer) -> None:
    customer.say(QUESTION)
    first = next_heard(customer, 0, "the first answer")
    customer.say(OTHER_QUESTION)

    second = next_heard(customer, 1, "the second answer")

    assert "track" in second.lower()
    assert first != second


def test_what_no_article_answers_gets_an_honest_no_and_the_offer_of_a_person(
    customer: Customer,
) -> None:
    customer.say(NONSENSE)

    answer = next_heard(customer, 0, "an honest answer")

    assert "swallow" not in answer.lower()
    assert OFFERS_A_PERSON.search(answer), answer


def test_asking_for_a_human_gives_one_notice_and_one_card_without_contact_data(
    line: Line, customer: Customer
) -> None:
    case, card = handed_over(line, customer)

    notice = next_heard(customer, 0, "the notice of the handoff")
    text = json.dumps(shape_of(card))

    assert OFFERS_A_PERSON.search(notice) or "team" in notice.lower(), notice
    assert customer.secret not in text
    assert not live_markup(card.body)
    assert len([c for c in line.desk.cards() if case in c.words]) == 1
    assert "claim" in card.buttons
    assert not {"release", "hand_back", "resolve"} & card.buttons.keys()


def test_a_claim_shows_the_holder_and_the_conversation_so_far(
    line: Line, customer: Customer
) -> None:
    agent, first_words = line.agent(), f"{QUESTION} {tag()}"
    customer.say(first_words)
    answer = next_heard(customer, 0, "an answer")
    _, card = handed_over(line, customer)

    line.desk.claim(agent, card)
    so_far = line.desk.wait_in_thread(card, first_words)

    assert {"release", "hand_back", "resolve"} <= card.buttons.keys()
    assert "claim" not in card.buttons
    assert answer.split()[-1] in so_far, "the bot's answer stands in the same one message"
    assert customer.secret not in json.dumps(shape_of(card))


def test_the_whole_journey_with_a_person(line: Line, customer: Customer) -> None:
    desk, agent = line.desk, line.agent()
    _, card = handed_over(line, customer)
    next_heard(customer, 0, "the notice")
    desk.claim(agent, card)

    said = desk.say(agent, card, "Hello, this is <Ada> & I can help. What is wrong with it?")
    wait_for(
        lambda: any("this is <Ada> & I can help" in words for words in customer.heard()),
        "the holder's reply at the customer",
        seen=customer.heard,
    )
    desk.wait_for_mark(said, CHECK_MARK)

    answer = f"It arrived broken {tag()}"
    customer.say(answer)
    desk.wait_in_thread(card, answer)

    desk.resolve(agent, card)
    if isinstance(customer, Visitor):
        assert customer.conversation()["state"] == "closed"


def test_the_bot_is_silent_once_a_person_is_asked_for(line: Line, customer: Customer) -> None:
    agent = line.agent()
    _, card = handed_over(line, customer)
    customer.say(QUESTION)
    line.desk.wait_in_thread(card, QUESTION)
    line.desk.claim(agent, card)
    customer.say(OTHER_QUESTION)
    line.desk.wait_in_thread(card, OTHER_QUESTION)

    line.desk.say(agent, card, "I am here now.")
    wait_for(
        lambda: any("I am here now." in words for words in customer.heard()),
        "the holder's reply",
        seen=customer.heard,
    )

    assert not [w for w in customer.heard() if "label" in w.lower() or "tracking" in w.lower()]


def test_words_of_other_agents_and_notes_never_leave_slack(line: Line, customer: Customer) -> None:
    desk, holder, other = line.desk, line.agent(), line.agent()
    _, card = handed_over(line, customer)
    desk.claim(holder, card)

    desk.say(other, card, "Tell them no refund, ever.")
    desk.say(holder, card, "// I think they are right.")
    desk.say(holder, card, "You are right, and here is your refund.")
    desk.wait_until_told(other)
    wait_for(
        lambda: any("here is your refund" in words for words in customer.heard()),
        "the holder's reply",
        seen=customer.heard,
    )

    heard = "\n".join(customer.heard())
    assert "no refund, ever" not in heard
    assert "I think they are right" not in heard


def test_replies_reach_the_customer_in_the_order_they_were_written(
    line: Line, customer: Customer
) -> None:
    desk, agent = line.desk, line.agent()
    _, card = handed_over(line, customer)
    desk.claim(agent, card)

    replies = [f"Step {number}." for number in range(1, 6)]
    for reply in replies:
        desk.say(agent, card, reply)
    wait_for(
        lambda: any(replies[-1] in words for words in customer.heard()),
        "the last reply",
        seen=customer.heard,
    )

    heard = [words for words in customer.heard() if "Step" in words]
    assert [reply for words in heard for reply in replies if reply in words] == replies
