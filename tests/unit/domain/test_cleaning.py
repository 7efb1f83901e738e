"""What is stored of a hostile text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.domain.cleaning import CUT_MARK, LONGEST_TEXT, clean

ANY_TEXT = st.text(st.characters(), max_size=200)
MARKS = st.text(st.sampled_from("ae\u0301\u0316\u0345\u0958\u09c7\u09be\u1100\u1161\u200d"))


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("  hello \n", "hello"),
        ("a\x00b\x07c\x7fd", "abcd"),
        ("one\r\ntwo\rthree\u2028four\tend", "one\ntwo\nthree\nfour\tend"),
        ("\u202eevil\u202c \u2066text\u2069", "evil text"),
        ("in\u200bvis\ufeffi\u00adble", "invisible"),
        ("\U000e0068\U000e0069 there", "there"),
        ("lone \ud800 surrogate", "lone  surrogate"),
        ("pair \ud83d\ude00", "pair \U0001f600"),
        ("cafe\u0301", "caf\u00e9"),
        ("\u2800\u3164", ""),
        ("\x00\u200b \ufeff", ""),
    ],
)
def test_hidden_and_hostile_characters_go(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@pytest.mark.parametrize(
    "text",
    [
        "\U0001f468\u200d\U0001f469\u200d\U0001f467 family",
        "\u2764\ufe0f heart",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",  # Persian joins words this way
        "\u0915\u094d\u200d\u0937",  # and Hindi letters
    ],
)
def test_what_emoji_and_scripts_need_stays(text: str) -> None:
    assert clean(text) == text


def test_towers_of_marks_are_bounded() -> None:
    assert clean("Z" + "\u0351" * 50) == "Z" + "\u0351" * 4


def test_a_long_text_is_cut_and_says_so() -> None:
    cleaned = clean("word " * 20_000)

    assert len(cleaned) <= LONGEST_TEXT
    assert cleaned.endswith(CUT_MARK)


@given(ANY_TEXT | MARKS)
def test_cleaning_again_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(ANY_TEXT)
def test_what_is_cleaned_can_be_stored(text: str) -> None:
    assert "\x00" not in clean(text)
    clean(text).encode()


@pytest.mark.parametrize("unit", ["a", "\u0301", "a\u0301\u0316", "\u200d", "\U0001f600", "\ud800"])
def test_hostile_input_takes_no_time(unit: str) -> None:
    start = time.perf_counter()
    clean(unit * 65_536)

    assert time.perf_counter() - start < 1
