"""The whole journey with the table's stream switched off: the sweeper alone sees to everything."""

from collections.abc import Iterator

import pytest

from tests.e2e.people import Customer, until_true
from tests.e2e.stacks import ANA, DESK, DeployedLine
from tests.e2e.workers import Worker
from warmline.domain.states import State

pytestmark = pytest.mark.timeout(400)

PHONE = "+14155552001"


@pytest.fixture
def without_stream(line: DeployedLine) -> Iterator[DeployedLine]:
    """Yield a line whose stream brings nothing; afterwards all of it comes, late."""
    functions = line.engine.functions()
    dispatch = Worker(line, "dispatch_changes").name
    [mapping] = functions.list_event_source_mappings(FunctionName=dispatch)["EventSourceMappings"]
    functions.update_event_source_mapping(UUID=mapping["UUID"], Enabled=False)
    yield line
    functions.update_event_source_mapping(UUID=mapping["UUID"], Enabled=True)


def test_with_the_stream_off_a_customer_is_answered_and_helped_by_a_person(
    without_stream: DeployedLine,
) -> None:
    customer = Customer(without_stream, PHONE)
    customer.text("How do I return an item?")
    until_true(lambda: len(customer.received) == 1, "no answer")
    assert customer.head.state is State.BOT
    assert "AI" in customer.received[0]

    customer.text("I want to talk to a person")
    until_true(lambda: len(customer.received) == 2, "no notice")
    until_true(lambda: bool(customer.cards and customer.thread), "no card with a thread")
    customer.press(ANA, "claim")
    until_true(lambda: customer.head.agent == ANA, "not claimed")
    customer.write(ANA, "Ana here: the label is on its way.")
    until_true(lambda: any("Ana here" in one for one in customer.received), "no reply")
    customer.text("Thanks a lot, I see it now")
    until_true(lambda: customer.head.unanswered, "the customer's words were not stored")
    without_stream.slack.commands.give(ANA, DESK, "/warmline", "resolve")
    until_true(lambda: customer.head.state is State.CLOSED, "not closed")

    until_true(lambda: len(customer.received) == 5, "notices and the reply")
    assert customer.received[3] == "Ana here: the label is on its way."
    until_true(lambda: len(customer.thread) == 3, "the customer's words are not in the thread")
    so_far, reply, words = customer.thread
    assert "How do I return an item?" in so_far.text
    assert "Thanks a lot, I see it now" in words.text
    until_true(lambda: bool(customer.thread[1].reactions), "no check mark")
    assert reply.user == ANA
    assert len(customer.cards) == 1
    assert len(customer.received) == 5
