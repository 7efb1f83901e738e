"""Puts the words' score and the meaning's together: one share of a question, from 0 to 1.

All lines of an article together say best whether it is about the question at all, its best line
says best which article is meant, and words know names and numbers. The weights are from a grid
(words 0.15 to 1.2, best line 0 to 1) over questions kept from banking77's training part and over
CLINC150's validation part; around the choice top-1 moves by half a point. The ends of the scale
were set on Bitext's training part and CLINC150's out-of-scope training and validation questions, so
that one threshold fits a line with meaning and a line without. `make eval` reports on other parts.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

_LINE = 0.5
_WORDS = 0.5
_NOTHING = 0.4
_EVERYTHING = 2.0
_SHARP = 12.0
"""How sharply the scale bends where nothing is explained."""

LONG = 40
"""Distinct words of a question from which on most of it tells a story that no article knows."""

_BEST_OF_A_LONG_ONE = 0.6


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


def against_the_best(words: Mapping[int, float]) -> dict[int, float]:
    """Weigh what articles explain of a long question against the best of them.

    Against all that it says, their shares would be too small to tell one from the other.
    """
    best = max(words.values(), default=0.0)
    if best <= 0:
        return dict(words)
    return {row: _BEST_OF_A_LONG_ONE * share / best for row, share in words.items()}
