"""What each deadline of a conversation does, once, and what no time ever does."""

import pytest

from tests.faults.due import answer, claimed, customer, recorded
from tests.journeys.world import World
from tests.laws.faults import Crash
from warmline.domain.address import Address, Channel
from warmline.domain.entries import Kind, Outcome
from warmline.domain.handoff import Reason
from warmline.domain.states import State

ADDRESSES = {
    Channel.SMS: (customer(1), customer(2)),
    Channel.WEB: (Address.web("session-0001"), Address.web("session-0002")),
    Channel.SLACK: tuple(Address.slack(team="T1", channel=f"D{n}", user=f"U{n}") for n in (1, 2)),
}


def test_a_turn_that_nobody_took_starts_afresh_once_and_is_then_handed_off() -> None:
    world = World()
    world.stream_on = False
    conversation = world.customer("Where is my parcel?").conversation
    world.clock.forward(20)
    world.sweep()
    head = world.head(conversation)
    assert head.state is State.BOT
    assert head.marks.turn_deadline is not None
    assert 17 < (head.marks.turn_deadline - world.clock()).total_seconds() <= 18
    assert [one.name for one in world.listed.pending] == [f"turn {head.last_inbound}", "look"]
    world.listed.pending.clear()  # those hints are lost as well
    world.clock.forward(20)
    world.sweep()
    assert world.head(conversation).state is State.WAITING
    assert world.head(conversation).reason is Reason.TURN_OVERDUE


def test_a_turn_that_somebody_took_and_left_is_handed_off_at_once() -> None:
    world = World()
    world.stream_on = False
    received = world.customer("Where is my parcel?")
    world.script.append(Crash("with the lease"))
    with pytest.raises(Crash):
        world.take_turn(received.conversation, received.sequence)
    world.clock.forward(19)
    world.sweep()
    assert world.head(received.conversation).reason is Reason.TURN_OVERDUE


def test_a_wakeup_at_the_deadline_never_starts_a_turn_afresh() -> None:
    """Whoever wakes up is in time for the apology; only the minute's sweep may be too late."""
    world = World()
    world.stream_on = False
    received = world.customer("Where is my parcel?")
    world.clock.forward(18.1)
    world.look_at(received.conversation)
    assert world.head(received.conversation).reason is Reason.TURN_OVERDUE


def test_the_next_question_may_start_afresh_again() -> None:
    world = World()
    world.stream_on = False
    conversation = world.customer("Where is my parcel?").conversation
    world.live(130)
    world.customer("And my refund?")
    world.live(130)
    texts = world.channels[Channel.SMS].texts
    assert [text.rpartition("Re: ")[2] for text in texts] == [
        "Where is my parcel?",
        "And my refund?",
    ]
    assert world.head(conversation).state is State.BOT


def test_when_a_reservation_ends_anybody_may_claim_and_the_place_is_kept() -> None:
    world = World()
    world.hire()
    world.hire("U0BEN", "Ben")
    claimed_case = claimed(world, 1)
    world.actions.resolve("U0ANA", claimed_case)
    conversation = world.customer("It is me again", customer(1)).conversation
    before = world.head(conversation)
    assert before.reserved_for == "U0ANA"
    world.live(301)
    after = world.head(conversation)
    assert (after.reserved_for, after.reserved_until) == ("", None)
    assert after.effective_since == before.effective_since
    assert after.epoch == before.epoch
    assert world.actions.claim("U0BEN", conversation).agent == "U0BEN"


def test_a_holder_is_reminded_once_a_lease() -> None:
    world = World()
    world.hire()
    conversation = world.customer("human please").conversation
    world.settle()
    world.actions.claim("U0ANA", conversation)
    world.live(890, sweep_every=10)
    assert recorded(world)[conversation, Kind.REMINDED, "lease_ending"] == 1
    world.words("Sorry, here I am")
    world.customer("Thank you, and my refund?")
    world.live(890, sweep_every=10)
    assert recorded(world)[conversation, Kind.REMINDED, "lease_ending"] == 2
    assert world.head(conversation).state is State.WITH_AGENT


@pytest.mark.parametrize("channel", list(Channel))
def test_silence_closes_what_was_answered_and_never_a_waiting_case(channel: Channel) -> None:
    idle = {Channel.SMS: 72, Channel.WEB: 24, Channel.SLACK: 24}[channel] * 3600
    first, second = ADDRESSES[channel]
    world = World(forgotten_reminder_seconds=100_000)
    answered = world.customer("Where is my parcel?", first).conversation
    waits = world.customer("human please", second).conversation
    world.live(60)
    world.live(idle - 120, sweep_every=3600)
    assert world.head(answered).state is State.BOT
    world.live(7200, sweep_every=600)
    assert world.head(answered).outcome is Outcome.ASSUMED
    assert world.head(waits).state is State.WAITING
    world.live(idle, sweep_every=7200)
    assert world.head(waits).state is State.WAITING
    due = world.head(waits).due
    assert due is not None
    assert due > world.clock()  # nor is it looked at for nothing, each minute from then on


def test_silence_of_a_holder_never_closes_what_the_customer_waits_for() -> None:
    world = World(idle_seconds=100, lease_seconds=900)
    world.hire()
    conversation = claimed(world, 1)
    world.live(300)
    assert world.head(conversation).state is State.WITH_AGENT
    answer(world, 1)
    world.live(200)
    assert world.head(conversation).outcome is Outcome.ASSUMED
    agent = world.memory.find_agent("U0ANA")
    assert agent is not None
    assert agent.open_count == 0


def test_a_lease_ends_by_its_own_wakeup_with_no_sweeper_at_work() -> None:
    world = World()
    world.hire()
    conversation = world.customer("human please").conversation
    world.settle()
    world.actions.claim("U0ANA", conversation)
    world.settle(899)
    assert world.head(conversation).state is State.WITH_AGENT
    world.settle(2)
    assert world.head(conversation).state is State.WAITING


def test_what_the_sweeper_commits_it_hints_itself() -> None:
    world = World()
    world.hire()
    conversation = claimed(world, 1)
    world.live(60)
    world.stream_on = False
    world.clock.forward(901)
    world.listed.pending.clear()
    world.sweep()
    hinted = {one.name.removeprefix("delivery ") for one in world.listed.pending}
    assert hinted == {customer(1).value, f"card:{conversation}", f"thread:{conversation}"}
