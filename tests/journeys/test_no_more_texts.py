"""A wish for no more texts that is no keyword: asked about once, then kept, and by no model."""

import pytest

from tests.journeys.world import SMS, WEB, World
from warmline.domain.address import Address
from warmline.domain.entries import Kind, Outcome, Role
from warmline.domain.records import Consent
from warmline.domain.states import State


def told(world: World, address: Address = SMS) -> list[str]:
    world.settle()
    return world.channels[address.channel].texts


@pytest.mark.bad_input(18)
@pytest.mark.parametrize("words", ["STOP please", "quit texting me", "unsubscribe me"])
@pytest.mark.parametrize("reply", ["1", "yes", "stop texting me!"])
def test_a_wish_for_no_more_texts_is_asked_about_once_and_then_kept(words: str, reply: str) -> None:
    world = World()
    conversation = world.customer(words).conversation
    assert "no more texts" in told(world)[-1]
    assert [entry.role for entry in world.log(conversation) if entry.kind is Kind.MESSAGE] == [
        Role.CUSTOMER,
        Role.BOT,
    ]

    world.customer(reply)
    record = world.memory.find_address(SMS.value)
    assert record is not None
    assert record.consent is Consent.OPTED_OUT
    assert world.head(conversation).outcome is Outcome.OPTED_OUT
    assert "START" in told(world)[-1]
    count = len(told(world))
    world.customer("hello?")
    assert len(told(world)) == count


@pytest.mark.bad_input(18)
def test_whoever_meant_something_else_goes_on() -> None:
    world = World()
    conversation = world.customer("please stop texting me about the old order").conversation
    world.settle()
    world.customer("no")
    world.customer("1")
    record = world.memory.find_address(SMS.value)

    assert record is not None
    assert record.consent is Consent.UNSAID
    assert world.head(conversation).state is State.BOT


@pytest.mark.bad_input(18)
def test_a_waiting_customer_is_asked_too_and_keeps_their_place() -> None:
    world = World()
    conversation = world.customer("human please").conversation
    world.customer("stop texting me")

    assert "no more texts" in told(world)[-1]
    assert world.head(conversation).state is State.WAITING
    world.customer("yes")
    assert world.head(conversation).outcome is Outcome.OPTED_OUT


@pytest.mark.bad_input(19)
@pytest.mark.parametrize("words", ["don't stop, I need help", "please do not stop texting me"])
def test_who_wants_us_to_go_on_is_not_asked(words: str) -> None:
    world = World()
    world.customer(words)

    assert not any("no more texts" in text for text in told(world))


def test_the_ask_for_a_human_stands_beside_a_wish_for_no_texts() -> None:
    world = World()
    conversation = world.customer("stop texting me, get me a human").conversation

    assert world.head(conversation).state is State.WAITING
    assert not any("no more texts" in text for text in told(world))


def test_on_the_web_there_are_no_texts_to_stop() -> None:
    world = World()
    world.customer("stop texting me", WEB)

    assert not any("no more texts" in text for text in told(world, WEB))
