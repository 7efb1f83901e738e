"""The question whether no more texts are wanted: whose yes is a yes to it."""

import pytest

from tests.journeys.world import SMS, World
from warmline.domain.entries import Outcome
from warmline.domain.records import Consent
from warmline.domain.states import State


def consent(world: World) -> Consent:
    record = world.memory.find_address(SMS.value)
    assert record is not None
    return record.consent


def last_told(world: World) -> str:
    world.settle()
    return world.channels[SMS.channel].texts[-1]


@pytest.mark.bad_input(18)
@pytest.mark.parametrize("yes", ["yes", "1", "ok"])
def test_a_yes_to_an_agents_question_is_no_opt_out(yes: str) -> None:
    world = World()
    conversation = world.hold()
    world.customer("stop texting me")
    assert "no more texts" in last_told(world)

    world.words("Shall I send a replacement?")
    assert last_told(world) == "Shall I send a replacement?"
    world.customer(yes)
    world.settle()

    assert consent(world) is Consent.UNSAID
    assert world.head(conversation).state is State.WITH_AGENT
    assert world.thread[-1].endswith(yes)


@pytest.mark.bad_input(18)
@pytest.mark.parametrize("yes", ["yes", "1", "stop texting me!"])
def test_a_yes_to_the_question_opts_out_while_an_agent_has_the_case(yes: str) -> None:
    world = World()
    conversation = world.hold()
    world.words("I'm looking it up.")
    world.customer("stop texting me")
    assert "no more texts" in last_told(world)

    world.customer(yes)

    assert consent(world) is Consent.OPTED_OUT
    assert world.head(conversation).outcome is Outcome.OPTED_OUT


@pytest.mark.bad_input(18)
def test_an_agent_who_joins_leaves_the_question_open() -> None:
    world = World()
    world.hire()
    conversation = world.customer("human please").conversation
    world.customer("stop texting me")
    world.settle()
    world.actions.claim("U0ANA", conversation)
    world.settle()

    world.customer("1")

    assert consent(world) is Consent.OPTED_OUT
