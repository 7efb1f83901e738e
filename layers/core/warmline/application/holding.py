"""An agent's hold on a conversation: the count of open cases goes with it, in one transaction."""

from dataclasses import replace

from warmline.application.change import Change
from warmline.application.ports import ConversationStore
from warmline.domain.agent import Agent, OpenCase, WorkDone
from warmline.domain.writes import Delete


def take_hold(change: Change, agent: Agent) -> None:
    """Count one more open case of this agent."""
    change.save(
        replace(agent, open_count=agent.open_count + 1),
        OpenCase(agent=agent.id, conversation=change.get_head().id),
    )


def let_go(change: Change, store: ConversationStore, *, ended: str) -> None:
    """Count one less, if somebody holds the conversation; call it before the owner changes."""
    head = change.get_head()
    if not head.agent:
        return
    agent, case = store.find_agent(head.agent), store.find_open_case(head.agent, head.id)
    if agent is None or case is None:
        return
    done = WorkDone(agent=agent.id, at=change.now.isoformat(), conversation=head.id, ended=ended)
    change.save(replace(agent, open_count=max(0, agent.open_count - 1)), done)
    change.others.append(Delete(case))
