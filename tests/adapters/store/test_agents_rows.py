"""What is kept of agents: their shifts, what they handled, and that they must give cases back."""

from datetime import timedelta

from tests.adapters.store.rows import stored
from tests.journeys.world import START
from warmline.application.ports import ConversationStore, Due
from warmline.domain.agent import Agent, ShiftChange, ShiftEvent, WorkDone
from warmline.domain.writes import Put, Row


def keep(store: ConversationStore, *rows: Row) -> None:
    for row in rows:
        store.commit([Put(row)])


def event(minute: int, what: ShiftChange, agent: str = "U1") -> ShiftEvent:
    return ShiftEvent(agent=agent, at=START + timedelta(minutes=minute), what=what, by=agent)


def test_shifts_are_read_from_a_moment_on_in_order(store: ConversationStore) -> None:
    events = [event(0, ShiftChange.ON), event(1, ShiftChange.BREAK), event(2, ShiftChange.OFF)]
    keep(store, *reversed(events), event(1, ShiftChange.ON, "U2"), event(1, ShiftChange.ON, "U11"))

    assert store.shift_events("U1", since=START) == [stored(one) for one in events]
    later = store.shift_events("U1", since=START + timedelta(seconds=1))
    assert later == [stored(one) for one in events[1:]]


def test_work_is_read_from_a_moment_on_in_order(store: ConversationStore) -> None:
    times = [START + timedelta(minutes=minute, microseconds=minute) for minute in range(3)]
    work = [
        WorkDone(agent="U1", at=at.isoformat(), conversation=f"c{n}", ended="resolved")
        for n, at in enumerate(times)
    ]
    keep(store, *reversed(work), event(0, ShiftChange.ON))
    keep(store, WorkDone(agent="U2", at=times[0].isoformat(), conversation="c9", ended="resolved"))

    assert store.work_done("U1", since=START) == [stored(one) for one in work]
    assert store.work_done("U1", since=times[1]) == [stored(one) for one in work[1:]]
    assert store.work_done("U1", since=times[2] + timedelta(seconds=1)) == []


def test_who_must_give_cases_back_is_due_until_they_have(store: ConversationStore) -> None:
    agent = Agent(id="U1", display_name="Ana", returning_at=START)
    keep(store, agent, Agent(id="U2", display_name="Ben"))
    assert store.find_due(START, limit=10) == [Due(agent="U1")]

    read = store.find_agent("U1")
    assert read is not None
    store.commit([Put(Agent(id="U1", display_name="Ana", version=read.version))])

    assert store.find_due(START + timedelta(days=1), limit=10) == []
