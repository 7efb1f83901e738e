"""Much can be held at once, and never so much that a case could not leave its holder's hands."""

from collections.abc import Callable

import pytest

from tests.journeys.world import World
from warmline.application.reply import DeskWords
from warmline.domain.attachments import Attachment
from warmline.domain.errors import Refusal, Refused
from warmline.domain.states import State
from warmline.domain.writes import Write

ANA = "U0ANA"
A_TRANSACTION = 100
"""What the table's own service takes at once."""

WAYS: list[Callable[[World, str], object]] = [
    lambda world, case: world.actions.resolve(ANA, case),
    lambda world, case: world.actions.release(ANA, case),
    lambda world, case: world.actions.hand_back(ANA, case, note="It is on its way."),
    lambda world, _: world.customer("STOP"),
    lambda world, _: world.live(1000),
]


def written(number: int, text: str) -> DeskWords:
    files = tuple(Attachment(id=f"F{number}{n}", name="photo.jpg") for n in range(number % 7))
    ts = f"900.{number}"
    return DeskWords(
        user=ANA,
        channel="C0DESK",
        thread_ts="1.0001",
        ts=ts,
        text=text,
        scope=f"slack:{ts}",
        files=files,
    )


def refused(world: World, words: DeskWords) -> Refusal | None:
    try:
        world.reply(words)
    except Refused as problem:
        return problem.reason
    return None


@pytest.mark.parametrize("text", ["this customer is odd", "It is on its way."])
@pytest.mark.parametrize("part_with", WAYS)
def test_a_case_always_leaves_its_holder_however_much_they_have_said(
    part_with: Callable[[World, str], object], text: str
) -> None:
    world = World(undo_seconds=5)
    conversation = world.hold()
    sizes: list[int] = []
    commit = world.memory.commit

    def counted(writes: list[Write]) -> None:
        sizes.append(len(writes))
        commit(writes)

    world.memory.commit = counted  # type: ignore[method-assign,assignment]  # a test's own
    reasons = {refused(world, written(number, text)) for number in range(60)}
    assert reasons == {None, Refusal.TOO_MUCH_HELD}

    part_with(world, conversation)

    assert max(sizes) <= A_TRANSACTION
    if text != "It is on its way.":  # words that go out by themselves end the lease
        assert world.head(conversation).state is not State.WITH_AGENT


def test_there_is_room_again_once_words_have_gone_or_stay() -> None:
    world = World(undo_seconds=5)
    conversation = world.hold()
    for number in range(60):
        refused(world, written(7 * number, "this customer is odd"))
    late = written(7 * 60, "Hello")
    assert refused(world, late) is Refusal.TOO_MUCH_HELD

    world.decide_held.take_back(ANA, conversation, "900.0")

    assert refused(world, late) is None
