"""What an agent says can be taken back for a moment, and changed later where that is possible."""

import pytest

from tests.journeys.remembering import ScriptedResponder
from tests.journeys.world import SLACK, SMS, WEB, World
from tests.laws.checks import check_at_rest, check_safety
from warmline.application.editing import Edited
from warmline.application.reply import Heard
from warmline.domain.address import Address, Channel
from warmline.domain.entries import Kind, Role
from warmline.domain.errors import Refusal, Refused
from warmline.domain.records import HeldReply
from warmline.domain.states import State

ANA = "U0ANA"


def held(
    address: Address = SMS,
    *,
    undo_seconds: float = 5,
    lease_seconds: float = 900,
    lease_reminder_seconds: float = 600,
) -> tuple[World, str]:
    world = World(
        undo_seconds=undo_seconds,
        lease_seconds=lease_seconds,
        lease_reminder_seconds=lease_reminder_seconds,
    )
    return world, world.hold(address)


def texts(world: World, channel: Channel = Channel.SMS) -> list[str]:
    return world.channels[channel].texts


def refusal(world: World, conversation: str, ts: str, user: str = ANA) -> Refusal:
    with pytest.raises(Refused) as refused:
        world.decide_held.take_back(user, conversation, ts)
    return refused.value.reason


def test_a_reply_goes_out_when_its_time_to_be_taken_back_is_over() -> None:
    world, _ = held()

    assert world.words("Your parcel is in Leeds.", ts="900.1") is Heard.HELD
    world.settle(4)
    assert "Your parcel is in Leeds." not in texts(world)
    world.settle(2)

    assert texts(world)[-1] == "Your parcel is in Leeds."
    world.settle(2)
    assert ("900.1", "white_check_mark") in world.desk.reactions
    check_safety(world)
    check_at_rest(world)


def test_a_reply_that_is_taken_back_in_time_never_goes_out() -> None:
    world, conversation = held()
    world.words("Oh no, wrong window", ts="900.1")

    world.decide_held.take_back(ANA, conversation, "900.1")
    world.live(130)

    assert "Oh no, wrong window" not in texts(world)
    assert refusal(world, conversation, "900.1") is Refusal.TOO_LATE
    assert not world.memory.held_replies(conversation)
    check_safety(world)


def test_slack_that_brings_words_again_does_not_bring_back_what_was_taken_back() -> None:
    world, conversation = held()
    world.words("Oh no, wrong window", ts="900.1")
    world.decide_held.take_back(ANA, conversation, "900.1")

    world.words("Oh no, wrong window", ts="900.1")
    world.live(130)

    assert "Oh no, wrong window" not in texts(world)


def test_what_has_gone_out_cannot_be_taken_back() -> None:
    world, conversation = held()
    world.words("Your parcel is in Leeds.", ts="900.1")
    world.settle(6)

    assert refusal(world, conversation, "900.1") is Refusal.TOO_LATE


def test_nobody_takes_back_a_colleagues_words() -> None:
    world, conversation = held()
    world.hire("U0BEN", "Ben")
    world.words("Your parcel is in Leeds.", ts="900.1")

    assert refusal(world, conversation, "900.1", "U0BEN") is Refusal.NOT_YOURS
    assert refusal(world, conversation, "900.1", "U0EVE") is Refusal.NOT_AN_AGENT
    world.settle(6)
    assert texts(world)[-1] == "Your parcel is in Leeds."


def test_replies_keep_their_order() -> None:
    world, _ = held()
    for number in range(4):
        world.words(f"Part {number}", ts=f"900.{number}")
        world.settle(1)
    world.settle(8)

    assert texts(world)[-4:] == ["Part 0", "Part 1", "Part 2", "Part 3"]
    check_safety(world)


@pytest.mark.parametrize("act", ["release", "resolve", "hand_back"])
def test_what_is_held_goes_out_before_the_case_leaves_its_holder(act: str) -> None:
    world, conversation = held()
    world.words("It is on its way. Goodbye!", ts="900.1")

    getattr(world.actions, act)(ANA, conversation)
    world.settle(3)

    kinds = [entry.kind for entry in world.log(conversation)]
    said = next(n for n, e in enumerate(world.log(conversation)) if e.text.endswith("Goodbye!"))
    ended = {"release": Kind.RELEASED, "resolve": Kind.CLOSED, "hand_back": Kind.HANDED_BACK}[act]
    assert said < kinds.index(ended)
    assert texts(world).count("It is on its way. Goodbye!") == 1
    assert refusal(world, conversation, "900.1") is Refusal.TOO_LATE
    check_safety(world)


def test_an_opt_out_removes_what_is_held_and_its_writer_is_told() -> None:
    world, conversation = held()
    world.words("One more thing", ts="900.1")

    world.customer("STOP", SMS)
    world.live(130)

    assert "One more thing" not in texts(world)
    assert not world.memory.held_replies(conversation)
    assert any("Not sent, the customer has opted out" in line for line in world.thread)
    check_safety(world)
    check_at_rest(world)


