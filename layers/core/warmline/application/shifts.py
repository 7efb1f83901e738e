"""When agents work: on shift, on a break, off. Each change is kept, for the hours worked."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from warmline.application.ports import Clock, ConversationStore
from warmline.application.retrying import Patience
from warmline.domain.agent import Agent, ShiftChange, ShiftEvent, authorise
from warmline.domain.errors import Refusal, Refused
from warmline.domain.writes import Put, Write


@dataclass(frozen=True, slots=True)
class Shifts:
    """Begins, interrupts and ends an agent's shift, and stores the change in the same transaction.

    Every method returns the agent as they are then, and raises Refused for who is none. To be what
    one is already is no change. With the end of a shift the agent's open cases go back to the
    queue: `ReturnCases` does it at once by a hint, and at the latest with the next sweep.
    """

    store: ConversationStore
    clock: Clock
    patience: Patience
    find_agent: Callable[[str], Agent | None]

    def on(self, user: str) -> Agent:
        """On shift, or back from a break. Cases that have not gone back yet stay."""
        return self._change(user, ShiftChange.ON)

    def take_break(self, user: str) -> Agent:
        """No new cases and no pings; the cases that one has stay, and so do their leases."""
        return self._change(user, ShiftChange.BREAK)

    def off(self, user: str) -> Agent:
        """Off shift: whatever they hold goes back to the queue."""
        return self._change(user, ShiftChange.OFF)

    def _change(self, user: str, what: ShiftChange) -> Agent:
        def decide() -> Agent:
            before, now = authorise(self.find_agent(user)), self.clock()
            if what is ShiftChange.BREAK and not before.on_shift:
                raise Refused(Refusal.OFF_SHIFT)
            after = shifted(before, what, now)
            if after != before:
                self.store.commit(shift_writes(after, what, now, by=user))
            return after

        return self.patience.until_committed(decide)


def shifted(agent: Agent, what: ShiftChange, now: datetime) -> Agent:
    """Return the agent after a change of their shift."""
    match what:
        case ShiftChange.ON:
            return replace(agent, on_shift=True, on_break=False, returning_at=None)
        case ShiftChange.BREAK:
            return replace(agent, on_break=True)
        case ShiftChange.OFF if not agent.on_shift:
            return agent
        case ShiftChange.OFF | ShiftChange.SUSPENDED:
            returning = now if agent.open_count else None
            return replace(
                agent,
                on_shift=False,
                on_break=False,
                returning_at=agent.returning_at or returning,
                active=agent.active and what is not ShiftChange.SUSPENDED,
            )


def shift_writes(agent: Agent, what: ShiftChange, now: datetime, *, by: str) -> list[Write]:
    """The agent's row and what was said of their shift, together."""
    return [Put(agent), Put(ShiftEvent(agent=agent.id, at=now, what=what, by=by))]
