"""Taking a waiting case: who may, and all that one claim changes."""

from dataclasses import replace
from datetime import datetime

from warmline.application.change import Change
from warmline.application.holding import take_hold
from warmline.application.phrases import Phrase
from warmline.application.ports import ConversationStore
from warmline.domain.agent import Agent, check_may_claim
from warmline.domain.conversation import Head, Posted
from warmline.domain.entries import Kind, Role
from warmline.domain.errors import Refusal, Refused
from warmline.domain.queueing import check_waits_for
from warmline.domain.records import Thread
from warmline.domain.states import Event, State, move_for
from warmline.domain.waits import waited


def claim(agent: Agent, change: Change, store: ConversationStore, posted: Posted | None) -> None:
    """Give the waiting case to this agent. `posted` is where the card that was pressed is.

    Raises Refused, naming the holder if somebody has it, unless it waits for this agent too.
    """
    head = change.get_head()
    check_claimable(head, agent, change.now)
    check_may_claim(agent, int(change.house.policy.agent_limit))
    change.record(Event.CLAIM, Kind.CLAIMED, Role.AGENT, agent=agent.id, name=agent.display_name)
    take_hold(change, agent)
    change.save(*waited(head, change.now, change.house.policy))
    change.notice(Phrase.AGENT_JOINED, agent=agent.display_name)
    if posted is not None:
        _keep_thread(change, store, posted)


def check_claimable(head: Head, agent: Agent, now: datetime) -> None:
    """Raise Refused, naming the holder, unless the conversation waits for this agent too."""
    if head.state is State.WITH_AGENT:
        mine = head.agent == agent.id
        since = head.claimed_at.isoformat() if head.claimed_at else ""
        reason = Refusal.ALREADY_YOURS if mine else Refusal.ALREADY_CLAIMED
        raise Refused(reason, holder=head.agent_name, holder_id=head.agent, since=since)
    move_for(head.state, Event.CLAIM)
    check_waits_for(head, agent, now)


def _keep_thread(change: Change, store: ConversationStore, posted: Posted) -> None:
    """The card may be up before its delivery was written down: the press tells where."""
    head = change.get_head()
    if head.marks.card is None:
        change.mark(replace(head, marks=replace(head.marks, card=posted)))
    if store.find_thread(posted.channel, posted.ts) is None:
        change.save(Thread(channel=posted.channel, ts=posted.ts, conversation=head.id))
