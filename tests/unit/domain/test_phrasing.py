"""Lines of words, and where a text says one of them."""

import time
from importlib import import_module

import pytest

from warmline.domain.phrasing import check_lines, find_phrase, find_phrases, find_run, split

TABLES = (
    "topic_words",
    "topic_words_more",
    "self_harm_words",
    "emotion_words",
    "progress_words",
)


def tables() -> list[tuple[str, str]]:
    """Every table of lines that the rules hold, by module and name."""
    found: list[tuple[str, str]] = []
    for name in TABLES:
        for key, held in vars(import_module(f"warmline.domain.{name}")).items():
            texts = held.values() if isinstance(held, dict) else [held]
            lines = (text for text in texts if isinstance(text, str) and "\n    (" in text)
            found += [(f"{name}.{key}", text) for text in lines]
    return found


def test_a_line_is_found_with_its_words_one_after_the_other() -> None:
    assert find_phrase("lost my card", split("I lost my CARD!")) == "lost my card"
    assert find_phrase("lost my card", split("I lost the card")) == ""


def test_a_word_may_be_one_of_several_or_missing() -> None:
    table = "(lost|stolen) (my |the )?card"

    assert find_phrase(table, split("stolen card")) == "stolen card"
    assert find_phrase(table, split("he lost the card")) == "lost the card"


def test_a_gap_stands_for_up_to_three_words_and_two_for_six() -> None:
    assert find_phrase("call .. police", split("call the town police"))
    assert find_phrase("call .. police", split("call police"))
    assert not find_phrase("call .. police", split("call a b c d police"))
    assert find_phrase("call .. .. police", split("call a b c d police"))


def test_a_line_goes_on_while_a_bracket_is_open() -> None:
    table = """
        (lost|
            stolen) card
    """
    assert find_phrase(table, split("stolen card")) == "stolen card"


def test_words_are_whole_words() -> None:
    assert not find_phrase("sue you", split("I issue you a card, sue your"))


def test_every_phrase_that_is_said_is_found() -> None:
    assert list(find_phrases("(angry|mad)", split("mad, so mad, angry"))) == ["mad", "mad", "angry"]


def test_chinese_is_read_without_spaces() -> None:
    assert find_run("自杀|去世", "我 想自杀") == "自杀"
    assert find_run("自杀", "suicide") == ""


@pytest.mark.parametrize("line", ["(a|(b|c)) d", "(just )?died", ".. died", r"\w+ died"])
def test_a_line_that_could_never_be_found_is_named(line: str) -> None:
    assert check_lines(line) == [line]


@pytest.mark.parametrize(("name", "table"), tables())
def test_every_line_of_the_rules_can_be_found(name: str, table: str) -> None:
    assert check_lines(table) == [], name


@pytest.mark.parametrize(("name", "table"), tables())
def test_every_line_of_the_rules_is_read_as_it_is_meant(name: str, table: str) -> None:
    """A bracket without its partner, or a doubled space, would never match."""
    find_phrase(table, [word for line in table.split() for word in split(line)])
    assert all(table.count(left) == table.count(right) for left, right in ("()", "[]")), name
    assert "  " not in table.replace("\n    ", "\n").replace("    ", ""), name


def test_a_long_text_costs_no_more_than_what_is_read_of_it() -> None:
    tables_of_rules = [table for _, table in tables()]
    text = "i really want to make a charge that i did not " * 50_000
    started = time.perf_counter()
    for table in tables_of_rules:
        list(find_phrases(table, split(text)))

    assert time.perf_counter() - started < 2
