"""One post a second a Slack channel, cards and threads together; trouble stays where it is."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.journeys.world import DESK, FakeClock, RememberingDesk, World
from tests.laws.checks import check_at_rest, check_safety
from warmline.application.pacing import EDIT_BURST
from warmline.domain.address import Address, Channel
from warmline.domain.card import Card
from warmline.domain.conversation import Posted
from warmline.domain.errors import PermanentDeliveryError, TemporaryDeliveryError, UnknownDelivery
from warmline.domain.outgoing import Outgoing, Status, thread_target
from warmline.domain.records import Pace
from warmline.domain.writes import Put

EDITS = "slack#edits"
SECOND = timedelta(seconds=1)
NEARLY = timedelta(seconds=0.94)


@dataclass
class TimedDesk(RememberingDesk):
    """Keeps when each message was posted; edits are not posts."""

    clock: FakeClock = field(default_factory=FakeClock)
    times: list[float] = field(default_factory=list)
    failing: Exception | None = None
    shown: int = 0

    def show_card(self, card: Card, posted: Posted | None) -> Posted:
        self.shown += 1
        self._note(is_post=posted is None)
        return super().show_card(card, posted)

    def post_in_thread(self, posted: Posted, row: Outgoing) -> str:
        self._note(is_post=True)
        return super().post_in_thread(posted, row)

    def _note(self, *, is_post: bool) -> None:
        if is_post:
            self.times.append(self.clock().timestamp())
        if self.failing is not None:
            raise self.failing


class PacedWorld(World):
    """A line whose desk keeps the time."""

    def _wire(self) -> None:
        self.timed = self.desk = TimedDesk(clock=self.clock)
        super()._wire()

    @property
    def gaps(self) -> list[float]:
        return [later - earlier for earlier, later in pairwise(self.timed.times)]


def customer(number: int) -> Address:
    return Address.sms(f"+1555000{number:04}", "+15550006789")


@given(
    gaps=st.lists(st.floats(0, 3), min_size=1, max_size=8),
    words=st.lists(st.tuples(st.integers(0, 7), st.floats(0, 2)), max_size=10),
)
@settings(max_examples=60, deadline=None)
def test_cards_and_threads_share_one_post_a_second(
    gaps: list[float], words: list[tuple[int, float]]
) -> None:
    world = PacedWorld()
    for number, gap in enumerate(gaps):
        world.customer("human please", customer(number))
        world.settle(gap)
    for number, gap in words:
        world.customer("and this", customer(number % len(gaps)))
        world.settle(gap)
    world.live(120)
    check_safety(world)
    check_at_rest(world)
    assert all(gap >= NEARLY.total_seconds() for gap in world.gaps), world.gaps


def test_an_hour_of_slacks_trouble_makes_no_storm_of_hints_nor_of_posts() -> None:
    cases = 20
    world = PacedWorld(forgotten_reminder_seconds=100_000)
    world.timed.failing = TemporaryDeliveryError("503")
    for number in range(cases):
        world.customer("human please", customer(number))
        world.customer("and this", customer(number))
    world.live(600)
    hinted = next(world.listed.numbers)
    world.live(3000)
    assert next(world.listed.numbers) - hinted < cases * 2 * 50, "more than one hint a minute each"
    world.timed.failing = None
    world.timed.times.clear()
    world.live(600)
    check_at_rest(world)
    assert len(world.desk.posted) == cases
    assert all(gap >= NEARLY.total_seconds() for gap in world.gaps), world.gaps


def test_a_card_that_changed_many_times_in_slacks_trouble_is_shown_once_as_it_is() -> None:
    world = PacedWorld()
    world.hire()
    world.timed.failing = TemporaryDeliveryError("503")
    conversation = world.customer("human please").conversation
    for number in range(10):
        world.customer(f"And {number}")
        world.settle(5)
    world.timed.failing = None
    shown = world.timed.shown
    world.live(60)
    assert world.timed.shown == shown + 1
    assert world.desk.cards["1.0001"].last_words == "And 9"
    check_at_rest(world)
    assert world.head(conversation).marks.card is not None


def test_a_customer_who_never_stops_typing_costs_slack_some_fifty_edits_a_minute() -> None:
    world = PacedWorld(forgotten_reminder_seconds=100_000, waiting_seconds=100_000)
    conversation = world.customer("human please").conversation
    world.settle(5)
    started = world.clock()
    for number in range(240):
        world.customer(f"And {number}")
        world.settle(0.5)
    minutes = (world.clock() - started) / timedelta(minutes=1)
    edits = world.timed.shown - len(world.desk.posted)
    assert 30 <= edits <= 30 + 50 * minutes + 2
    world.live(60)
    assert world.desk.cards["1.0001"].last_words == "And 239"
    assert world.head(conversation).marks.card is not None
    check_at_rest(world)


def test_a_desk_that_never_tells_is_asked_ever_more_rarely() -> None:
    world = PacedWorld(forgotten_reminder_seconds=100_000)
    world.customer("human please")
    world.timed.failing = UnknownDelivery("no_answer")
    world.live(600)
    assert 5 <= len(world.timed.times) <= 14


def test_a_line_that_waits_as_told_gathers_no_hints() -> None:
    world = World()
    channel = world.channels[Channel.SMS]
    channel.failures.append(TemporaryDeliveryError("20429", retry_after=600 * SECOND))
    for number in range(3):
        world.customer(f"Question {number}")
        world.settle(4)
    world.live(10)
    before = len(world.listed.pending)
    world.live(480)
    assert 1 <= len(world.listed.pending) <= before
    world.live(200)
    assert len(channel.sent) == 3


def test_a_429_of_one_channel_delays_no_other() -> None:
    world = World()
    slow = Address.slack(team="T1", channel="D0SLOW", user="U0CARL")
    quick = Address.slack(team="T1", channel="D0QUICK", user="U0DORA")
    channel = world.channels[Channel.SLACK]
    world.customer("Where is my parcel?", slow)
    channel.failures.append(TemporaryDeliveryError("ratelimited", retry_after=30 * SECOND))
    world.settle(3)
    world.customer("Where is my parcel?", quick)
    world.customer("Where is my parcel?")
    world.customer("human please", Address.web("session-0009"))
    world.settle(6)
    assert [row.target for row in channel.sent] == [quick.value]
    assert len(world.channels[Channel.SMS].texts) == 1
    assert len(world.desk.posted) == 1
    assert len(world.thread) == 1
    world.settle(30)
    assert [row.target for row in channel.sent] == [quick.value, slow.value]


def test_customers_in_slack_have_a_pace_of_their_own_channel() -> None:
    world = World()
    direct = [Address.slack(team="T1", channel=f"D{n}", user=f"U{n}") for n in range(5)]
    for address in direct:
        world.customer("Where is my parcel?", address)
    world.settle(2)
    times = [at for _, at in world.channels[Channel.SLACK].times]
    assert len(times) == len(direct)
    assert max(times) - min(times) < SECOND / 2


@pytest.mark.parametrize(
    "trouble", [TemporaryDeliveryError("503"), PermanentDeliveryError("is_archived")]
)
def test_the_desk_is_tried_without_end_while_the_case_is_open_and_ever_more_rarely(
    trouble: Exception,
) -> None:
    world = PacedWorld(forgotten_reminder_seconds=1_000_000)
    conversation = world.customer("human please").conversation
    world.timed.failing = trouble
    world.live(4 * 3600)
    assert len(world.gaps) > 40
    assert all(gap <= 5 * 60 + 1 for gap in world.gaps)
    assert all(gap >= 60 - 1 for gap in world.gaps[-20:])
    world.timed.failing = None
    world.live(400)
    check_at_rest(world)
    assert world.desk.posted == ["1.0001"]
    assert world.head(conversation).marks.card == Posted(channel=DESK, ts="1.0001")


def test_a_card_whose_customer_never_rests_has_its_turn_at_a_busy_desk_too() -> None:
    world = PacedWorld()
    world.hold()
    before = world.timed.shown
    for number in range(40):
        others_have = world.clock() + 20 * SECOND + EDIT_BURST
        pace = world.memory.find_pace(EDITS) or Pace(scope=EDITS, next_free=others_have)
        world.memory.commit([Put(replace(pace, next_free=others_have))])
        world.customer(f"and {number}")
        world.settle(3)
    assert world.timed.shown - before >= 3  # two minutes at a desk that is 20 s behind


def test_the_desk_is_not_tried_for_ever_once_the_case_is_closed() -> None:
    world = PacedWorld()
    world.timed.failing = TemporaryDeliveryError("503")
    conversation = world.customer("human please").conversation
    world.settle(5)
    world.customer("STOP")
    world.live(4 * 3600)
    rows = [row for row in world.memory.rows.values() if isinstance(row, Outgoing)]
    assert all(row.finished for row in rows)
    last = world.memory.last_outgoing(thread_target(conversation))
    assert last is not None
    assert last.status is Status.CANCELLED
