"""A holder who lets the customer wait loses the case; nobody is left in the dark."""

import re

from tests.contract.conftest import LEASE_SECONDS
from tests.contract.customers import Customer
from tests.contract.desk import CHECK_MARK, Agent
from tests.contract.line import CHANNELS, Line, tag
from tests.contract.stand_ins.workspace import Message
from tests.contract.waiting import stays, wait_for
from tests.contract.warm import ask_for_a_human

SECONDS_FOR_A_SWEEP = 60
RETURN = re.compile(r"\bback\b|\breturn|\bqueue\b|\blonger\b|\blease\b|\bin line\b", re.IGNORECASE)


def claimed_case(line: Line, channel: str) -> tuple[Customer, Message, Agent]:
    customer, case, agent = line.customer(channel), tag(), line.agent()
    customer.say(ask_for_a_human(case))
    wait_for(customer.heard, "the notice of the handoff", seconds=60)
    card = line.desk.card_with(case)
    line.desk.claim(agent, card)
    return customer, card, agent


def wait_for_return(card: Message) -> None:
    wait_for(
        lambda: "claim" in card.buttons,
        "a claim button on the card after the lease",
        seconds=LEASE_SECONDS + SECONDS_FOR_A_SWEEP,
        seen=lambda: (card.words, sorted(card.buttons)),
    )


def test_a_lost_lease_returns_the_case_and_tells_customer_and_agent(brief_line: Line) -> None:
    cases = [claimed_case(brief_line, channel) for channel in CHANNELS]

    for customer, card, agent in cases:
        wait_for_return(card)
        expect_both_are_told(brief_line, customer, card, agent)


def expect_both_are_told(line: Line, customer: Customer, card: Message, agent: Agent) -> None:
    wait_for(
        lambda: speaks_of_the_return(customer.heard()),
        "word to the customer that they are back in line",
        seen=customer.heard,
    )
    wait_for(
        lambda: speaks_of_the_return(words_for(line, card, agent)),
        "word to the agent who lost the case",
        seen=lambda: words_for(line, card, agent),
    )


def speaks_of_the_return(said: list[str]) -> bool:
    return any(RETURN.search(words) for words in said)


def words_for(line: Line, card: Message, agent: Agent) -> list[str]:
    """Give what this agent could read: whispers, and the lines in the thread that are ours."""
    return [*line.desk.told(agent), *line.desk.thread(card)[1:]]


def test_the_old_holders_words_after_a_lost_lease_are_refused_and_they_learn_why(
    brief_line: Line,
) -> None:
    desk = brief_line.desk
    customer, card, old = claimed_case(brief_line, "sms")
    wait_for_return(card)
    told, new = len(desk.told(old)), brief_line.agent()

    desk.say(old, card, "Sorry, I was at lunch.")
    desk.wait_until_told(old, since=told)
    desk.claim(new, card)
    said = desk.say(new, card, "I am here for you.")
    desk.wait_for_mark(said, CHECK_MARK)

    heard = "\n".join(customer.heard())
    assert "I am here for you." in heard
    assert "at lunch" not in heard


def test_a_holder_who_has_answered_everything_keeps_the_case(brief_line: Line) -> None:
    desk = brief_line.desk
    _, card, agent = claimed_case(brief_line, "web")
    said = desk.say(agent, card, "Take your time, I am here.")
    desk.wait_for_mark(said, CHECK_MARK)

    stays(
        lambda: "release" in card.buttons and "claim" not in card.buttons,
        "the case is with its holder",
        seconds=LEASE_SECONDS * 2.5,
    )