def test_the_words_of_somebody_suspended_meanwhile_stay_at_the_desk() -> None:
    world, conversation = held()
    world.words("You will regret this", ts="900.1")
    world.hire(active=False, on_shift=False, open_count=1)

    world.settle(8)

    assert "You will regret this" not in texts(world)
    assert any("you no longer had the case" in line for line in world.thread)
    check_safety(world)
    assert not world.memory.held_replies(conversation)


def test_the_lease_waits_while_a_reply_is_held() -> None:
    world, conversation = held(lease_seconds=60, lease_reminder_seconds=1000, undo_seconds=30)
    world.settle(40)
    world.words("I am still looking", ts="900.1")
    world.live(25, sweep_every=5)

    assert world.head(conversation).state is State.WITH_AGENT
    world.live(20, sweep_every=5)
    assert texts(world)[-1] == "I am still looking"
    assert world.head(conversation).state is State.WITH_AGENT


def test_words_that_are_taken_back_give_the_lease_its_time_again_and_no_more() -> None:
    world, conversation = held(lease_seconds=60, lease_reminder_seconds=1000, undo_seconds=30)
    before = world.head(conversation).marks.lease_until
    assert before is not None
    world.words("I am still looking", ts="900.1")
    world.settle(20)
    world.decide_held.take_back(ANA, conversation, "900.1")

    after = world.head(conversation).marks.lease_until
    assert after is not None
    assert 19 < (after - before).total_seconds() < 22
    world.live(120, sweep_every=5)
    assert world.head(conversation).state is State.WAITING


def test_what_the_customer_writes_meanwhile_is_not_answered_by_what_was_held() -> None:
    world, conversation = held()
    world.words("It is in Leeds.", ts="900.1")
    world.settle(2)
    world.customer("Sorry, I meant my other parcel", SMS)
    world.settle(8)

    head = world.head(conversation)
    assert head.unanswered
    assert head.marks.lease_until is not None
    check_safety(world)


def test_without_the_stream_a_held_reply_goes_out_by_the_sweeper() -> None:
    world, _ = held()
    world.stream_on = False
    world.words("It is in Leeds.", ts="900.1")
    world.live(130)

    assert texts(world).count("It is in Leeds.") == 1


# Edits


def test_an_edit_in_time_changes_what_goes_out() -> None:
    world, _ = held()
    world.words("It is in Leads.", ts="900.1")

    assert world.change_words("It is in Leeds.", ts="900.1").outcome is Edited.CHANGED
    world.settle(8)

    assert texts(world)[-1] == "It is in Leeds."
    assert "It is in Leads." not in texts(world)


@pytest.mark.parametrize("text", ["", "// it is in Leeds"])
def test_a_reply_deleted_or_made_a_note_in_time_does_not_go_out(text: str) -> None:
    world, _ = held()
    world.words("It is in Leeds.", ts="900.1")

    assert world.change_words(text, ts="900.1").outcome is Edited.TAKEN_BACK
    world.live(130)

    assert not [one for one in texts(world) if "Leeds" in one]


def test_a_later_edit_takes_the_messages_place_on_the_web_once() -> None:
    world, conversation = held(WEB)
    world.words("It is in Leads.", ts="900.1")
    world.settle(8)

    first = world.change_words("It is in Leeds.", ts="900.1")
    again = world.change_words("It is in Leeds.", ts="900.1")
    world.settle(3)

    assert (first.outcome, again.outcome) == (Edited.CARRIED_OVER, Edited.NOTHING)
    said, edit = (e for e in world.log(conversation) if e.role is Role.AGENT and e.visible)
    assert (edit.kind, edit.edits, edit.text) == (Kind.EDIT, said.sequence, "It is in Leeds.")
    sent = world.channels[Channel.WEB].sent[-1].entry
    assert sent is not None
    assert (sent.sequence, sent.kind) == (edit.sequence, Kind.EDIT)
    check_safety(world)
    check_at_rest(world)


def test_a_message_deleted_later_is_said_to_be_taken_back() -> None:
    world, conversation = held(WEB)
    world.words("It is in Leads.", ts="900.1")
    world.settle(8)

    assert world.change_words("", ts="900.1").outcome is Edited.CARRIED_OVER
    assert world.change_words("", ts="900.1").outcome is Edited.NOTHING
    assert world.log(conversation)[-1].text == "This message was taken back."


def test_a_later_edit_reaches_a_customer_in_slack_where_they_read_it() -> None:
    world, _ = held(SLACK)
    world.words("It is in Leads.", ts="900.1")
    world.settle(8)
    sent = world.channels[Channel.SLACK].sent[-1]
    provider_id = world.memory.find_outgoing(sent.target, sent.sequence)
    assert provider_id is not None

    world.change_words("It is in Leeds.", ts="900.1")
    world.settle(3)

    edit = world.channels[Channel.SLACK].sent[-1]
    assert (edit.text, edit.ts) == ("It is in Leeds.", provider_id.provider_id)


