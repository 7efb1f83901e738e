"""What the tests of faults share: a process that dies at one kind of call, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.journeys.world import World
from tests.laws.checks import check_at_rest, check_safety
from tests.laws.faults import Killable, KillPoint
from warmline.domain.address import Channel
from warmline.domain.entries import Kind, LogEntry, Role
from warmline.domain.handoff import Reason


@dataclass
class KillIn(KillPoint):
    """Kills at the n-th call whose name begins with `only`; other calls do not count."""

    only: str = ""

    def around[R](self, name: str, call: Callable[[], R]) -> R:
        return super().around(name, call) if name.startswith(self.only) else call()


@dataclass
class Meanwhile(KillPoint):
    """Does something else right before or after the n-th call, which goes on as if nothing."""

    act: Callable[[], object] = field(default=lambda: None)

    def around[R](self, name: str, call: Callable[[], R]) -> R:
        number, self.calls = self.calls, self.calls + 1
        if number != self.at:
            return call()
        self.killed_in = name
        if not self.after:
            self.act()
        result = call()
        if self.after:
            self.act()
        return result


def world_with(kill: KillPoint, *, stream_on: bool = True) -> World:
    """A line whose processes die as `kill` says."""
    world = World(around=lambda adapter: Killable(adapter, kill), lease_seconds=120)
    world.stream_on = stream_on
    return world


def bot_messages(world: World, conversation: str) -> list[LogEntry]:
    entries = world.log(conversation)
    return [one for one in entries if one.kind is Kind.MESSAGE and one.role is Role.BOT]


def check_one_reply(world: World, conversation: str) -> None:
    """The customer was told one thing, once: the answer, or the apology of an overdue turn."""
    check_safety(world)
    check_at_rest(world)
    head = world.head(conversation)
    handed_off = head.reason is Reason.TURN_OVERDUE
    assert len(bot_messages(world, conversation)) == (0 if handed_off else 1)
    assert len(world.channels[Channel.SMS].texts) == 1
