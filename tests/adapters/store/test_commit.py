"""All or nothing, and only on rows that are as they were read."""

from dataclasses import replace

import pytest

from tests.adapters.store.rows import a_head, an_entry, an_outgoing, stored
from tests.journeys.world import SMS
from warmline.application.ports import Arrival, ConversationStore
from warmline.domain.agent import Agent, OpenCase
from warmline.domain.errors import Conflict
from warmline.domain.records import AddressRecord, Seen
from warmline.domain.writes import Check, Delete, Put, Row, Write

ANA = Agent(id="U0ANA", display_name="Ana", on_shift=True)
SEEN = Seen(scope="sms:AC1:SM1", conversation="c1", sequence=2)


def test_nothing_to_write_is_no_error(store: ConversationStore) -> None:
    store.commit([])


def test_a_new_row_is_put_once(store: ConversationStore) -> None:
    store.commit([Put(ANA)])

    with pytest.raises(Conflict):
        store.commit([Put(replace(ANA, display_name="Somebody else"))])

    assert store.find_agent("U0ANA") == stored(ANA)


def test_a_row_is_put_over_the_version_that_was_read(store: ConversationStore) -> None:
    store.commit([Put(ANA)])
    read = stored(ANA)
    store.commit([Put(replace(read, on_shift=False))])

    with pytest.raises(Conflict):
        store.commit([Put(replace(read, display_name="Too late"))])

    assert store.find_agent("U0ANA") == replace(ANA, on_shift=False, version=2)


def test_a_row_that_was_never_stored_has_no_version_to_put_over(store: ConversationStore) -> None:
    with pytest.raises(Conflict):
        store.commit([Put(replace(ANA, version=1))])

    assert store.find_agent("U0ANA") is None


def test_a_row_is_deleted_in_the_version_that_was_read(store: ConversationStore) -> None:
    case = OpenCase(agent="U0ANA", conversation="c1")
    store.commit([Put(case)])
    store.commit([Put(stored(case))])

    with pytest.raises(Conflict):
        store.commit([Delete(stored(case))])
    assert store.open_cases("U0ANA") == [replace(case, version=2)]

    store.commit([Delete(replace(case, version=2))])
    assert store.open_cases("U0ANA") == []


def test_a_deleted_row_is_new_again(store: ConversationStore) -> None:
    store.commit([Put(ANA)])
    store.commit([Delete(stored(ANA))])
    store.commit([Put(ANA)])

    assert store.find_agent("U0ANA") == stored(ANA)


@pytest.mark.parametrize(
    "overtaken",
    [
        Put(replace(SEEN, sequence=9)),
        Put(replace(ANA, version=7)),
        Delete(replace(ANA, version=7)),
        Check(replace(ANA, version=7)),
        Check(SEEN),
    ],
    ids=["new row exists", "put", "delete", "check", "check of an absence"],
)
def test_one_failed_condition_stores_nothing_of_the_rest(
    store: ConversationStore, overtaken: Write
) -> None:
    store.commit([Put(ANA), Put(SEEN)])

    with pytest.raises(Conflict):
        store.commit([Put(a_head()), overtaken, Put(an_entry()), Put(an_outgoing())])

    assert store.find_head("c1") is None
    assert store.read_log("c1") == []
    assert store.next_outgoing(SMS.value) is None
    assert (store.find_agent("U0ANA"), store.find_seen(SEEN.scope)) == (stored(ANA), stored(SEEN))


def test_a_check_changes_nothing(store: ConversationStore) -> None:
    store.commit([Put(ANA)])

    store.commit([Check(stored(ANA)), Check(SEEN), Put(a_head())])

    assert store.find_agent("U0ANA") == stored(ANA)
    assert store.find_seen(SEEN.scope) is None
    assert store.find_head("c1") == stored(a_head())


def test_a_check_alone_holds_too(store: ConversationStore) -> None:
    store.commit([Put(ANA)])
    store.commit([Check(stored(ANA))])

    with pytest.raises(Conflict):
        store.commit([Check(replace(ANA, version=2))])


def test_a_whole_transaction_is_stored(store: ConversationStore) -> None:
    address = AddressRecord(address=SMS.value, open_conversation="c1", last_sequence=2)
    entries = [an_entry(number) for number in range(1, 40)]
    rows: list[Row] = [address, a_head(), SEEN, an_outgoing(), *entries]
    store.commit([Put(row) for row in rows])

    assert store.find_address(SMS.value) == stored(address)
    assert store.read_log("c1") == [stored(entry) for entry in entries]
    assert store.read_arrival(SEEN.scope, SMS.value) == Arrival(
        stored(SEEN), stored(address), stored(a_head())
    )
