"""Words as the search index sees them, and those that carry a question without saying its subject.

In a few dozen articles a word such as "I" can be rarer than "refund", so rarity alone does not
tell what a question is about.
"""

import re
from functools import cache
from typing import Final

from warmline.domain.folding import fold
from warmline.domain.language import small_words

_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"[#\w]{0,4}-?\d{5,}\w*")
"""Order numbers and the like: they say which, never what."""

CARRIERS: Final = frozenset(
    """
    a about after again all also am an and any are aren as assist assistance at be because been
    before being but by can cannot could couldn d did didn do does doesn doing don down during each
    few for from further get getting gonna got gotta had has hasn have haven having he hello help
    her here hers hey hi him his how i if im in into is isn it its itself ive just know like ll m
    me more most my myself need no nope nor not of off oh ok okay on once one only or other our out
    over own please pls re s same shall she should so some such t tell than thank thanks that the
    their them then there these they this those through to too try trying u under until up ur us ve
    very wanna want was we were what when where which while who whom whose why will with won would
    wouldn y ya yeah yep yes you your yours
    """.split()  # noqa: SIM905 - a list of two hundred strings would be forty lines
)


@cache
def carriers_of(language: str) -> frozenset[str]:
    """Return the carriers of a language other than English, folded; of English, none more."""
    return frozenset() if language.partition("-")[0] == "en" else small_words(language)


def is_carrier(word: str, language: str) -> bool:
    """Whether a word carries a question in this language and says nothing of its subject."""
    return word in CARRIERS or fold(word) in carriers_of(language)


def words_of(text: str) -> list[str]:
    """Return the words in lower case, in order, each as often as it was said."""
    return _WORD.findall(text.lower())


def question_words(question: str, *, limit: int = 400) -> list[str]:
    """Return the distinct words of a question without its long numbers, in order."""
    return list(dict.fromkeys(words_of(without_numbers(question))))[:limit]


def without_numbers(question: str) -> str:
    """Return a question without its long numbers."""
    return _NUMBER.sub(" ", question).strip()
