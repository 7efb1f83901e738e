"""An action that failed may have been done all the same: nobody is told to do it a second time."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.journeys.tool_world import ToolWorld
from tests.journeys.world import WEB
from tests.laws.checks import check_safety
from tests.tools import FO
from warmline.application.tool_results import is_uncertain
from warmline.application.tool_running import Caller
from warmline.application.tools_once import RunOnce
from warmline.domain.errors import ToolFailed
from warmline.domain.outgoing import Outgoing
from warmline.domain.states import State
from warmline.domain.tool_catalogue import NO_TOOLS
from warmline.domain.tools import ToolStatus, ToolUse

LOOK_FIRST = "it may have been done all the same: look before you do it by hand"
UNCERTAIN = ("http_500", "too_long", "not_json", "timeout", "cut_off", "ZeroDivisionError")


@pytest.fixture
def world() -> Iterator[ToolWorld]:
    """A line with actions, which keeps the laws whatever is done."""
    world = ToolWorld()
    yield world
    check_safety(world)


def approved_refund(world: ToolWorld, *fails: ToolFailed) -> str:
    """A refund that an agent has approved, where the service fails like this."""
    world.hire()
    conversation = world.says("I want my money back for it", ("refund_order", FO))
    rows = [row for row in world.memory.rows.values() if isinstance(row, Outgoing)]
    world.shop.fails = [*fails]
    world.decide.approve("U0ANA", next(row.decides for row in reversed(rows) if row.decides))
    return conversation


def ended(world: ToolWorld, conversation: str) -> ToolUse:
    use = world.tool_entries(conversation)[-1].tools[0]
    assert use.status is ToolStatus.FAILED
    return use


def asks_for_the_return(world: ToolWorld) -> tuple[RunOnce, ToolUse, Caller, str]:
    """The bot has asked; what the turn runs on a yes, and with what."""
    conversation = world.says("please take it back", ("start_return", FO))
    shed = world.take_turn.tools
    assert shed is not None
    use = world.log(conversation)[-1].tools[0]
    return shed.run_once, use, Caller(conversation=conversation), conversation


@pytest.mark.parametrize("code", UNCERTAIN)
def test_the_desk_is_told_to_look_first_where_an_approved_action_may_have_been_done(
    world: ToolWorld, code: str
) -> None:
    conversation = approved_refund(world, ToolFailed(code, uncertain=True))

    world.live(60)

    assert LOOK_FIRST in world.thread[-1]
    assert code in world.thread[-1]
    assert not any("Not done" in line or "Please do it" in line for line in world.thread)
    use = ended(world, conversation)
    assert is_uncertain(use)
    run = world.memory.find_tool_run(use.key)
    assert run is not None
    assert (run.error, run.output) == (code, use.output)


def test_what_was_surely_not_done_is_to_be_done_by_hand(world: ToolWorld) -> None:
    conversation = approved_refund(world, ToolFailed("http_404"))

    world.live(60)

    assert f"Not done: Refund order {FO} (http_404). Please do it by hand" in world.thread[-1]
    assert LOOK_FIRST not in world.thread[-1]
    assert not is_uncertain(ended(world, conversation))


def test_a_doubt_of_an_earlier_try_is_not_lifted_by_a_later_refusal(world: ToolWorld) -> None:
    conversation = approved_refund(
        world,
        ToolFailed("timeout", temporary=True, uncertain=True),
        ToolFailed("no_connection", temporary=True),
        ToolFailed("http_404"),
    )

    world.live(120)

    assert len(world.shop.calls) == 3
    assert LOOK_FIRST in world.thread[-1]
    assert is_uncertain(ended(world, conversation))


def test_a_refusal_after_a_worker_died_at_it_leaves_the_doubt(world: ToolWorld) -> None:
    conversation = approved_refund(world, ToolFailed("http_404"))
    rows = [row for row in world.memory.rows.values() if isinstance(row, Outgoing)]
    row = next(row for row in rows if row.target.startswith("tool:"))
    world.deliver._take(row, world.clock())  # and the worker dies

    world.live(120)

    assert LOOK_FIRST in world.thread[-1]
    assert is_uncertain(ended(world, conversation))


def test_an_action_that_is_no_more_is_logged_as_such(world: ToolWorld) -> None:
    conversation = approved_refund(world)
    run = world.deliver.run_tool
    assert run is not None
    world.deliver = replace(world.deliver, run_tool=replace(run, catalogue=NO_TOOLS))

    world.live(60)

    assert "Not done" in world.thread[-1]
    assert ended(world, conversation).output == '{"error": "no_such_action"}'


@pytest.mark.parametrize("code", UNCERTAIN)
def test_whoever_takes_over_an_agreed_action_reads_of_the_doubt(
    world: ToolWorld, code: str
) -> None:
    conversation = world.says("please take it back", ("start_return", FO))
    world.shop.fails = [ToolFailed(code, uncertain=True)]

    world.says("yes")

    assert LOOK_FIRST in world.head(conversation).signals[0].evidence


def test_a_doubt_comes_from_the_action_and_not_from_its_code(world: ToolWorld) -> None:
    conversation = world.says("please take it back", ("start_return", FO))
    world.shop.fails = [ToolFailed("timeout")]

    world.says("yes")

    assert "start_return failed (timeout)" in world.head(conversation).signals[0].evidence
    assert "all the same" not in world.head(conversation).signals[0].evidence


def test_the_desk_reads_of_the_doubt_where_it_has_the_case_meanwhile(world: ToolWorld) -> None:
    conversation = world.says("please take it back", ("start_return", FO))
    world.shop.meanwhile = [lambda: world.customer("a human please", WEB)]
    world.shop.fails = [ToolFailed("cut_off", uncertain=True)]

    world.says("yes")
    world.settle(5)

    assert world.head(conversation).state is State.WAITING
    assert any(LOOK_FIRST in line for line in world.thread)
    assert not any("Not done" in line for line in world.thread)


def test_a_second_turn_reads_the_doubt_from_the_row(world: ToolWorld) -> None:
    once, use, caller, _ = asks_for_the_return(world)
    tool = world.take_turn.tools.catalogue.find(use.name)  # type: ignore[union-attr]
    assert tool is not None
    world.shop.fails = [ToolFailed("http_502", uncertain=True)]

    first, again = once(tool, use, caller), once(tool, use, caller)

    assert len(world.shop.calls) == 1
    assert is_uncertain(first)
    assert again == first


def test_a_turn_without_time_does_not_deny_what_a_dead_worker_began(world: ToolWorld) -> None:
    once, use, caller, _ = asks_for_the_return(world)
    tool = world.take_turn.tools.catalogue.find(use.name)  # type: ignore[union-attr]
    assert tool is not None
    once._claim(use, caller)  # and the worker dies, who knows where

    done = once(replace(tool, seconds=0), use, caller)

    assert is_uncertain(done)


def test_a_rescue_that_is_refused_leaves_the_doubt(world: ToolWorld) -> None:
    once, use, caller, conversation = asks_for_the_return(world)
    once._claim(use, caller)  # and the worker dies, who knows where
    world.shop.fails = [ToolFailed("no_connection")]

    world.live(120)

    assert is_uncertain(ended(world, conversation))
