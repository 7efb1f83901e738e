"""One slip of the finger is mended towards a word that the articles use."""

import pytest

from warmline.adapters.knowledge.typos import mended

VOCABULARY = {"refund": 9, "refunds": 3, "password": 2, "delivery": 8, "where": 5, "order": 4}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("refnd", "refund"),
        ("refumd", "refund"),
        ("erfund", "refund"),
        ("rrefund", "refund"),
        ("pasword", "password"),
        ("delivrey", "delivery"),
        ("dleievry", None),
        ("ordr", None),
        ("re4und", None),
        ("giraffe", None),
    ],
)
def test_one_slip_is_mended_and_no_more(typed: str, meant: str | None) -> None:
    assert mended(typed, VOCABULARY) == meant


def test_the_more_common_word_is_likelier() -> None:
    assert mended("refunde", VOCABULARY) == "refund"
