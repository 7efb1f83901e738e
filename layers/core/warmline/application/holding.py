"""An agent's hold on a conversation: the count of open cases goes with it, in one transaction."""

from dataclasses import replace

from warmline.application.calling import call_next
from warmline.application.change import Change
from warmline.application.held_replies import send_held
from warmline.application.phrases import Phrase
from warmline.application.ports import ConversationStore
from warmline.domain.agent import Agent, OpenCase, WorkDone
from warmline.domain.conversation import Head
from warmline.domain.entries import Kind, LogEntry, Role
from warmline.domain.errors import Refusal, Refused
from warmline.domain.states import Event, State
from warmline.domain.writes import Check, Delete


def check_holder(head: Head, user: str) -> None:
    """Raise Refused unless this person holds the conversation now."""
    if head.state is State.CLOSED:
        raise Refused(Refusal.NO_LONGER_OPEN)
    if head.state is not State.WITH_AGENT or head.agent != user:
        raise Refused(Refusal.NOT_YOURS, holder=head.agent_name, holder_id=head.agent)


def take_hold(change: Change, agent: Agent) -> None:
    """Count one more open case of this agent."""
    change.save(
        replace(agent, open_count=agent.open_count + 1),
        OpenCase(agent=agent.id, conversation=change.get_head().id),
    )


def let_go(
    change: Change, store: ConversationStore, *, ended: str, holder: Agent | None = None
) -> None:
    """Count one less, if somebody holds the conversation; call it before the owner changes.

    `holder` spares a read where their row was read anyway.
    """
    send_held(change, store)
    head = change.get_head()
    if not head.agent:
        return
    agent, case = holder or store.find_agent(head.agent), store.find_open_case(head.agent, head.id)
    if agent is None or case is None:
        # The claim's rows may be seen a moment after its head is: then this is decided again.
        change.others.append(Check(OpenCase(agent=head.agent, conversation=head.id)))
        return
    done = WorkDone(agent=agent.id, at=change.now.isoformat(), conversation=head.id, ended=ended)
    change.save(replace(agent, open_count=max(0, agent.open_count - 1)), done)
    change.others.append(Delete(case))


def put_back(
    change: Change,
    store: ConversationStore,
    *,
    why: str,
    notice: Phrase,
    holder: Agent | None = None,
) -> LogEntry:
    """Return a held conversation to the queue: its place is kept, with a head start.

    Somebody who may take it is called. Returns the entry that says so.
    """
    policy, head = change.house.policy, change.get_head()
    let_go(change, store, ended=why, holder=holder)
    released = change.record(
        Event.RELEASE,
        Kind.RELEASED,
        Role.SYSTEM,
        agent=head.agent,
        why=why,
        head_start_seconds=policy.head_start(
            so_far=head.head_start_seconds, more=policy.head_start_released_seconds
        ),
    )
    change.notice(notice, agent=head.agent_name)
    call_next(change, store, but=head.agent)
    return released
