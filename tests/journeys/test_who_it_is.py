"""Who the customer is and how often they came: what brings a human when a conversation begins."""

from datetime import timedelta

import pytest

from tests.journeys.world import SLACK, SMS, WEB, World
from warmline.domain.address import Address
from warmline.domain.entries import Kind, LogEntry
from warmline.domain.handoff import Reason
from warmline.domain.states import State


def handoff(world: World, conversation: str) -> LogEntry:
    [entry] = [entry for entry in world.log(conversation) if entry.kind is Kind.HANDED_OFF]
    return entry


@pytest.mark.parametrize(
    ("address", "name", "more"),
    [
        (SMS, "+15551230001", {}),
        (SLACK, "U0CARL", {}),
        (WEB, "gold-7", {"customer": "gold-7"}),
    ],
)
def test_a_vip_gets_a_human_when_they_come(
    address: Address, name: str, more: dict[str, object]
) -> None:
    world = World(vips=[name])
    conversation = world.customer("Where is my order?", address, **more).conversation

    entry = handoff(world, conversation)
    assert entry.reason is Reason.VIP
    assert entry.head_start_seconds == 1200


def test_a_vip_whom_a_human_gave_back_stays_with_the_bot() -> None:
    world = World(vips=["+15551230001"])
    conversation = world.hold()
    world.actions.hand_back("U0ANA", conversation, note="just the opening hours")
    world.settle()
    world.customer("When do you open?")

    assert world.head(conversation).state is State.BOT


def test_vips_may_be_left_to_the_bot_and_keep_their_head_start() -> None:
    world = World(vips=["+15551230001"], vip_threshold=0)
    conversation = world.customer("Where is my order?").conversation

    assert world.head(conversation).state is State.BOT


def test_a_vips_ask_has_the_head_start_of_a_vip() -> None:
    world = World(vips=["+15551230001"])
    conversation = world.customer("human please").conversation

    entry = handoff(world, conversation)
    assert (entry.reason, entry.head_start_seconds) == (Reason.ASKED_FOR_HUMAN, 1200)


def test_head_starts_add_up_to_half_an_hour() -> None:
    world = World(vips=["+15551230001"])
    conversation = world.customer("I am furious, this is disgusting, human please").conversation

    assert handoff(world, conversation).head_start_seconds == 1800


def test_the_third_conversation_in_seven_days_goes_to_a_human() -> None:
    world = World(idle_seconds=3600)
    second = come_back_soon(world, 2)
    assert world.head(second).state is State.BOT

    world = World(idle_seconds=3600)
    third = come_back_soon(world, 3)
    entry = handoff(world, third)
    assert (entry.reason, entry.signals[0].evidence) == (
        Reason.REPEAT_CONTACT,
        "3 contacts in 7 days",
    )


def test_contacts_of_long_ago_do_not_count() -> None:
    world = World(idle_seconds=3600)
    third = come_back_soon(world, 3, days=4)

    assert world.head(third).state is State.BOT


def come_back_soon(world: World, times: int, *, days: float = 1) -> str:
    """So many conversations, each some days after the one before, each ended by silence."""
    for _ in range(times - 1):
        conversation = world.customer("Where is my order?").conversation
        world.settle()
        world.live(7200)
        assert world.head(conversation).state is State.CLOSED
        world.clock.now += timedelta(days=days)
    return world.customer("Where is my order?").conversation


def test_who_comes_back_to_an_agent_with_a_stolen_card_comes_for_the_card() -> None:
    world = World()
    conversation = world.hold()
    world.actions.resolve("U0ANA", conversation)
    world.settle()
    back = world.customer("my card was stolen").conversation

    entry = handoff(world, back)
    assert (entry.reason, entry.reserved_for) == (Reason.SENSITIVE_TOPIC, "U0ANA")
