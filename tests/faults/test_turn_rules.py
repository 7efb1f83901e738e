"""What a bot's turn answers, what it drops, and that nobody waits for ever for it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.faults.scenes import Meanwhile, bot_messages
from tests.journeys.world import SMS, WEB, World
from tests.laws.checks import check_at_rest, check_safety
from tests.laws.faults import Crash, Killable
from warmline.application.ports import Answer, TurnRequest
from warmline.domain.address import Address
from warmline.domain.entries import Kind
from warmline.domain.handoff import Reason
from warmline.domain.states import State

DEADLINE = 18
MARGIN = 2
MODEL = 12
RESPOND = 3
"""The number of the model's call among those of a turn."""
REDRAFT = 8
FASTER = settings(max_examples=60, deadline=None)


def thinks(world: World, seconds: float, meanwhile: Callable[[], object]) -> None:
    """Have the next answer take a while, in whose middle something happens."""

    def respond(request: TurnRequest) -> Answer:
        world.clock.forward(seconds / 2)
        meanwhile()
        world.clock.forward(seconds / 2)
        return Answer("Draft: " + " | ".join(request.questions))

    world.script.append(respond)


@pytest.mark.parametrize("address", [SMS, WEB])
@given(seconds=st.floats(0, 30))
@FASTER
def test_an_overtaken_draft_is_dropped_only_while_there_is_time_for_another(
    address: Address, seconds: float
) -> None:
    world = World()
    first = world.customer("Where is my parcel?", address)
    turn_began = world.clock()
    second = []
    thinks(world, seconds, lambda: second.append(world.customer("Number 77", address)))

    world.take_turn(first.conversation, first.sequence)

    left = DEADLINE - (world.clock() - turn_began).total_seconds()
    said = bot_messages(world, first.conversation)
    head = world.head(first.conversation)
    if left > REDRAFT:
        assert said == []
        assert head.marks.turn_lease_until is None
    else:
        [draft] = said
        assert draft.text.endswith("Draft: Where is my parcel?")
        assert head.answered_through == draft.answered_through == first.sequence
    assert head.unanswered
    assert ("turn", second[0].sequence) in hinted(world)

    world.live(60)
    check_safety(world)
    check_at_rest(world)
    answer = bot_messages(world, first.conversation)[-1].text
    assert answer.endswith("Re: Number 77" if said else "Re: Where is my parcel? | Number 77")


def hinted(world: World) -> set[tuple[str, int]]:
    names = (one.name.split() for one in world.listed.pending)
    return {(name[0], int(name[1])) for name in names if name[0] == "turn"}


@given(
    gaps=st.lists(st.floats(0, 7), min_size=1, max_size=8),
    thinking=st.lists(st.floats(0, 11), max_size=4),
    address=st.sampled_from([SMS, WEB]),
)
@settings(max_examples=150, deadline=None)
def test_every_message_is_answered_exactly_once_however_they_come(
    gaps: list[float], thinking: list[float], address: Address
) -> None:
    world = World()
    for seconds in thinking:
        thinks(world, seconds, world.stream)
    for number, gap in enumerate(gaps):
        conversation = world.customer(f"Question {number}.", address).conversation
        world.settle(gap)
    world.live(60)

    check_safety(world)
    check_at_rest(world)
    answered = "\n".join(one.text for one in bot_messages(world, conversation))
    if world.head(conversation).state is State.BOT:
        for number in range(len(gaps)):
            assert answered.count(f"Question {number}.") == 1
    else:
        assert world.head(conversation).reason is Reason.TURN_OVERDUE


@given(gaps=st.lists(st.floats(0, 0.9), min_size=1, max_size=5))
@FASTER
def test_messages_without_a_quiet_second_between_them_get_one_answer(gaps: list[float]) -> None:
    world = World()
    conversation = world.customer("Hi there you").conversation
    for number, gap in enumerate(gaps):
        world.settle(gap)
        world.customer(f"And {number} more")
    world.settle(4)
    [answer] = bot_messages(world, conversation)
    assert answer.text.count("And") == len(gaps)


def test_someone_who_never_stops_typing_is_answered_after_five_seconds() -> None:
    world = World()
    conversation = world.customer("Word 0").conversation
    for number in range(1, 30):
        world.settle(0.5)
        world.customer(f"Word {number}")
        if bot_messages(world, conversation):
            break
    [first] = bot_messages(world, conversation)
    waited = (first.at - world.log(conversation)[0].at).total_seconds()
    assert 5 <= waited < 7
    world.settle(20)
    answers = bot_messages(world, conversation)
    assert len(answers) == 2
    assert not world.head(conversation).unanswered


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_a_claim_at_any_moment_of_a_turn_leaves_the_bot_silent(*, after: bool) -> None:
    calls = claimed_at(-1, after=after).calls
    for at in range(calls):
        meanwhile = claimed_at(at, after=after)
        assert meanwhile.killed_in
    assert calls > 5
    assert "respond" in claimed_at(RESPOND, after=after).killed_in


