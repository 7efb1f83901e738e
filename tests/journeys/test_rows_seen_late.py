"""A transaction's rows may be seen one after the other: a head, and a moment later the rest."""

from collections.abc import Callable

import pytest

from tests.journeys.world import World
from tests.laws.checks import check_at_rest, check_safety
from warmline.domain.address import Channel
from warmline.domain.states import State


def hide_once(world: World, read: str, nothing: object) -> None:
    """Have the first read of this kind find nothing yet."""
    found: Callable[..., object] = getattr(world.memory, read)
    late = [True]

    def find(*args: object) -> object:
        return nothing if late and late.pop() else found(*args)

    setattr(world.memory, read, find)


@pytest.mark.parametrize("read", ["find_open_case", "held_replies"])
def test_who_gives_a_case_back_at_once_leaves_no_hole(read: str) -> None:
    world = World(undo_seconds=5)
    conversation = world.hold()
    world.words("One moment, I am looking")
    hide_once(world, read, [] if read == "held_replies" else None)

    world.actions.release("U0ANA", conversation)
    world.settle(20)

    said = world.channels[Channel.SMS].texts
    assert said[-2] == "One moment, I am looking", "held, and never sent"
    assert world.head(conversation).state is State.WAITING
    assert world.agents()[0].open_count == 0
    check_safety(world)
    check_at_rest(world)


def test_what_is_due_is_sent_though_another_was_just_held() -> None:
    world = World(undo_seconds=5)
    world.hold()
    world.words("One moment")
    world.clock.forward(4)
    world.words("Here it is")
    world.clock.forward(2)
    everything = world.memory.held_replies
    late = [True]
    setattr(  # noqa: B010 - a method
        world.memory,
        "held_replies",
        lambda of: everything(of)[:1] if late and late.pop() else everything(of),
    )

    world.settle(20)

    assert world.channels[Channel.SMS].texts[-2:] == ["One moment", "Here it is"]
    check_at_rest(world)
