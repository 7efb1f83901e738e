"""Faults 6 to 11: a worker dies, or is thought dead and is not. One reply in every case."""

from threading import Event, Thread

import pytest

from tests.faults.scenes import KillIn, bot_messages, check_one_reply, world_with
from tests.journeys.world import World
from tests.laws.faults import Crash
from warmline.application.ports import Answer, TurnRequest
from warmline.application.receive_message import Received
from warmline.domain.address import Channel
from warmline.domain.handoff import Reason
from warmline.domain.outgoing import Outgoing, Status
from warmline.domain.states import State

QUESTION = "How do I return an item?"


class Worker:
    """A worker in a thread of its own, which answers when it is told to."""

    def __init__(self, world: World, received: Received, name: str) -> None:
        self.started, self.told = Event(), Event()
        self.world, self.name = world, name
        arguments = (received.conversation, received.sequence)
        self.thread = Thread(target=world.take_turn, args=arguments)

    def start(self) -> None:
        self.world.script.append(self._answer)
        self.thread.start()
        assert self.started.wait(5)

    def finish(self) -> None:
        self.told.set()
        self.thread.join(5)

    def _answer(self, _: TurnRequest) -> Answer:
        self.started.set()
        assert self.told.wait(5)
        return Answer(f"From the {self.name}")


def calls_of(only: str, *, stream_on: bool) -> int:
    """How many calls of a kind a question makes when nobody dies."""
    counting = KillIn(only=only)
    world = world_with(counting, stream_on=stream_on)
    world.customer(QUESTION)
    world.live(150)
    return counting.calls


def question_killed(kill: KillIn, *, stream_on: bool = True) -> World:
    """A question whose line dies once, as told, and is well three minutes later."""
    world = world_with(kill, stream_on=stream_on)
    conversation = world.customer(QUESTION).conversation
    world.live(180)
    assert kill.killed_in
    check_one_reply(world, conversation)
    return world


@pytest.mark.fault(6)
def test_with_no_hint_after_the_transaction_the_sweeper_starts_the_turn_afresh() -> None:
    world = World()
    world.stream_on = False
    conversation = world.customer(QUESTION).conversation
    world.settle(30)
    assert world.channels[Channel.SMS].texts == []
    world.live(120)
    check_one_reply(world, conversation)
    assert world.channels[Channel.SMS].texts[0].endswith(f"Re: {QUESTION}")


@pytest.mark.fault(6)
@pytest.mark.parametrize("stream_on", [True, False], ids=["stream", "no-stream"])
def test_a_worker_that_dies_before_it_sends_a_hint_loses_nothing(*, stream_on: bool) -> None:
    calls = calls_of("ListedHints", stream_on=stream_on)
    assert calls
    for at in range(calls):
        question_killed(KillIn(at, only="ListedHints"), stream_on=stream_on)


@pytest.mark.fault(7)
@pytest.mark.parametrize("stream_on", [True, False], ids=["stream", "no-stream"])
def test_a_hint_that_was_sent_while_its_sender_saw_a_failure_changes_nothing(
    *, stream_on: bool
) -> None:
    for at in range(calls_of("ListedHints", stream_on=stream_on)):
        question_killed(KillIn(at, after=True, only="ListedHints"), stream_on=stream_on)


@pytest.mark.fault(7)
def test_a_doubled_turn_hint_finds_nothing_to_do() -> None:
    world = World()
    received = world.customer(QUESTION)
    world.settle()
    stored = dict(world.memory.rows)
    world.take_turn(received.conversation, received.sequence)
    assert world.memory.rows == stored
    assert world.listed.pending == [one for one in world.listed.pending if one.name == "look"]


@pytest.mark.fault(8)
@pytest.mark.parametrize("times", [1, 5])
def test_a_worker_that_dies_before_its_answer_leaves_one_reply(times: int) -> None:
    world = World()
    world.script.extend(Crash("in the model's call") for _ in range(times))
    conversation = world.customer(QUESTION).conversation
    world.live(150)
    check_one_reply(world, conversation)
    assert world.head(conversation).reason is Reason.TURN_OVERDUE


@pytest.mark.fault(8)
def test_after_a_dead_worker_the_customer_hears_within_twenty_seconds() -> None:
    world = World()
    started = world.clock()
    world.script.append(Crash("in the model's call"))
    world.customer(QUESTION)
    world.live(60)
    [(_, at)] = world.channels[Channel.SMS].times
    assert (at - started).total_seconds() < 20


@pytest.mark.fault(9)
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_a_worker_that_dies_about_its_commit_leaves_one_outgoing_row(*, after: bool) -> None:
    for at in range(calls_of("WatchedStore.commit", stream_on=True)):
        world = question_killed(KillIn(at, after=after, only="WatchedStore.commit"))
        rows = [row for row in world.memory.rows.values() if isinstance(row, Outgoing)]
        to_customer = [row for row in rows if row.target.startswith("sms:")]
        assert [row.status for row in to_customer] == [Status.SENT]


@pytest.mark.fault(10)
@pytest.mark.parametrize("first", ["zombie", "successor"])
def test_of_a_zombie_and_its_successor_only_the_first_commits(first: str) -> None:
    world = World(turn_deadline_seconds=60)
    received = world.customer(QUESTION)
    workers = {name: Worker(world, received, name) for name in ("zombie", "successor")}
    workers["zombie"].start()
    world.clock.forward(26)  # the zombie's lease is over
    workers["successor"].start()

    workers.pop(first).finish()
    [other] = workers.values()
    other.finish()

    world.live(90)
    [said] = bot_messages(world, received.conversation)
    assert said.text.endswith(f"From the {first}")
    check_one_reply(world, received.conversation)


@pytest.mark.fault(10)
def test_a_zombie_commits_nothing_after_the_handoff() -> None:
    world = World()
    received = world.customer(QUESTION)

    def sleeps_past_the_deadline(_: TurnRequest) -> Answer:
        world.clock.forward(19)
        world.look_at(received.conversation)
        return Answer("Too late")

    world.script.append(sleeps_past_the_deadline)
    world.take_turn(received.conversation, received.sequence)
    world.live(60)
    assert bot_messages(world, received.conversation) == []
    assert world.head(received.conversation).state is State.WAITING
    check_one_reply(world, received.conversation)


@pytest.mark.fault(11)
def test_a_hint_that_comes_again_while_its_worker_runs_waits_for_the_lease() -> None:
    world = World()
    received = world.customer(QUESTION)

    def visible_again_too_soon(_: TurnRequest) -> Answer:
        world.take_turn(received.conversation, received.sequence)
        return Answer("The one answer")

    world.script.append(visible_again_too_soon)
    world.take_turn(received.conversation, received.sequence)
    world.live(90)
    assert len(bot_messages(world, received.conversation)) == 1
    assert "The one answer" in world.channels[Channel.SMS].texts[0]
    check_one_reply(world, received.conversation)


@pytest.mark.fault(11)
def test_a_delivery_that_comes_again_while_its_worker_runs_is_not_sent_twice() -> None:
    world = World()
    received = world.customer(QUESTION)
    world.take_turn(received.conversation, received.sequence)
    channel = world.channels[Channel.SMS]
    send = channel.send

    def visible_again_too_soon(row: Outgoing) -> str:
        channel.send = send  # type: ignore[method-assign]  # once
        world.deliver(row.target)
        return send(row)

    channel.send = visible_again_too_soon  # type: ignore[method-assign]
    world.live(90)
    assert len(channel.texts) == 1
    assert not world.unknown_marks
