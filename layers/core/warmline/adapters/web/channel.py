"""Web chat as a CustomerChannel: what is stored is pushed to the session's open sockets."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from warmline.adapters.web.sockets import LARGEST_FRAME, Frame, GatewaySockets, encoded
from warmline.adapters.web.transcript import Transcripts, message_of
from warmline.application.files import Links, no_links
from warmline.application.ports import ConversationStore
from warmline.domain.address import Address
from warmline.domain.errors import Conflict, StoreError, TemporaryDeliveryError
from warmline.domain.outgoing import Outgoing
from warmline.domain.records import Connection
from warmline.domain.writes import Delete, Write


def _nobody_asks(_session: str) -> None: ...


@dataclass(frozen=True, slots=True)
class WebChannel:
    """Pushes a message to every socket of the session.

    Without a live one it waits in the log, where the next hello or fetch finds it.
    """

    store: ConversationStore
    sockets: GatewaySockets
    left: Callable[[str], object] = _nobody_asks
    """Told of a session whose socket turned out to be gone."""
    links: Links = no_links

    def send(self, row: Outgoing) -> str:
        """Return no id: the gateway gives none.

        Raises TemporaryDeliveryError when a socket that may be alive did not get it. Sending it
        again harms nobody: a client shows each sequence once.
        """
        connections = self.store.connections(Address(row.target).parts["session"])
        wanting = [one for one in connections if _wants(row, one)]
        if not wanting:
            return ""
        frames = self._frames(row)
        failures = [error for one in wanting if (error := self._push(one, frames)) is not None]
        if failures:
            raise failures[0]
        return ""

    def look_up(self, _row: Outgoing) -> str | None:
        """Nothing to ask: a push that may be lost is done again."""
        return None

    def _frames(self, row: Outgoing) -> list[Frame]:
        """A message too large for a frame is only announced: its sequence makes clients fetch."""
        said: list[Frame] = []
        if row.entry is not None:
            said.append({"type": "message", "message": message_of(row.entry, self.links)})
        fitting = [frame for frame in said if len(encoded(frame)) <= LARGEST_FRAME]
        if row.announces_state or fitting != said:
            fitting.append(standing_frame(self.store, row.target))
        return fitting

    def _push(self, connection: Connection, frames: list[Frame]) -> TemporaryDeliveryError | None:
        try:
            if not all(self.sockets.post(connection.id, frame) for frame in frames):
                self._remove(connection)
        except TemporaryDeliveryError as error:
            return error
        return None

    def _remove(self, connection: Connection) -> None:
        """The socket is gone; whoever else is at its rows is removing them too."""
        socket = self.store.find_socket(connection.id)
        rows: list[Write] = [Delete(connection), *([Delete(socket)] if socket else [])]
        with suppress(Conflict):
            self.store.commit(rows)
        with suppress(StoreError):
            self.left(connection.session)


def standing_frame(store: ConversationStore, target: str) -> Frame:
    """Where the session's conversation stands now, and the last sequence that can be seen."""
    address = store.find_address(target)
    return {
        "type": "conversation",
        "conversation": Transcripts(store).conversation(address),
        "sequence": address.last_visible if address else 0,
    }


def forget(store: ConversationStore, connection: str) -> str:
    """Remove what is stored of a socket that is gone; return whose it was, if it had said so.

    Raises Conflict when it is just greeted.
    """
    socket = store.find_socket(connection)
    if socket is None:
        return ""
    mine = [row for row in store.connections(socket.session) if row.id == connection]
    store.commit([Delete(socket), *(Delete(row) for row in mine)])
    return socket.session


def _wants(row: Outgoing, connection: Connection) -> bool:
    """Whether this socket's hello has not brought the message already."""
    return row.entry is None or row.entry.sequence > connection.shown_through
