"""What the human who takes a case knows before they read it, and what the customer was told."""

import pytest

from tests.journeys.world import SMS, WEB, World
from warmline.application.ports import Answer
from warmline.domain.articles import ArticleVersion
from warmline.domain.brief import MOST_LINES
from warmline.domain.conversation import Head
from warmline.domain.errors import ResponderUnavailable
from warmline.domain.handoff import Reason
from warmline.domain.states import State


def brief(world: World, conversation: str) -> dict[str, str]:
    """The brief on the card, line by line."""
    world.settle()
    card = world.desk.cards[world.desk.posted[-1]]
    head = world.head(conversation)
    assert card.brief == head.brief
    lines = card.brief.splitlines()
    assert 0 < len(lines) <= MOST_LINES
    return dict(line.split(": ", 1) for line in lines)


def test_an_ask_brings_a_brief_of_what_was_wanted_and_tried() -> None:
    world = World()
    article = ArticleVersion("returns/return-an-item", "0123456789abcdef")
    world.script.append(Answer("Within 30 days.", articles=(article,), quoted=True))
    conversation = world.customer("How do I return a lamp?", WEB).conversation
    world.settle()
    world.customer("a person please", WEB)

    told = brief(world, conversation)

    assert told["Wants"] == "“How do I return a lamp?”, then “a person please”"
    assert told["Tried"] == "article returns/return-an-item"
    assert told["Who"].startswith("not identified, writes in web chat, in English")


def test_with_the_model_down_the_brief_is_made_without_it() -> None:
    world = World()
    world.script.append(ResponderUnavailable("timeout"))
    conversation = world.customer("Where is order 7?").conversation

    told = brief(world, conversation)

    assert world.head(conversation).reason is Reason.MODEL_UNAVAILABLE
    assert told["Wants"] == "“Where is order 7?”"
    assert told["Next"]


def test_the_handoff_button_without_a_word_has_a_brief() -> None:
    world = World()
    conversation = world.customer("", WEB, wants_human=True).conversation

    assert brief(world, conversation)["Wants"] == "a person; they have written nothing yet"


def test_every_handoff_says_why_by_a_signal_that_fired() -> None:
    world = World()
    conversation = world.customer("I want to talk to a human").conversation
    world.settle()

    card = world.desk.cards[world.desk.posted[-1]]
    [fired] = [one for one in card.signals if one.code is Reason.ASKED_FOR_HUMAN and one.fires]
    assert fired.evidence
    assert card.signals == world.head(conversation).signals


def test_the_customer_is_told_what_was_passed_on_and_how_to_leave_the_line() -> None:
    world = World()
    conversation = world.customer("agent please").conversation
    world.settle()
    told = world.channels[SMS.channel].texts[-1]
    assert "read this conversation" in told

    world.customer("never mind")

    assert 'write "never mind"' in told
    assert world.head(conversation).state is State.BOT


def test_nobody_in_distress_is_invited_to_leave_the_line() -> None:
    world = World()
    world.customer("Somebody stole my card and charged $900 to my account!")
    world.settle()

    assert "never mind" not in " ".join(world.channels[SMS.channel].texts)
    assert only_head(world).state is State.WAITING


@pytest.mark.parametrize(
    ("language", "ask"),
    [
        ("en", "I would like to talk to a person"),
        ("es", "Quiero hablar con una persona"),
        ("fr", "Je voudrais parler à une personne"),
        ("de", "Ich möchte mit einem Menschen sprechen"),
        ("pt", "Quero falar com uma pessoa"),
        ("ar", "أريد التحدث مع موظف من فضلك"),
    ],
)
def test_a_first_text_is_answered_in_its_language(language: str, ask: str) -> None:
    world = World()
    conversation = world.customer(ask).conversation
    world.settle()

    say = world.house.phrases.say
    notice = say("handoff_asked_for_human", language, SMS.channel)
    assert world.channels[SMS.channel].texts[-1].startswith(notice)
    assert world.head(conversation).state is State.WAITING


def test_a_customer_who_goes_on_in_another_language_is_told_in_that_one() -> None:
    world = World()
    world.customer("Where is my order?")
    world.settle()
    world.customer("Prefiero seguir en español, quiero hablar con una persona")
    world.settle()

    spanish = world.house.phrases.say("handoff_asked_for_human", "es", SMS.channel)
    assert world.channels[SMS.channel].texts[-1].startswith(spanish)


def only_head(world: World) -> Head:
    [head] = [row for row in world.memory.rows.values() if isinstance(row, Head)]
    return head
