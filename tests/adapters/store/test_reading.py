"""What is found where, and in what order."""

from dataclasses import replace

import pytest

from tests.adapters.store.rows import a_head, an_entry, an_outgoing, stored
from tests.journeys.world import SMS, WEB
from warmline.application.ports import Arrival, ConversationStore
from warmline.domain.agent import OpenCase
from warmline.domain.outgoing import Outgoing, Status
from warmline.domain.records import AddressRecord, Connection, Seen
from warmline.domain.writes import Put, Row


def keep(store: ConversationStore, *rows: Row) -> None:
    """Store rows, each in a commit of its own."""
    for row in rows:
        store.commit([Put(row)])


def test_of_a_stranger_nothing_is_known(store: ConversationStore) -> None:
    assert store.read_arrival("scope", SMS.value) == Arrival(None, None, None)


@pytest.mark.parametrize(
    ("opened", "last", "found"), [("c2", "c2", "c2"), ("", "c1", "c1"), ("", "", None)]
)
def test_the_open_conversation_comes_with_a_message_or_else_the_last(
    store: ConversationStore, opened: str, last: str, found: str | None
) -> None:
    address = AddressRecord(address=SMS.value, open_conversation=opened, last_conversation=last)
    keep(store, a_head(id="c1"), a_head(id="c2"), address)

    head = store.read_arrival("scope", SMS.value).head

    assert (head.id if head else None) == found


def test_a_message_that_came_before_is_known_by_its_scope(store: ConversationStore) -> None:
    seen = Seen(scope="web:session:m1", conversation="c1", sequence=4)
    keep(store, seen)

    assert store.read_arrival("web:session:m1", WEB.value).seen == stored(seen)
    assert store.read_arrival("web:session:m2", WEB.value).seen is None


def test_what_is_not_there_is_none(store: ConversationStore) -> None:
    missing = (
        store.find_seen("x"),
        store.find_address("x"),
        store.find_head("x"),
        store.find_head(""),
        store.find_thread("x", "1.0"),
        store.find_agent("x"),
        store.find_agent(""),
        store.find_open_case("x", "y"),
        store.find_outgoing("x", 1),
        store.next_outgoing("x"),
        store.last_outgoing("x"),
        store.find_socket("x"),
        store.find_pace("x"),
        store.find_outage("x"),
        store.find_spending("x"),
    )

    assert set(missing) == {None}
    assert (store.open_cases("x"), store.connections("x"), store.read_log("x")) == ([], [], [])


def test_a_log_is_read_in_order_from_where_one_likes(store: ConversationStore) -> None:
    entries = [an_entry(number) for number in (11, 2, 100, 9, 10)]
    keep(store, a_head(), *entries, an_entry(10, conversation="c2"))

    read = [[one.sequence for one in store.read_log("c1", after=after)] for after in (0, 9, 100)]

    assert read == [[2, 9, 10, 11, 100], [10, 11, 100], []]


def test_an_agents_cases_and_a_sessions_sockets_are_only_their_own(
    store: ConversationStore,
) -> None:
    keep(
        store,
        OpenCase(agent="U1", conversation="c1"),
        OpenCase(agent="U1", conversation="c2"),
        OpenCase(agent="U11", conversation="c3"),
        Connection(session="one", id="a="),
        Connection(session="one", id="b="),
        Connection(session="one-more", id="c="),
    )

    assert sorted(case.conversation for case in store.open_cases("U1")) == ["c1", "c2"]
    assert sorted(one.id for one in store.connections("one")) == ["a=", "b="]
    assert store.open_cases("U2") == []


@pytest.mark.parametrize(("ended", "pending"), [(0, 1), (1, 0), (5, 2), (2, 40), (30, 9), (0, 0)])
def test_the_next_of_a_target_is_its_lowest_that_has_not_ended(
    store: ConversationStore, ended: int, pending: int
) -> None:
    past = [an_outgoing(number, ended=True) for number in range(1, ended + 1)]
    line = [an_outgoing(ended + number) for number in range(1, pending + 1)]
    keep(store, *past, *line, an_outgoing(1, target=WEB.value))

    following, newest = store.next_outgoing(SMS.value), store.last_outgoing(SMS.value)

    assert following == (stored(line[0]) if line else None)
    assert newest == (stored([*past, *line][-1]) if past or line else None)


@pytest.mark.parametrize("status", Status)
def test_an_unknown_row_holds_its_line_until_it_is_given_up(
    store: ConversationStore, status: Status
) -> None:
    first = an_outgoing(1, status=status)
    keep(store, first, an_outgoing(2))

    assert _next(store).sequence == (2 if first.finished else 1)

    store.commit([Put(replace(stored(first), status=Status.UNKNOWN, given_up=True))])
    assert _next(store).sequence == 2


def _next(store: ConversationStore) -> Outgoing:
    row = store.next_outgoing(SMS.value)
    assert row is not None
    return row
