"""What the bot may do only once an agent has agreed: who may press, that it happens once."""

import pytest

from tests.journeys.tool_world import ToolWorld
from tests.tools import FO
from warmline.domain.errors import Refusal, Refused, ToolFailed
from warmline.domain.handoff import Reason
from warmline.domain.outgoing import Outgoing, Task
from warmline.domain.states import State
from warmline.domain.tools import ToolStatus


def key_of_request(world: ToolWorld) -> str:
    """The action that the latest request for approval is about."""
    rows = [row for row in world.memory.rows.values() if isinstance(row, Outgoing)]
    return next(row.decides for row in reversed(rows) if row.decides)


def asked_for_refund(world: ToolWorld) -> tuple[str, str]:
    """A case that waits with a request for approval in its thread."""
    world.hire()
    conversation = world.says("I want my money back for it", ("refund_order", FO))
    return conversation, key_of_request(world)


@pytest.mark.bad_input(53)
def test_what_needs_approval_waits_for_a_press_and_brings_the_case_to_the_desk(
    world: ToolWorld,
) -> None:
    conversation, _ = asked_for_refund(world)

    head = world.head(conversation)
    assert (head.state, head.reason) == (State.WAITING, Reason.POLICY)
    assert world.shop.calls == []
    assert any(f"Refund order {FO}" in line for line in world.thread)
    assert "approval" in head.signals[0].evidence


def test_an_agents_press_has_it_done_and_both_sides_are_told(world: ToolWorld) -> None:
    conversation, key = asked_for_refund(world)

    world.decide.approve("U0ANA", key)
    world.settle(5)

    assert world.shop.names == ["refund_order"]
    assert world.told[-1] == "Your refund of $49.00 is on its way."
    assert world.thread[-2].endswith(f"Ana approved: Refund order {FO}. It is being done now.")
    assert "RF-0001" in world.thread[-1]
    uses = [use for entry in world.tool_entries(conversation) for use in entry.tools]
    assert [use.status for use in uses] == [ToolStatus.ASKED_AGENT, ToolStatus.DONE]


def test_two_presses_do_it_once_and_the_second_is_told(world: ToolWorld) -> None:
    _, key = asked_for_refund(world)
    world.decide.approve("U0ANA", key)

    for decide in (world.decide.approve, world.decide.decline):
        with pytest.raises(Refused) as refused:
            decide("U0ANA", key)
        assert refused.value.reason is Refusal.DECIDED_ALREADY
    world.settle(5)

    assert world.shop.names == ["refund_order"]


def test_a_declined_action_is_never_done(world: ToolWorld) -> None:
    conversation, key = asked_for_refund(world)

    world.decide.decline("U0ANA", key)
    world.settle(5)

    assert world.shop.calls == []
    assert "Ana declined" in world.thread[-1]
    assert world.tool_entries(conversation)[-1].tools[0].status is ToolStatus.DECLINED


@pytest.mark.parametrize(
    ("who", "reason"),
    [
        ("U0STRANGER", Refusal.NOT_AN_AGENT),
        ("U0OFF", Refusal.OFF_SHIFT),
        ("U0BEN", Refusal.NOT_YOURS),
    ],
)
def test_only_those_who_may_decide_do(world: ToolWorld, who: str, reason: Refusal) -> None:
    conversation, key = asked_for_refund(world)
    world.hire("U0OFF", "Olga", on_shift=False)
    world.hire("U0BEN", "Ben")
    world.actions.claim("U0ANA", conversation)

    with pytest.raises(Refused) as refused:
        world.decide.approve(who, key)

    assert refused.value.reason is reason
    world.decide.approve("U0ANA", key)


def test_a_lead_may_decide_another_agents_case(world: ToolWorld) -> None:
    conversation, key = asked_for_refund(world)
    world.hire("U0LEA", "Lea", on_shift=False, lead=True)
    world.actions.claim("U0ANA", conversation)

    world.decide.approve("U0LEA", key)
    world.settle(5)

    assert world.shop.names == ["refund_order"]


@pytest.mark.parametrize("key", ["", "0" * 32])
def test_a_request_that_nobody_made_cannot_be_approved(world: ToolWorld, key: str) -> None:
    world.hire()

    with pytest.raises(Refused) as refused:
        world.decide.approve("U0ANA", key)

    assert refused.value.reason is Refusal.NO_LONGER_OPEN


def test_a_request_of_a_closed_case_cannot_be_approved(world: ToolWorld) -> None:
    conversation, key = asked_for_refund(world)
    world.actions.claim("U0ANA", conversation)
    world.actions.resolve("U0ANA", conversation)

    with pytest.raises(Refused) as refused:
        world.decide.approve("U0ANA", key)

    assert refused.value.reason is Refusal.NO_LONGER_OPEN


def test_a_service_that_is_away_for_a_while_is_tried_again_with_the_same_key(
    world: ToolWorld,
) -> None:
    _, key = asked_for_refund(world)
    world.shop.fails = [ToolFailed("http_503", temporary=True)] * 2

    world.decide.approve("U0ANA", key)
    world.live(90)

    assert [called for _, _, called in world.shop.calls] == [key] * 3
    assert world.told[-1] == "Your refund of $49.00 is on its way."


@pytest.mark.parametrize("temporary", [True, False])
def test_a_service_that_will_not_do_it_is_told_to_the_desk(
    world: ToolWorld, *, temporary: bool
) -> None:
    conversation, key = asked_for_refund(world)
    world.shop.fails = [ToolFailed("http_500", temporary=temporary)] * 20

    world.decide.approve("U0ANA", key)
    world.live(600)

    assert len(world.shop.calls) == (5 if temporary else 1)
    assert any("Not done" in line and "http_500" in line for line in world.thread)
    assert world.tool_entries(conversation)[-1].tools[0].status is ToolStatus.FAILED


def test_a_worker_that_dies_after_an_approved_action_does_not_do_it_again(
    world: ToolWorld,
) -> None:
    _, key = asked_for_refund(world)
    world.decide.approve("U0ANA", key)
    row = world.memory.next_outgoing(f"tool:{key}")
    assert row is not None
    assert row.task is Task.RUN
    assert world.deliver.run_tool is not None
    world.deliver.run_tool(world.deliver._take(row, world.clock()))  # and the worker dies

    world.live(120)

    assert world.shop.names == ["refund_order"]
    assert world.told.count("Your refund of $49.00 is on its way.") == 1
