"""Whom a waiting case calls: one person who may take it now. Nobody off shift, and not everybody.

A call is a mention in the card's thread. The card itself tells of a new case; calls are for cases
that came back, and for those that nobody has taken for long, ever more seldom.
"""

import hashlib
from datetime import datetime, timedelta

from warmline.application import lines
from warmline.application.change import Change
from warmline.application.ports import ConversationStore
from warmline.domain.agent import Agent, check_may_claim
from warmline.domain.card import alias
from warmline.domain.conversation import Head
from warmline.domain.entries import Kind, Role
from warmline.domain.errors import Refused
from warmline.domain.policy import Policy
from warmline.domain.queueing import check_waits_for

LONGEST_PAUSE = timedelta(hours=1)
"""Between two reminders of one case, however long it waits."""


def who_is_next(
    store: ConversationStore, head: Head, now: datetime, policy: Policy, *, but: str = ""
) -> Agent | None:
    """Return who may claim this case now and has the least to do; None when nobody may.

    Among those with equally much to do another is called each minute.
    """
    limit, minute = int(policy.agent_limit), int(now.timestamp()) // 60
    able = [
        agent for agent in store.agents() if agent.id != but and _may_claim(agent, head, now, limit)
    ]
    turn = f"{head.id}:{minute}:"
    return min(able, key=lambda agent: (agent.open_count, _drawn(turn, agent)), default=None)


def call_next(change: Change, store: ConversationStore, *, but: str = "") -> None:
    """Call somebody for a case that has just come back to the queue."""
    head = change.get_head()
    agent = who_is_next(store, head, change.now, change.house.policy, but=but)
    if agent is None:
        return
    entry = change.add(Kind.REMINDED, Role.SYSTEM, why="called", agent=agent.id)
    text = lines.yours_to_take(alias(head.id))
    change.remind(entry, text, mention=agent.id)


def remind_again_at(head: Head, now: datetime, policy: Policy) -> datetime:
    """Return when a case that nobody takes is mentioned again: after as long as it has waited.

    While the desk is closed nobody is to take it.
    """
    usual = timedelta(seconds=policy.forgotten_reminder_seconds)
    waited = now - (head.waiting_since or now)
    pause = max(usual, min(waited, LONGEST_PAUSE))
    return policy.business_hours.after(now, pause.total_seconds()) or now + pause


def _may_claim(agent: Agent, head: Head, now: datetime, limit: int) -> bool:
    if not agent.active:
        return False
    try:
        check_may_claim(agent, limit)
        check_waits_for(head, agent, now)
    except Refused:
        return False
    return True


def _drawn(turn: str, agent: Agent) -> bytes:
    """As good as chance, and the same each time that it is decided again."""
    return hashlib.sha256((turn + agent.id).encode()).digest()
