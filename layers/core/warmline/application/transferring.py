"""Passing a held case on, to a person or to a team, with a note for them."""

from dataclasses import dataclass

from warmline.application import lines
from warmline.application.calling import call_next
from warmline.application.change import Change
from warmline.application.ending import cut_note
from warmline.application.handing_off import reservation_end
from warmline.application.holding import let_go
from warmline.application.phrases import Phrase
from warmline.application.ports import ConversationStore
from warmline.domain.agent import Agent
from warmline.domain.brief import with_note
from warmline.domain.entries import Kind, Role
from warmline.domain.errors import Refusal, Refused
from warmline.domain.queueing import MAIN
from warmline.domain.states import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Onward:
    """Where a case goes next: to a person, or to whoever is free of a team; and what they read."""

    agent: str = ""
    team: str = ""
    note: str = ""


def transfer(holder: Agent, change: Change, store: ConversationStore, onward: Onward) -> None:
    """Put the case into the queue for somebody else; the customer keeps their place.

    It is reserved for a person for a few minutes, unless they could not take it: then somebody who
    can is called, as for a team.
    Raises Refused for a stranger, for oneself and for a team that there is not.
    """
    target = _find_person(holder, store, onward.agent) if onward.agent else None
    team = _find_team(change, onward, target)
    head, note = change.get_head(), cut_note(onward.note)
    kept_for = target.id if target and target.available else ""
    let_go(change, store, ended="transferred", holder=holder)
    entry = change.record(
        Event.TRANSFER,
        Kind.TRANSFERRED,
        Role.AGENT,
        agent=holder.id,
        name=holder.display_name,
        text=note,
        brief=with_note(head.brief, holder.display_name, note),
        team=team,
        head_start_seconds=head.head_start_seconds,
        reserved_for=kept_for,
        reserved_until=reservation_end(change, kept_for),
    )
    to = target.display_name if target else f"the team {team}"
    said = lines.passed_on(to, note, away=target is not None and not kept_for)
    change.post(entry, said, name=holder.display_name, mention=kept_for)
    change.notice(Phrase.AGENT_TRANSFERRED)
    if not kept_for:
        call_next(change, store, but=holder.id)


def _find_person(holder: Agent, store: ConversationStore, user: str) -> Agent:
    if user == holder.id:
        raise Refused(Refusal.ALREADY_YOURS)
    target = store.find_agent(user)
    if target is None or not target.active:
        raise Refused(Refusal.NO_SUCH_AGENT)
    return target


def _find_team(change: Change, onward: Onward, target: Agent | None) -> str:
    """The team that is named, or that of the person, or else the one that the case has."""
    if onward.team:
        if onward.team != MAIN and onward.team not in change.house.policy.teams:
            raise Refused(Refusal.NO_SUCH_TEAM)
        return onward.team
    if target is None:
        raise Refused(Refusal.NO_SUCH_AGENT)
    return target.team or MAIN
