"""A customer's provider that fails as it is told to, and a conversation with an agent before it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.journeys.world import SMS, World
from warmline.domain.address import Address, Channel
from warmline.domain.outgoing import Outgoing, Task


@dataclass
class Tries:
    """A provider that fails in one way as long as it is told to, and tells when it was tried."""

    world: World
    failure: Callable[[], BaseException] | None = None
    found: Callable[[Outgoing], str | None] = field(default=lambda _: None)
    at: list[tuple[Outgoing, float]] = field(default_factory=list)
    looked_up: int = 0

    def send(self, row: Outgoing) -> str:
        self.at.append((row, self.world.clock().timestamp()))
        if self.failure is not None:
            raise self.failure()
        return f"SM{len(self.at)}"

    def look_up(self, row: Outgoing) -> str | None:
        self.looked_up += 1
        return self.found(row)

    def of(self, row: Outgoing) -> list[float]:
        return [at for one, at in self.at if one.sequence == row.sequence]


def held(channel: Channel = Channel.SMS, address: Address = SMS) -> tuple[World, Tries, str]:
    """A conversation with an agent, everything so far delivered; then the provider changes."""
    world = World(lease_seconds=90_000)
    world.hire()
    conversation = world.customer("human please", address).conversation
    world.settle()
    world.actions.claim("U0ANA", conversation)
    world.settle()
    tries = Tries(world)
    world.deliver.channels[channel] = tries  # type: ignore[index]  # a dict, by this test's world
    return world, tries, conversation


def reply(world: World, text: str) -> Outgoing:
    """The holder writes; returns the row that takes it to the customer."""
    world.words(text)
    return next(row for row in rows_to_customer(world) if row.text == text)


def rows_to_customer(world: World) -> list[Outgoing]:
    rows = [row for row in world.memory.rows.values() if isinstance(row, Outgoing)]
    to_customer = [row for row in rows if row.task is Task.SAY]
    return sorted(to_customer, key=lambda row: row.sequence)


def now(world: World, row: Outgoing) -> Outgoing:
    found = world.memory.find_outgoing(row.target, row.sequence)
    assert found is not None
    return found
