"""A line on which one thing of every kind is due, for the tests of the sweeper."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

from tests.journeys.world import DESK, START, World
from warmline.application.reply import DeskWords
from warmline.domain.address import Address
from warmline.domain.conversation import Head, Posted
from warmline.domain.entries import Kind, LogEntry
from warmline.domain.records import Socket
from warmline.domain.states import State
from warmline.domain.writes import Put

THREE_DAYS = 3 * 86_400
WAITED = timedelta(minutes=5)


def customer(number: int) -> Address:
    return Address.sms(f"+1555{number:07}", "+15550006789")


def everything_due(world: World) -> dict[str, str]:
    """Bring a line to where everything is overdue; returns the conversations by what is due."""
    world.stream_on = False
    world.hire()
    world.hire("U0BEN", "Ben")
    due = {"lease": claimed(world, 1), "idle": claimed(world, 2), "returning": claimed(world, 3)}
    answer(world, 2)
    world.actions.resolve("U0ANA", due["returning"])
    due["reserved"] = world.customer("It is me again", customer(3)).conversation
    due["forgotten"] = world.customer("human please", customer(4)).conversation
    world.clock.forward(THREE_DAYS)
    due["reminder"] = claimed(world, 5)
    world.clock.forward(700)
    due["turn"] = world.customer("Where is my parcel?", customer(6)).conversation
    due["leased turn"] = world.customer("Where is my parcel?", customer(7)).conversation
    lease_turn(world, due["leased turn"])
    world.memory.commit([Put(Socket(id="silent", opened_at=world.clock(), hello_by=world.clock()))])
    world.clock.forward(60)
    return due


def claimed(world: World, number: int) -> str:
    """A case that Ana has claimed, by the button on its card."""
    conversation = world.customer("human please", customer(number)).conversation
    world.actions.claim("U0ANA", conversation, Posted(channel=DESK, ts=f"{number}.1"))
    return conversation


def answer(world: World, number: int) -> None:
    """Ana has answered: nothing runs any more but the time to idleness."""
    world.reply(
        DeskWords(
            user="U0ANA",
            channel=DESK,
            thread_ts=f"{number}.1",
            ts=f"{number}.2",
            text="Here I am",
            scope=f"slack:{number}",
        )
    )


def lease_turn(world: World, conversation: str) -> None:
    """As if a worker had taken the turn and died."""
    head = world.head(conversation)
    marks = replace(head.marks, turn_leased=True, turn_lease_until=world.clock())
    world.memory.commit([Put(replace(head, marks=marks))])


def recorded(world: World) -> Counter[tuple[str, Kind, str]]:
    """How often each thing was recorded of each conversation, in whatever order."""
    entries = [row for row in world.memory.rows.values() if isinstance(row, LogEntry)]
    return Counter((one.conversation, one.kind, one.why) for one in entries)


def waiting(world: World, count: int) -> None:
    """Put cases into the table that have waited for five minutes and more, none alike."""
    for number in range(count):
        since = START - WAITED - timedelta(seconds=number)
        head = Head(
            id=f"waiting-{number:05}",
            address=customer(number).value,
            state=State.WAITING,
            epoch=2,
            opened_at=since,
            last_activity=since,
            first_sequence=1,
            last_sequence=3,
            waiting_since=since,
        )
        marks = replace(head.marks, remind_at=since + WAITED)
        world.memory.commit([Put(replace(head, marks=marks))])
