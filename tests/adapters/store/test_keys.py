"""No value from outside reaches another entity's key, nor leaves its own."""

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.adapters.store.rows import KINDS, a_head, a_socket, an_entry, an_outgoing, rows_of
from warmline.adapters.dynamodb import keys
from warmline.adapters.memory import identity
from warmline.application.ports import Due
from warmline.domain.agent import Agent, OpenCase, WorkDone
from warmline.domain.conversation import Marks
from warmline.domain.records import Connection, Outage, Pace, Seen, Spending, Thread
from warmline.domain.states import State
from warmline.domain.writes import Row

HOSTILE = (
    *("#", "CONV#c1", "../HEAD", "c1#HEAD", "HEAD", "LOG#000000000001", "%23", "%", "", " ", "\n"),
    *("OUT#x", "AGENT#U1", "OPEN#c1", "a#b", "a", "b#", "\x00", "é", "e\u0301", "Q#agent#U1"),
)
PREFIXES = {
    "AddressRecord": "ADDR#",
    "Head": "CONV#",
    "LogEntry": "CONV#",
    "Outgoing": "OUT#",
    "Seen": "SEEN#",
    "Thread": "THREAD#",
    "Agent": "AGENT#",
    "OpenCase": "AGENT#",
    "WorkDone": "AGENT#",
    "Socket": "SOCKET#",
    "Connection": "VISIT#",
    "Pace": "PACE#",
    "Outage": "OUTAGE#",
    "Spending": "SPENT#",
    "ToolRun": "TOOL#",
    "ShiftEvent": "AGENT#",
    "HeldReply": "CONV#",
    "Waited": "WAITED#",
    "Presence": "VISIT#",
    "CaseName": "ALIAS#",
}


@given(data=st.data())
def test_two_rows_have_one_key_only_if_they_are_one_row(data: st.DataObject) -> None:
    first, second = (data.draw(st.one_of(*map(rows_of, KINDS))) for _ in range(2))

    assert (keys.key_of(first) == keys.key_of(second)) == (identity(first) == identity(second))


@pytest.mark.bad_input(50)
def test_hostile_names_are_as_distinct_in_keys_as_they_are() -> None:
    rows: list[Row] = [row for name in HOSTILE for row in _named(name)]
    pairs = [Thread(channel=one, ts=two, conversation="") for one in HOSTILE for two in HOSTILE]

    for first, second in combinations([*rows, *pairs], 2):
        assert keys.key_of(first) != keys.key_of(second)


@pytest.mark.bad_input(50)
@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_a_key_stays_within_its_entity(kind: type[Row], data: st.DataObject) -> None:
    row = data.draw(rows_of(kind))
    key = keys.key_of(row)

    assert key.pk.startswith(PREFIXES[kind.__name__])
    assert key.pk.count("#") == (2 if kind is Thread else 1)
    assert key.pk.isascii()
    assert key.sk.isascii()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if PREFIXES[kind.__name__] != "AGENT#"])
@given(data=st.data())
def test_a_key_tells_what_is_there(kind: type[Row], data: st.DataObject) -> None:
    assert keys.kind_of(keys.key_of(data.draw(rows_of(kind)))) is kind


@pytest.mark.parametrize(
    "key",
    [
        keys.Key("CONV#c1", "MOOD#1"),
        keys.Key("AGENT#U1", "PROFILE"),
        keys.Key("NEW#1", "-"),
        keys.Key("", ""),
    ],
)
def test_a_key_of_newer_code_tells_nothing(key: keys.Key) -> None:
    assert keys.kind_of(key) is None


def test_sequences_sort_as_numbers() -> None:
    numbers = [1, 9, 10, 99, 100, 10**9, keys.LAST_SEQUENCE]

    assert [keys.outgoing("t", n).sk for n in numbers] == sorted(
        keys.outgoing("t", n).sk for n in numbers
    )


@given(value=st.text(min_size=1, max_size=20))
def test_what_is_due_is_named_as_it_is(value: str) -> None:
    moment = a_head().opened_at
    rows = (
        (a_head(id=value, marks=Marks(turn_deadline=moment)), Due(conversation=value)),
        (an_outgoing(target=value), Due(target=value)),
        (a_socket(value), Due(socket=value)),
    )

    for row, due in rows:
        assert keys.due_of(keys.index_of(row)[keys.DEADLINES_SK]) == due


@given(first=st.datetimes(), second=st.datetimes())
def test_the_text_of_moments_sorts_as_time_does(first: Any, second: Any) -> None:  # noqa: ANN401
    assert (keys.moment(first) < keys.moment(second)) == (first < second)


def test_a_waiting_conversation_is_in_the_queue_and_a_reserved_one_in_its_agents() -> None:
    waiting = a_head(state=State.WAITING, waiting_since=a_head().opened_at)
    reserved = a_head(
        state=State.WAITING, waiting_since=a_head().opened_at, reserved_for="U1#main#any"
    )

    assert keys.index_of(waiting)[keys.QUEUE_PK].startswith("Q#main#any#any#")
    assert keys.index_of(reserved)[keys.QUEUE_PK] == "Q#agent#U1%23main%23any"
    assert keys.QUEUE_PK not in keys.index_of(a_head())


def _named(name: str) -> list[Row]:
    return [
        a_head(id=name),
        an_entry(conversation=name),
        an_outgoing(target=name),
        Seen(scope=name, conversation="", sequence=0),
        Agent(id=name, display_name=""),
        OpenCase(agent=name, conversation="c1"),
        OpenCase(agent="U1", conversation=name + "x"),
        WorkDone(agent=name, at="1", conversation="c1", ended=""),
        WorkDone(agent="U1", at=name + "y", conversation="1", ended=""),
        a_socket(name),
        Connection(session=name, id="1"),
        Connection(session="1", id=name + "z"),
        Pace(scope=name, next_free=a_head().opened_at),
        Outage(scope=name),
        Spending(scope=name),
    ]
