"""A session's sockets: opened, greeted by their first frame, served, and forgotten."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta

from warmline.adapters.web.channel import forget, standing_frame
from warmline.adapters.web.chat import WebChat
from warmline.adapters.web.origins import check_socket_origin
from warmline.adapters.web.parse import (
    Action,
    Hello,
    Ping,
    Since,
    Typing,
    Words,
    client_message_id_of,
    parse_action,
    parse_object,
)
from warmline.adapters.web.sockets import LARGEST_FRAME, Frame, GatewaySockets, encoded
from warmline.adapters.web.transcript import Message, Transcripts, message_of
from warmline.application.ports import Clock, ConversationStore
from warmline.application.presence import NotePresence
from warmline.application.receive_message import Received
from warmline.application.retrying import Patience
from warmline.domain.address import Address
from warmline.domain.errors import (
    Conflict,
    PayloadError,
    SignatureMismatch,
    StoreError,
    TooLarge,
)
from warmline.domain.records import AddressRecord, Connection, Socket
from warmline.domain.writes import Put

MOST_AT_ONCE = 100
"""Messages that one frame brings; a client sees by the sequence that there are more."""


@dataclass(frozen=True, slots=True)
class SocketVisits:
    """What happens on a socket. Which session it speaks for is the table's word, never a frame's.

    Every answer is a frame that is posted: what the function returns reaches no socket.
    """

    store: ConversationStore
    sockets: GatewaySockets
    chat: WebChat
    clock: Clock
    patience: Patience
    hello_seconds: float
    origins: Sequence[str]
    presence: NotePresence

    @property
    def transcripts(self) -> Transcripts:
        return self.chat.transcripts

    def connect(self, connection: str, origins: Sequence[str]) -> None:
        """Take note of a new socket, which must say hello in time.

        Raises NotAllowed for a page that is not ours; StoreUnavailable leaves it closed.
        """
        check_socket_origin(origins, self.origins)
        now = self.clock()
        hello_by = now + timedelta(seconds=self.hello_seconds)
        try:
            self.store.commit([Put(Socket(id=connection, opened_at=now, hello_by=hello_by))])
        except Conflict:
            return  # the gateway asked twice

    def disconnect(self, connection: str) -> None:
        """Forget a socket that was closed; with the session's last one they have left the page."""
        session = self.patience.until_committed(lambda: forget(self.store, connection))
        if session:
            with suppress(StoreError):
                self.presence.left(session)

    def receive(self, connection: str, raw: bytes) -> Received | PayloadError | StoreError | None:
        """Do what a frame asks for; a refusal is an error frame, and returned for the log.

        Before a good hello any other frame ends the socket. Returns what was stored, if something
        was to be.
        """
        greeted = True
        try:
            socket = self.store.find_socket(connection) or self._unknown(connection)
            greeted = socket.greeted
            return self._act(socket, parse_action(parse_object(raw)))
        except (PayloadError, StoreError) as error:
            self._post(connection, _error_frame(error, client_message_id_of(raw)))
            if not greeted or isinstance(error, SignatureMismatch):
                self.sockets.close(connection)
                self.disconnect(connection)
            return error

    def _unknown(self, connection: str) -> Socket:
        return Socket(id=connection, opened_at=self.clock())

    def _act(self, socket: Socket, action: Action) -> Received | None:
        if not socket.greeted and not isinstance(action, Hello):
            raise SignatureMismatch("no hello yet")
        match action:
            case Hello():
                self._greet(socket, action)
            case Words():
                return self._say(socket, action)
            case Since():
                self._catch_up(socket, action.sequence)
            case Ping():
                self._post(socket.id, {"type": "pong", "sequence": _last(self._address(socket))})
            case Typing():
                pass  # agents do not see who is typing: they are in Slack
        return None

    def _greet(self, socket: Socket, hello: Hello) -> None:
        visit = self.chat.visit_of(hello.token)
        if socket.greeted and socket.session != visit.session:
            raise SignatureMismatch("another session's socket")
        named = replace(
            socket,
            session=visit.session,
            customer=visit.customer,
            language=visit.language,
            time_zone=visit.time_zone,
        )
        shown = _last(self._address(named))
        self.patience.until_committed(lambda: self._register(named, shown))
        with suppress(StoreError):
            self.presence.came(named.session)
        address = self._address(named)  # again: what was stored meanwhile found no socket
        messages = self.transcripts.since(address, hello.since)
        welcome = {
            "type": "welcome",
            "conversation": self.transcripts.conversation(address),
            "sequence": _last(address),
        }
        if self._post(socket.id, welcome):
            self._show(socket.id, messages[:MOST_AT_ONCE])

    def _register(self, named: Socket, shown: int) -> None:
        """From here on deliveries find the socket; what its hello brings needs no push."""
        current = self.store.find_socket(named.id)
        if current is not None and current.greeted:
            return
        version = current.version if current else 0
        greeted = replace(named, greeted=True, hello_by=None, version=version)
        row = Connection(session=named.session, id=named.id, shown_through=shown)
        self.store.commit([Put(greeted), Put(row)])

    def _say(self, socket: Socket, words: Words) -> Received:
        """The echo acknowledges it, by delivery; one that came before is echoed at once."""
        received = self.chat.say(
            socket.session,
            words,
            language=socket.language,
            customer=socket.customer,
            time_zone=socket.time_zone,
        )
        if received.repeated:
            log = self.store.read_log(received.conversation, after=received.sequence - 1)
            said = [entry for entry in log[:1] if entry.visible]
            self._show(socket.id, [message_of(entry, self.chat.links) for entry in said])
        return received

    def _catch_up(self, socket: Socket, sequence: int) -> None:
        messages = self.transcripts.since(self._address(socket), sequence)
        self._show(socket.id, messages[:MOST_AT_ONCE])
        if len(messages) > MOST_AT_ONCE:
            self._post(socket.id, standing_frame(self.store, _target(socket)))

    def _show(self, connection: str, messages: Sequence[Message]) -> None:
        """Bring messages in order; one too large for a frame is left to a fetch."""
        for message in messages:
            frame: Frame = {"type": "message", "message": message}
            if len(encoded(frame)) <= LARGEST_FRAME and not self._post(connection, frame):
                return

    def _post(self, connection: str, frame: Frame) -> bool:
        if self.sockets.post(connection, frame):
            return True
        self.disconnect(connection)
        return False

    def _address(self, socket: Socket) -> AddressRecord | None:
        return self.store.find_address(_target(socket))


def _target(socket: Socket) -> str:
    return Address.web(socket.session).value


def _last(address: AddressRecord | None) -> int:
    return address.last_visible if address else 0


def _error_frame(error: PayloadError | StoreError, client_message_id: str) -> Frame:
    code, message = _explained(error)
    frame: Frame = {"type": "error", "error": {"code": code, "message": message}}
    return {**frame, "client_message_id": client_message_id} if client_message_id else frame


def _explained(error: PayloadError | StoreError) -> tuple[str, str]:
    """The same codes as over HTTP; nobody learns why a token was refused."""
    match error:
        case SignatureMismatch():
            return "not_verified", "The request is not verified."
        case TooLarge():
            return "too_large", "The message is too long."
        case PayloadError():
            return "malformed", error.problem
        case _:
            return "not_stored", "Not stored. Please send it again."
