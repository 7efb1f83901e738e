"""The queue as the store reads it: lanes apart, in the order of who counts as waiting longest."""

from datetime import timedelta

from tests.adapters.store.rows import a_head, stored
from tests.adapters.store.test_reading import keep
from tests.journeys.world import START
from warmline.application.ports import ConversationStore
from warmline.domain.agent import Agent
from warmline.domain.conversation import Head
from warmline.domain.queueing import Lane, Place, lanes_for
from warmline.domain.states import State
from warmline.domain.writes import Put

MAIN = Lane()


def waiting(id_: str, minute: float, **more: object) -> Head:
    since = START + timedelta(minutes=minute)
    return a_head(id=id_, state=State.WAITING, waiting_since=since, **more)


def names(places: list[Place]) -> list[str]:
    return [place.conversation for place in places]


def test_who_waits_longest_comes_first_whichever_shard_they_are_in(
    store: ConversationStore,
) -> None:
    keep(store, *(waiting(f"c{minute}", minute) for minute in (7, 3, 9, 1, 5)))

    assert names(store.waiting([MAIN], limit=5)) == ["c1", "c3", "c5", "c7", "c9"]


def test_a_head_start_moves_a_case_ahead_by_just_so_much(store: ConversationStore) -> None:
    keep(store, waiting("first", 0), waiting("vip", 19, head_start_seconds=1200))
    keep(store, waiting("late", 21, head_start_seconds=1200))

    assert names(store.waiting([MAIN], limit=5)) == ["vip", "first", "late"]


def test_a_place_says_since_when_the_case_counts_as_waiting(store: ConversationStore) -> None:
    keep(store, waiting("c/1 #2", 4, head_start_seconds=60))

    assert store.waiting([MAIN], limit=5) == [Place(START + timedelta(minutes=3), "c/1 #2")]


def test_nobody_is_found_in_a_lane_that_is_not_theirs(store: ConversationStore) -> None:
    keep(
        store,
        waiting("anyone", 1),
        waiting("spanish", 2, needs_language="es"),
        waiting("payments", 3, skill="payments"),
        waiting("both", 4, needs_language="es", skill="payments"),
        waiting("billing", 5, team="billing"),
        waiting("for-ben", 6, reserved_for="U0BEN"),
    )
    ana = Agent(id="U0ANA", display_name="Ana")
    ben = Agent(id="U0BEN", display_name="Ben", languages=("es",), skills=("payments",))
    eve = Agent(id="U0EVE", display_name="Eve", team="billing")

    assert names(store.waiting(lanes_for(ana), limit=5)) == ["anyone"]
    assert set(names(store.waiting(lanes_for(ben), limit=5))) == {
        *("anyone", "spanish", "payments", "both", "for-ben"),
    }
    assert names(store.waiting(lanes_for(eve), limit=5)) == ["billing"]


def test_who_was_claimed_is_in_no_lane(store: ConversationStore) -> None:
    keep(store, waiting("c1", 1))
    head = store.find_head("c1")
    assert head is not None
    store.commit([Put(stored_as(head, state=State.WITH_AGENT, agent="U0ANA"))])

    assert store.waiting([MAIN], limit=5) == []


def test_those_ahead_are_counted_up_to_the_limit(store: ConversationStore) -> None:
    keep(store, *(waiting(f"c{minute:02}", minute) for minute in range(30)))
    moment = START + timedelta(minutes=20)

    assert store.count_waiting([MAIN], before=moment, limit=100) == 20
    assert store.count_waiting([MAIN], before=moment, limit=12) == 12
    assert store.count_waiting([MAIN], before=START, limit=100) == 0


def test_everybody_who_was_ever_an_agent_is_listed(store: ConversationStore) -> None:
    people = [Agent(id=f"U{number}", display_name=f"Agent {number}") for number in range(5)]
    keep(store, *people, a_head(), waiting("c2", 1))

    assert sorted(store.agents(), key=lambda agent: agent.id) == [stored(one) for one in people]


def stored_as(head: Head, **more: object) -> Head:
    return a_head(**{field: getattr(head, field) for field in Head.__dataclass_fields__} | more)
