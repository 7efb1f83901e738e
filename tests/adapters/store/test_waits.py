"""What a customer is told of their wait is the same whichever table it is counted in."""

from datetime import timedelta

from tests.adapters.store.rows import StillClock
from tests.journeys.world import impatient, read_phrases
from warmline.application.change import House
from warmline.application.ports import ConversationStore
from warmline.application.receive_message import Incoming, ReceiveMessage
from warmline.application.wait_notices import find_wait
from warmline.domain.address import Address
from warmline.domain.conversation import Head
from warmline.domain.policy import Policy
from warmline.domain.records import Waited
from warmline.domain.waits import Lately
from warmline.domain.writes import Put

HOUSE = House(Policy.read({"languages": ["es"], "skills": {"fraud": "payments"}}), read_phrases())


def wait(
    store: ConversationStore, clock: StillClock, minutes: float, *, team: str = "main"
) -> None:
    """One wait that ended now."""
    at = clock()
    name = f"w{at.isoformat()}"
    store.commit([Put(Waited(team=team, at=at, conversation=name, seconds=60 * minutes))])


def ask(store: ConversationStore, clock: StillClock, number: int, words: str = "human") -> Head:
    receive = ReceiveMessage(store, HOUSE, clock, lambda: f"c{number}", impatient())
    incoming = Incoming(address=Address.web(f"session-{number:04}"), scope=f"s{number}", text=words)
    received = receive(incoming)
    head = store.find_head(received.conversation)
    assert head is not None
    return head


def test_the_latest_waits_of_a_team_come_newest_first(
    store: ConversationStore, clock: StillClock
) -> None:
    began = clock()
    for minutes in range(1, 8):
        clock.now += timedelta(seconds=1)
        wait(store, clock, minutes)
    wait(store, clock, 99, team="billing")

    latest = store.latest_waits("main", since=began + timedelta(seconds=3), limit=50)
    assert [row.seconds / 60 for row in latest] == [7, 6, 5, 4, 3]
    assert [row.seconds / 60 for row in store.latest_waits("main", since=began, limit=2)] == [7, 6]


def test_a_place_counts_those_before_in_every_lane_of_the_team(
    store: ConversationStore, clock: StillClock
) -> None:
    asked = ("human", "Quiero hablar con una persona", "Somebody stole my card!", "agent")
    heads = []
    for number, words in enumerate(asked):
        clock.now += timedelta(seconds=1)
        heads.append(ask(store, clock, number, words))
    assert len({(head.skill, head.needs_language) for head in heads}) == 3

    waits = [find_wait(store, head, HOUSE.policy, clock()) for head in heads]
    assert [one.place for one in waits if one] == [1, 2, 3, 4]
    assert heads[3].marks.told_place == 4


def test_five_waits_make_a_range(store: ConversationStore, clock: StillClock) -> None:
    for minutes in (2, 3, 4, 6, 9):
        clock.now += timedelta(seconds=1)
        wait(store, clock, minutes)
    head = ask(store, clock, 1)

    found = find_wait(store, head, HOUSE.policy, clock())
    assert found is not None
    assert found.lately == Lately(180, 360)
    assert head.marks.told_wait_seconds == 360
