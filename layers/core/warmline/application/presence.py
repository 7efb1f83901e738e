"""Whether the customer still has the page open: seen by who answers them, on the card."""

from dataclasses import dataclass, replace

from warmline.application.change import Change, House
from warmline.application.ports import Clock, ConversationStore
from warmline.application.retrying import Patience
from warmline.domain.address import Address
from warmline.domain.records import Presence
from warmline.domain.states import State
from warmline.domain.writes import Put, Write

_AT_THE_DESK = frozenset({State.WAITING, State.WITH_AGENT})


@dataclass(frozen=True, slots=True)
class NotePresence:
    """Keeps whether a web session has a socket, and brings its case's card up to date.

    Nothing is decided by it: a socket that died unnoticed is only found by the next push.
    Raises StoreUnavailable.
    """

    store: ConversationStore
    house: House
    clock: Clock
    patience: Patience

    def came(self, session: str) -> None:
        """Take note of one more socket of the session."""
        self.patience.until_committed(lambda: self._came(session))

    def left(self, session: str) -> None:
        """Take note that a socket of the session is gone, whose row was removed before."""
        self.patience.until_committed(lambda: self._left(session))

    def _came(self, session: str) -> None:
        """Written even where nothing changes: who finds no socket at the same time must notice."""
        before = self.store.find_presence(session)
        if before is not None and before.here:
            self.store.commit([Put(before)])
            return
        self._note(before or Presence(session=session, here=True, since=self.clock()), here=True)

    def _left(self, session: str) -> None:
        before = self.store.find_presence(session)
        if before is not None and before.here and not self.store.connections(session):
            self._note(before, here=False)

    def _note(self, before: Presence, *, here: bool) -> None:
        now = self.clock()
        row = replace(before, here=here, since=now)
        self.store.commit([Put(row), *self._card(before.session)])

    def _card(self, session: str) -> list[Write]:
        address = self.store.find_address(Address.web(session).value)
        head = self.store.find_head(address.open_conversation) if address else None
        if address is None or head is None or head.state not in _AT_THE_DESK:
            return []
        change = Change(self.house, self.clock(), address, head)
        change.refresh_card()
        return change.writes()
