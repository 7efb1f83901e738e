"""The grammar of the ask: every pattern finds its example, and the labelled rows are heard."""

import csv
import re
from pathlib import Path

import pytest

from warmline.domain.asking import ASK_THRESHOLD, asks_for_human
from warmline.domain.asking_patterns import PATTERNS, Pattern
from warmline.domain.asking_rows import row_of
from warmline.domain.asking_tables import tokens_of
from warmline.domain.folding import fold

LABELLED = Path(__file__).parents[3] / "eval" / "labels" / "asking_twelve_languages.csv"


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.example)
def test_a_pattern_finds_its_example(pattern: Pattern) -> None:
    assert re.search(pattern.roles, row_of(tokens_of(fold(pattern.example))).roles)
    assert asks_for_human(pattern.example).score >= ASK_THRESHOLD


def labelled(language: str) -> list[tuple[str, bool]]:
    with LABELLED.open(encoding="utf-8", newline="") as lines:
        return [
            (row["text"], row["asks"] == "yes")
            for row in csv.DictReader(lines)
            if row["part"] == "development" and row["language"] == language
        ]


@pytest.mark.parametrize(
    "language", ["en", "es", "fr", "de", "pt", "ar", "it", "nl", "pl", "tr", "zh", "hi"]
)
def test_each_language_is_heard(language: str) -> None:
    rows = labelled(language)
    wrong = [text for text, asks in rows if (asks_for_human(text).score >= ASK_THRESHOLD) != asks]

    assert len(rows) > 80
    assert len(wrong) <= 0.04 * len(rows), wrong
