"""What the sweeper finds: everything whose time has come, oldest first, and nothing else."""

from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest

from tests.adapters.store.rows import a_head, a_socket, an_outgoing, stored
from tests.adapters.store.test_reading import keep
from tests.journeys.world import START
from warmline.adapters.dynamodb import keys
from warmline.application.ports import ConversationStore, Due
from warmline.domain.conversation import Head, Marks
from warmline.domain.outgoing import CATCH_UP, Outgoing, Status
from warmline.domain.states import State
from warmline.domain.writes import Delete, Put

LATER = START + timedelta(hours=1)


def due_at(seconds: float, id_: str = "c1") -> Head:
    moment = START + timedelta(seconds=seconds)
    return a_head(id=id_, marks=Marks(turn_deadline=moment))


def late(target: str, seconds: float, sequence: int = 1) -> Outgoing:
    created = START + timedelta(seconds=seconds) - CATCH_UP
    return an_outgoing(sequence, target=target, created_at=created)


def test_an_empty_table_owes_nothing(store: ConversationStore) -> None:
    assert store.find_due(LATER, limit=10) == []


def test_all_kinds_are_found_the_longest_overdue_first(store: ConversationStore) -> None:
    names = "sms:+15551230001:+15550006789"
    keep(store, late(names, 30), due_at(20), a_socket("s/1="), late("card:c1", 5))

    found = store.find_due(LATER, limit=10)

    assert found == [
        Due(target="card:c1"),
        Due(socket="s/1="),
        Due(conversation="c1"),
        Due(target=names),
    ]


def test_a_thing_is_due_at_its_moment_and_not_before(store: ConversationStore) -> None:
    keep(store, due_at(60))
    moment = START + timedelta(seconds=60)

    assert store.find_due(moment - timedelta(microseconds=1), limit=10) == []
    assert store.find_due(moment, limit=10) == [Due(conversation="c1")]


def test_what_has_ended_or_waits_for_nothing_is_not_due(store: ConversationStore) -> None:
    head, row, socket = due_at(1), late("thread:c1", 1), a_socket()
    keep(store, head, row, socket)
    store.commit(
        [
            Put(replace(stored(head), state=State.CLOSED)),
            Put(replace(stored(row), status=Status.CANCELLED)),
            Put(replace(stored(socket), greeted=True)),
        ]
    )

    assert store.find_due(LATER, limit=10) == []


def test_a_deleted_thing_is_not_due(store: ConversationStore) -> None:
    keep(store, a_socket())
    store.commit([Delete(stored(a_socket()))])

    assert store.find_due(LATER, limit=10) == []


def test_a_deadline_that_moves_is_found_at_its_new_place_only(store: ConversationStore) -> None:
    keep(store, due_at(1))
    store.commit([Put(replace(stored(due_at(1)), marks=due_at(500).marks))])

    assert store.find_due(START + timedelta(seconds=400), limit=10) == []
    assert store.find_due(LATER, limit=10) == [Due(conversation="c1")]


def test_a_run_is_bounded_and_takes_the_oldest(store: ConversationStore) -> None:
    keep(store, *(due_at(number, f"c{number}") for number in range(40, 0, -1)))

    found = store.find_due(LATER, limit=7)

    assert found == [Due(conversation=f"c{number}") for number in range(1, 8)]


@pytest.mark.parametrize("limit", [2, 4, 100])
def test_a_blocked_line_is_one_thing_to_look_at_and_hides_nothing_behind_it(
    store: ConversationStore, limit: int
) -> None:
    neighbour = next(due_at(3000, f"c{n}") for n in count() if _shares_a_shard(f"c{n}", "card:c1"))
    keep(store, *(late("card:c1", number, number) for number in range(1, 31)), neighbour)

    found = store.find_due(LATER, limit=limit)

    assert found == [Due(target="card:c1"), Due(conversation=neighbour.id)]


def _shares_a_shard(conversation: str, target: str) -> bool:
    head, row = keys.index_of(due_at(1, conversation)), keys.index_of(late(target, 1))
    return head[keys.DEADLINES_PK] == row[keys.DEADLINES_PK]
