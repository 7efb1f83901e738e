"""What a model may cost: then a human comes, and nobody is met with silence."""

from datetime import timedelta

import pytest

from tests.adapters.openai.conftest import a_request
from tests.adapters.store.rows import StillClock
from tests.faults.test_model_breaker import Weather, somebody
from tests.journeys.world import World, impatient
from warmline.adapters.memory import MemoryStore
from warmline.application.breaker import Breaker
from warmline.application.budget import Budget
from warmline.application.watched_responder import WatchedResponder
from warmline.domain.errors import BudgetSpent, ResponderUnavailable
from warmline.domain.handoff import Reason


def watched(
    clock: StillClock, *, conversation: float = 0, day: float = 0, store: MemoryStore | None = None
) -> tuple[WatchedResponder, Weather]:
    """A model of 100 tokens a call, and its limits."""
    weather = Weather(clock)
    table = store or MemoryStore()
    budget = Budget(table, clock, impatient(), conversation, day)
    return WatchedResponder(weather, Breaker(table, clock, impatient()), budget), weather


def calls_until_spent(responder: WatchedResponder, conversation: str = "c1") -> int:
    for count in range(50):
        try:
            responder.respond(a_request(conversation=conversation))
        except BudgetSpent:
            return count
    return 50


@pytest.mark.bad_input(56)
def test_a_conversation_has_its_own_budget() -> None:
    responder, weather = watched(StillClock(), conversation=250)

    assert calls_until_spent(responder) == 3
    assert calls_until_spent(responder) == 0
    assert calls_until_spent(responder, "c2") == 3
    assert len(weather.asked) == 6


@pytest.mark.bad_input(56)
def test_a_day_has_a_budget_that_all_workers_share_and_the_next_day_another() -> None:
    clock, store = StillClock(), MemoryStore()
    first, _ = watched(clock, day=1000, store=store)
    second, _ = watched(clock, day=1000, store=store)

    for number in range(5):
        first.respond(a_request(conversation=f"a{number}"))
        second.respond(a_request(conversation=f"b{number}"))
    assert calls_until_spent(first, "c") == 0
    assert calls_until_spent(second, "d") == 0

    clock.forward(timedelta(days=1).total_seconds())
    assert calls_until_spent(second, "d") == 10


def test_no_limit_is_none() -> None:
    responder, _ = watched(StillClock())

    assert calls_until_spent(responder) == 50


def test_what_failed_has_cost_something_too() -> None:
    responder, weather = watched(StillClock(), conversation=250)
    weather.failure = lambda: ResponderUnavailable("timeout", tokens=260)

    with pytest.raises(ResponderUnavailable):
        responder.respond(a_request())

    assert calls_until_spent(responder) == 0


def test_whoever_spent_the_budget_is_told_that_a_human_comes() -> None:
    world = World()
    responder, _ = watched(StillClock(), conversation=150, store=world.memory)
    world.responder.respond = responder.respond  # type: ignore[method-assign]  # this world's own
    for question in ("One?", "Two?", "Three?"):
        conversation = world.customer(question, somebody(1)).conversation
        world.settle()

    assert world.head(conversation).reason is Reason.BUDGET_SPENT
    said = [entry.text for entry in world.log(conversation) if entry.role == "system"]
    assert any("person" in text for text in said)
