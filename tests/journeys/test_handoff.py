"""From a question to a human's answer and the end: the main path, in memory."""

from datetime import timedelta

import pytest

from tests.journeys.world import DESK, SMS, WEB, World
from warmline.application.ports import Answer
from warmline.domain.address import Address, Channel
from warmline.domain.conversation import Posted, fold
from warmline.domain.entries import Outcome
from warmline.domain.errors import Refusal, Refused
from warmline.domain.handoff import Reason
from warmline.domain.states import State


@pytest.mark.parametrize("address", [SMS, WEB, Address.slack(team="T1", channel="D1", user="U9")])
def test_the_whole_journey(address: Address) -> None:
    world = World()
    world.hire()
    sent = world.channels[address.channel]

    first = world.customer("How do I return an item?", address)
    world.settle()
    assert "AI" in sent.texts[-1]
    assert sent.texts[-1].endswith("Re: How do I return an item?")

    world.customer("I want to talk to a person", address)
    assert world.head(first.conversation).state is State.WAITING
    world.settle()
    card = world.desk.cards[world.desk.posted[0]]
    assert card.reason is Reason.ASKED_FOR_HUMAN
    assert "Customer: How do I return an item?" in world.thread[0]

    world.actions.claim("U0ANA", first.conversation, Posted(channel=DESK, ts="1.0001"))
    world.settle()
    assert "Ana" in sent.texts[-1]
    world.words("Hello, Ana here.", ts="900.1")
    world.settle()
    assert sent.texts[-1] == "Hello, Ana here."
    assert world.desk.reactions == [("900.1", "white_check_mark")]

    world.customer("Great!", address)
    world.settle()
    assert world.thread[-1] == f"{card.alias}: Great!"

    world.actions.resolve("U0ANA", first.conversation)
    world.settle()
    head = world.head(first.conversation)
    assert (head.state, head.outcome) == (State.CLOSED, Outcome.CONFIRMED)
    assert world.desk.cards["1.0001"].state is State.CLOSED
    agent = world.store.find_agent("U0ANA")
    assert agent is not None
    assert agent.open_count == 0
    assert world.store.open_cases("U0ANA") == []


def test_a_card_is_one_message_edited_in_place() -> None:
    world = World()
    world.hire()
    conversation = world.customer("human").conversation
    world.settle()
    world.actions.claim("U0ANA", conversation)
    world.settle()
    world.actions.release("U0ANA", conversation)
    world.settle()
    assert world.desk.posted == ["1.0001"]


def test_a_lease_that_ends_returns_the_case_and_tells_both() -> None:
    world = World(lease_seconds=90)
    world.hire()
    conversation = world.customer("agent please").conversation
    world.settle()
    world.actions.claim("U0ANA", conversation)
    world.settle()
    claimed = world.head(conversation).epoch
    world.live(200)

    head = world.head(conversation)
    assert head.state is State.WAITING
    assert head.epoch == claimed + 1
    assert head.effective_since is not None
    assert head.waiting_since is not None
    assert head.effective_since == head.waiting_since - timedelta(minutes=20)
    assert any("U0ANA" in line and "back in the queue" in line for line in world.thread)
    assert "back in line" in world.channels[Channel.SMS].texts[-1]
    with pytest.raises(Refused) as refused:
        world.words("Sorry, I was away")
    assert refused.value.reason is Refusal.NOT_YOURS


def test_a_reply_ends_the_lease_until_the_customer_writes_again() -> None:
    world = World(lease_seconds=90)
    world.hire()
    conversation = world.customer("agent please").conversation
    world.settle()
    world.actions.claim("U0ANA", conversation)
    world.words("Here I am")
    world.live(600)
    assert world.head(conversation).state is State.WITH_AGENT
    world.customer("And now?")
    world.live(200)
    assert world.head(conversation).state is State.WAITING


def test_the_card_says_until_when_to_answer_only_while_the_customer_waits() -> None:
    world = World()
    world.hire()
    conversation = world.customer("agent please").conversation
    world.settle()
    card = world.desk.posted[-1]
    world.actions.claim("U0ANA", conversation)
    world.settle()
    assert world.desk.cards[card].lease_until is not None
    world.words("Here I am")
    world.settle()
    assert world.desk.cards[card].lease_until is None
    world.customer("And now?")
    world.settle()
    assert world.desk.cards[card].lease_until is not None


def test_only_the_holders_plain_words_go_out() -> None:
    world = World()
    world.hire()
    world.hire("U0BEN", "Ben")
    conversation = world.customer("agent please").conversation
    world.settle()
    world.actions.claim("U0ANA", conversation)
    world.settle()
    before = list(world.channels[Channel.SMS].texts)
    world.words("// he sounds upset")
    with pytest.raises(Refused) as refused:
        world.words("I would refund this", "U0BEN")
    world.settle()
    assert refused.value.holder == "Ana"
    assert world.channels[Channel.SMS].texts == before


