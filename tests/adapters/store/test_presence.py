"""Who comes to a page and leaves it, in every store alike: also many at once."""

from bench.line import Line, at_once, make_patience, read_house
from tests.adapters.store.rows import StillClock
from warmline.adapters.dynamodb.store import DynamoStore
from warmline.adapters.web.channel import forget
from warmline.application.ports import ConversationStore
from warmline.application.presence import NotePresence
from warmline.application.receive_message import Incoming
from warmline.domain.address import Address
from warmline.domain.outgoing import card_target
from warmline.domain.records import Connection, Socket
from warmline.domain.writes import Put

SESSION = "session-0001"
WEB = Address.web(SESSION)


def waiting(store: ConversationStore) -> NotePresence:
    """A customer on the web waits for a person."""
    line = Line(store, StillClock(), lambda: "c1", make_patience(20), read_house())
    line.receive(Incoming(address=WEB, scope="s1", text="I want a human"))
    return NotePresence(store, line.house, line.clock, line.patience)


def cards(store: ConversationStore) -> int:
    newest = store.last_outgoing(card_target("c1"))
    assert newest is not None
    return newest.sequence


def opens(store: ConversationStore, presence: NotePresence, name: str) -> None:
    socket = Socket(id=name, opened_at=StillClock()(), session=SESSION, greeted=True)
    store.commit([Put(socket), Put(Connection(session=SESSION, id=name))])
    presence.came(SESSION)


def closes(store: ConversationStore, presence: NotePresence, name: str) -> None:
    presence.patience.until_committed(lambda: forget(store, name))
    presence.left(SESSION)


def test_coming_and_leaving_is_kept_and_the_card_follows(store: ConversationStore) -> None:
    presence = waiting(store)
    before = cards(store)

    opens(store, presence, "k1")
    here = store.find_presence(SESSION)
    closes(store, presence, "k1")
    gone = store.find_presence(SESSION)

    assert here is not None
    assert here.here
    assert gone is not None
    assert not gone.here
    assert cards(store) == before + 2


def test_of_many_sockets_at_once_the_last_one_tells(real_store: DynamoStore) -> None:
    presence = waiting(real_store)
    opens(real_store, presence, "kept")
    names = [f"k{number}" for number in range(6)]

    def flap(name: str) -> None:
        opens(real_store, presence, name)
        closes(real_store, presence, name)

    at_once([lambda name=name: flap(name) for name in names])  # type: ignore[misc]  # its own

    row = real_store.find_presence(SESSION)
    assert row is not None
    assert row.here
    closes(real_store, presence, "kept")
    row = real_store.find_presence(SESSION)
    assert row is not None
    assert not row.here
