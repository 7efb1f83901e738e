"""People who come and go at a desk in memory, and what they hold."""

from itertools import count

import pytest

from tests.journeys.world import World
from warmline.application.leads import Leads
from warmline.application.roster import Roster
from warmline.application.shifts import Shifts
from warmline.domain.address import Address
from warmline.domain.agent import Agent
from warmline.domain.errors import Refusal, Refused

NUMBERS = count(1000)


def shifts_of(world: World) -> Shifts:
    find = Roster(world.store).find
    return Shifts(world.store, world.clock, world.actions.patience, find)


def leads_of(world: World) -> Leads:
    policy, patience = world.house.policy, world.actions.patience
    return Leads(world.store, policy, world.clock, patience, Roster(world.store))


def ana(world: World) -> Agent:
    agent = world.memory.find_agent("U0ANA")
    assert agent is not None
    return agent


def holding(world: World, how_many: int) -> list[str]:
    """Ana holds this many cases, and everything so far is delivered."""
    world.hire()
    cases = []
    for _ in range(how_many):
        address = Address.sms(f"+1555123{next(NUMBERS):04}", "+15550006789")
        cases.append(world.customer("human please", address).conversation)
        world.settle()
        world.actions.claim("U0ANA", cases[-1])
        world.settle()
    return cases


def give(world: World, user: str, cases: int) -> None:
    """Somebody holds this many cases beside."""
    for _ in range(cases):
        address = Address.sms(f"+1555123{next(NUMBERS):04}", "+15550006789")
        world.actions.claim(user, world.customer("human please", address).conversation)
    world.settle()


def refused(act: object, *given: object) -> Refusal:
    assert callable(act)
    with pytest.raises(Refused) as found:
        act(*given)
    return found.value.reason
