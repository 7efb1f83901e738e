"""Texts become the numbers that the tokenizer's own package would give them."""

import json
from importlib import resources

import pytest

from warmline.adapters.knowledge.wordpieces import WordPieces


@pytest.fixture(scope="module")
def pieces() -> WordPieces:
    tokenizer = json.loads(
        resources.files("warmline_minilm").joinpath("tokenizer.json").read_bytes()
    )
    return WordPieces(tokenizer["model"]["vocab"])


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Where is my order?", [2073, 2003, 2026, 2344, 1029]),
        (
            "\u00dcn\u00efc\u00f6d\u00e9 na\u00efve \u00a35, don't!",
            [27260, 15743, 27813, 1010, 2123, 1005, 1056, 999],
        ),
        (
            "\u5317\u4eac a_b@c.d",
            [1781, 1755, 1037, 1035, 1038, 1030, 1039, 1012, 1040],
        ),
        ("unbelievableness \U0001f389 \u00bd", [23653, 2791, 100, 1092]),
        ("x" * 101, [100]),
        ("", []),
        (
            "nbsp\u00a0zero\u200bwidth\u0007bell",
            [1050, 5910, 2361, 5717, 9148, 11927, 2232, 17327],
        ),
    ],
)
def test_the_numbers_are_those_of_the_tokenizers_package(
    pieces: WordPieces, text: str, numbers: list[int]
) -> None:
    assert pieces.numbers(text, 128) == [101, *numbers, 102]


def test_a_long_text_is_cut_between_its_marks(pieces: WordPieces) -> None:
    assert pieces.numbers("where is my very late order", 6) == [101, 2073, 2003, 2026, 2200, 102]
