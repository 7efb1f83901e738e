"""Faults 30 to 32 and 34: Slack says not now, no, or nothing, and the line goes on."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import count, pairwise
from typing import Any

import pytest

from tests.journeys.world import DESK, SMS, FakeClock, RememberingDesk, World
from tests.laws.checks import check_at_rest, check_safety
from warmline.application.note_card import NoteCard
from warmline.domain.address import Address
from warmline.domain.card import Card
from warmline.domain.conversation import Posted
from warmline.domain.errors import (
    DeskUnreachable,
    PermanentDeliveryError,
    TemporaryDeliveryError,
    UnknownDelivery,
)
from warmline.domain.outgoing import Outgoing
from warmline.domain.states import State

MINUTE, HOUR = 60.0, 3600.0
NEARLY = 0.94
PATIENT: dict[str, Any] = {"forgotten_reminder_seconds": 100_000, "waiting_seconds": 100_000}
"""No line of our own in any thread, so that a test can count what there is."""

SURE = [
    DeskUnreachable(word)
    for word in ("channel_not_found", "is_archived", "not_in_channel", "token_revoked")
]
SILENT = [TemporaryDeliveryError("no_connection"), TemporaryDeliveryError("503")]


@dataclass
class TroubledDesk(RememberingDesk):
    """A desk that fails while `trouble` lasts, and keeps when it was called and posted to."""

    clock: FakeClock = field(default_factory=FakeClock)
    trouble: Exception | None = None
    calls: list[float] = field(default_factory=list)
    posts: list[float] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def show_card(self, card: Card, posted: Posted | None) -> Posted:
        self._fail()
        is_post = posted is None or posted.ts not in self.posted
        self._called(is_post=is_post)
        if posted is None or is_post:
            posted = Posted(channel=DESK, ts=f"{next(self.numbers)}.0001")
            self.posted.append(posted.ts)
        self.cards[posted.ts] = card
        return posted

    def post_in_thread(self, posted: Posted, row: Outgoing) -> str:
        self._called(is_post=True)
        return super().post_in_thread(posted, row)

    def react(self, row: Outgoing) -> None:
        self._called()
        super().react(row)

    def _called(self, *, is_post: bool = False) -> None:
        self.calls.append(self.clock().timestamp())
        if self.trouble is not None:
            raise self.trouble
        if is_post:
            self.posts.append(self.clock().timestamp())


class TroubledWorld(World):
    """A line whose Slack can be in trouble; `told` is what the alarm counts."""

    def _wire(self) -> None:
        self.slack = self.desk = TroubledDesk(clock=self.clock)
        self.told: list[str] = []
        super()._wire()
        self.deliver = replace(self.deliver, note=self.told.append)
        self.note_card = NoteCard(self.store, self.clock, self.settling.patience)

    def gaps(self) -> list[float]:
        return [later - earlier for earlier, later in pairwise(self.slack.posts)]


def customer(number: int) -> Address:
    return Address.sms(f"+1555000{number:04}", "+15550006789")


def said_in(world: World, thread: str) -> list[str]:
    """What people said, as a card's thread shows it, without who said it."""
    return [line.rpartition(": ")[2] for line in world.desk.threads.get(thread, [])]


def waiting(world: World, cases: int) -> list[str]:
    """So many customers ask for a person, two seconds after each other."""
    found = []
    for number in range(cases):
        found.append(world.customer("human please", customer(number)).conversation)
        world.settle(2)
    return found


@pytest.mark.fault(30)
def test_a_desk_that_says_when_is_not_called_before_and_the_card_is_posted_once() -> None:
    world = TroubledWorld(**PATIENT)
    world.slack.trouble = TemporaryDeliveryError("ratelimited", retry_after=timedelta(seconds=30))
    started = world.clock().timestamp()
    cases = waiting(world, 3)
    assert len(world.slack.calls) == 1, "one asks for all"
    assert len(world.channels[SMS.channel].texts) == 3, "customers hear all the same"
    world.slack.trouble = None
    world.live(2 * MINUTE)
    assert world.slack.calls[1] - started >= 30
    assert len(world.desk.posted) == len(cases)
    assert all(gap >= NEARLY for gap in world.gaps()), world.gaps()
    assert world.told == [], "to be asked to wait is no alarm"
    check_at_rest(world)


