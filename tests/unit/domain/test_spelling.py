"""Key words are repaired; right words are left alone."""

import pytest

from warmline.domain.spelling import Speller, distance

ENGLISH = Speller(
    ["human", "agent", "talk", "someone", "representative", "assistant", "operator", "contact"],
    kept=["contract", "urgent", "walk"],
)


@pytest.mark.parametrize(
    ("misspelt", "meant"),
    [
        ("humna", "human"),
        ("agnet", "agent"),
        ("tlak", "talk"),
        ("somenoe", "someone"),
        ("represntativ", "representative"),
        ("asistant", "assistant"),
        ("ooerator", "operator"),
    ],
)
def test_a_misspelt_key_word_is_repaired(misspelt: str, meant: str) -> None:
    assert ENGLISH.repair(misspelt) == meant


@pytest.mark.parametrize(
    "word", ["what", "contract", "personal", "urgent", "walk", "4111", "a" * 99]
)
def test_a_right_word_is_left_alone(word: str) -> None:
    assert ENGLISH.repair(word) == word


def test_a_misspelt_stem_is_repaired_whatever_its_ending() -> None:
    turkish = Speller(["insan"], kept=[], stems=["temsilci"])

    assert turkish.repair("temislciye") == "temsilci"
    assert turkish.repair("temel") == "temel"


def test_distance_counts_swapped_neighbours_once() -> None:
    assert distance("tlak", "talk") == 1
    assert distance("agent", "agent") == 0
    assert distance("cat", "chart") == 2
