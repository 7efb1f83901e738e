"""Faults 22 to 26 and 38 by the rows: tries, order, what nobody knows, and what is told whom."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.faults.providers import Tries, held, now, reply, rows_to_customer
from tests.journeys.world import SLACK, SMS, World
from tests.laws.checks import check_safety
from tests.laws.faults import Crash
from warmline.domain.address import Address, Channel
from warmline.domain.conversation import Posted
from warmline.domain.errors import (
    DeliveryError,
    PermanentDeliveryError,
    RecipientOptedOut,
    TemporaryDeliveryError,
    UnknownDelivery,
)
from warmline.domain.outgoing import Outgoing, Status
from warmline.domain.records import Consent
from warmline.domain.writes import Put

ATTEMPTS = 5
MINUTE = 60.0


@pytest.mark.fault(22)
def test_a_provider_that_fails_is_tried_five_times_and_then_the_agent_is_told() -> None:
    world, tries, _ = held()
    tries.failure = lambda: TemporaryDeliveryError("500")
    row = reply(world, "Hello, Ana here.")
    world.live(10 * MINUTE)
    assert now(world, row).status is Status.FAILED
    pauses = [later - earlier for earlier, later in pairwise(tries.of(row))]
    assert len(pauses) == ATTEMPTS - 1
    for number, pause in enumerate(pauses, start=1):
        assert 2**number / 2 <= pause <= 2**number + 1
    assert [name for _, name in world.desk.reactions] == ["warning"]
    assert [line for line in world.thread if "Not delivered (500): “Hello, Ana here.”" in line]


@pytest.mark.fault(22)
def test_a_message_that_failed_for_good_lets_the_next_one_go() -> None:
    world, tries, _ = held()
    tries.failure = lambda: PermanentDeliveryError("30003")
    first = reply(world, "One")
    world.live(MINUTE)
    tries.failure = None
    second = reply(world, "Two")
    world.live(MINUTE)
    assert now(world, first).status is Status.FAILED
    assert now(world, second).status is Status.SENT


@pytest.mark.fault(23)
def test_a_send_whose_answer_was_lost_is_looked_up_and_not_sent_again() -> None:
    world, tries, _ = held()
    tries.failure = lambda: UnknownDelivery("no_answer")
    tries.found = lambda _: "SM-found"
    row = reply(world, "Hello")
    world.live(MINUTE)
    assert len(tries.of(row)) == 1
    assert (now(world, row).status, now(world, row).provider_id) == (Status.SENT, "SM-found")
    assert [name for _, name in world.desk.reactions] == ["white_check_mark"]


@pytest.mark.fault(23)
def test_a_send_that_the_provider_does_not_know_is_sent_again() -> None:
    world, tries, _ = held()
    tries.failure = lambda: UnknownDelivery("no_answer")
    row = reply(world, "Hello")
    world.settle(1)
    tries.failure = None
    world.live(MINUTE)
    assert len(tries.of(row)) == 2
    assert now(world, row).status is Status.SENT
    assert world.unknown_marks[row.target, row.sequence] >= 1


@pytest.mark.fault(23)
def test_a_send_that_nobody_can_tell_of_holds_its_line_three_minutes() -> None:
    world, tries, _ = held()

    def cannot_tell(row: Outgoing) -> str | None:
        raise UnknownDelivery(f"503 {row.sequence}")

    tries.failure, tries.found = lambda: UnknownDelivery("no_answer"), cannot_tell
    first = reply(world, "One")
    world.settle(1)
    tries.failure = None
    second = reply(world, "Two")
    world.live(2.9 * MINUTE)
    assert now(world, second).status is Status.PENDING
    world.live(0.3 * MINUTE)
    assert (now(world, first).status, now(world, first).given_up) == (Status.UNKNOWN, True)
    assert len(tries.of(first)) == 1
    assert now(world, second).status is Status.SENT
    assert [line for line in world.thread if "Perhaps not sent" in line and "One" in line]


@pytest.mark.fault(23)
@pytest.mark.parametrize("address", [SMS, SLACK])
def test_a_provider_that_never_answers_is_not_tried_for_ever(address: Address) -> None:
    """Each try may have reached the customer, whatever the provider's list says later."""
    world, tries, _ = held(address.channel, address)
    tries.failure = lambda: UnknownDelivery("no_answer")
    first = reply(world, "One")
    second = reply(world, "Two")
    world.live(20 * MINUTE)
    assert len(tries.of(first)) == ATTEMPTS
    assert now(world, first).given_up
    assert now(world, second).finished


@pytest.mark.fault(23)
def test_a_message_whose_worker_always_dies_does_not_block_its_customer_for_ever() -> None:
    world, tries, _ = held()
    first, second = reply(world, "One"), reply(world, "Two")
    tries.failure = lambda: Crash("at this row")
    for _ in range(60):
        if now(world, first).finished:
            tries.failure = None
        world.live(20)
    assert len(tries.of(first)) <= ATTEMPTS
    assert now(world, first).finished
    assert now(world, second).status is Status.SENT


