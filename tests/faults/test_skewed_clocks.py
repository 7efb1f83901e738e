"""Fault 44: processes whose clocks are five minutes apart, before one table."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.faults.providers import Tries, held, now, reply
from tests.faults.scenes import bot_messages, check_one_reply
from tests.journeys.world import SMS, World
from tests.laws.checks import check_at_rest, check_safety
from warmline.application.ports import Clock
from warmline.domain.address import Channel
from warmline.domain.entries import Kind
from warmline.domain.errors import Refusal, Refused
from warmline.domain.outgoing import Outgoing, Status
from warmline.domain.states import State

FUNCTIONS = ("receive", "take_turn", "actions", "reply", "deliver", "look_at", "sweep")
APART = 300
LATE = 2 * APART + 130
"""Between the processes that are furthest apart, and the two minutes that are allowed."""


@dataclass(frozen=True, slots=True)
class Skewed:
    """A clock that is wrong by so many seconds."""

    clock: Clock
    seconds: float

    def __call__(self) -> datetime:
        return self.clock() + timedelta(seconds=self.seconds)


class SkewedWorld(World):
    """A world each of whose functions has a clock of its own."""

    def __init__(self, offsets: dict[str, float], *, undo_seconds: float = 0) -> None:
        self.offsets = offsets
        super().__init__(undo_seconds=undo_seconds)

    def _wire(self) -> None:
        super()._wire()
        clocks = {name: Skewed(self.clock, self.offsets.get(name, 0)) for name in FUNCTIONS}
        for name in ("receive", "take_turn", "actions", "reply"):
            setattr(self, name, replace(getattr(self, name), clock=clocks[name]))
        settling = replace(self.settling, clock=clocks["deliver"])
        self.deliver = replace(self.deliver, clock=clocks["deliver"], settling=settling)
        self.look_at = replace(self.look_at, clock=clocks["look_at"])
        sweep_looks = replace(self.look_at, clock=clocks["sweep"])
        self.sweep = replace(self.sweep, clock=clocks["sweep"], look_at=sweep_looks)


offsets = st.dictionaries(st.sampled_from(FUNCTIONS), st.sampled_from([-APART, APART]))


@pytest.mark.fault(44)
@given(offsets=offsets, stream_on=st.booleans())
@settings(max_examples=150, deadline=None)
def test_whatever_the_clocks_say_nothing_is_lost_or_doubled(
    offsets: dict[str, float], *, stream_on: bool
) -> None:
    world = SkewedWorld(offsets)
    world.stream_on = stream_on
    world.hire()
    conversation = world.customer("Where is my parcel?").conversation
    world.live(LATE)
    world.customer("human please")
    world.live(LATE)
    world.actions.claim("U0ANA", conversation)
    world.live(20)
    world.words("Ana here")
    world.live(LATE)
    world.actions.resolve("U0ANA", conversation)
    world.live(900)
    check_safety(world)
    check_at_rest(world)
    sends = Counter(world.channels[Channel.SMS].texts)
    assert max(sends.values()) == 1
    assert sends["Ana here"] == 1
    assert len(bot_messages(world, conversation)) <= 1
    assert not world.unknown_marks
    assert len(world.desk.posted) == 1


@pytest.mark.fault(44)
@given(ours=st.sampled_from([-APART, 0, APART]), theirs=st.sampled_from([-APART, 0, APART]))
@settings(max_examples=9, deadline=None)
def test_two_agents_with_clocks_apart_never_both_hold_a_case(ours: float, theirs: float) -> None:
    world = World()
    world.hire()
    world.hire("U0BEN", "Ben")
    conversation = world.customer("human please").conversation
    first = replace(world.actions, clock=Skewed(world.clock, ours))
    second = replace(world.actions, clock=Skewed(world.clock, theirs))
    first.claim("U0ANA", conversation)
    with pytest.raises(Refused) as refused:
        second.claim("U0BEN", conversation)
    assert refused.value.reason is Refusal.ALREADY_CLAIMED
    claims = [one for one in world.log(conversation) if one.kind is Kind.CLAIMED]
    assert [one.agent for one in claims] == ["U0ANA"]


@pytest.mark.fault(44)
@pytest.mark.parametrize("seconds", [-APART, APART])
def test_a_sweeper_whose_clock_is_wrong_ends_a_lease_by_no_more_than_that(seconds: float) -> None:
    world = SkewedWorld({"sweep": seconds})
    world.listed.pending.clear()
    world.hire()
    conversation = world.customer("human please").conversation
    world.actions.claim("U0ANA", conversation)
    world.stream_on = False
    world.live(900 - APART - 61)
    assert world.head(conversation).state is State.WITH_AGENT
    world.live(2 * APART + 130)
    assert world.head(conversation).state is State.WAITING
    check_safety(world)


@pytest.mark.fault(44)
@pytest.mark.parametrize("first", [-APART, 0, APART])
@pytest.mark.parametrize("second", [-APART, 0, APART])
def test_two_workers_with_clocks_apart_answer_once_or_hand_off(first: float, second: float) -> None:
    world = World()
    received = world.customer("Where is my parcel?", SMS)
    slow = replace(world.take_turn, clock=Skewed(world.clock, first))
    quick = replace(world.take_turn, clock=Skewed(world.clock, second))
    for worker in (slow, quick, slow):
        worker(received.conversation, received.sequence)
    world.live(60)
    check_one_reply(world, received.conversation)


@pytest.mark.fault(44)
@pytest.mark.parametrize("seconds", [-APART, APART])
def test_a_send_whose_lease_another_clock_takes_for_over_is_marked_before_it_is_sent_again(
    seconds: float,
) -> None:
    """A margin of minutes would hold up every line whose worker died; the mark is the margin."""
    world, tries, _ = held()
    row = reply(world, "Hello")
    other = replace(world.deliver, clock=Skewed(world.clock, seconds))

    sends = list[int]()

    class Overlapping(Tries):
        def send(self, row: Outgoing) -> str:
            sends.append(row.attempt)
            if len(sends) == 1:
                other(row.target)
            return f"SM{len(sends)}"

    world.deliver.channels[Channel.SMS] = Overlapping(world)  # type: ignore[index]
    world.live(LATE)
    assert now(world, row).status is Status.SENT
    assert sends == ([1, 2] if seconds > 0 else [1])
    assert world.unknown_marks[row.target, row.sequence] == len(sends) - 1
    assert tries.at == []


def test_a_clock_a_little_behind_keeps_no_reply_for_the_sweeper() -> None:
    world = SkewedWorld({"look_at": -1.5}, undo_seconds=5)
    world.hold()
    world.words("It is in Leeds.")

    world.settle(8)

    assert world.channels[Channel.SMS].texts[-1] == "It is in Leeds."
