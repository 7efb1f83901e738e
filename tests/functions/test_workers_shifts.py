"""Who left the desk, as the workers hear of it: by a wakeup at once, and with the sweep."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from functions.dispatch_changes.app import make_handler as make_dispatcher
from functions.sweep_deadlines.app import make_handler
from tests.events import AGENT, Event, load_event
from tests.journeys.world import SMS, World
from warmline.bootstrap import Dispatcher, Sweeper
from warmline.domain.agent import ShiftChange
from warmline.domain.states import State
from warmline.domain.writes import Put

if TYPE_CHECKING:
    from warmline.adapters.sqs.hints import QueuedHints


def left(world: World) -> str:
    """An agent holds a case and has just gone off shift; nobody has seen to it."""
    world.hire(AGENT, "Ada")
    case = world.customer("human please", SMS).conversation
    world.settle()
    world.actions.claim(AGENT, case)
    world.settle()
    agent = world.memory.find_agent(AGENT)
    assert agent is not None
    gone = replace(agent, on_shift=False, returning_at=world.clock())
    world.memory.commit([Put(gone)])
    return case


def sweep(world: World, event: Event) -> Any:  # noqa: ANN401 - whatever the handler answers
    sweeper = Sweeper(world.sweep, world.look_at, world.close_silent)
    return make_handler(lambda: sweeper)(event, None)


def test_a_wakeup_for_an_agent_puts_their_cases_back() -> None:
    world = World()
    case = left(world)

    answer = sweep(world, load_event("sweep_deadlines", "wakeup_agent"))

    assert answer == {"batchItemFailures": []}
    assert world.head(case).state is State.WAITING


def test_the_minutes_sweep_does_the_same() -> None:
    world = World()
    case = left(world)

    sweep(world, load_event("sweep_deadlines", "schedule"))

    assert world.head(case).state is State.WAITING
    agent = world.memory.find_agent(AGENT)
    assert agent is not None
    assert (agent.open_count, agent.returning_at) == (0, None)


def test_only_the_end_of_a_shift_wakes_somebody() -> None:
    world = World()
    dispatcher = Dispatcher(cast("QueuedHints", world.listed), world.house.policy)
    dispatch = make_dispatcher(lambda: dispatcher)

    for what in ShiftChange:
        event = load_event("dispatch_changes", "shift_ended")
        event["Records"][0]["dynamodb"]["NewImage"]["what"]["S"] = what.value
        dispatch(event, None)

    assert [one.name for one in world.listed.pending] == ["agent", "agent"]
