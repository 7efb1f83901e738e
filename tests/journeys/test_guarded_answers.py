"""What the guard does to an answer, as customers and agents see it."""

import pytest

from tests.faults.scenes import bot_messages
from tests.journeys.world import SMS, WEB, World
from warmline.application.ports import Answer
from warmline.domain.address import Address
from warmline.domain.states import State
from warmline.domain.tools import Risk, ToolStatus, ToolUse

REFUND = ToolUse(name="refund_order", key="k", status=ToolStatus.DONE, risk=Risk.APPROVE)
FREE = "Returns are free."


def answered(world: World, *answers: Answer, address: Address = WEB) -> str:
    """A customer asks as often as there are answers."""
    world.script += answers
    conversation = ""
    for place in range(len(answers)):
        conversation = world.customer(
            f"And what about returns, part {place}?", address
        ).conversation
        world.settle()
    return conversation


def test_what_the_articles_promise_is_said_and_bothers_no_human() -> None:
    world = World()

    conversation = answered(world, Answer("We will call you within 2 days.", quoted=True))

    assert "We will call you within 2 days." in bot_messages(world, conversation)[-1].text
    assert world.head(conversation).state is State.BOT


@pytest.mark.parametrize("address", [SMS, WEB])
def test_a_lure_is_left_out_and_the_rest_is_said(address: Address) -> None:
    world = World()

    answer = f"**{FREE}** Claim your prize at www.evil.com! ![x](https://evil.com/?q=1)"
    conversation = answered(world, Answer(answer), address=address)

    said = bot_messages(world, conversation)[0].text
    assert said.endswith(FREE)
    assert "evil" not in said
    assert world.head(conversation).state is State.BOT


def test_an_answer_of_which_nothing_may_be_said_goes_to_a_human() -> None:
    world = World()

    conversation = answered(world, Answer("Log in at https://evil.com to go on."))

    assert bot_messages(world, conversation) == []
    assert world.head(conversation).state is State.WAITING


def test_an_action_of_an_earlier_turn_may_still_be_told() -> None:
    world = World()

    conversation = answered(
        world,
        Answer("I have refunded your order.", tools=(REFUND,)),
        Answer("Yes, I have refunded your order. It takes 5 days."),
    )

    assert "I have refunded your order." in bot_messages(world, conversation)[-1].text


def test_an_action_that_never_was_is_not_told() -> None:
    world = World()

    conversation = answered(world, Answer("I have refunded your order. It takes 5 days."))

    said = bot_messages(world, conversation)[0].text
    assert said.endswith("It takes 5 days.")
    assert "refunded" not in said
