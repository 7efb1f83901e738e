"""Cards and threads made again from the table: it is the only truth, Slack is a view of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from warmline.application import lines
from warmline.application.change import Change, House
from warmline.application.desk_return import BACK_EVERY
from warmline.application.handing_off import LATEST
from warmline.application.pacing import POST_EVERY
from warmline.application.ports import Clock, ConversationStore
from warmline.application.retrying import Patience
from warmline.application.so_far import conversation_so_far
from warmline.application.speaking import open_change
from warmline.domain.conversation import Head, Posted
from warmline.domain.entries import Kind, Role
from warmline.domain.errors import Refused
from warmline.domain.outgoing import card_target
from warmline.domain.records import Thread
from warmline.domain.states import State
from warmline.domain.writes import Write

EACH_TAKES = 2 * BACK_EVERY
"""A card and what is in its thread."""

_AT_THE_DESK = frozenset({State.WAITING, State.WITH_AGENT})


@dataclass(frozen=True, slots=True)
class RestoreCard:
    """Puts up again the card of an open case that somebody has deleted."""

    store: ConversationStore
    house: House
    clock: Clock
    patience: Patience

    def __call__(self, channel: str, ts: str) -> bool:
        """Return whether this was a card; one of a closed case is missed by nobody."""
        return self.patience.until_committed(lambda: self._decide(Posted(channel=channel, ts=ts)))

    def _decide(self, gone: Posted) -> bool:
        thread = self.store.find_thread(gone.channel, gone.ts)
        if thread is None:
            return False
        change = open_change(self.store, self.house, self.clock(), thread.conversation)
        head = change.get_head()
        if head.marks.card == gone and head.state in _AT_THE_DESK:
            change.refresh_card()
            self.store.commit(change.writes())
        return True


@dataclass(frozen=True, slots=True)
class RebuildDesk:
    """Brings the cards of open cases up to date, one after the other at Slack's pace.

    A card that is gone, or that Slack does not reach any more, is posted again with a new thread.
    With `anew` every card is, and those that are still there are left where they are.
    """

    store: ConversationStore
    house: House
    clock: Clock
    patience: Patience

    def __call__(self, cases: Iterable[str], *, anew: bool = False) -> int:
        """Return how many cases are being shown again; those that have ended are left."""
        started, shown = self.clock(), 0
        for conversation in cases:
            slot = started + shown * EACH_TAKES
            shown += self._show(conversation, slot, anew=anew)
        return shown

    def _show(self, conversation: str, slot: datetime, *, anew: bool) -> bool:
        return self.patience.until_committed(lambda: self._decide(conversation, slot, anew=anew))

    def _decide(self, conversation: str, slot: datetime, *, anew: bool) -> bool:
        try:
            change = open_change(self.store, self.house, self.clock(), conversation)
        except Refused:
            return False
        head = change.get_head()
        if head.state not in _AT_THE_DESK:
            return False
        if anew and head.marks.card is not None:
            change.mark(replace(head, marks=replace(head.marks, card=None)))
            refill_thread(change, self.store)
        change.refresh_card()
        card = card_target(head.id)
        change.outgoing = [
            replace(row, not_before=slot) if row.target == card else row for row in change.outgoing
        ]
        self.store.commit(change.writes())
        return True


def moved_card(
    store: ConversationStore, house: House, now: datetime, head: Head, posted: Posted
) -> list[Write]:
    """Return what remembers that a card is another message now, and fills the thread under it."""
    change = open_change(store, house, now, head.id)
    current = change.get_head()
    change.mark(replace(current, marks=replace(current.marks, card=posted)))
    if store.find_thread(posted.channel, posted.ts) is None:
        change.save(Thread(channel=posted.channel, ts=posted.ts, conversation=head.id))
    if current.state in _AT_THE_DESK:
        refill_thread(change, store)
        after_the_card = change.now + POST_EVERY
        change.outgoing = [replace(row, not_before=after_the_card) for row in change.outgoing]
    return change.writes()


def refill_thread(change: Change, store: ConversationStore) -> None:
    """Give the card's new thread the conversation so far: nobody can read the old one there."""
    head = change.get_head()
    log = store.read_log(head.id, after=max(0, head.last_sequence - LATEST))
    said = [entry for entry in log if entry.kind is Kind.MESSAGE]
    entry = change.add(Kind.REMINDED, Role.SYSTEM, why="card_again")
    text = conversation_so_far(said)
    change.post(entry, text or lines.NOTHING_SAID, name=lines.SO_FAR)