@pytest.mark.fault(31)
def test_a_card_whose_post_was_not_answered_is_one_card_in_the_end() -> None:
    world = TroubledWorld()
    world.desk.failures.append(UnknownDelivery("no_answer"))
    conversation = world.customer("human please").conversation
    world.settle(1)
    lost = Posted(channel=DESK, ts="0.9999")  # taken by Slack all the same
    world.desk.posted.append(lost.ts)
    world.settle(30)
    assert len(world.desk.posted) == 2

    world.note_card(conversation, lost)
    world.settle(5)

    [only] = world.desk.posted
    assert world.head(conversation).marks.card == Posted(channel=DESK, ts=only)
    check_safety(world)
    check_at_rest(world)


@pytest.mark.fault(31)
def test_a_card_whose_event_comes_before_it_is_posted_again_stays_the_only_one() -> None:
    world = TroubledWorld()
    world.desk.failures.append(UnknownDelivery("no_answer"))
    conversation = world.customer("human please").conversation
    world.settle(1)
    lost = Posted(channel=DESK, ts="0.9999")
    world.desk.posted.append(lost.ts)

    world.note_card(conversation, lost)
    world.live(MINUTE)

    assert world.desk.posted == [lost.ts]
    assert said_in(world, lost.ts) == ["human please"]
    check_at_rest(world)


@pytest.mark.fault(32)
@pytest.mark.parametrize("trouble", [*SURE, *SILENT, UnknownDelivery("no_answer")], ids=str)
def test_after_an_hour_without_slack_the_cards_come_in_the_queues_order(
    trouble: Exception,
) -> None:
    world = TroubledWorld(**PATIENT, vips=["+15550000009"])
    world.slack.trouble = trouble
    cases = waiting(world, 12)
    world.live(HOUR)
    assert all(world.head(one).state is State.WAITING for one in cases)
    assert len(world.slack.calls) < 80, "about one question a minute, whoever waits"
    assert world.told, "somebody is told"
    assert set(world.told) == {str(trouble)}

    world.slack.trouble, world.slack.calls = None, []
    world.live(3 * MINUTE)

    heads = sorted(map(world.head, cases), key=lambda head: str(head.effective_since))
    assert heads[0].id != cases[0], "a head start counts"
    asked_first, *in_order = [world.desk.cards[ts].conversation for ts in world.desk.posted]
    assert in_order == [head.id for head in heads if head.id != asked_first]
    assert all(gap >= NEARLY for gap in world.gaps()), world.gaps()
    assert len(world.slack.calls) == 2 * len(cases), "a card and a thread each, and no more"
    check_safety(world)
    check_at_rest(world)


@pytest.mark.fault(32)
def test_the_desk_is_found_back_within_a_minute_and_a_half() -> None:
    world = TroubledWorld(**PATIENT)
    world.slack.trouble = SURE[0]
    waiting(world, 5)
    world.live(HOUR)
    world.slack.trouble = None
    back = world.clock().timestamp()
    world.live(10 * MINUTE)
    assert world.slack.posts[0] - back <= 61
    assert world.slack.posts[-1] - back <= 90


@pytest.mark.fault(32)
def test_cases_are_claimed_answered_and_ended_while_nothing_can_be_posted() -> None:
    world = TroubledWorld()
    world.hire()
    before = world.customer("human please", customer(1)).conversation
    world.settle()
    world.slack.trouble = SURE[1]
    unseen = world.customer("human please", customer(2)).conversation
    world.live(10 * MINUTE)

    world.actions.claim("U0ANA", before, Posted(channel=DESK, ts=world.desk.posted[0]))
    assert world.actions.next("U0ANA").id == unseen, "without any card"
    world.words("Hello, Ana here.", thread=world.desk.posted[0])
    world.live(MINUTE)
    assert "Hello, Ana here." in world.channels[SMS.channel].texts
    world.actions.resolve("U0ANA", unseen)
    world.customer("one more thing", customer(1))

    world.slack.trouble = None
    world.live(10 * MINUTE)
    shown = world.desk.cards[world.desk.posted[0]]
    assert (shown.conversation, shown.state) == (before, State.WITH_AGENT)
    assert "one more thing" in said_in(world, world.desk.posted[0])
    assert [name for _, name in world.desk.reactions] == ["white_check_mark"]
    world.settle(10)
    check_at_rest(world)


