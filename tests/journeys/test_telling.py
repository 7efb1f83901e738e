"""What the desk is told of its words: once, in order, and nothing that is not so."""

from dataclasses import replace

import pytest

from tests.journeys.world import SMS, WEB, World
from tests.laws.checks import check_at_rest, check_safety
from warmline.application.receipts import DeliveryReceipt
from warmline.domain.address import Address, Channel
from warmline.domain.errors import PermanentDeliveryError, UnknownDelivery
from warmline.domain.outgoing import Outgoing, Receipt, Status, Task
from warmline.domain.records import Consent
from warmline.domain.states import State

BAD = [Receipt.UNDELIVERED, Receipt.FAILED]


class CannotTell(UnknownDelivery):
    """A provider that loses the answer and does not know afterwards either."""

    def __init__(self) -> None:
        super().__init__("no_answer")


def held(address: Address = SMS) -> tuple[World, str]:
    world = World(lease_seconds=90_000)
    return world, world.hold(address)


def reply(world: World, text: str) -> Outgoing:
    world.words(text)
    rows = [row for row in world.memory.rows.values() if isinstance(row, Outgoing)]
    return next(row for row in rows if row.task is Task.SAY and row.text == text)


def receipt(row: Outgoing, status: Receipt, *, attempt: int = 1) -> DeliveryReceipt:
    return DeliveryReceipt(
        target=row.target,
        conversation=row.conversation,
        sequence=row.sequence,
        attempt=attempt,
        status=status,
        provider_id="SM1",
        error="30003" if status in BAD else "",
    )


def given_up(world: World) -> Outgoing:
    """A reply of which the provider could not tell for minutes."""
    channel = world.channels[Channel.SMS]
    channel.failures.append(CannotTell())
    channel.look_up = lambda _row: (_ for _ in ()).throw(CannotTell())  # type: ignore[method-assign,assignment]
    row = reply(world, "Hello")
    world.live(300)
    found = world.memory.find_outgoing(row.target, row.sequence)
    assert found is not None
    assert found.given_up
    return found


def reactions(world: World) -> list[str]:
    return [name for _, name in world.desk.reactions]


def test_a_delivery_that_was_given_up_and_arrived_after_all_gets_its_check_mark() -> None:
    world, _ = held()
    row = given_up(world)
    assert reactions(world) == ["warning"]

    assert world.receipt(receipt(row, Receipt.DELIVERED))
    check_safety(world)
    world.live(130)

    assert reactions(world) == ["warning", "white_check_mark"]
    check_at_rest(world)


@pytest.mark.parametrize("status", BAD)
def test_a_delivery_that_was_given_up_and_failed_is_told_with_the_reason(status: Receipt) -> None:
    world, _ = held()
    row = given_up(world)

    assert world.receipt(receipt(row, status))
    world.live(130)

    found = world.memory.find_outgoing(row.target, row.sequence)
    assert found is not None
    assert found.receipt is status
    assert [line for line in world.thread if "Not delivered (30003)" in line]
    check_safety(world)
    check_at_rest(world)


@pytest.mark.parametrize("status", BAD)
def test_a_receipt_of_a_first_try_does_not_tell_a_second_time_of_a_failure(
    status: Receipt,
) -> None:
    world, _ = held()
    world.channels[Channel.SMS].failures.append(PermanentDeliveryError("30005"))
    row = reply(world, "Hello")
    world.settle()
    assert reactions(world) == ["warning"]

    assert world.receipt(receipt(row, status))
    world.live(130)

    assert reactions(world) == ["warning"]
    assert len([line for line in world.thread if "Not delivered" in line]) == 1
    check_safety(world)


def test_a_message_that_failed_after_it_was_taken_is_told_after_its_check_mark() -> None:
    world, _ = held()
    row = reply(world, "Hello")
    world.settle()

    assert world.receipt(receipt(row, Receipt.UNDELIVERED))
    world.live(130)

    assert reactions(world) == ["white_check_mark", "warning"]
    assert [line for line in world.thread if "Not delivered (30003)" in line]


def test_a_receipt_of_an_opt_out_makes_it_ours() -> None:
    world, conversation = held()
    row = reply(world, "Hello")
    world.settle()

    assert world.receipt(replace(receipt(row, Receipt.UNDELIVERED), opted_out=True))

    address = world.memory.find_address(SMS.value)
    assert address is not None
    assert address.consent is Consent.OPTED_OUT
    assert world.head(conversation).state is State.CLOSED
    world.live(130)
    check_safety(world)
    check_at_rest(world)


def test_a_window_that_did_not_get_the_customers_own_words_is_no_failure_at_the_desk() -> None:
    world, _ = held(WEB)
    world.channels[Channel.WEB].failures.append(PermanentDeliveryError("gone"))

    world.customer("Are you there?", WEB)
    world.live(130)

    rows = [row for row in world.memory.rows.values() if isinstance(row, Outgoing)]
    assert [row.text for row in rows if row.status is Status.FAILED] == ["Are you there?"]
    assert not [line for line in world.thread if "Not delivered" in line]
