"""Fault 35: who has lost a case cannot act on it any more, however they try, and learns why."""

from collections.abc import Callable

import pytest

from tests.journeys.world import World
from tests.laws.checks import check_safety
from warmline.domain.address import Channel
from warmline.domain.errors import Refusal, Refused
from warmline.domain.states import State


def lost_to_ben() -> tuple[World, str, int]:
    """Ana held the case and lost it; now Ben has it. Returns Ana's epoch too."""
    world = World(lease_seconds=90)
    world.hire()
    world.hire("U0BEN", "Ben")
    conversation = world.customer("human please").conversation
    world.settle()
    epoch = world.actions.claim("U0ANA", conversation).epoch
    world.live(150)
    assert world.head(conversation).state is State.WAITING
    world.actions.claim("U0BEN", conversation)
    world.settle()
    return world, conversation, epoch


PRESSES: dict[str, Callable[[World, str, int], object]] = {
    "reply": lambda world, _case, _epoch: world.words("Sorry, I was away"),
    "release": lambda world, case, epoch: world.actions.release("U0ANA", case, epoch),
    "hand back": lambda world, case, epoch: world.actions.hand_back("U0ANA", case, epoch),
    "resolve": lambda world, case, epoch: world.actions.resolve("U0ANA", case, epoch),
}


@pytest.mark.fault(35)
@pytest.mark.parametrize("press", PRESSES)
def test_a_former_holder_is_refused_and_told_who_has_the_case(press: str) -> None:
    world, conversation, epoch = lost_to_ben()
    rows, sent = dict(world.memory.rows), world.channels[Channel.SMS].texts
    with pytest.raises(Refused) as refused:
        PRESSES[press](world, conversation, epoch)
    assert (refused.value.reason, refused.value.holder) == (Refusal.NOT_YOURS, "Ben")
    world.settle()
    assert world.memory.rows == rows
    assert world.channels[Channel.SMS].texts == sent
    check_safety(world)


@pytest.mark.fault(35)
@pytest.mark.parametrize("press", ["release", "hand back", "resolve"])
def test_a_button_of_an_earlier_epoch_is_out_of_date_even_for_who_holds_it_again(
    press: str,
) -> None:
    world, conversation, epoch = lost_to_ben()
    world.actions.release("U0BEN", conversation)
    world.actions.claim("U0ANA", conversation)
    with pytest.raises(Refused) as refused:
        PRESSES[press](world, conversation, epoch)
    assert refused.value.reason is Refusal.OUT_OF_DATE
    assert world.head(conversation).agent == "U0ANA"


@pytest.mark.fault(35)
def test_a_stale_card_still_claims() -> None:
    """The epoch fences the holder's buttons only: a claim reads for itself."""
    world, conversation, _ = lost_to_ben()
    world.actions.release("U0BEN", conversation)
    assert world.actions.claim("U0ANA", conversation).agent == "U0ANA"


@pytest.mark.fault(35)
def test_words_stored_before_the_lease_ended_still_go_out() -> None:
    world = World(lease_seconds=90)
    world.hire()
    conversation = world.customer("human please").conversation
    world.settle()
    world.actions.claim("U0ANA", conversation)
    world.clock.forward(89)
    world.words("Just in time")
    world.live(120)
    assert world.channels[Channel.SMS].texts[-1] == "Just in time"
    assert world.head(conversation).state is State.WITH_AGENT
