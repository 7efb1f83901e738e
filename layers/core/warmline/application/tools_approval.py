"""Actions that need an agent's yes: asked for in the card's thread, decided by a press, once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from warmline.application import lines
from warmline.application.change import Change, House
from warmline.application.ports import Clock, ConversationStore
from warmline.application.retrying import Patience
from warmline.application.tools_once import run_row
from warmline.domain.agent import Agent, authorise
from warmline.domain.conversation import Head
from warmline.domain.entries import Kind, Role
from warmline.domain.errors import Refusal, Refused
from warmline.domain.records import AddressRecord
from warmline.domain.states import State
from warmline.domain.tool_runs import RunState, ToolRun
from warmline.domain.tools import ToolStatus, ToolUse


def request_approvals(change: Change, uses: Sequence[ToolUse]) -> None:
    """Ask the desk for what this turn's tools need an agent for; call it after the handoff."""
    for use in uses:
        if use.status is ToolStatus.ASKED_AGENT:
            _ask(change, use)


def _ask(change: Change, use: ToolUse) -> None:
    head = change.get_head()
    entry = change.add(Kind.TOOL, Role.SYSTEM, why="asked", text=use.summary, tools=(use,))
    change.save(
        ToolRun(
            key=use.key,
            conversation=head.id,
            name=use.name,
            risk=use.risk,
            arguments=use.arguments,
            state=RunState.ASKED,
            summary=use.summary,
        )
    )
    needed = lines.approval_needed(use.summary or use.name)
    change.post(entry, needed, name=lines.APPROVAL, decides=use.key)


@dataclass(frozen=True, slots=True)
class DecideTool:
    """An agent's yes or no to an action. The press and the order to do it are one transaction.

    Raises Refused with the reason when this person may not decide, or somebody has;
    StoreUnavailable when the table did not take it.
    """

    store: ConversationStore
    house: House
    clock: Clock
    patience: Patience
    find_agent: Callable[[str], Agent | None]

    def approve(self, user: str, key: str) -> None:
        """Have the action done; its result comes into the thread, and to the customer."""
        self.patience.until_committed(lambda: self._decide(user, key, self._approve))

    def decline(self, user: str, key: str) -> None:
        """Leave the action undone; the agent tells the customer why."""
        self.patience.until_committed(lambda: self._decide(user, key, self._decline))

    def _decide(self, user: str, key: str, act: Callable[[Change, ToolRun, Agent], None]) -> None:
        agent = authorise(self.find_agent(user))
        run = self.store.find_tool_run(key)
        head = self.store.find_head(run.conversation) if run else None
        if run is None or head is None or head.state is State.CLOSED:
            raise Refused(Refusal.NO_LONGER_OPEN)
        if run.state is not RunState.ASKED:
            raise Refused(Refusal.DECIDED_ALREADY)
        check_may_decide(head, agent)
        address = self.store.find_address(head.address) or AddressRecord(address=head.address)
        change = Change(self.house, self.clock(), address, head)
        act(change, replace(run, by=agent.id, by_name=agent.display_name), agent)
        self.store.commit(change.writes())

    def _approve(self, change: Change, run: ToolRun, agent: Agent) -> None:
        change.save(replace(run, state=RunState.AGREED))
        entry = change.add(
            Kind.TOOL,
            Role.AGENT,
            why="approved",
            agent=agent.id,
            name=agent.display_name,
            text=run.summary,
        )
        change.post(entry, lines.approved(agent.display_name, run.summary or run.name))
        change.outgoing.append(run_row(run, change.now))

    def _decline(self, change: Change, run: ToolRun, agent: Agent) -> None:
        change.save(replace(run, state=RunState.DECLINED))
        use = use_of(run, ToolStatus.DECLINED)
        entry = change.add(
            Kind.TOOL,
            Role.AGENT,
            why="declined",
            agent=agent.id,
            name=agent.display_name,
            text=run.summary,
            tools=(use,),
        )
        change.post(entry, lines.declined(agent.display_name, run.summary or run.name))


def check_may_decide(head: Head, agent: Agent) -> None:
    """Raise Refused unless on shift, and the holder where there is one; a lead always may."""
    if agent.lead:
        return
    if not agent.on_shift:
        raise Refused(Refusal.OFF_SHIFT)
    if head.state is State.WITH_AGENT and head.agent != agent.id:
        raise Refused(Refusal.NOT_YOURS, holder=head.agent_name, holder_id=head.agent)


def use_of(run: ToolRun, status: ToolStatus) -> ToolUse:
    """Return what became of the action as the log keeps it."""
    return ToolUse(
        name=run.name,
        key=run.key,
        status=status,
        risk=run.risk,
        arguments=run.arguments,
        summary=run.summary,
    )
