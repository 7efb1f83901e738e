"""Taking up a closed case again: a new conversation, linked to the old one, with its agent."""

from warmline.application import lines
from warmline.application.change import Change
from warmline.application.handing_off import latest_log, name_case
from warmline.application.holding import take_hold
from warmline.application.phrases import Phrase
from warmline.application.ports import ConversationStore
from warmline.application.so_far import conversation_so_far
from warmline.domain.agent import Agent, check_may_claim
from warmline.domain.entries import Kind, Role
from warmline.domain.errors import Refusal, Refused
from warmline.domain.handoff import Reason
from warmline.domain.queueing import language_needed, skill_for
from warmline.domain.records import Consent
from warmline.domain.states import Event, move_for

REOPENED = "reopened"
"""Marks the handoff of such a case: nobody has waited, and the claim's notice tells of both."""


def reopen(agent: Agent, change: Change, store: ConversationStore, conversation: str) -> None:
    """Open `conversation` for the customer of a closed one; this agent holds it from the start.

    If it goes to the queue from there, it waits for what such a case needs, in the agent's team.
    Raises Refused while the customer has an open case, after they opted out, and for who may take
    no case now.
    """
    old = change.get_head()
    move_for(old.state, Event.REOPEN)
    if change.address.open_conversation:
        raise Refused(Refusal.STILL_OPEN, **_holder_of(store, change.address.open_conversation))
    if change.address.consent is Consent.OPTED_OUT:
        raise Refused(Refusal.OPTED_OUT)
    check_may_claim(agent, int(change.house.policy.agent_limit))
    log, policy = latest_log(store, old), change.house.policy
    change.open(conversation, previous=old.id)
    name_case(change)
    change.record(
        Event.HANDOFF,
        Kind.HANDED_OFF,
        Role.AGENT,
        agent=agent.id,
        why=REOPENED,
        reason=old.reason or Reason.POLICY,
        signals=old.signals,
        brief=old.brief,
        team=agent.team,
        skill=skill_for(old.reason or Reason.POLICY, old.signals, policy),
        needs_language=language_needed(change.language, policy),
    )
    claimed = change.record(
        Event.CLAIM, Kind.CLAIMED, Role.AGENT, agent=agent.id, name=agent.display_name
    )
    take_hold(change, agent)
    change.notice(Phrase.REOPENED, agent=agent.display_name)
    so_far = conversation_so_far(log)
    if so_far:
        change.post(claimed, so_far, name=lines.SO_FAR)


def _holder_of(store: ConversationStore, conversation: str) -> dict[str, str]:
    head = store.find_head(conversation)
    return {"holder": head.agent_name, "holder_id": head.agent} if head and head.agent else {}
