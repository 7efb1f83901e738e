"""Who asks for a human, and who only uses the words."""

# ruff: noqa: RUF001  # letters of other scripts look like Latin ones, and are meant

import statistics
import time
from pathlib import Path

import pytest

from warmline.domain.asking import (
    ASK_THRESHOLD,
    asks_for_human,
    asks_if_human,
    names_a_human,
    wants_no_human,
)

LINES = (Path(__file__).parent / "asking_examples.txt").read_text("utf-8").splitlines()
ASKS = [line[2:] for line in LINES if line.startswith("+ ")]
OTHERS = [line[2:] for line in LINES if line.startswith("- ")]


@pytest.mark.parametrize("text", ASKS)
def test_an_ask_for_a_human_is_heard(text: str) -> None:
    ask = asks_for_human(text)

    assert ask.score >= ASK_THRESHOLD
    assert ask.evidence


@pytest.mark.parametrize("text", OTHERS)
def test_the_words_alone_are_no_ask(text: str) -> None:
    assert asks_for_human(text).score < ASK_THRESHOLD


@pytest.mark.parametrize(
    "text",
    [
        "Are you human?",
        "am I talking to a robot?",
        "¿eres humano?",
        "bist du ein Mensch?",
        "es-tu un humain ?",
        "você é humano?",
        "هل أنت إنسان",
        "क्या आप इंसान हैं",
        "insan mısın",
        "你是真人吗",
        "are you real?",
        "who am I talking to?",
        "human or bot?",
        "¿hablo con un humano?",
        "spreche ich mit einem echten Menschen?",
        "هل أنت روبوت أم إنسان؟",
        "क्या मैं इंसान से बात कर रहा हूँ?",
    ],
)
def test_who_is_there_is_a_question_of_its_own(text: str) -> None:
    assert asks_if_human(text)
    assert asks_for_human(text).score < ASK_THRESHOLD


@pytest.mark.parametrize("text", ["human please", "where is my order", "is this for humans?", ""])
def test_other_messages_do_not_ask_who_is_there(text: str) -> None:
    assert not asks_if_human(text)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Hello! I want to talk to a real person about it", "talk to a real person"),
        ("i wnat to tlak toa humna", "tlak toa humna"),
        ("我要投訴，請轉接真人", "請轉接真人"),
    ],
)
def test_the_evidence_is_what_the_customer_wrote(text: str, evidence: str) -> None:
    assert asks_for_human(text).evidence == evidence


@pytest.mark.parametrize(
    "text",
    [
        "I don't want a human",
        "no human needed",
        "never mind",
        "no quiero hablar con un agente",
        "ich will keinen Menschen",
        "不要人工",
        "back to the bot",
    ],
)
def test_a_customer_can_want_no_human(text: str) -> None:
    assert wants_no_human(text)


@pytest.mark.parametrize(
    "text", ["I want a human", "I don't want to talk to a bot, I want a human", "hello", "no", ""]
)
def test_who_wants_a_human_or_says_nothing_of_it_takes_nothing_back(text: str) -> None:
    assert not wants_no_human(text)


def test_the_offer_of_a_person_is_recognised() -> None:
    assert names_a_human("Shall I get a person?")
    assert names_a_human("Soll ich einen Menschen holen?")
    assert not names_a_human("Anything else?")


@pytest.mark.parametrize(
    "hostile",
    [
        "talk " * 13000,
        "talk to x " * 6500,
        "dont want " * 6500,
        "a" * 65536,
        "agnet " * 11000,
        "are you " * 8000,
        "人工" * 32000,
        "转 " * 32000,
        "," * 65536,
        "é" * 65536,
        "请" * 65000,
    ],
)
def test_hostile_input_takes_little_time(hostile: str) -> None:
    start = time.perf_counter()
    asks_for_human(hostile)
    wants_no_human(hostile)

    assert time.perf_counter() - start < 2


def test_a_message_takes_less_than_a_millisecond() -> None:
    taken = []
    for text in ASKS + OTHERS:
        start = time.perf_counter()
        asks_for_human(text)
        taken.append(time.perf_counter() - start)

    assert statistics.median(taken) < 0.001
