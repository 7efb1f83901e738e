"""Freelancers come and go: who may write to a customer, and who is told what."""

from dataclasses import replace

import pytest

from tests.journeys.world import SMS, WEB, World
from tests.laws.checks import check_at_rest, check_safety
from warmline.domain.address import Channel
from warmline.domain.agent import Agent
from warmline.domain.errors import Refusal, Refused
from warmline.domain.states import State
from warmline.domain.writes import Put


def held(lease_seconds: float = 900) -> tuple[World, str]:
    world = World(lease_seconds=lease_seconds)
    return world, world.hold()


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


def test_somebody_suspended_whose_case_has_gone_is_not_told_to_claim_it() -> None:
    world, case = held()
    world.actions.release("U0ANA", case)
    world.settle()
    suspend(world)

    with pytest.raises(Refused) as refused:
        world.words("I still want to help")

    assert refused.value.reason is Refusal.NOT_AN_AGENT


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
    check_safety(world)


def test_an_opt_out_in_the_queue_calls_nobody() -> None:
    world = World()
    world.customer("human please", SMS)
    world.settle()

    world.customer("STOP", SMS)
    world.settle()

    assert world.thread[-1].startswith("The customer opted out")


def test_who_no_longer_wants_a_human_is_told_so_and_not_answered_by_the_bot() -> None:
    world = World()
    conversation = world.customer("human please", SMS).conversation
    world.settle()
    world.customer("no human needed any more", SMS)
    world.live(130)

    head = world.head(conversation)
    assert (head.state, head.unanswered) == (State.BOT, False)
    assert "out of the line" in world.channels[Channel.SMS].texts[-1]
    check_safety(world)
    check_at_rest(world)


def refused(world: World, user: str, conversation: str) -> Refusal:
    with pytest.raises(Refused) as found:
        world.actions.claim(user, conversation)
    return found.value.reason


def test_nobody_off_shift_and_nobody_with_enough_to_do_gets_a_case() -> None:
    world = World(agent_limit=1)
    world.hire()
    world.hire("U0BEN", "Ben", on_shift=False)
    first = world.customer("human please", SMS).conversation
    second = world.customer("human please", WEB).conversation
    world.actions.claim("U0ANA", first)

    assert refused(world, "U0ANA", second) is Refusal.AT_LIMIT
    assert refused(world, "U0BEN", second) is Refusal.OFF_SHIFT
    assert refused(world, "U0EVE", second) is Refusal.NOT_AN_AGENT
    world.hire("U0CID", "Cid", limit=2)
    assert world.actions.claim("U0CID", second).agent == "U0CID"


def returned(world: World, after: float = 60) -> str:
    """A customer whom Ana had helped writes again, in the new conversation."""
    conversation = world.customer("human please", SMS).conversation
    world.settle()
    world.actions.claim("U0ANA", conversation)
    world.actions.resolve("U0ANA", conversation)
    world.settle()
    world.clock.forward(after)
    return world.customer("It is broken again, sadly", SMS).conversation


def test_who_comes_back_soon_is_kept_for_who_had_them_for_a_while() -> None:
    world = World()
    world.hire()
    world.hire("U0BEN", "Ben")
    conversation = returned(world)

    assert world.head(conversation).state is State.WAITING
    former = world.head(world.head(conversation).previous)
    assert (former.state, former.last_agent) == (State.CLOSED, "U0ANA")
    assert refused(world, "U0BEN", conversation) is Refusal.RESERVED
    assert world.actions.claim("U0ANA", conversation).agent == "U0ANA"
    check_safety(world)


@pytest.mark.parametrize(("on_shift", "active"), [(False, True), (True, False)])
def test_who_comes_back_is_not_kept_for_somebody_who_is_away(
    *, on_shift: bool, active: bool
) -> None:
    world = World()
    world.hire()
    world.hire("U0BEN", "Ben")
    first = returned(world)
    world.actions.claim("U0ANA", first)
    world.actions.resolve("U0ANA", first)
    agent = world.memory.find_agent("U0ANA")
    assert agent is not None
    world.memory.commit([Put(replace(agent, on_shift=on_shift, active=active))])

    conversation = world.customer("And again it is broken", SMS).conversation

    assert world.head(conversation).reserved_for == ""
    assert world.actions.claim("U0BEN", conversation).agent == "U0BEN"


def test_who_comes_back_late_or_was_never_with_a_human_begins_with_the_bot() -> None:
    world = World(idle_seconds=30)
    world.hire()
    assert world.head(returned(world, after=7_201)).state is State.BOT
    by_bot = world.customer("Where is my parcel?", WEB).conversation
    world.live(200)
    assert world.head(by_bot).state is State.CLOSED
    again = world.customer("Where is my other parcel?", WEB).conversation
    assert world.head(again).state is State.BOT


def test_thanks_after_the_end_open_nothing_for_a_day() -> None:
    world = World()
    world.hire()
    conversation = returned(world)
    world.actions.claim("U0ANA", conversation)
    world.actions.resolve("U0ANA", conversation)

    assert world.customer("thanks", SMS).conversation == conversation
    world.clock.forward(86_401)
    assert world.customer("thanks", SMS).conversation != conversation


def test_words_that_slack_brings_twice_are_sent_once() -> None:
    world, _ = held()
    world.words("Hello, Ana here.", ts="900.7")
    world.words("Hello, Ana here.", ts="900.7")
    world.settle()

    assert world.channels[Channel.SMS].texts.count("Hello, Ana here.") == 1
