"""Puts the words' score and the meaning's together: one share of a question, from 0 to 1.

All lines of an article together say best whether it is about the question at all, its best line
says best which article is meant, and words know names and numbers. Their weights were chosen on
development data (`eval/abilities/articles.py`), as were the ends of the scale, so that one
threshold fits a line with meaning and a line without.
"""

import math
from dataclasses import dataclass

_LINE = 0.5
_WORDS = 0.5
_NOTHING = 0.4
_EVERYTHING = 2.0
_SHARP = 12.0
"""How sharply the scale bends where nothing is explained."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near an article is to a question, from -1 to 1: all of it, and its best line."""

    whole: float
    line: float


def fused(words: float, near: Nearness) -> float:
    """Return the share of a question that an article explains by its words and its meaning.

    It never falls quite to 0, so that what is far away is still in order.
    """
    raw = near.whole + _LINE * near.line + _WORDS * words
    share = (raw - _NOTHING) / (_EVERYTHING - _NOTHING)
    return min(1.0, math.log1p(math.exp(_SHARP * share)) / _SHARP)