def test_with_the_stream_off_everything_happens_within_two_minutes() -> None:
    world = World()
    world.stream_on = False
    world.hire()
    conversation = world.customer("How do I return an item?").conversation
    world.live(120)
    assert world.channels[Channel.SMS].texts[0].endswith("Re: How do I return an item?")
    world.customer("human please")
    world.live(120)
    assert len(world.desk.posted) == 1
    world.actions.claim("U0ANA", conversation)
    world.words("Hello from Ana")
    world.live(120)
    assert world.channels[Channel.SMS].texts[-1] == "Hello from Ana"


def test_three_messages_in_two_seconds_get_one_answer() -> None:
    world = World()
    conversation = world.customer("hi there you").conversation
    world.settle(0.7)
    world.customer("my parcel number 77 is late")
    world.settle(0.7)
    world.customer("what now")
    world.settle()
    assert len(world.channels[Channel.SMS].texts) == 1
    assert world.head(conversation).unanswered is False


def test_the_head_is_what_its_log_adds_up_to() -> None:
    world = World()
    world.hire()
    conversation = world.customer("Where is my parcel?").conversation
    world.settle()
    world.customer("human")
    world.settle()
    world.actions.claim("U0ANA", conversation)
    world.actions.hand_back("U0ANA", conversation, note="Sent a new label.")
    world.settle()
    head = world.head(conversation)
    folded = fold(world.log(conversation))
    assert folded.state is State.BOT
    assert folded == type(head)(
        **{name: getattr(head, name) for name in head.__dataclass_fields__}
        | {"marks": folded.marks, "version": folded.version}
    )


def test_a_bare_ask_that_is_handed_back_is_not_answered_as_a_question() -> None:
    world = World()
    world.hire()
    conversation = world.customer("I want a human").conversation
    world.settle()
    world.actions.claim("U0ANA", conversation)
    world.actions.hand_back("U0ANA", conversation)
    world.live(60)
    assert "Re: I want a human" not in " ".join(world.channels[Channel.SMS].texts)
    assert world.head(conversation).state is State.BOT


def test_a_question_that_was_waiting_with_the_ask_is_answered_after_the_hand_back() -> None:
    world = World()
    world.hire()
    conversation = world.customer("Where is my parcel?").conversation
    world.customer("I want a human")
    world.settle()
    world.actions.claim("U0ANA", conversation)
    world.actions.hand_back("U0ANA", conversation)
    world.live(60)
    assert "Where is my parcel?" in world.channels[Channel.SMS].texts[-1]


def test_a_card_that_is_back_with_the_bot_is_told_of_an_opt_out() -> None:
    world = World()
    world.hire()
    conversation = world.customer("human").conversation
    world.settle()
    world.actions.claim("U0ANA", conversation)
    world.actions.hand_back("U0ANA", conversation)
    world.settle()
    world.customer("STOP")
    world.settle()
    assert world.desk.cards[world.desk.posted[0]].state is State.CLOSED


def test_a_first_text_tells_the_language_that_the_line_speaks() -> None:
    world = World()
    world.customer("Quiero hablar con una persona")
    world.settle()
    say = world.house.phrases.say
    keys = ("handoff_asked_for_human", "place_in_line", "wait_unknown", "while_you_wait")
    spanish = " ".join(say(key, "es", Channel.SMS, place="1") for key in keys)
    assert world.channels[Channel.SMS].texts == [spanish]


def test_what_was_not_answered_by_the_one_who_hands_back_the_bot_answers_at_once() -> None:
    world = World()
    world.hire()
    conversation = world.customer("human").conversation
    world.settle()
    world.actions.claim("U0ANA", conversation)
    world.words("Hello, Ana here.")
    world.customer("Where is my parcel?")
    world.settle()
    world.actions.hand_back("U0ANA", conversation)
    world.settle(3)
    assert world.channels[Channel.SMS].texts[-1].endswith("Re: Where is my parcel?")


def test_the_desk_is_not_shown_again_what_it_saw_before_it_handed_back() -> None:
    world = World()
    world.hire()
    conversation = world.customer("Is my lamp ready?").conversation
    world.settle()
    world.customer("human")
    world.settle()
    world.actions.claim("U0ANA", conversation)
    world.actions.hand_back("U0ANA", conversation)
    world.settle()
    world.customer("And the shade of it?")
    world.settle()
    world.customer("human")
    world.settle()
    first, second = [line for line in world.thread if "Customer:" in line]
    assert "Is my lamp ready?" in first
    assert "And the shade of it?" in second
    assert "Is my lamp ready?" not in second


def test_a_yes_to_the_bots_offer_of_a_person_is_an_ask() -> None:
    world = World()
    world.script.append(Answer("I do not have that. Shall I get a person?", offers_human=True))
    conversation = world.customer("Do you sell boats?").conversation
    world.settle()
    world.customer("yes")
    assert world.head(conversation).state is State.WAITING


def test_a_yes_to_anything_else_is_none() -> None:
    world = World()
    world.script.append(Answer("I do not have that. Shall I get a person?", offers_human=True))
    conversation = world.customer("Do you sell boats?").conversation
    world.settle()
    world.customer("What about lamps?")
    world.settle()
    world.customer("yes")
    assert world.head(conversation).state is State.BOT
