"""Carriers' reserved words: the whole message or nothing."""

# ruff: noqa: RUF001  # full-width and other digits and letters are the point

import pytest

from warmline.domain.keywords import Keyword, read_keyword


@pytest.mark.parametrize(
    "text",
    [
        "STOP",
        "stop.",
        "Stop  ",
        " StOp!!",
        "STOPALL",
        "stop all",
        "UNSUBSCRIBE",
        "Cancel",
        "END",
        "quit",
        "REVOKE",
        "OPTOUT",
        "opt-out",
        "Opt out",
        "“STOP”",
        "Stop 🙏",
        "ＳＴＯＰ",
        "stöp",
        "S.T.O.P.",
    ],
)
def test_stop_words_stop(text: str) -> None:
    assert read_keyword(text) is Keyword.STOP


@pytest.mark.parametrize("text", ["START", "start!", "Unstop", " unstop "])
def test_start_words_start(text: str) -> None:
    assert read_keyword(text) is Keyword.START


@pytest.mark.parametrize("text", ["HELP", "help?", "Info", "info."])
def test_help_words_ask_for_help(text: str) -> None:
    assert read_keyword(text) is Keyword.HELP


def test_yes_starts_only_a_number_that_is_opted_out() -> None:
    assert read_keyword("YES", opted_out=True) is Keyword.START
    assert read_keyword("YES") is None


@pytest.mark.parametrize(
    "text",
    [
        "please stop",
        "stop. thank you",
        "stop texting me",
        "stop?",
        "don't stop",
        "cancel my order",
        "the end",
        "I need help",
        "information",
        "stopp",
        "",
        "   ",
        "0",
        "stop " * 20,
    ],
)
def test_anything_more_than_the_word_is_no_keyword(text: str) -> None:
    assert read_keyword(text) is None


@pytest.mark.parametrize(
    ("text", "told", "keyword"),
    [
        ("ARRET", "STOP", Keyword.STOP),
        ("stop", "START", Keyword.START),
        ("anything", "help", Keyword.HELP),
        ("stop", "", Keyword.STOP),
        ("hello", "UNKNOWN", None),
    ],
)
def test_what_the_carrier_says_wins_over_the_text(
    text: str, told: str, keyword: Keyword | None
) -> None:
    assert read_keyword(text, told) is keyword
