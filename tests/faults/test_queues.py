"""Faults 12 to 14 and 55: what queues do to hints, and that the table does not mind."""

import pytest

from functions.sweep_deadlines.app import make_handler
from tests.events import load_event
from tests.faults.due import claimed, customer
from tests.faults.queues import QUEUES, QueuedWorld
from tests.journeys.world import START, World
from tests.laws.checks import check_at_rest, check_safety
from tests.template.stack import resources, target_of
from warmline.adapters.dynamodb import keys
from warmline.adapters.dynamodb.statements import Commit
from warmline.bootstrap import Sweeper
from warmline.domain.address import Channel
from warmline.domain.entries import Kind
from warmline.domain.errors import StoreUnavailable
from warmline.domain.records import Seen
from warmline.domain.states import State
from warmline.domain.writes import Put

MOST = 5


@pytest.mark.fault(12)
@pytest.mark.parametrize("queue", QUEUES)
@pytest.mark.parametrize("body", ["{", "[]", "", '{"look_at": "moon"}', '{"look_at": "turn"}'])
def test_a_hint_that_cannot_be_read_is_parked_after_five_receives(queue: str, body: str) -> None:
    world = QueuedWorld()
    world.put(queue, body)
    world.live(300)
    [parked] = world.queues[queue].dead
    assert (parked.body, parked.receives) == (body, MOST + 1)
    assert world.queues[queue].messages == []


@pytest.mark.fault(12)
def test_what_a_spoilt_hint_was_about_is_done_by_the_sweeper() -> None:
    world = QueuedWorld()
    conversation = world.customer("Where is my parcel?").conversation
    world.stream()
    for message in world.queues["turns"].messages + world.queues["wakeups"].messages:
        message.body = "{"
    world.live(120)
    assert len(world.channels[Channel.SMS].texts) == 1
    assert world.head(conversation).state is State.BOT
    world.live(200)
    assert len(world.queues["turns"].dead) == 1
    check_safety(world)
    check_at_rest(world)


@pytest.mark.fault(12)
@pytest.mark.parametrize("queue", [*QUEUES.values(), "Changes"])
def test_a_parked_hint_raises_an_alarm(queue: str) -> None:
    parked = f"{queue.removesuffix('Queue')}DeadLetterQueue"
    alarms = resources("AWS::CloudWatch::Alarm").values()
    watching = [one for one in alarms if parked in queues_of(one)]
    assert [(one["MetricName"], one["Threshold"]) for one in watching] == [
        ("ApproximateNumberOfMessagesVisible", 0)
    ]


def queues_of(alarm: dict[str, object]) -> list[str]:
    dimensions = alarm.get("Dimensions", [])
    assert isinstance(dimensions, list)
    return [target_of(one["Value"]) for one in dimensions]


@pytest.mark.fault(13)
def test_of_a_batch_of_wakeups_only_the_one_that_failed_comes_again() -> None:
    world = World()
    world.hire()
    numbers = range(10)
    cases = {claimed(world, n): n for n in numbers[:5]}
    cases |= {world.customer("human please", customer(n)).conversation: n for n in numbers[5:]}
    looked_at = list[str]()
    third = list(cases)[2]

    class Sweeping:
        def look_at(self, conversation: str) -> None:
            looked_at.append(conversation)
            if conversation == third:
                raise StoreUnavailable("throttled")
            world.look_at(conversation)

    world.clock.forward(301)
    sweeping: Sweeper = Sweeping()  # type: ignore[assignment]  # the one method that a wakeup needs
    event = load_event("sweep_deadlines", "wakeup_conversation")
    [record] = event["Records"]
    records = [
        record
        | {"messageId": f"m{n}", "body": f'{{"look_at":"conversation","conversation":"{c}"}}'}
        for c, n in cases.items()
    ]
    answer = make_handler(lambda: sweeping)({"Records": records}, None)
    assert answer == {"batchItemFailures": [{"itemIdentifier": "m2"}]}
    assert looked_at == list(cases)
    assert sum(world.log(one)[-1].kind is Kind.REMINDED for one in cases) == 5


@pytest.mark.fault(14)
def test_with_one_worker_at_a_time_everybody_is_answered_and_no_hint_is_received_twice() -> None:
    world = QueuedWorld(capacity=1, seconds_a_call=0.4, turn_deadline_seconds=60)
    conversations = [
        world.customer("Where is my parcel?", customer(number)).conversation for number in range(20)
    ]
    received = watch_receives(world)
    world.live(120)
    assert len(world.channels[Channel.SMS].texts) == 20
    assert all(world.head(one).state is State.BOT for one in conversations)
    assert max(received) == 1
    assert [queue.dead for queue in world.queues.values()] == [[], [], []]
    check_at_rest(world)


