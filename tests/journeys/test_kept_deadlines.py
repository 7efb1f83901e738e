"""Nothing open is ever without a time to look at it, and every look moves that time on."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.journeys.world import SMS, WEB, World
from tests.laws.checks import check_at_rest, check_safety
from warmline.application.ports import Answer, TurnRequest
from warmline.domain.address import Address, Channel
from warmline.domain.conversation import Head
from warmline.domain.entries import Kind, Outcome
from warmline.domain.handoff import Reason
from warmline.domain.outgoing import Outgoing
from warmline.domain.states import State

DAY = 86_400


def claimed_by_button(world: World) -> str:
    """A customer pressed for a human and wrote no word; Ana came."""
    conversation = world.customer("", WEB, wants_human=True).conversation
    world.settle()
    return conversation


def test_a_case_claimed_after_a_day_in_the_queue_is_not_closed_as_silent() -> None:
    world = World(forgotten_reminder_seconds=100_000)
    world.hire()
    conversation = claimed_by_button(world)
    world.live(2 * DAY, sweep_every=3600)
    world.actions.claim("U0ANA", conversation)

    world.live(600)

    assert world.head(conversation).state is State.WITH_AGENT


def test_a_case_handed_back_after_a_day_is_not_closed_as_silent() -> None:
    world = World(idle_seconds=DAY)
    world.hire()
    conversation = world.customer("human please").conversation
    world.settle()
    world.actions.claim("U0ANA", conversation)
    world.words("Done, anything else?")
    world.settle()
    world.clock.forward(DAY - 60)
    world.actions.hand_back("U0ANA", conversation)

    world.live(600)

    assert world.head(conversation).state is State.BOT


@pytest.mark.parametrize("words", ["human please", ""])
def test_a_running_lease_is_not_looked_at_for_silence(words: str) -> None:
    world = World(idle_seconds=100, lease_seconds=900)
    world.hire()
    conversation = world.customer(words, WEB, wants_human=True).conversation
    world.settle()
    world.actions.claim("U0ANA", conversation)
    world.clock.forward(400)

    head = world.head(conversation)
    assert head.due is not None
    assert head.due > world.clock()
    world.live(120)
    assert world.head(conversation).state is State.WITH_AGENT


def test_a_person_who_leaves_for_silence_says_so_and_the_bot_does_not() -> None:
    world = World(idle_seconds=100)
    world.hire()
    by_bot = world.customer("Where is my parcel?", SMS).conversation
    by_agent = world.customer("human please", WEB).conversation
    world.settle()
    world.actions.claim("U0ANA", by_agent)
    world.words("Here I am")
    world.live(400)

    assert {world.head(one).outcome for one in (by_bot, by_agent)} == {Outcome.ASSUMED}
    assert "haven't heard from you" in world.channels[Channel.WEB].texts[-1]
    assert world.channels[Channel.SMS].texts[-1].endswith("Re: Where is my parcel?")
    check_safety(world)
    check_at_rest(world)


def test_the_card_of_a_case_that_was_handed_back_shows_its_end() -> None:
    world = World(idle_seconds=100)
    world.hire()
    conversation = world.customer("human please").conversation
    world.settle()
    world.actions.claim("U0ANA", conversation)
    world.actions.hand_back("U0ANA", conversation)
    world.live(400)

    assert world.head(conversation).state is State.CLOSED
    check_at_rest(world)


def test_a_reservation_ends_at_its_own_time() -> None:
    world = World(reservation_seconds=100, forgotten_reminder_seconds=10_000)
    world.hire()
    first = world.customer("human please").conversation
    world.actions.claim("U0ANA", first)
    world.actions.resolve("U0ANA", first)
    conversation = world.customer("It is broken again, sadly").conversation
    assert world.head(conversation).reserved_for == "U0ANA"
    world.listed.pending.clear()

    world.live(170)

    assert world.head(conversation).reserved_for == ""


def slowly(world: World, seconds: float, second_message: str, address: Address) -> None:
    """Have the next draft overtaken by a message, when there is no time for another."""

    def respond(request: TurnRequest) -> Answer:
        world.customer(second_message, address)
        world.clock.forward(seconds)
        return Answer("Draft: " + " | ".join(request.questions))

    world.script.append(respond)


def test_what_an_answer_leaves_open_has_a_wakeup_at_its_own_deadline() -> None:
    world = World()
    world.stream_on = False
    received = world.customer("Where is my parcel?", WEB)
    slowly(world, 11, "It is number 77", WEB)
    world.take_turn(received.conversation, received.sequence)
    answered = world.clock()
    assert world.head(received.conversation).unanswered
    world.listed.pending = [one for one in world.listed.pending if one.name == "look"]

    world.settle(20)  # every hint of a turn is lost, and the sweeper is away

    head = world.head(received.conversation)
    assert (head.state, head.reason) == (State.WAITING, Reason.TURN_OVERDUE)
    handed_off = next(one for one in world.log(head.id) if one.kind is Kind.HANDED_OFF)
    assert handed_off.at - answered < timedelta(seconds=20)


def test_a_fresh_start_is_hinted_once_it_is_written_down() -> None:
    """A worker that is faster than the sweeper would find the old deadline, and apologise."""
    world = World()
    world.stream_on = False
    conversation = world.customer("Where is my parcel?").conversation
    world.clock.forward(30)
    told = world.hints.turn

    def at_once(conversation: str, sequence: int, *, delay: float = 0) -> None:
        told(conversation, sequence, delay=delay)
        world.take_turn(conversation, sequence)

    world.listed.turn = at_once  # type: ignore[method-assign]
    world.sweep()

    head = world.head(conversation)
    assert (head.state, head.unanswered) == (State.BOT, False)


def test_a_flood_of_unanswered_messages_is_read_by_its_end() -> None:
    world = World(lease_seconds=1_000_000)
    world.hire()
    world.stream_on = False
    conversation = world.customer("human please").conversation
    world.actions.claim("U0ANA", conversation)
    for number in range(1_000):
        world.customer(f"Question {number}")
    world.actions.hand_back("U0ANA", conversation)

    world.take_turn(conversation, world.head(conversation).last_sequence)

    [request] = world.responder.asked  # type: ignore[attr-defined]  # scripted
    assert 100 <= len(request.questions) <= 300
    assert request.questions[-1] == "Question 999"
    assert not world.head(conversation).unanswered


def test_rows_that_nobody_has_tried_are_due_too() -> None:
    world = World()
    world.stream_on = False
    world.customer("human please")

    rows = [row for row in world.memory.rows.values() if isinstance(row, Outgoing)]
    assert len(rows) == 3
    assert all(row.due is not None for row in rows)


def test_a_case_that_nothing_can_be_done_about_keeps_no_other_from_its_time() -> None:
    """Whatever is wrong with it: it is the longest overdue, and so the first of every run."""
    world = World()
    world.stream_on = False
    broken = world.customer("Where is my parcel?", SMS).conversation
    world.clock.forward(1)
    other = world.customer("Where is my parcel?", WEB).conversation
    found = world.memory.find_head

    def find_head(conversation: str) -> Head | None:
        if conversation == broken:
            raise ValueError("a row that no code understands")
        return found(conversation)

    world.memory.find_head = find_head  # type: ignore[method-assign]
    world.clock.forward(30)
    for at_once in (1, 8):
        with pytest.raises(ExceptionGroup):
            replace(world.sweep, at_once=at_once)()

    assert world.head(other).marks.turn_restarted
