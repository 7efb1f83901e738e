"""Who had a customer's case before: they take it up first, where they can."""

from collections.abc import Iterable

from warmline.application.ports import ConversationStore
from warmline.domain.conversation import Head
from warmline.domain.handoff import Reason
from warmline.domain.policy import Policy
from warmline.domain.signals import Signal


def is_repeat(signals: Iterable[Signal]) -> bool:
    """Whether the customer comes back about something that was not settled."""
    return any(one.code is Reason.REPEAT_CONTACT and one.fires for one in signals)


def find_former_agent(store: ConversationStore, last: Head | None, policy: Policy) -> str:
    """Return the agent who had the customer's last case, if they could take this one now, or "".

    Nobody waits for somebody who is away, or has their hands full.
    """
    agent = store.find_agent(last.last_agent) if last is not None and last.last_agent else None
    if agent is None or not agent.available:
        return ""
    return agent.id if agent.open_count < (agent.limit or policy.agent_limit) else ""
