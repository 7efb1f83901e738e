"""How a holder parts with a case for good or for now: released, handed back, ended."""

from warmline.application.change import Change
from warmline.application.holding import let_go, put_back
from warmline.application.phrases import Phrase
from warmline.application.ports import ConversationStore
from warmline.domain.agent import Agent
from warmline.domain.cleaning import clean
from warmline.domain.entries import Kind, Outcome, Role
from warmline.domain.states import Event

LONGEST_NOTE = 1_000
"""Characters of a note that are kept: it travels with the head, and to the model."""


def release(holder: Agent, change: Change, store: ConversationStore) -> None:
    """Put the case back into the queue, with the place that it had and a head start."""
    put_back(change, store, why="released", notice=Phrase.AGENT_RELEASED, holder=holder)


def hand_back(holder: Agent, change: Change, store: ConversationStore, note: str) -> None:
    """Give the case to the bot; what the note says was done, the bot may not contradict."""
    let_go(change, store, ended="handed_back", holder=holder)
    entry = change.record(
        Event.HAND_BACK, Kind.HANDED_BACK, Role.AGENT, agent=holder.id, text=cut_note(note)
    )
    if entry.text:
        change.post(entry, entry.text, name=f"{holder.display_name} to the bot")
    change.notice(Phrase.HANDED_BACK, agent=holder.display_name)


def resolve(holder: Agent, change: Change, store: ConversationStore, *, solved: bool) -> None:
    """Close the case: solved, or not, which is never counted as a success."""
    outcome = Outcome.CONFIRMED if solved else Outcome.NOT_SOLVED
    let_go(change, store, ended=outcome.value, holder=holder)
    change.close(Event.RESOLVE, outcome)
    change.notice(Phrase.RESOLVED, agent=holder.display_name)


def cut_note(note: str) -> str:
    """A person's note, safe to keep and not too long for where it goes."""
    return clean(note)[:LONGEST_NOTE]
