"""What agents may do with a case, and what they are told when they may not."""

import pytest

from tests.contract.customers import Customer
from tests.contract.desk import CHECK_MARK, Agent
from tests.contract.line import CHANNELS, OTHER_CHANNEL, Line, tag
from tests.contract.stand_ins.blocks import live_markup
from tests.contract.stand_ins.workspace import Message
from tests.contract.waiting import wait_for
from tests.contract.warm import OTHER_QUESTION, QUESTION, ask_for_a_human

STRANGER = "U0STRANGER"


def waiting_case(line: Line, channel: str = "sms") -> tuple[Customer, Message]:
    customer, case = line.customer(channel), tag()
    customer.say(ask_for_a_human(case))
    return customer, line.desk.card_with(case)


def claimed_case(line: Line, channel: str = "sms") -> tuple[Customer, Message, Agent]:
    customer, card = waiting_case(line, channel)
    agent = line.agent()
    line.desk.claim(agent, card)
    return customer, card, agent


def test_a_released_case_can_be_claimed_by_another_whose_words_then_count(line: Line) -> None:
    customer, card, first = claimed_case(line)
    second = line.agent()

    line.desk.press(first, card, "release")
    wait_for(lambda: "claim" in card.buttons, "a claim button on the released card")
    line.desk.claim(second, card)
    line.desk.say(first, card, "I still think that I have it.")
    line.desk.wait_until_told(first)
    said = line.desk.say(second, card, "I have taken over.")
    line.desk.wait_for_mark(said, CHECK_MARK)

    heard = "\n".join(customer.heard())
    assert "I have taken over." in heard
    assert "I still think" not in heard


def test_a_released_case_keeps_its_one_card(line: Line) -> None:
    _, card, agent = claimed_case(line)
    before = len(line.desk.cards())

    line.desk.press(agent, card, "release")
    wait_for(lambda: "claim" in card.buttons, "a claim button on the released card")

    assert len(line.desk.cards()) == before


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_case_handed_back_is_answered_by_the_bot_again(line: Line, channel: str) -> None:
    customer, card, agent = claimed_case(line, channel)

    line.desk.press(agent, card, "hand_back")
    wait_for(
        lambda: not {"claim", "release", "resolve"} & card.buttons.keys(),
        "the card of a case that is with the bot to lose its buttons",
        seen=lambda: sorted(card.buttons),
    )
    before = len(customer.heard())
    customer.say(OTHER_QUESTION)

    wait_for(
        lambda: any("track" in words.lower() for words in customer.heard()[before:]),
        "the bot's answer",
        seen=customer.heard,
    )


def test_a_person_who_is_no_agent_cannot_claim_and_is_told(line: Line) -> None:
    _, card = waiting_case(line)
    line.people.join(STRANGER, "stranger")

    line.people.press(STRANGER, card, "claim")

    wait_for(lambda: line.desk.told_user(STRANGER), "words to the stranger alone")
    assert "claim" in card.buttons


def test_a_forged_button_is_refused_in_the_words_for_a_case_that_is_gone(line: Line) -> None:
    _, card = waiting_case(line)
    presser = line.agent()
    forged = card.buttons["claim"] | {"value": "CONV#another|1"}

    answer = line.people.press_as(presser.user, card, forged)

    assert answer.status == 200
    line.desk.wait_until_told(presser)
    assert "claim" in card.buttons


def test_a_claim_on_a_resolved_case_is_refused(line: Line) -> None:
    _, card = waiting_case(line)
    claim = card.buttons["claim"]
    agent, late = line.agent(), line.agent()
    line.desk.claim(agent, card)
    line.desk.resolve(agent, card)

    line.people.press_as(late.user, card, claim)

    line.desk.wait_until_told(late)
    assert not card.buttons.keys() & {"claim", "resolve"}


def test_pressing_claim_twice_leaves_the_case_with_its_holder(line: Line) -> None:
    _, card = waiting_case(line)
    claim, agent = card.buttons["claim"], line.agent()
    line.desk.claim(agent, card)

    answer = line.people.press_as(agent.user, card, claim)

    assert answer.status == 200
    assert {"release", "resolve"} <= card.buttons.keys()
    assert agent.is_named_in(card.words)


def test_only_the_holder_can_resolve_or_release(line: Line) -> None:
    _, card, _ = claimed_case(line)
    other = line.agent()

    for number, action in enumerate(("resolve", "release", "hand_back")):
        line.desk.press(other, card, action)
        line.desk.wait_until_told(other, since=number)

    assert {"release", "resolve"} <= card.buttons.keys()


def test_markup_of_a_customer_is_shown_as_it_was_typed(line: Line) -> None:
    customer, card = waiting_case(line)
    hostile = "<!channel> <@U0AGENT000> <https://evil.example|your bank> & more"

    customer.say(hostile)
    line.desk.wait_in_thread(card, hostile)

    posts = line.slack.workspace.posts(card.channel, card.ts)
    assert not [live for post in posts for live in live_markup(post.body)]


def test_card_numbers_of_a_customer_never_reach_the_desk(line: Line) -> None:
    customer, card = waiting_case(line)

    customer.say("My card is 4111 1111 1111 1111 and the case is clear.")
    shown = line.desk.wait_in_thread(card, "and the case is clear")

    assert "1111 1111" not in shown


def test_the_slash_command_answers_with_help(line: Line) -> None:
    agent = line.agent()

    answer = line.people.command(agent.user, "help")

    assert answer.status == 200
    assert "claim" in line.desk.wait_until_told(agent).lower()


def test_an_active_agents_direct_message_gets_help_and_opens_no_case(line: Line) -> None:
    agent, case = line.agent(), tag()
    channel = f"D{agent.user[1:]}"

    line.people.write(agent.user, channel, ask_for_a_human(case))

    wait_for(
        lambda: line.slack.workspace.posts(channel) or line.desk.told(agent), "help for the agent"
    )
    assert not line.desk.cards_of(case)


def test_a_mention_elsewhere_is_answered_once_in_its_thread(line: Line) -> None:
    customer = line.slack_customer()

    said = line.people.mention(customer.user, OTHER_CHANNEL, f"<@U0WARMLINE> {QUESTION}")
    wait_for(lambda: line.slack.workspace.posts(OTHER_CHANNEL, said.ts), "an answer in the thread")
    line.people.write(customer.user, OTHER_CHANNEL, OTHER_QUESTION, said.ts)
    wait_for(
        lambda: "track" in line.slack.workspace.posts(OTHER_CHANNEL, said.ts)[-1].words.lower(),
        "an answer to the asker's further words in the thread",
    )

    assert len(line.slack.workspace.posts(OTHER_CHANNEL, said.ts)) == 2
