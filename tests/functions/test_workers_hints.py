"""What the workers do with what a queue brings: hints, and what is none."""

import json
import os
from typing import Any, cast

import pytest

from functions.deliver_message import app as deliver_message
from functions.sweep_deadlines import app as sweep_deadlines
from functions.take_turn import app as take_turn
from tests.events import Event, load_event
from tests.functions.conftest import Logged, handler_of
from tests.functions.queue_records import with_bodies
from tests.functions.webhook_world import BuggyTable
from tests.journeys.world import SMS, World
from warmline.application.deliver import DeliverMessages
from warmline.batches import RecordFailed
from warmline.bootstrap import Sweeper
from warmline.domain.errors import StoreUnavailable
from warmline.domain.states import State

WORDS = "+14155550132 very private words"

NO_HINTS = (
    "{",
    "",
    "[]",
    "null",
    "5",
    '"turn"',
    "{}",
    '{"look_at": "everything"}',
    '{"look_at": ["turn"]}',
    '{"look_at": "turn"}',
    '{"look_at": "turn", "conversation": "c1"}',
    '{"look_at": "turn", "conversation": "c1", "sequence": "2"}',
    '{"look_at": "turn", "conversation": "c1", "sequence": true}',
    '{"look_at": "turn", "conversation": "c1", "sequence": -1}',
    '{"look_at": "turn", "conversation": {"S": "c1"}, "sequence": 2}',
    '{"look_at": "turn", "conversation": "", "sequence": 2}',
    '{"look_at": "turn", "conversation": "CONV#c1", "sequence": 2}',
    '{"look_at": "target", "target": "sms:+1#HEAD"}',
    '{"look_at": "target", "target": "\\ud800"}',
    '{"look_at": "target", "target": "' + "x" * 301 + '"}',
    '{"look_at": "conversation"}',
    '{"look_at": "socket", "connection": 5}',
    '{"a":' * 10_000,
    '{"version": "0", "source": "aws.events", "detail": {}}',
)


def workers(world: World) -> dict[str, Any]:
    sweeper = Sweeper(world.sweep, world.look_at, world.close_silent)
    return {
        "take_turn": take_turn.make_handler(lambda: world.take_turn, lambda: world.write_draft),
        "deliver_message": deliver_message.make_handler(lambda: world.deliver),
        "sweep_deadlines": sweep_deadlines.make_handler(lambda: sweeper),
    }


def traces(world: World) -> tuple[object, ...]:
    sent = [len(channel.sent) for channel in world.channels.values()]
    return (dict(world.memory.rows), len(world.listed.pending), sent, list(world.desk.posted))


@pytest.mark.fault(12)
@pytest.mark.parametrize("body", NO_HINTS, ids=lambda body: body[:50])
@pytest.mark.parametrize("function", ["take_turn", "deliver_message"])
def test_what_is_no_hint_is_raised_each_time_and_so_parked(
    function: str, body: str, logged: Logged
) -> None:
    world = World()
    before = traces(world)
    handler = workers(world)[function]

    for _ in range(5):
        with pytest.raises(RecordFailed):
            handler(with_bodies(body), None)

    assert traces(world) == before
    assert logged.names == ["record_failed"] * 5


@pytest.mark.parametrize("body", NO_HINTS, ids=lambda body: body[:50])
def test_a_wakeup_that_is_no_hint_comes_again_alone(body: str) -> None:
    handler = workers(World())["sweep_deadlines"]

    answer = handler(with_bodies(body), None)

    assert answer == {"batchItemFailures": [{"itemIdentifier": "m0"}]}


@pytest.mark.parametrize(
    ("function", "body"),
    [
        ("take_turn", {"look_at": "target", "target": "card:c1"}),
        ("take_turn", {"look_at": "socket", "connection": "x"}),
        ("take_turn", {"look_at": "agent", "agent": "U0ANA"}),
        ("deliver_message", {"look_at": "turn", "conversation": "c1", "sequence": 2}),
        ("deliver_message", {"look_at": "conversation", "conversation": "c1"}),
    ],
)
def test_a_hint_of_another_queue_is_parked_too(function: str, body: dict[str, object]) -> None:
    with pytest.raises(RecordFailed):
        workers(World())[function](with_bodies(body), None)


@pytest.mark.parametrize(
    ("function", "case"),
    [
        ("take_turn", "turn"),
        ("take_turn", "turn_received_again"),
        ("take_turn", "draft"),
        ("deliver_message", "customer_by_sms"),
        ("deliver_message", "customer_on_the_web"),
        ("deliver_message", "customer_in_slack"),
        ("deliver_message", "card"),
        ("deliver_message", "thread"),
        ("sweep_deadlines", "wakeup_conversation"),
        ("sweep_deadlines", "wakeup_socket"),
        ("sweep_deadlines", "wakeup_agent"),
        ("sweep_deadlines", "schedule"),
    ],
)
def test_a_hint_to_look_at_what_is_not_there_changes_nothing(function: str, case: str) -> None:
    world = World()
    before = traces(world)

    answer = workers(world)[function](load_event(function, case), None)

    assert answer in (None, {"batchItemFailures": []})
    assert traces(world) == before


