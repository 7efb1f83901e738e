"""The desk is warned before a promise to a customer is broken, and a lead is told after."""

from collections.abc import Iterable
from dataclasses import replace

from warmline.application import lines
from warmline.application.change import Change
from warmline.application.ports import ConversationStore
from warmline.domain.agent import Agent
from warmline.domain.card import alias
from warmline.domain.conversation import Head
from warmline.domain.entries import Kind, Role
from warmline.domain.promised import seconds_of
from warmline.domain.states import State

WARNED, BROKEN = "promise_warning", "promise_broken"
MOST_LEADS = 3
"""Who is one of ten does not feel meant."""


def watch_promise(change: Change, store: ConversationStore, first_lead: str = "") -> None:
    """Warn, or tell a lead, if it is time; each once. Words that are held are on their way."""
    marks = change.get_head().marks
    if marks.held_until is not None:
        return
    if marks.breach_at is not None and marks.breach_at <= change.now:
        _tell_lead(change, store, first_lead)
    elif marks.warn_at is not None and marks.warn_at <= change.now:
        _warn(change)


def leads_to_ping(agents: Iterable[Agent], first_lead: str = "") -> tuple[str, ...]:
    """Return the leads who are to hear of it: those on shift, or any if none of them is."""
    leads = [agent for agent in agents if agent.lead and agent.active]
    there = [agent for agent in leads if agent.on_shift]
    named = tuple(agent.id for agent in there or leads)[:MOST_LEADS]
    return named or ((first_lead,) if first_lead else ())


def _warn(change: Change) -> None:
    head = change.get_head()
    left = (head.marks.breach_at or change.now) - change.now
    promised = seconds_of(head, change.house.policy)
    say = lines.promise_runs_out if head.state is State.WAITING else lines.first_words_due
    text = say(alias(head.id), lines.span(promised), lines.span(left.total_seconds()))
    entry = change.add(Kind.REMINDED, Role.SYSTEM, why=WARNED)
    change.remind(entry, text, mention=head.agent)
    _told(change, warned_only=True)


def _tell_lead(change: Change, store: ConversationStore, first_lead: str) -> None:
    head = change.get_head()
    entry = change.add(Kind.REMINDED, Role.SYSTEM, why=BROKEN)
    leads = leads_to_ping(store.agents(), first_lead)
    change.post(entry, _broken(head, change), mention=" ".join(leads))
    _told(change, warned_only=False)


def _broken(head: Head, change: Change) -> str:
    promised = lines.span(seconds_of(head, change.house.policy))
    if head.state is State.WAITING:
        return lines.promise_broken(alias(head.id), promised)
    return lines.no_first_words(head.agent_name, alias(head.id), promised)


def _told(change: Change, *, warned_only: bool) -> None:
    head = change.get_head()
    breach_at = head.marks.breach_at if warned_only else None
    change.mark(replace(head, marks=replace(head.marks, warn_at=None, breach_at=breach_at)))
    change.show_card()
