"""A case as an agent may read it: the whole transcript, and why the bot did what it did."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from warmline.application.ports import ConversationStore
from warmline.domain.agent import Agent, authorise
from warmline.domain.card import alias
from warmline.domain.entries import Kind, LogEntry, Role
from warmline.domain.errors import Refusal, Refused
from warmline.domain.explaining import Explained, explain
from warmline.domain.own_number import hide_own_number

_SPEAKERS = {
    Role.CUSTOMER: "Customer",
    Role.BOT: "Bot",
    Role.AGENT: "Agent",
    Role.SYSTEM: "The line",
}
_EVENTS = {
    Kind.HANDED_OFF: "a person was asked to take over",
    Kind.CLAIMED: "claimed the case",
    Kind.RELEASED: "the case went back into the queue",
    Kind.TRANSFERRED: "the case was transferred",
    Kind.HANDED_BACK: "handed the case back to the bot",
    Kind.WITHDRAWN: "no longer wanted a person",
    Kind.CLOSED: "the case was closed",
}


@dataclass(frozen=True, slots=True)
class Said:
    """One line of a transcript: words, or in brackets what happened."""

    at: datetime
    who: str
    text: str


@dataclass(frozen=True, slots=True)
class CaseFiles:
    """Reads cases for agents. Raises Refused for who is none, and for a case that is not there."""

    store: ConversationStore
    find_agent: Callable[[str], Agent | None]

    def transcript(self, user: str, conversation: str) -> list[Said]:
        """Every word and event of the case, oldest first."""
        return transcript(self._log(user, conversation))

    def why(self, user: str, conversation: str) -> list[Explained]:
        """What each answer, action and handoff stands on, oldest first."""
        return explain(self._log(user, conversation))

    def _log(self, user: str, conversation: str) -> list[LogEntry]:
        authorise(self.find_agent(user))
        log = self.store.read_log(conversation)
        if not log:
            raise Refused(Refusal.NO_LONGER_OPEN)
        return [_for_the_desk(entry) for entry in log]


def _for_the_desk(entry: LogEntry) -> LogEntry:
    """An entry without the number that the customer writes from; other numbers the desk masks."""
    hide = partial(hide_own_number, address=entry.address)
    signals = tuple(replace(one, evidence=hide(one.evidence)) for one in entry.signals)
    return replace(entry, text=hide(entry.text), brief=hide(entry.brief), signals=signals)


def transcript(log: Iterable[LogEntry]) -> list[Said]:
    """Return the whole conversation; an edit stands where it was made."""
    lines = ((entry, _text(entry)) for entry in log)
    return [Said(entry.at, _speaker(entry), text) for entry, text in lines if text]


def _speaker(entry: LogEntry) -> str:
    return entry.name if entry.role is Role.AGENT and entry.name else _SPEAKERS[entry.role]


def _text(entry: LogEntry) -> str:
    if entry.visible:
        return entry.text
    if entry.kind is Kind.OPENED and entry.previous:
        return f"[follows the case {alias(entry.previous)}]"
    if entry.kind is Kind.REVEALED:
        return f"[looked at {entry.text}, because: {entry.why}]"
    event = _EVENTS.get(entry.kind, "")
    return f"[{event}{f': {entry.text}' if entry.text else ''}]" if event else ""
