"""The stream's records, as they come, become hints; one that cannot be read is where it stops."""

import copy
from typing import TYPE_CHECKING, cast

import pytest

from functions.dispatch_changes.app import make_handler
from tests.events import CONVERSATION, Event, cases, load_event
from tests.functions.conftest import Logged
from tests.journeys.world import World
from warmline.batches import Failures
from warmline.bootstrap import Dispatcher

if TYPE_CHECKING:
    from warmline.adapters.sqs.hints import QueuedHints

SMS = "delivery sms:+14155550132:+15550006789"
CARD, THREAD = f"delivery card:{CONVERSATION}", f"delivery thread:{CONVERSATION}"
NOTHING: Failures = {"batchItemFailures": []}


def dispatched(event: Event, world: World | None = None) -> tuple[Failures, list[str]]:
    """Hand a batch to the real handler; returns its answer and the hints that it sent."""
    world = world or World()
    dispatcher = Dispatcher(cast("QueuedHints", world.listed), world.house.policy)
    answer = make_handler(lambda: dispatcher)(event, None)
    return answer, [one.name for one in world.listed.pending]


@pytest.mark.parametrize(
    ("case", "hints"),
    [
        ("customer_message", ["turn 7", "look"]),
        ("claim", ["look", "look"]),
        ("held_reply", ["look"]),
        ("outgoing_to_customer", [SMS]),
        ("outgoing_card", [CARD]),
        ("shift_ended", ["agent"]),
    ],
)
def test_an_inserted_row_becomes_its_hints(case: str, hints: list[str]) -> None:
    assert dispatched(load_event("dispatch_changes", case)) == (NOTHING, hints)


def test_the_rows_of_one_transaction_become_all_their_hints() -> None:
    answer, hints = dispatched(load_event("dispatch_changes", "one_transaction"))

    assert answer == NOTHING
    assert {SMS, CARD, THREAD} <= set(hints)


def test_a_batch_that_comes_twice_hints_twice_and_does_no_more() -> None:
    world, event = World(), load_event("dispatch_changes", "outgoing_card")

    dispatched(event, world)

    assert dispatched(event, world) == (NOTHING, [CARD, CARD])
    world.settle()
    assert world.desk.posted == []


@pytest.mark.parametrize("name", ["MODIFY", "REMOVE"])
def test_what_is_no_insert_asks_for_nothing(name: str) -> None:
    event = load_event("dispatch_changes", "customer_message")
    event["Records"][0]["eventName"] = name

    assert dispatched(event) == (NOTHING, [])


def test_a_poison_record_is_where_the_stream_resumes_and_those_before_it_are_done(
    logged: Logged,
) -> None:
    event = load_event("dispatch_changes", "with_a_poison_record")
    second = event["Records"][1]["dynamodb"]["SequenceNumber"]

    answer, hints = dispatched(event)

    assert answer == {"batchItemFailures": [{"itemIdentifier": second}]}
    assert hints == ["turn 7", "look"]
    assert logged.names == ["record_failed"]


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"eventName": "INSERT"},
        {"eventName": "INSERT", "dynamodb": {}},
        {"eventName": "INSERT", "dynamodb": {"NewImage": {}}},
        {"eventName": "INSERT", "dynamodb": {"NewImage": {"PK": {"S": "OUT#x"}}}},
        {"eventName": "INSERT", "dynamodb": {"NewImage": {"PK": 5, "SK": {"S": "1"}}}},
    ],
    ids=repr,
)
def test_a_record_of_any_other_form_stops_the_batch_and_is_not_lost(record: Event) -> None:
    answer, hints = dispatched({"Records": [copy.deepcopy(record)]})

    assert answer == {"batchItemFailures": [{"itemIdentifier": ""}]}
    assert hints == []


@pytest.mark.parametrize("case", cases("dispatch_changes"))
def test_no_log_line_holds_words_or_numbers(
    case: str, logged: Logged, capfd: pytest.CaptureFixture[str]
) -> None:
    dispatched(load_event("dispatch_changes", case))

    written = logged.text + "".join(capfd.readouterr())
    for private in ("4155550132", "How do I", "human", "Hello"):
        assert private not in written


class Refusing:
    """Queues that take nothing."""

    def __getattr__(self, name: str) -> object:
        raise OSError(f"{name} +14155550132")


def test_a_hint_that_no_queue_took_comes_again_with_its_record(logged: Logged) -> None:
    event = load_event("dispatch_changes", "outgoing_card")
    dispatcher = Dispatcher(cast("QueuedHints", Refusing()), World().house.policy)

    answer = make_handler(lambda: dispatcher)(event, None)

    number = event["Records"][0]["dynamodb"]["SequenceNumber"]
    assert answer == {"batchItemFailures": [{"itemIdentifier": number}]}
    assert "4155550132" not in logged.text
