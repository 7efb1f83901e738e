"""What agents do with a request for approval."""

import pytest

from sandbox.slack.standin import SlackStandIn
from tests.functions.slack_calls import press
from tests.functions.slack_desk import NOT_AN_AGENT, RIVAL, STRANGER, claimed, told
from tests.functions.webhook_world import WebhookWorld
from warmline.domain.entries import Kind, LogEntry
from warmline.domain.outgoing import Outgoing, Task
from warmline.domain.tool_runs import RunState, ToolRun
from warmline.domain.tools import Risk

KEY = "0123456789abcdef0123456789abcdef"
VALUE = f"{KEY}.0"


@pytest.fixture
def request_(world: WebhookWorld) -> ToolRun:
    """A refund that waits for a yes, in the case that waits at the desk."""
    run = ToolRun(
        key=KEY,
        conversation=world.the_head().id,
        name="refund_order",
        risk=Risk.APPROVE,
        arguments="{}",
        state=RunState.ASKED,
        summary="Refund order FO-20260098",
        version=1,
    )
    world.memory.rows[("ToolRun", KEY)] = run
    return run


def state(world: WebhookWorld) -> RunState:
    run = world.memory.find_tool_run(KEY)
    assert run is not None
    return run.state


def orders(world: WebhookWorld) -> list[Outgoing]:
    rows = [row for row in world.memory.rows.values() if isinstance(row, Outgoing)]
    return [row for row in rows if row.task is Task.RUN]


@pytest.mark.usefixtures("request_")
def test_a_press_on_approve_orders_the_action_and_says_who_did(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    assert world.slack(press(world, "approve", value=VALUE)).status == 200

    assert state(world) is RunState.AGREED
    assert [row.text for row in orders(world)] == [KEY]
    entries = [row for row in world.memory.rows.values() if isinstance(row, LogEntry)]
    [said] = [entry for entry in entries if entry.kind is Kind.TOOL]
    assert (said.why, said.name) == ("approved", "Ada")
    assert told(api) == []


@pytest.mark.usefixtures("request_")
def test_a_press_on_decline_orders_nothing(world: WebhookWorld) -> None:
    assert world.slack(press(world, "decline", value=VALUE)).status == 200

    assert state(world) is RunState.DECLINED
    assert orders(world) == []


@pytest.mark.usefixtures("request_")
def test_a_second_press_is_told_that_it_is_decided(world: WebhookWorld, api: SlackStandIn) -> None:
    world.slack(press(world, "approve", value=VALUE))

    for action in ("approve", "decline"):
        world.slack(press(world, action, value=VALUE, user=RIVAL))

    assert len(orders(world)) == 1
    assert ["decided" in str(said["text"]) for said in told(api)] == [True, True]


@pytest.mark.bad_input(34)
@pytest.mark.parametrize("action", ["approve", "decline"])
@pytest.mark.usefixtures("request_")
def test_a_stranger_decides_nothing(world: WebhookWorld, api: SlackStandIn, action: str) -> None:
    before = world.traces()

    world.slack(press(world, action, value=VALUE, user=STRANGER))

    assert world.traces() == before
    assert [said["text"] for said in told(api)] == [NOT_AN_AGENT]


@pytest.mark.usefixtures("request_")
def test_only_the_holder_decides_a_case_that_is_held(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    claimed(world)

    world.slack(press(world, "approve", value=VALUE, user=RIVAL))

    assert state(world) is RunState.ASKED
    assert "has this case" in str(told(api)[-1]["text"])


@pytest.mark.bad_input(35)
@pytest.mark.parametrize("action", ["approve", "decline"])
@pytest.mark.parametrize("value", ["", "x", "c1", f"{'f' * 32}.0", "../c1.2", "a" * 2_000])
def test_a_forged_value_approves_nothing(
    world: WebhookWorld, api: SlackStandIn, action: str, value: str
) -> None:
    before = world.traces()

    assert world.slack(press(world, action, value=value)).status == 200

    assert world.traces() == before
    assert len(told(api)) == 1