@pytest.mark.fault(23)
def test_a_late_failure_of_an_earlier_try_does_not_undo_the_later_one() -> None:
    world, tries, _ = held()
    row = reply(world, "Hello")

    class Overtaken(Tries):
        def send(self, row: Outgoing) -> str:
            if row.attempt > 1:
                return "SM-second"
            world.clock.forward(13)  # its lease runs out, and another worker is faster
            found = now(world, row)
            again = replace(found, status=Status.SENDING, attempt=2)
            world.memory.commit([Put(again)])
            raise PermanentDeliveryError("30003")

    world.deliver.channels[Channel.SMS] = Overtaken(world)  # type: ignore[index]
    world.live(2 * MINUTE)
    assert (now(world, row).status, now(world, row).provider_id) == (Status.SENT, "SM-second")
    assert [name for _, name in world.desk.reactions] == ["white_check_mark"]
    assert tries.at == []


def test_the_agents_check_mark_needs_no_stream() -> None:
    world, _, _ = held()
    world.stream_on = False
    row = reply(world, "Hello")
    world.deliver(row.target)
    world.settle(1)
    assert [name for _, name in world.desk.reactions] == ["white_check_mark"]


@pytest.mark.fault(24)
def test_a_provider_that_says_when_is_not_tried_before() -> None:
    world, tries, _ = held()
    tries.failure = lambda: TemporaryDeliveryError("20429", retry_after=timedelta(seconds=40))
    first, second = reply(world, "One"), reply(world, "Two")
    world.settle(30)
    assert (len(tries.of(first)), len(tries.of(second))) == (1, 0)
    tries.failure = None
    world.settle(30)
    assert tries.of(first)[1] - tries.of(first)[0] >= 40
    assert tries.of(first)[-1] <= tries.of(second)[0]


@pytest.mark.fault(24)
@given(seed=st.lists(st.sampled_from(["ok", "500", "429", "lost", "cut"]), max_size=30))
@settings(max_examples=60, deadline=None)
def test_whatever_the_provider_answers_the_order_is_kept(seed: list[str]) -> None:
    world = World()
    failures: dict[str, DeliveryError | None] = {
        "ok": None,
        "500": TemporaryDeliveryError("500"),
        "429": TemporaryDeliveryError("429", retry_after=timedelta(seconds=7)),
        "lost": UnknownDelivery("no_answer"),
        "cut": PermanentDeliveryError("30005"),
    }
    world.channels[Channel.SMS].failures = [failures[one] for one in seed]  # type: ignore[misc]
    for number in range(6):
        world.customer(f"Question {number}")
        world.live(7, sweep_every=5)
    world.live(15 * MINUTE)
    check_safety(world)
    assert all(row.finished for row in rows_to_customer(world))


@pytest.mark.fault(25)
def test_an_opt_out_that_the_provider_knows_of_becomes_ours_and_the_agent_is_told() -> None:
    world, tries, conversation = held()
    tries.failure = lambda: RecipientOptedOut("21610")
    row = reply(world, "Hello")
    world.live(5 * MINUTE)
    address = world.memory.find_address(SMS.value)
    assert address is not None
    assert address.consent is Consent.OPTED_OUT
    assert len(tries.of(row)) == 1
    assert world.head(conversation).agent == ""
    assert [line for line in world.thread if "opted out" in line]
    assert world.desk.cards[world.desk.posted[0]].outcome == "opted_out"


@pytest.mark.fault(25)
def test_consent_is_read_when_a_message_is_sent_and_not_when_it_was_written() -> None:
    world, tries, _ = held()
    tries.failure = lambda: TemporaryDeliveryError("500")
    row = reply(world, "Hello")
    world.settle(1)
    tries.failure = None
    world.customer("STOP")
    world.live(5 * MINUTE)
    assert (now(world, row).status, now(world, row).error) == (Status.CANCELLED, "opted_out")
    assert len(tries.of(row)) == 1
    assert [line for line in world.thread if "Not sent, the customer has opted out" in line]


@pytest.mark.fault(26)
@pytest.mark.parametrize("code", ["21211", "30003", "30005", "30007"])
def test_a_permanent_refusal_is_not_tried_again_and_shown_to_the_agent(code: str) -> None:
    world, tries, _ = held()
    tries.failure = lambda: PermanentDeliveryError(code)
    row = reply(world, "Hello")
    world.live(5 * MINUTE)
    assert len(tries.of(row)) == 1
    assert now(world, row).status is Status.FAILED
    assert [name for _, name in world.desk.reactions] == ["warning"]
    assert [line for line in world.thread if f"Not delivered ({code})" in line]


@pytest.mark.fault(38)
def test_a_batch_that_comes_three_times_is_one_send() -> None:
    world = World()
    world.hire()
    conversation = world.customer("human please").conversation
    for _ in range(3):
        world.streamed = 0
        world.stream()
    world.live(5)
    for _ in range(3):
        world.streamed = 0
        world.live(5)
    assert len(world.channels[Channel.SMS].texts) == 1
    assert len(world.desk.posted) == 1
    assert len(world.thread) == 1
    assert world.head(conversation).marks.card == Posted(channel="C0DESK", ts="1.0001")
