"""Faults 27 and 28: receipts that come early, late, in any order."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.faults.providers import Tries, held, now, reply
from warmline.application.receipts import DeliveryReceipt
from warmline.domain.address import Channel
from warmline.domain.errors import UnknownDelivery
from warmline.domain.outgoing import Outgoing, Receipt, Status
from warmline.domain.writes import Put


def receipt_of(row: Outgoing, status: Receipt, *, attempt: int = 1) -> DeliveryReceipt:
    return DeliveryReceipt(
        target=row.target,
        conversation=row.conversation,
        sequence=row.sequence,
        attempt=attempt,
        status=status,
        provider_id="SM-receipt",
    )


@pytest.mark.fault(27)
def test_a_receipt_that_comes_before_the_answer_is_kept_and_the_answer_changes_nothing() -> None:
    world, tries, _ = held()

    class Early(Tries):
        def send(self, row: Outgoing) -> str:
            assert world.receipt(receipt_of(row, Receipt.DELIVERED))
            return super().send(row)

    early = Early(world)
    world.deliver.channels[Channel.SMS] = early  # type: ignore[index]
    row = reply(world, "Hello")
    world.live(60)
    found = now(world, row)
    assert (found.status, found.receipt) == (Status.SENT, Receipt.DELIVERED)
    assert (found.provider_id, len(early.of(row))) == ("SM-receipt", 1)
    assert [name for _, name in world.desk.reactions] == ["white_check_mark"]
    assert tries.at == []


@pytest.mark.fault(27)
def test_a_receipt_settles_a_send_whose_answer_was_lost() -> None:
    world, tries, _ = held()
    tries.failure = lambda: UnknownDelivery("no_answer")
    row = reply(world, "Hello")
    world.settle(1)
    assert now(world, row).status is Status.UNKNOWN
    assert world.receipt(receipt_of(row, Receipt.SENT))
    world.live(60)
    assert now(world, row).status is Status.SENT
    assert len(tries.of(row)) == 1


@pytest.mark.fault(27)
def test_a_receipt_of_an_earlier_try_says_nothing_of_the_one_under_way() -> None:
    world, _, _ = held()
    row = reply(world, "Hello")
    world.memory.commit([Put(replace(now(world, row), status=Status.SENDING, attempt=2))])
    world.receipt(receipt_of(row, Receipt.FAILED, attempt=1))
    assert now(world, row).status is Status.SENDING


FORWARD = (Receipt.QUEUED, Receipt.SENT, Receipt.DELIVERED)


@pytest.mark.fault(28)
@pytest.mark.parametrize("order", list(permutations(FORWARD)), ids="-".join)
def test_receipts_in_any_order_end_at_the_furthest(order: tuple[Receipt, ...]) -> None:
    world, _, _ = held()
    row = reply(world, "Hello")
    world.settle()
    for status in order:
        world.receipt(receipt_of(row, status))
    assert now(world, row).receipt is Receipt.DELIVERED
    assert not world.receipt(receipt_of(row, Receipt.SENT))


@pytest.mark.fault(28)
@given(order=st.lists(st.sampled_from(list(Receipt)[1:]), min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_a_receipt_never_moves_a_delivery_back(order: list[Receipt]) -> None:
    world, _, _ = held()
    row = reply(world, "Hello")
    world.settle()
    ranks = {"queued": 1, "sent": 2, "undelivered": 3, "failed": 3, "delivered": 3, "read": 4}
    seen = [0]
    for status in order:
        world.receipt(receipt_of(row, status))
        seen.append(ranks[now(world, row).receipt])
    assert seen == sorted(seen)
    assert seen[-1] == max(ranks[one] for one in order)
