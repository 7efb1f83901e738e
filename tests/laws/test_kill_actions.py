"""Kill the process before and after every call while the bot acts: done once, and known."""

from collections.abc import Callable
from contextlib import suppress

import pytest

from tests.journeys.tool_world import ToolWorld
from tests.journeys.world import WEB
from tests.laws.checks import check_at_rest, check_safety
from tests.laws.faults import Killable, KillPoint
from tests.tools import FO
from warmline.domain.conversation import Head
from warmline.domain.errors import Refused
from warmline.domain.outgoing import Outgoing
from warmline.domain.states import State
from warmline.domain.tools import ToolStatus

type Journey = Callable[[ToolWorld], None]


def agreed_by_the_customer(world: ToolWorld) -> None:
    asked(world, "start_return")
    world.customer("yes", WEB)
    world.live(130)


def approved_by_an_agent(world: ToolWorld) -> None:
    asked(world, "refund_order")
    rows = [row for row in world.memory.rows.values() if isinstance(row, Outgoing)]
    for key in {row.decides for row in rows if row.decides}:
        with suppress(Refused):
            world.until_done(lambda key=key: world.decide.approve("U0ANA", key))  # type: ignore[misc]
    world.live(130)


def asked(world: ToolWorld, name: str) -> None:
    world.model.steps = [((name, FO),)] * 3  # a worker that died at it calls it again
    world.customer("I bought it last week", WEB)
    world.live(130)
    world.model.steps = []


def run(journey: Journey, kill: KillPoint, *, stream_on: bool) -> ToolWorld:
    world = ToolWorld(around=lambda adapter: Killable(adapter, kill))
    world.stream_on = stream_on
    world.hire()
    journey(world)
    world.live(250)
    world.settle(10)
    return world


@pytest.mark.parametrize("stream_on", [True, False], ids=["stream", "no-stream"])
@pytest.mark.parametrize("journey", [agreed_by_the_customer, approved_by_an_agent])
def test_a_process_may_die_at_any_call_and_the_action_is_done_once(
    journey: Journey, *, stream_on: bool
) -> None:
    whole = KillPoint()
    check(run(journey, whole, stream_on=stream_on))
    for at in range(whole.calls):
        for after in (False, True):
            kill = KillPoint(at, after=after)
            world = run(journey, kill, stream_on=stream_on)
            try:
                check(world)
            except AssertionError as error:
                when = "after" if after else "before"
                raise AssertionError(f"killed {when} call {at}, {kill.killed_in}") from error


def check(world: ToolWorld) -> None:
    """The laws hold; what was done was done once, and the log and whoever has the case know it."""
    check_safety(world)
    check_at_rest(world)
    assert len(world.shop.effects) <= 1, "done twice"
    [head] = [row for row in world.memory.rows.values() if isinstance(row, Head)]
    done = [
        use
        for entry in world.tool_entries(head.id)
        for use in entry.tools
        if use.status is ToolStatus.DONE
    ]
    assert len(done) == len(world.shop.effects), "done, and the log does not know"
    if done:
        told = any(done[0].summary in text for text in world.told)
        assert told or head.state is State.WAITING, "done, and nobody was told"
