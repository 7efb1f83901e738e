"""Cards that were deleted, and a desk that is made again from the table."""

from itertools import pairwise

import pytest

from tests.faults.test_desk_trouble import PATIENT, TroubledWorld, customer, said_in
from tests.journeys.world import DESK, World
from tests.laws.checks import check_at_rest, check_safety
from warmline.application.desk_rebuild import RebuildDesk, RestoreCard
from warmline.domain.conversation import Posted
from warmline.domain.errors import CARD_GONE, PermanentDeliveryError
from warmline.domain.states import State


def restore(world: World, ts: str) -> bool:
    patience = world.settling.patience
    return RestoreCard(world.store, world.house, world.clock, patience)(DESK, ts)


def rebuild(world: World, cases: list[str], *, anew: bool = False) -> int:
    patience = world.settling.patience
    return RebuildDesk(world.store, world.house, world.clock, patience)(cases, anew=anew)


@pytest.fixture
def world() -> TroubledWorld:
    return TroubledWorld(**PATIENT, lease_seconds=100_000, first_reply_seconds=100_000)


def test_a_card_that_somebody_deleted_is_up_again_with_all_that_was_said(
    world: TroubledWorld,
) -> None:
    conversation = world.customer("Where is my parcel?").conversation
    world.customer("human please")
    world.settle()
    [first] = world.desk.posted
    world.desk.remove(Posted(channel=DESK, ts=first))

    assert restore(world, first)
    world.settle()

    [second] = world.desk.posted
    assert second != first
    assert world.head(conversation).marks.card == Posted(channel=DESK, ts=second)
    shown = "\n".join(world.desk.threads[second])
    assert "Where is my parcel?" in shown
    assert "human please" in shown
    check_safety(world)
    check_at_rest(world)


def test_the_holder_goes_on_in_the_new_thread_and_in_the_old_one(world: TroubledWorld) -> None:
    world.hold()
    [first] = world.desk.posted
    world.desk.remove(Posted(channel=DESK, ts=first))
    restore(world, first)
    world.settle()
    [second] = world.desk.posted

    world.words("Hello from the new thread", thread=second)
    world.words("and from the old one", thread=first)
    world.settle(10)

    texts = world.channels[customer(1).channel].texts
    assert texts[-2:] == ["Hello from the new thread", "and from the old one"]


def test_a_card_whose_loss_nobody_told_is_missed_by_the_next_words(world: TroubledWorld) -> None:
    world.hold()
    [first] = world.desk.posted
    world.desk.remove(Posted(channel=DESK, ts=first))
    world.desk.failures.append(PermanentDeliveryError(CARD_GONE))
    world.customer("are you there?")
    world.live(20)

    [second] = world.desk.posted
    assert second != first
    assert "are you there?" in said_in(world, second)
    assert world.told == []
    check_at_rest(world)


def test_what_is_no_card_or_of_a_closed_case_is_left(world: TroubledWorld) -> None:
    conversation = world.hold()
    [card] = world.desk.posted
    assert not restore(world, "9.9999")
    world.actions.resolve("U0ANA", conversation)
    world.settle()
    world.desk.remove(Posted(channel=DESK, ts=card))
    assert restore(world, card)
    world.settle()
    assert world.desk.posted == []


def test_a_rebuild_edits_what_is_there_and_posts_what_is_gone_in_order(
    world: TroubledWorld,
) -> None:
    cases = [world.customer("human please", customer(one)).conversation for one in range(4)]
    world.live(20)
    for ts in list(world.desk.posted[1:3]):
        world.desk.remove(Posted(channel=DESK, ts=ts))
    before = list(world.desk.posted)
    world.slack.posts.clear()

    assert rebuild(world, cases) == 4
    world.live(20)

    assert world.desk.posted[:2] == before
    again = [world.desk.cards[ts].conversation for ts in world.desk.posted[2:]]
    assert again == cases[1:3]
    assert all(said_in(world, ts) for ts in world.desk.posted)
    assert all(later - earlier >= 0.94 for earlier, later in pairwise(world.slack.posts))
    check_at_rest(world)


def test_a_desk_is_posted_anew_in_the_queues_order_each_with_its_thread(
    world: TroubledWorld,
) -> None:
    cases = [world.customer("human please", customer(one)).conversation for one in range(3)]
    world.live(20)
    world.desk.posted.clear()  # another channel

    assert rebuild(world, cases, anew=True) == 3
    world.live(20)

    assert [world.desk.cards[ts].conversation for ts in world.desk.posted] == cases
    assert [said_in(world, ts) for ts in world.desk.posted] == [["human please"]] * 3
    check_safety(world)
    check_at_rest(world)


def test_cases_that_have_ended_meanwhile_are_left(world: TroubledWorld) -> None:
    conversation = world.hold()
    world.actions.resolve("U0ANA", conversation)
    world.settle()
    assert world.head(conversation).state is State.CLOSED
    assert rebuild(world, [conversation, "nobody"]) == 0