def test_a_text_message_cannot_be_changed_and_its_writer_hears_why() -> None:
    world, conversation = held()
    world.words("It is in Leads.", ts="900.1")
    world.settle(8)

    for text in ("It is in Leeds.", ""):
        with pytest.raises(Refused) as refused:
            world.change_words(text, ts="900.1")
        assert refused.value.reason is Refusal.CANNOT_BE_EDITED
    assert not [entry for entry in world.log(conversation) if entry.kind is Kind.EDIT]


def test_who_has_lost_the_case_changes_nothing_any_more() -> None:
    world, conversation = held(WEB)
    world.words("It is in Leads.", ts="900.1")
    world.settle(8)
    world.actions.release(ANA, conversation)

    with pytest.raises(Refused) as refused:
        world.change_words("It is in Leeds.", ts="900.1")
    assert refused.value.reason is Refusal.NOT_YOURS


def test_no_edit_sends_a_note() -> None:
    world, _ = held()
    world.words("// he sounds upset", ts="900.1")

    assert world.change_words("he sounds upset", ts="900.1").outcome is Edited.NEVER_SENT
    world.live(70)
    assert not [one for one in texts(world) if "upset" in one]


def test_the_bot_goes_by_what_the_customer_reads_now() -> None:
    world, conversation = held(WEB)
    world.words("It is in Leads.", ts="900.1")
    world.settle(8)
    world.change_words("It is in Leeds.", ts="900.1")
    world.actions.hand_back(ANA, conversation)
    world.customer("When will it come?", WEB)
    world.settle(8)

    bot = world.responder
    assert isinstance(bot, ScriptedResponder)
    said = [one.text for one in bot.asked[-1].history]
    assert "It is in Leeds." in said
    assert "It is in Leads." not in said


# Words that look meant for a colleague


def test_what_looks_internal_goes_nowhere_before_its_writer_says_so() -> None:
    world, conversation = held()

    assert world.words("this customer is impossible", ts="900.1") is Heard.ASKED
    world.live(130)
    assert "this customer is impossible" not in texts(world)

    world.decide_held.send(ANA, conversation, "900.1")
    world.settle(3)
    assert texts(world)[-1] == "this customer is impossible"
    check_safety(world)


def test_what_its_writer_keeps_stays_a_note() -> None:
    world, conversation = held()
    world.words("@ben can you look?", ts="900.1")

    world.decide_held.take_back(ANA, conversation, "900.1")
    world.live(70)

    assert "@ben can you look?" not in texts(world)
    with pytest.raises(Refused, match="too_late"):
        world.decide_held.send(ANA, conversation, "900.1")


def test_what_was_said_before_goes_out_first() -> None:
    world, conversation = held()
    world.words("First the good news.", ts="900.1")
    world.words("the client will be glad", ts="900.2")
    world.words("Third thing.", ts="900.3")

    world.decide_held.send(ANA, conversation, "900.2")
    world.settle(9)

    assert texts(world)[-3:] == ["First the good news.", "the client will be glad", "Third thing."]
    check_safety(world)


def test_the_lease_does_not_wait_for_an_answer_to_the_question() -> None:
    world, conversation = held(lease_seconds=60, lease_reminder_seconds=1000)
    world.words("this customer is impossible", ts="900.1")

    world.live(130)

    assert world.head(conversation).state is State.WAITING
    assert any("you were asked whether to send it" in line for line in world.thread)
    assert not [row for row in world.memory.rows.values() if isinstance(row, HeldReply)]
    assert "this customer is impossible" not in texts(world)


def test_better_words_instead_of_a_yes_go_out() -> None:
    world, _ = held()
    world.words("this customer needs a label", ts="900.1")

    heard = world.change_words("I am sending you a label.", ts="900.1")
    world.settle(3)

    assert heard.outcome is Edited.SENT
    assert texts(world)[-1] == "I am sending you a label."


def test_an_edit_that_looks_internal_is_asked_about_too() -> None:
    world, conversation = held(WEB)
    world.words("It is in Leeds.", ts="900.1")
    world.settle(8)

    asked = world.change_words("@ben it is in Leeds?", ts="900.1")
    world.live(70)
    assert asked.outcome is Edited.ASKED
    assert texts(world, Channel.WEB)[-1] == "It is in Leeds."

    world.decide_held.send(ANA, conversation, "900.1")
    world.settle(3)
    assert texts(world, Channel.WEB)[-1] == "@ben it is in Leeds?"
    check_safety(world)


def test_an_edit_while_held_that_looks_internal_stops_it() -> None:
    world, _ = held()
    world.words("It is in Leeds.", ts="900.1")

    assert world.change_words("@ben is it in Leeds?", ts="900.1").outcome is Edited.ASKED
    world.live(70)

    assert not [one for one in texts(world) if "Leeds" in one]
