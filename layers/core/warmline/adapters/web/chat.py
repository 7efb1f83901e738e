"""What a browser may ask for over HTTP, in our own types: session, message, handoff, catch-up."""

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Protocol

from warmline.adapters.web.identity import check_identity
from warmline.adapters.web.parse import SessionWish, Words
from warmline.adapters.web.tokens import Visit, read_visit, sign_visit
from warmline.adapters.web.transcript import Conversation, Message, Transcripts, rfc_3339
from warmline.application.files import Links, no_links
from warmline.application.ports import Clock, ConversationStore
from warmline.application.receive_message import Incoming, Received, ReceiveMessage
from warmline.application.wait_notices import find_wait
from warmline.domain.address import Address
from warmline.domain.conversation import Head
from warmline.domain.errors import SignatureMismatch
from warmline.domain.states import State
from warmline.domain.waits import Wait

SESSION_LASTS = timedelta(days=30)


class Keys(Protocol):
    """The signing keys by name; during a rotation a name has several."""

    def newest(self, name: str) -> str: ...
    def proven(self, name: str, check: Callable[[str], bool]) -> bool:
        """Whether any key of this name passes the check."""
        ...


@dataclass(frozen=True, slots=True)
class WebChat:
    """The sessions of the web and what they may do. Nobody acts for a session without its token."""

    store: ConversationStore
    receive: ReceiveMessage
    clock: Clock
    keys: Keys
    websocket_url: str
    links: Links = no_links

    @property
    def transcripts(self) -> Transcripts:
        """What customers can see, with their place in line as it is now."""
        return Transcripts(self.store, self._find_wait, self.links)

    def open_session(self, wish: SessionWish, origin: str) -> dict[str, str]:
        """Return a new session. Raises NotAllowed for an identity that is not proven."""
        now = self.clock()
        if wish.customer_id or wish.identity_proof:
            proven = partial(self.keys.proven, "identity_key")
            check_identity(wish.customer_id, wish.identity_proof, now, proven)
        visit = Visit(
            session=secrets.token_hex(16),
            expires_at=now + SESSION_LASTS,
            origin=origin,
            customer=wish.customer_id,
            language=wish.language,
            time_zone=wish.time_zone,
        )
        return {
            "session_id": visit.session,
            "token": sign_visit(visit, self.keys.newest("session_key")),
            "expires_at": rfc_3339(visit.expires_at),
            "websocket_url": self.websocket_url,
        }

    def visit_of(self, token: str, origin: str | None = None) -> Visit:
        """Return for whom the token speaks.

        Raises SignatureMismatch for a bad one, and for one that another page was given.
        """
        visit = read_visit(token, self.clock(), partial(self.keys.proven, "session_key"))
        if origin and visit.origin and origin != visit.origin:
            raise SignatureMismatch("the token of another page")
        return visit

    def say(
        self,
        session: str,
        words: Words,
        *,
        language: str,
        customer: str = "",
        time_zone: str = "",
    ) -> Received:
        """Store a message of the customer; the same client id again stores nothing."""
        return self.receive(
            Incoming(
                address=Address.web(session),
                scope=f"web:{session}:{words.client_message_id}",
                text=words.text,
                client_message_id=words.client_message_id,
                language=language,
                customer=customer,
                time_zone=time_zone,
            )
        )

    def ask_for_human(self, visit: Visit, note: str) -> State:
        """Put the customer in line for a human, with a note of theirs; return where they stand.

        A note that comes again, because its answer was lost, is kept once; the wish always counts.
        """
        name = f"note-{hashlib.sha256(note.encode('utf-8', 'replace')).hexdigest()}"
        received = self._ask(visit, note, name if note else secrets.token_hex(16))
        while received.repeated:
            if self._state(received) is not State.CLOSED:
                received = self._ask(visit, "", secrets.token_hex(16))
                break
            name = f"{name}-{received.sequence}"
            received = self._ask(visit, note, name)
        return self._state(received)

    def read(self, visit: Visit, since: int) -> tuple[list[Message], Conversation]:
        """Return the messages above a sequence and where the conversation stands.

        The messages are read first: so the state is never older than they are.
        """
        transcripts = self.transcripts
        address = self.store.find_address(Address.web(visit.session).value)
        messages = transcripts.since(address, since)
        return messages, transcripts.conversation(address)

    def _find_wait(self, head: Head) -> Wait | None:
        return find_wait(self.store, head, self.receive.house.policy, self.clock())

    def _ask(self, visit: Visit, note: str, name: str) -> Received:
        return self.receive(
            Incoming(
                address=Address.web(visit.session),
                scope=f"web-handoff:{visit.session}:{name}",
                text=note,
                language=visit.language,
                customer=visit.customer,
                time_zone=visit.time_zone,
                wants_human=True,
            )
        )

    def _state(self, received: Received) -> State:
        head = self.store.find_head(received.conversation)
        return head.state if head else State.NONE
