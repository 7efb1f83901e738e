"""A message that looks as if more were to come, and the pause that it gets."""

import pytest

from tests.journeys.world import WEB, World
from warmline.domain.address import Channel
from warmline.domain.policy import Policy
from warmline.domain.unfinished import looks_unfinished

UNFINISHED = [
    "hi",
    "Hello!",
    "Hi there",
    "I have a question",
    "hola, tengo una pregunta",
    "Guten Tag, ich habe eine Frage,",
    "bonjour",
    "السلام عليكم",
    "so I ordered a lamp and",
    "my order number is:",
    "well...",
    "lamp",
]
FINISHED = [
    "Where is my order?",
    "where is my order",
    "I want to return a chair",
    "¿Dónde está mi pedido?",
    "refund?",
    "yes",
    "no thanks",
    "FO-20260098",
    "thank you",
    "It broke. Now what?",
    "",
    "?",
]


@pytest.mark.parametrize("text", UNFINISHED)
def test_an_opener_or_an_open_end_looks_unfinished(text: str) -> None:
    assert looks_unfinished(text)


@pytest.mark.parametrize("text", FINISHED)
def test_a_question_and_a_whole_sentence_look_finished(text: str) -> None:
    assert not looks_unfinished(text)


def test_the_pause_is_the_longer_of_the_two() -> None:
    policy = Policy.read({"quiet_seconds": {"web": 0, "sms": 3, "slack": 1}})

    assert policy.quiet(Channel.WEB, "Where is it?").total_seconds() == 0
    assert policy.quiet(Channel.WEB, "hi").total_seconds() == 1
    assert policy.quiet(Channel.SMS, "hi").total_seconds() == 3


def test_three_messages_on_the_web_in_two_seconds_get_one_answer_without_a_pause() -> None:
    world = World()
    conversation = world.customer("hi", WEB).conversation
    for text in ("i have a question about my order,", "where is it?"):
        world.settle(0.7)
        world.customer(text, WEB)
    world.settle(0.1)

    answers = [row.text for row in world.channels[Channel.WEB].sent if row.text.count("|")]
    assert len(answers) == 1
    assert not world.head(conversation).unanswered