@pytest.mark.fault(32)
def test_the_cases_that_agents_hold_come_back_before_the_queue() -> None:
    world = TroubledWorld(**PATIENT, lease_seconds=100_000)
    world.hire()
    held = world.customer("human please", customer(1)).conversation
    world.settle()
    world.actions.claim("U0ANA", held)
    world.settle()
    world.slack.trouble = SURE[2]
    waiting_cases = [
        world.customer("human please", customer(number)).conversation for number in range(2, 12)
    ]
    world.live(10 * MINUTE)
    world.customer("are you there?", customer(1))
    world.live(10 * MINUTE)

    world.slack.trouble, world.slack.posts = None, []
    back = world.clock().timestamp()
    world.settle(90)

    [thread] = [at for at, card in world.desk.cards.items() if card.conversation == held]
    assert "are you there?" in said_in(world, thread)
    assert len(world.desk.posted) == 1 + len(waiting_cases)
    assert world.slack.posts[2] - back < 70


@pytest.mark.fault(32)
def test_reminders_of_what_was_before_are_not_told_when_slack_is_back() -> None:
    world = TroubledWorld()
    world.hire()
    world.slack.trouble = SURE[0]
    waiting(world, 3)
    world.live(HOUR)
    world.slack.trouble = None
    world.live(2 * MINUTE)
    for ts in world.desk.posted:
        lines = world.desk.threads[ts]
        assert len([line for line in lines if "still waiting" in line]) <= 1, lines
        assert len(lines) <= 4, lines


@pytest.mark.fault(32)
def test_a_worker_that_dies_while_it_brings_the_desk_back_leaves_nothing_behind() -> None:
    world = TroubledWorld(**PATIENT)
    world.slack.trouble = SURE[0]
    cases = waiting(world, 6)
    world.live(20 * MINUTE)
    world.slack.trouble = None
    world.listed.pending.clear()  # every hint is lost, the one that would ask too
    world.live(15 * MINUTE)
    assert len(world.desk.posted) == len(cases)
    check_at_rest(world)


@pytest.mark.fault(32)
def test_a_message_that_slack_does_not_want_keeps_no_other_from_the_desk() -> None:
    world = TroubledWorld(**PATIENT)
    world.desk.failures.append(PermanentDeliveryError("invalid_blocks"))
    cases = waiting(world, 3)
    world.settle(20)
    assert len(world.desk.posted) == len(cases)
    assert world.told == []


@pytest.mark.fault(32)
def test_a_stumble_of_slacks_is_no_alarm() -> None:
    world = TroubledWorld(**PATIENT)
    world.slack.trouble = SILENT[0]
    waiting(world, 3)
    world.settle(10)
    world.slack.trouble = None
    world.live(5 * MINUTE)
    assert world.told == []
    assert len(world.desk.posted) == 3
    check_at_rest(world)


@pytest.mark.fault(34)
def test_a_holder_who_vanishes_is_reminded_and_then_the_case_is_back_with_a_head_start() -> None:
    world = TroubledWorld()
    conversation = world.hold()
    epoch = world.head(conversation).epoch
    world.live(10.2 * MINUTE)
    assert [line for line in world.thread if "The customer is waiting for you" in line]
    assert world.head(conversation).agent == "U0ANA"
    world.live(5 * MINUTE)
    head = world.head(conversation)
    assert (head.state, head.epoch) == (State.WAITING, epoch + 1)
    assert head.head_start_seconds > 0
    assert head.effective_since is not None
    assert head.waiting_since is not None
    assert head.effective_since < head.waiting_since
    assert [line for line in world.thread if "<@U0ANA>" in line and "back in the queue" in line]