def watch_receives(world: QueuedWorld) -> list[int]:
    """Keep how often each hint had been received when it was."""
    received = list[int]()
    for queue in world.queues.values():
        receive = queue.receive

        def watched(now: object, receive: object = receive) -> object:
            message = receive(now)  # type: ignore[operator]  # the queue's own
            received.append(message.receives if message else MOST + 1)
            return message

        queue.receive = watched  # type: ignore[assignment, method-assign]
    return received


@pytest.mark.fault(14)
def test_hints_that_nobody_had_time_for_are_parked_after_five_receives_and_the_line_goes_on() -> (
    None
):
    world = QueuedWorld()
    conversation = world.customer("human please").conversation
    world.throttled = True
    world.settle(4 * 15)
    assert [queue.dead for queue in world.queues.values()] == [[], [], []]
    world.settle(60)
    assert world.queues["deliveries"].dead
    assert world.queues["deliveries"].messages == []
    world.throttled = False
    world.live(120)
    assert len(world.channels[Channel.SMS].texts) == 1
    assert len(world.desk.posted) == 1
    assert world.head(conversation).state is State.WAITING
    check_at_rest(world)


@pytest.mark.fault(14)
@pytest.mark.parametrize("queue", QUEUES.values())
def test_a_queue_that_ages_raises_an_alarm(queue: str) -> None:
    alarms = resources("AWS::CloudWatch::Alarm").values()
    watching = [one["MetricName"] for one in alarms if queue in queues_of(one)]
    assert watching == ["ApproximateAgeOfOldestMessage"]


@pytest.mark.fault(14)
def test_pollers_take_no_more_than_workers_can_do() -> None:
    """With a function's reserved concurrency instead, receives would count what was throttled."""
    mappings = resources("AWS::Lambda::EventSourceMapping").values()
    for queue in ("TurnsQueue", "DeliveriesQueue"):
        [mapping] = [one for one in mappings if target_of(one["EventSourceArn"]) == queue]
        assert mapping["ScalingConfig"]["MaximumConcurrency"] >= 2
    functions = resources("AWS::Lambda::Function").values()
    assert not [one for one in functions if "ReservedConcurrentExecutions" in one]


@pytest.mark.fault(55)
def test_hints_that_are_redriven_after_three_days_have_no_effect() -> None:
    world = QueuedWorld(idle_seconds=1_000_000)
    world.hire()
    conversation = world.customer("Where is my parcel?").conversation
    world.stream()
    kept = [(name, one.body) for name, queue in world.queues.items() for one in queue.messages]
    world.live(60)
    world.customer("human please")
    world.live(10)
    world.actions.claim("U0ANA", conversation)
    world.stream()
    kept += [(name, one.body) for name, queue in world.queues.items() for one in queue.messages]
    world.live(60)
    world.words("All solved")
    world.live(60)
    world.clock.forward(3 * 86_400)
    before, sent = dict(world.memory.rows), list(world.channels[Channel.SMS].texts)
    for name, body in kept:
        world.put(name, body)
    world.settle(60)
    assert {name for name, _ in kept} == set(QUEUES)
    assert world.memory.rows == before
    assert world.channels[Channel.SMS].texts == sent
    assert len(world.desk.posted) == 1


@pytest.mark.fault(55)
@pytest.mark.parametrize("days", [3, 13.9, 30])
def test_a_provider_message_that_comes_again_after_days_has_no_effect(days: float) -> None:
    world = World()
    first = world.customer("Where is my parcel?", scope="sms:AC1:SM1")
    world.live(60)
    world.clock.forward(days * 86_400)
    again = world.customer("Where is my parcel?", scope="sms:AC1:SM1")
    assert again.repeated
    assert (again.conversation, again.sequence) == (first.conversation, first.sequence)
    world.settle()
    assert len(world.channels[Channel.SMS].texts) == 1


@pytest.mark.fault(55)
def test_what_was_seen_outlives_every_parked_hint() -> None:
    seen = Put(Seen(scope="sms:AC1:SM1", conversation="c1", sequence=2))
    item = Commit("commit", "table", START).statement(seen)["Put"]["Item"]
    parked = [
        properties["MessageRetentionPeriod"]
        for name, properties in resources("AWS::SQS::Queue").items()
        if "DeadLetter" in name
    ]
    assert set(parked) == {14 * 86_400}
    assert keys.EXPIRES not in item
