"""A closed case leaves Slack a day later: our own messages become stubs, the table keeps it all."""

import json

from tests.journeys.world import SMS, World
from warmline.adapters.slack.blocks import card_blocks, card_text
from warmline.application.scrubbing import MOST_AT_ONCE
from warmline.domain.address import Channel
from warmline.domain.conversation import Head
from warmline.domain.errors import PermanentDeliveryError, TemporaryDeliveryError
from warmline.domain.outgoing import Outgoing, Task

DAY = 86_400
WORDS = "My cat ate the parcel"


def closed(world: World, *, more: int = 0) -> Head:
    """A case in which things were said, and that was resolved."""
    conversation = world.hold()
    world.customer(WORDS)
    for number in range(more):
        world.customer(f"{WORDS}, part {number}")
    world.settle(60 + 2 * more)
    world.actions.resolve("U0ANA", conversation)
    world.settle(30)
    return world.head(conversation)


def posts(world: World) -> set[str]:
    """Where our own messages in the thread are."""
    rows = [row for row in world.memory.rows.values() if isinstance(row, Outgoing)]
    return {row.provider_id for row in rows if row.task is Task.POST}


def card(world: World) -> str:
    shown = world.desk.cards[world.desk.posted[-1]]
    return json.dumps(card_blocks(shown)) + card_text(shown)


def test_every_message_of_ours_becomes_a_stub_a_day_after_the_end() -> None:
    world = World()
    closed(world)
    assert WORDS in card(world)

    world.live(DAY - 300)
    assert world.desk.scrubbed == []
    world.live(900)

    assert set(world.desk.scrubbed) == posts(world)
    assert len(world.desk.scrubbed) == len(posts(world)) > 1
    assert WORDS not in card(world)
    assert "taken out of Slack" in card(world)


def test_the_table_keeps_what_slack_no_longer_shows() -> None:
    world = World()
    head = closed(world)

    world.live(DAY + 900)

    assert WORDS in [entry.text for entry in world.log(head.id)]
    assert world.head(head.id).due is None


def test_a_long_case_is_scrubbed_to_its_last_word() -> None:
    world = World()
    closed(world, more=2 * MOST_AT_ONCE + 5)

    world.live(DAY + 1800)

    assert len(posts(world)) > 2 * MOST_AT_ONCE
    assert sorted(world.desk.scrubbed) == sorted(posts(world))
    assert WORDS not in card(world)


def test_who_turned_it_off_keeps_it_all() -> None:
    world = World(scrub=False)
    closed(world)

    world.live(3 * DAY, sweep_every=3600)

    assert world.desk.scrubbed == []
    assert WORDS in card(world)


def test_it_comes_as_soon_as_the_deployer_says() -> None:
    world = World(scrub_after_seconds=60)
    closed(world)

    world.live(300)

    assert set(world.desk.scrubbed) == posts(world)


def test_an_open_case_is_left_as_it_is() -> None:
    world = World(scrub_after_seconds=60)
    world.hold()
    world.customer(WORDS)

    world.live(600)

    assert world.desk.scrubbed == []
    assert WORDS in card(world)


def test_a_case_is_scrubbed_only_when_nothing_is_on_its_way_to_the_thread() -> None:
    world = World(scrub_after_seconds=60)
    conversation = world.hold()
    world.desk.failures = [TemporaryDeliveryError("503")] * 12
    world.customer(WORDS)
    world.actions.resolve("U0ANA", conversation)

    world.live(7200)

    assert set(world.desk.scrubbed) == posts(world)
    assert WORDS not in card(world)


def test_words_that_never_reached_the_customer_leave_slack_too() -> None:
    world = World(scrub_after_seconds=60)
    conversation = world.hold()
    world.channels[Channel.SMS].failures = [PermanentDeliveryError("30003")]
    world.words("Your cat may keep it")
    world.settle(5)
    assert any("Your cat may keep it" in line for line in world.thread)
    world.actions.resolve("U0ANA", conversation)

    world.live(600)

    assert sorted(world.desk.scrubbed) == sorted(posts(world))
    assert world.head(conversation).due is None


def test_a_card_that_comes_up_long_after_the_end_is_scrubbed_as_well() -> None:
    world = World(scrub_after_seconds=60)
    world.desk.failures = [TemporaryDeliveryError("503")] * 12
    world.customer(f"{WORDS}, human please")
    world.settle(5)
    world.customer("STOP")

    world.live(3 * 3600)

    assert len(posts(world)) > 1
    assert set(world.desk.scrubbed) == posts(world)
    assert WORDS not in card(world)


def test_slack_away_for_a_while_leaves_nothing_behind() -> None:
    world = World(scrub_after_seconds=60)
    closed(world)
    world.desk.failures = [TemporaryDeliveryError("503")] * 6

    world.live(3600)

    assert set(world.desk.scrubbed) == posts(world)


def test_a_bots_own_case_that_was_never_at_the_desk_costs_no_look() -> None:
    world = World()
    conversation = world.customer("Where is my order?", SMS).conversation
    world.settle()

    world.live(4 * DAY, sweep_every=3600)

    head = world.head(conversation)
    assert head.closed_at is not None
    assert head.marks.scrub_at is None


def test_stubs_are_made_at_a_pace_that_leaves_room_for_the_living() -> None:
    world = World(scrub_after_seconds=60)
    closed(world, more=20)

    world.live(65)
    before = len(world.desk.scrubbed)
    world.settle(20)

    assert 9 <= len(world.desk.scrubbed) - before <= 11
