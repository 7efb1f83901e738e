"""A customer whom the site vouches for is known by their own id, however they write."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.functions.web_chat_world import WebVisitor, WebWorld, proof_of
from warmline.domain.address import Address
from warmline.domain.conversation import Head
from warmline.domain.handoff import Reason
from warmline.domain.signals import Signal

GOLD = "gold-7"


def by_http(visitor: WebVisitor) -> None:
    visitor.send("Where is my order?")


def by_socket(visitor: WebVisitor) -> None:
    visitor.hello("c1")
    frame = {"action": "send", "client_message_id": "m1", "text": "Where is my order?"}
    visitor.world.frame("c1", frame)


def by_button(visitor: WebVisitor) -> None:
    visitor.ask()


def head(world: WebWorld) -> Head:
    [found] = world.rows(Head)
    return found


@pytest.mark.parametrize(
    ("write", "reason"),
    [(by_http, Reason.VIP), (by_socket, Reason.VIP), (by_button, Reason.ASKED_FOR_HUMAN)],
)
def test_a_proved_customer_on_the_list_is_a_vip(
    write: Callable[[WebVisitor], None], reason: Reason
) -> None:
    world = WebWorld(vips=[GOLD])
    later = int((world.clock() + timedelta(hours=1)).timestamp())
    visitor = world.visitor(customer_id=GOLD, identity_proof=proof_of(GOLD, later))

    write(visitor)

    assert head(world).reason is reason
    assert head(world).head_start_seconds == 1200
    assert Signal(Reason.VIP, 1.0, 1.0, "on the list of VIPs") in head(world).signals
    record = world.memory.find_address(Address.web(visitor.session).value)
    assert record is not None
    assert record.customer == GOLD


def test_nobody_is_a_vip_by_writing_their_name() -> None:
    world = WebWorld(vips=[GOLD])
    visitor = world.visitor()

    visitor.send(f"I am {GOLD}, where is my order?")

    assert head(world).reason is None
