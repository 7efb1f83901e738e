"""How often a delivery asks the table: what a busy hour is made of."""

from collections import Counter
from collections.abc import Callable

import pytest

from tests.journeys.world import World
from tests.laws.faults import Killable, KillPoint
from warmline.application.note_card import NoteCard
from warmline.domain.conversation import Posted
from warmline.domain.outgoing import Outgoing, Status, Task, card_target, double_target


class Counted(KillPoint):
    """Kills nobody; counts the calls of the table by name."""

    def __init__(self) -> None:
        super().__init__()
        self.named: Counter[str] = Counter()

    def around[R](self, name: str, call: Callable[[], R]) -> R:
        owner, _, method = name.partition(".")
        if owner == "WatchedStore":
            self.named[method] += 1
        return call()


def held() -> tuple[World, Counted, str]:
    counted = Counted()
    world = World(around=lambda adapter: Killable(adapter, counted))
    return world, counted, world.hold()


def owed(world: World, task: Task) -> Outgoing:
    rows = [row for row in world.memory.rows.values() if isinstance(row, Outgoing)]
    [row] = [row for row in rows if row.task is task and not row.finished]
    return row


@pytest.mark.parametrize(
    ("task", "calls"),
    [
        (
            Task.POST,
            {"next_outgoing": 2, "find_head": 1, "find_outage": 1, "find_pace": 1, "commit": 3},
        ),
        (
            Task.CARD,
            {
                "next_outgoing": 2,
                "last_outgoing": 1,
                "find_head": 2,
                "find_outage": 1,
                "find_pace": 1,
                "commit": 3,
            },
        ),
    ],
)
def test_what_the_desk_is_shown_of_a_message_asks_each_row_once(
    task: Task, calls: dict[str, int]
) -> None:
    world, counted, _ = held()
    world.customer("And my parcel?")
    row = owed(world, task)
    counted.named.clear()

    world.deliver(row.target)

    assert counted.named == calls


def test_a_reply_asks_for_consent_and_for_nothing_twice() -> None:
    world, counted, _ = held()
    world.words("Hello, Ana here.")
    row = owed(world, Task.SAY)
    counted.named.clear()

    world.deliver(row.target)

    assert counted.named == {"next_outgoing": 2, "find_address": 1, "commit": 2}


def test_a_card_that_is_in_use_is_never_taken_away_as_a_double() -> None:
    """Slack tells of a card posted again before the worker has written down that it did."""
    world, _, conversation = held()
    note_card = NoteCard(world.store, world.clock, world.settling.patience)
    world.desk.posted.append("9.0001")
    again = Posted(channel=world.deliver.desk_channel, ts="9.0001")
    note_card(conversation, again)
    world.settling.keep_card(conversation, again)

    world.live(130)

    removal = world.memory.find_outgoing(double_target(again.channel, again.ts), 1)
    assert removal is not None
    assert (removal.status, removal.error) == (Status.CANCELLED, "in_use")
    assert again.ts in world.desk.posted
    assert world.memory.next_outgoing(card_target(conversation)) is None