def test_the_row_behind_a_parked_hint_is_done_by_the_sweeper() -> None:
    world = World()
    world.stream_on = False
    world.customer("How do I return an item?")
    with pytest.raises(RecordFailed):
        workers(world)["take_turn"](with_bodies("{"), None)

    world.live(120)

    assert world.channels[SMS.channel].texts


# A batch


@pytest.mark.fault(13)
def test_of_a_batch_of_ten_wakeups_only_the_one_that_fails_comes_again() -> None:
    world = World()
    world.hire()
    cases = [world.customer("human please").conversation]
    world.settle()
    wakeup = {"look_at": "conversation", "conversation": cases[0]}
    bodies: list[object] = [wakeup] * 10
    bodies[2] = "{"

    answer = workers(world)["sweep_deadlines"](with_bodies(*bodies), None)

    assert answer == {"batchItemFailures": [{"itemIdentifier": "m2"}]}


def test_the_published_batch_with_a_poison_gives_back_its_third() -> None:
    event = load_event("sweep_deadlines", "wakeups_with_a_poison")

    answer = workers(World())["sweep_deadlines"](event, None)

    third = event["Records"][2]["messageId"]
    assert answer == {"batchItemFailures": [{"itemIdentifier": third}]}


def test_the_wakeups_behind_one_that_fails_are_done() -> None:
    world = World()
    world.hire()
    conversation = world.customer("human please").conversation
    world.settle()
    world.actions.claim("U0ANA", conversation)
    world.settle()
    world.clock.forward(16 * 60)
    wakeup = {"look_at": "conversation", "conversation": conversation}

    workers(world)["sweep_deadlines"](with_bodies("{", wakeup), None)

    assert world.head(conversation).state is State.WAITING


# What Lambda is told


class Broken:
    """A use case that ends as nobody foresaw, with a customer's words in its error."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def __call__(self, *_: object) -> None:
        raise self.error


@pytest.mark.parametrize(
    "error", [KeyError(WORDS), ValueError(WORDS), StoreUnavailable(WORDS), OSError(WORDS)]
)
def test_a_failing_worker_tells_lambda_no_words(
    error: Exception, logged: Logged, capfd: pytest.CaptureFixture[str]
) -> None:
    broken = cast("Any", Broken(error))
    turn = {"look_at": "turn", "conversation": "c1", "sequence": 2}
    target = {"look_at": "target", "target": "sms:+14155550132:+15550006789"}
    one = Sweeper(broken, broken, broken)
    events: list[tuple[Any, Event]] = [
        (take_turn.make_handler(lambda: broken), with_bodies(turn)),
        (deliver_message.make_handler(lambda: broken), with_bodies(target)),
    ]
    for handler, event in events:
        with pytest.raises(RecordFailed) as told:
            handler(event, None)
        assert "private" not in str(told.value)
        assert told.value.__cause__ is None
        assert told.value.__context__ is None
    wakeup = {"look_at": "conversation", "conversation": "c1"}
    sweep_deadlines.make_handler(lambda: one)(with_bodies(wakeup), None)

    written = logged.text + "".join(capfd.readouterr())
    assert logged.names == ["record_failed"] * 3
    assert "private" not in written
    assert "4155550132" not in written


def test_what_a_worker_does_well_names_no_number(logged: Logged) -> None:
    world = World()
    world.customer("How do I return an item?")
    world.settle()

    workers(world)["deliver_message"](with_bodies({"look_at": "target", "target": SMS.value}), None)

    assert logged.names == ["target_looked_at"]
    assert json.loads(logged.text.splitlines()[0])["kind"] == "sms"
    assert "5551230001" not in logged.text


@pytest.mark.fault(58)
def test_with_its_output_closed_a_message_is_delivered_all_the_same() -> None:
    world, handler = World(), handler_of("deliver_message")
    world.customer("human please")
    stream = handler.stream
    with open(os.devnull, "w", encoding="utf-8") as closed:  # noqa: PTH123 - no file of ours
        handler.stream = closed

    try:
        target = {"look_at": "target", "target": SMS.value}
        workers(world)["deliver_message"](with_bodies(target), None)
    finally:
        handler.stream = stream
    assert len(world.channels[SMS.channel].sent) == 1


def test_a_table_that_is_away_makes_the_hint_come_again() -> None:
    world = World()
    deliver = world.deliver
    away = BuggyTable({"next_outgoing": StoreUnavailable("away")}, world.memory)
    cut_off = DeliverMessages(
        cast("Any", away),
        deliver.hints,
        deliver.clock,
        deliver.patience,
        deliver.channels,
        deliver.desk,
        deliver.settling,
        deliver.desk_channel,
    )

    with pytest.raises(RecordFailed):
        deliver_message.make_handler(lambda: cut_off)(
            with_bodies({"look_at": "target", "target": SMS.value}), None
        )