def claimed_at(at: int, *, after: bool) -> Meanwhile:
    """Have the customer ask and an agent claim at one call of the turn's."""
    meanwhile = Meanwhile(at, after=after)
    world = World(around=lambda adapter: Killable(adapter, meanwhile))
    world.hire()
    received = world.customer("Where is my parcel?")

    def act() -> None:
        world.customer("a human please")
        world.actions.claim("U0ANA", received.conversation)

    meanwhile.calls, meanwhile.act = 0, act
    world.take_turn(received.conversation, received.sequence)
    turn = Meanwhile(calls=meanwhile.calls, killed_in=meanwhile.killed_in)
    meanwhile.at = -1
    world.live(60)
    check_safety(world)
    check_at_rest(world)
    said = bot_messages(world, received.conversation)
    if turn.killed_in:
        claim = next(one for one in world.log(received.conversation) if one.kind is Kind.CLAIMED)
        assert [one for one in said if one.sequence > claim.sequence] == []
    return turn


@given(thinking=st.floats(0, 40), began=st.floats(0, 17.9))
@FASTER
def test_the_wakeup_at_the_deadline_hands_off_whatever_the_lease(
    thinking: float, began: float
) -> None:
    world = World()
    received = world.customer("Where is my parcel?")
    start = world.head(received.conversation).opened_at
    world.clock.forward(began)

    def respond(_: TurnRequest) -> Answer:
        ends = world.clock() + timedelta(seconds=thinking)
        world.clock.now = max(world.clock.now, min(ends, start + timedelta(seconds=DEADLINE)))
        world.look_at(received.conversation)
        world.clock.now = max(world.clock.now, ends)
        return Answer("My answer")

    world.script.append(respond)
    world.take_turn(received.conversation, received.sequence)
    world.live(40)

    head = world.head(received.conversation)
    asked = bool(world.script) is False
    in_time = asked and began + thinking < DEADLINE
    assert (head.state is State.BOT) == in_time
    assert len(bot_messages(world, received.conversation)) == in_time
    if not in_time:
        assert head.reason is Reason.TURN_OVERDUE
    check_safety(world)
    check_at_rest(world)


@given(began=st.floats(0, 17.9))
@FASTER
def test_the_model_gets_what_is_left_less_a_margin_and_never_too_much(began: float) -> None:
    world = World()
    received = world.customer("Where is my parcel?")
    world.clock.forward(began)
    asked: list[TurnRequest] = []

    def respond(request: TurnRequest) -> Answer:
        asked.append(request)
        return Answer("Here")

    world.script.append(respond)
    world.take_turn(received.conversation, received.sequence)

    left = DEADLINE - began - MARGIN
    if left <= 0:
        assert asked == []
        assert world.head(received.conversation).reason is Reason.TURN_OVERDUE
    elif left > 0.01:
        assert asked[0].seconds_left == pytest.approx(min(left, MODEL), abs=0.01)


def test_a_deadline_is_set_by_the_oldest_message_and_not_moved_by_a_newer() -> None:
    world = World()
    conversation = world.customer("Where is my parcel?").conversation
    deadline = world.head(conversation).marks.turn_deadline
    world.clock.forward(9)
    world.customer("Hello?")
    assert world.head(conversation).marks.turn_deadline == deadline


def test_a_draft_of_before_the_case_was_handed_back_is_dropped() -> None:
    """The bot has the case again, but in another epoch: the human's note is not in that draft."""
    world = World()
    world.hire()
    received = world.customer("Where is my parcel?")

    def there_and_back() -> None:
        world.customer("", wants_human=True)
        world.actions.claim("U0ANA", received.conversation)
        world.actions.hand_back("U0ANA", received.conversation, note="Sent again.")

    thinks(world, 10, there_and_back)
    world.take_turn(received.conversation, received.sequence)
    assert bot_messages(world, received.conversation) == []
    world.live(30)
    assert len(bot_messages(world, received.conversation)) == 1
    check_safety(world)
    check_at_rest(world)


def test_a_hint_that_meets_a_live_lease_comes_again_when_it_ends() -> None:
    world = World(turn_deadline_seconds=60)
    received = world.customer("Where is my parcel?")
    world.script.append(Crash("with the lease"))
    with pytest.raises(Crash):
        world.take_turn(received.conversation, received.sequence)
    leased_until = world.head(received.conversation).marks.turn_lease_until
    assert leased_until is not None
    world.take_turn(received.conversation, received.sequence)
    [again] = [one for one in world.listed.pending if one.name == f"turn {received.sequence}"]
    assert abs((again.due - leased_until).total_seconds()) < 1
