"""Each worker is killed once in mid-journey: all is well within two minutes, and nothing twice.

All kills come first and the waiting after, so that the tests take as long as the slowest recovery.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import count

import pytest

from tests.e2e.people import Customer, until_true
from tests.e2e.stacks import ANA, DeployedLine
from tests.e2e.workers import Worker
from warmline.domain.handoff import Reason
from warmline.domain.outgoing import Status
from warmline.domain.states import State

pytestmark = pytest.mark.timeout(300)

QUESTION = "How do I return an item?"
HANG = 6
TURN_DEADLINE = 18
TRIES = 8

phones = (f"+1415555{number:04}" for number in count(3000))


@dataclass(frozen=True, slots=True)
class Killed:
    """Who was in the middle of what when which worker died."""

    in_a_turn: Customer
    in_a_delivery: Customer
    before_dispatch: Customer
    at_the_deadline: Customer


@pytest.fixture(scope="module")
def killed(line: DeployedLine) -> Iterator[Killed]:
    """Kill every worker once while it works for a customer of its own."""
    late = kill_in_a_turn(line)
    asked_at = time.monotonic()
    in_a_turn = kill_in_a_turn(line)
    in_a_delivery = kill_in_a_delivery(line)
    before_dispatch = kill_before_dispatch(line)
    time.sleep(max(0.0, asked_at + TURN_DEADLINE - 1 - time.monotonic()))
    assert Worker(line, "sweep_deadlines").kill_during(3)
    yield Killed(in_a_turn, in_a_delivery, before_dispatch, late)
    line.twilio.faults.clear()


def kill_in_a_turn(line: DeployedLine) -> Customer:
    """Kill `take_turn` when it has leased the turn and has not answered."""
    worker = Worker(line, "take_turn")
    for _ in range(TRIES):
        customer = Customer(line, next(phones))
        if worker.kill_once(partial(is_leased, customer), partial(customer.text, QUESTION)):
            assert customer.received == []
            return customer
    raise AssertionError(f"take_turn was faster than the test, {TRIES} times")


def is_leased(customer: Customer) -> bool:
    head = customer.find_head()
    return head is not None and head.marks.turn_leased and head.unanswered


def kill_in_a_delivery(line: DeployedLine) -> Customer:
    """Kill `deliver_message` when Twilio has the text, and has not said so."""
    customer = Customer(line, next(phones))
    line.twilio.faults.hang_next(HANG)
    customer.text(QUESTION)
    until_true(lambda: bool(customer.received), "Twilio got no text")
    assert Worker(line, "deliver_message").kill()
    return customer


def kill_before_dispatch(line: DeployedLine) -> Customer:
    """Kill `dispatch_changes`, and whatever takes its place, before it hints."""
    customer = Customer(line, next(phones))
    worker = Worker(line, "dispatch_changes")
    assert worker.kill()
    customer.text("I want to talk to a person")
    worker.kill_during(1.5)
    assert customer.head.state is State.WAITING
    return customer


def test_a_turn_whose_worker_died_is_answered_or_handed_off_once(killed: Killed) -> None:
    check_one_reply(killed.in_a_turn)


def test_a_turn_whose_sweeper_died_too_is_answered_or_handed_off_once(killed: Killed) -> None:
    check_one_reply(killed.at_the_deadline)


def check_one_reply(customer: Customer) -> None:
    until_true(lambda: bool(customer.received), "no reply")
    if customer.head.state is State.WAITING:
        assert customer.head.reason is Reason.TURN_OVERDUE
        check_one_card(customer)
    check_nothing_more_comes(customer)


def check_one_card(customer: Customer) -> None:
    until_true(lambda: bool(customer.cards and customer.thread), "no card with a thread")
    assert len(customer.cards) == len(customer.thread) == 1


def test_a_text_whose_worker_died_is_found_and_not_sent_again(killed: Killed) -> None:
    customer = killed.in_a_delivery
    until_true(lambda: is_settled(customer), "not settled")
    check_nothing_more_comes(customer)


def is_settled(customer: Customer) -> bool:
    row = customer.store.last_outgoing(customer.address)
    return row is not None and row.status is Status.SENT and bool(row.provider_id)


def test_an_ask_whose_dispatch_died_has_its_notice_and_card_and_the_journey_goes_on(
    killed: Killed,
) -> None:
    customer = killed.before_dispatch
    until_true(lambda: bool(customer.received), "no notice")
    check_one_card(customer)
    check_nothing_more_comes(customer)
    customer.press(ANA, "claim")
    until_true(lambda: customer.head.agent == ANA, "not claimed")
    customer.write(ANA, "Ana here, what can I do?")
    until_true(lambda: customer.received[-1] == "Ana here, what can I do?", "no reply")
    customer.press(ANA, "resolve")
    until_true(lambda: customer.head.state is State.CLOSED, "not closed")
    until_true(lambda: len(customer.received) == 4, "no notice of the end")
    assert len(customer.cards) == 1


def check_nothing_more_comes(customer: Customer) -> None:
    """Everything is delivered, once; and two sweeps later it is still the same."""
    until_true(lambda: customer.store.next_outgoing(customer.address) is None, "undelivered")
    time.sleep(4.5)
    assert len(customer.received) == 1
    assert len(customer.cards) <= 1
