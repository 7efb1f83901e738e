"""The bot's answer as it is being written, on the session's open sockets."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from warmline.adapters.web.sockets import LARGEST_FRAME, Frame, GatewaySockets, encoded
from warmline.application.ports import ConversationStore
from warmline.domain.address import Address, Channel
from warmline.domain.conversation import Head
from warmline.domain.errors import TemporaryDeliveryError


@dataclass(frozen=True, slots=True)
class WebDrafts:
    """Makes what shows one turn's drafts. The message that follows replaces them."""

    store: ConversationStore
    sockets: GatewaySockets

    def __call__(self, head: Head, turn: int) -> Callable[[str, Sequence[str]], None] | None:
        """Return what takes the whole answer so far; None where there is nobody to show it to.

        `turn` is the sequence of the last message that is being answered.
        """
        if head.channel is not Channel.WEB:
            return None
        session = Address(head.address).parts["session"]
        open_ = [connection.id for connection in self.store.connections(session)]
        return _Shown(self.sockets, open_, str(turn)) if open_ else None


class _Shown:
    """One turn's drafts. A socket that does not take one gets no more: nothing waits for it."""

    def __init__(self, sockets: GatewaySockets, connections: Sequence[str], turn: str) -> None:
        self._sockets = sockets
        self._connections = list(connections)
        self._turn = turn

    def __call__(self, text: str, _sources: Sequence[str] = ()) -> None:
        frame: Frame = {"type": "draft", "turn": self._turn, "text": text}
        if len(encoded(frame)) > LARGEST_FRAME:
            return
        self._connections = [one for one in self._connections if self._took(one, frame)]

    def _took(self, connection: str, frame: Frame) -> bool:
        try:
            return self._sockets.post(connection, frame)
        except TemporaryDeliveryError:
            return False
