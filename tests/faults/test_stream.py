"""Faults 37, 38 and 40: a spoilt record, a batch twice, a transaction in pieces."""

import pytest

from tests.faults.due import customer
from tests.faults.stream import GARBAGE, Record, StreamedWorld, mapping, record
from tests.laws.checks import check_at_rest, check_safety
from tests.template.stack import resources, target_of
from warmline.domain.address import Channel
from warmline.domain.states import State

CUSTOMERS = 6


def a_line_with_a_spoilt_record(*, bisects: bool) -> StreamedWorld:
    """Six customers write at once, and what the stream brings of the third is spoilt."""
    world = StreamedWorld()
    world.poller.bisects = bisects
    world.held_back = True
    for number in range(CUSTOMERS):
        world.customer("Where is my parcel?", customer(number))
    records = world.fresh()
    theirs = [n for n, one in enumerate(records) if customer(2).value in str(one)]
    for number in theirs:
        records[number] = record(GARBAGE, number)
    world.held_back = False
    world.poller.bring(records)
    return world


@pytest.mark.fault(37)
def test_a_spoilt_record_is_parked_alone_and_its_shard_goes_on() -> None:
    world = a_line_with_a_spoilt_record(bisects=True)
    world.settle(10)
    parked = [one["dynamodb"]["NewImage"] for one in world.poller.parked]
    assert parked == [GARBAGE] * len(parked)
    assert 2 <= len(parked) <= 4
    assert world.poller.calls < 40
    answered = {row.target for row in world.channels[Channel.SMS].sent}
    assert answered == {customer(n).value for n in range(CUSTOMERS) if n != 2}


@pytest.mark.fault(37)
@pytest.mark.parametrize("bisects", [True, False])
def test_what_the_stream_gave_up_is_done_by_the_sweeper_within_two_minutes(
    *, bisects: bool
) -> None:
    world = a_line_with_a_spoilt_record(bisects=bisects)
    world.live(120)
    answered = [row.target for row in world.channels[Channel.SMS].sent]
    assert sorted(answered) == [customer(n).value for n in range(CUSTOMERS)]
    check_safety(world)
    check_at_rest(world)


@pytest.mark.fault(37)
def test_the_poller_bisects_gives_up_in_time_and_parks_with_an_alarm() -> None:
    poller = mapping()
    assert poller["BisectBatchOnFunctionError"] is True
    assert poller["FunctionResponseTypes"] == ["ReportBatchItemFailures"]
    assert 0 < poller["MaximumRetryAttempts"] <= 5
    parked = target_of(poller["DestinationConfig"]["OnFailure"]["Destination"])
    alarms = resources("AWS::CloudWatch::Alarm").values()
    assert [
        one
        for one in alarms
        for of in one.get("Dimensions", [])
        if target_of(of["Value"]) == parked
    ]


@pytest.mark.fault(38)
@pytest.mark.parametrize("times", [2, 5])
def test_a_batch_that_comes_again_and_again_is_one_send(times: int) -> None:
    world = StreamedWorld()
    world.hire()
    world.held_back = True
    conversation = world.customer("human please").conversation
    batch = world.fresh()
    world.held_back = False
    for _ in range(times):
        world.poller.bring(batch)
        world.settle(2)
    world.actions.claim("U0ANA", conversation)
    for _ in range(times):
        world.poller.bring(batch)
        world.settle(2)
    assert len(world.channels[Channel.SMS].texts) == 2
    assert len(world.desk.posted) == len(world.thread) == 1
    check_safety(world)
    check_at_rest(world)


@pytest.mark.fault(40)
@pytest.mark.parametrize("backwards", [False, True], ids=["in-order", "backwards"])
def test_a_transaction_in_two_batches_is_delivered_by_its_outgoing_rows(*, backwards: bool) -> None:
    world, records = a_handoff()
    for split in range(len(records) + 1):
        world, records = a_handoff()
        parts = [records[:split], records[split:]]
        for part in reversed(parts) if backwards else parts:
            world.poller.bring(part)
            world.settle(3)
        assert len(world.channels[Channel.SMS].texts) == 1
        assert len(world.desk.posted) == len(world.thread) == 1
        check_safety(world)
        check_at_rest(world)


@pytest.mark.fault(40)
def test_outgoing_rows_alone_are_all_that_a_delivery_needs() -> None:
    world, records = a_handoff()
    rows = [one for one in records if one["dynamodb"]["NewImage"]["PK"]["S"].startswith("OUT#")]
    assert 0 < len(rows) < len(records)
    world.poller.bring(rows)
    world.settle(5)
    assert len(world.channels[Channel.SMS].texts) == 1
    assert len(world.desk.posted) == len(world.thread) == 1


@pytest.mark.fault(40)
def test_log_entries_alone_send_nothing() -> None:
    world, records = a_handoff()
    entries = [one for one in records if "LOG#" in one["dynamodb"]["NewImage"]["SK"]["S"]]
    assert entries
    world.poller.bring(entries)
    world.settle(5)
    assert world.channels[Channel.SMS].texts == []
    assert world.desk.posted == []


def a_handoff() -> tuple[StreamedWorld, list[Record]]:
    """One transaction with entries and outgoing rows, none of which has been dispatched."""
    world = StreamedWorld()
    world.held_back = True
    conversation = world.customer("human please").conversation
    assert world.head(conversation).state is State.WAITING
    return world, world.fresh()
