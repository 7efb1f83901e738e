"""Freelancers come and go: who may write to a customer, and who is told what."""

from dataclasses import replace

import pytest

from tests.journeys.world import SMS, World
from tests.laws.checks import check_at_rest, check_safety
from warmline.domain.address import Channel
from warmline.domain.agent import Agent
from warmline.domain.errors import Refusal, Refused
from warmline.domain.states import State
from warmline.domain.writes import Put


def held(lease_seconds: float = 900) -> tuple[World, str]:
    """A conversation with Ana, everything so far delivered."""
    world = World(lease_seconds=lease_seconds)
    world.hire()
    conversation = world.customer("human please", SMS).conversation
    world.settle()
    world.actions.claim("U0ANA", conversation)
    world.settle()
    return world, conversation


def suspend(world: World, user: str = "U0ANA") -> None:
    agent = world.memory.find_agent(user)
    assert isinstance(agent, Agent)
    world.memory.commit([Put(replace(agent, active=False, on_shift=False))])


def test_somebody_suspended_writes_to_nobody_any_more() -> None:
    world, _ = held()
    before = list(world.channels[Channel.SMS].texts)
    suspend(world)

    with pytest.raises(Refused) as refused:
        world.words("One more thing from me")
    world.settle()

    assert refused.value.reason is Refusal.NOT_AN_AGENT
    assert world.channels[Channel.SMS].texts == before


def test_the_case_of_somebody_suspended_goes_back_when_the_customer_waits() -> None:
    world, conversation = held(lease_seconds=90)
    suspend(world)

    world.live(200)

    assert world.head(conversation).state is State.WAITING
    agent = world.memory.find_agent("U0ANA")
    assert agent is not None
    assert agent.open_count == 0
    check_safety(world)
    check_at_rest(world)


def test_an_opt_out_is_told_to_the_one_who_has_the_case() -> None:
    world, _ = held()

    world.customer("STOP", SMS)
    world.settle()

    assert world.thread[-1].startswith("<@U0ANA> The customer opted out")


def test_an_opt_out_in_the_queue_calls_nobody() -> None:
    world = World()
    world.customer("human please", SMS)
    world.settle()

    world.customer("STOP", SMS)
    world.settle()

    assert world.thread[-1].startswith("The customer opted out")
