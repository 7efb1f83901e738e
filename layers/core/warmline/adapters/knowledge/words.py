"""Words as the search index sees them, and those that carry a question without saying its subject.

In a few dozen articles a word such as "I" can be rarer than "refund", so rarity alone does not
tell what a question is about.
"""

import re
from typing import Final

_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"[#\w]{0,4}-?\d{5,}\w*")
"""Order numbers and the like: they say which, never what."""

CARRIERS: Final = frozenset(
    """
    a about after again all also am an and any are aren as at be because been before being but by
    can cannot could couldn d did didn do does doesn doing don down during each few for from further
    had has hasn have haven having he her here hers hi hello hey him his how i if im in into is isn
    it its itself ive just ll m me more most my myself no nor not of off oh ok okay on once one only
    or other our out over own please pls re s same shall she should so some such t than thank thanks
    that the their them then there these they this those through to too u under until up ur ve very
    want wanna was we were what when where which while who whom whose why will with won would wouldn
    y ya you your yours need gotta gonna got get getting help assistance assist know like tell try
    trying us
    """.split()  # noqa: SIM905 - a list of two hundred strings would be forty lines
)


def words_of(text: str) -> list[str]:
    """Return the words in lower case, in order, each as often as it was said."""
    return _WORD.findall(text.lower())


def question_words(question: str, *, limit: int = 400) -> list[str]:
    """Return the distinct words of a question without its long numbers, in order."""
    return list(dict.fromkeys(words_of(_NUMBER.sub(" ", question))))[:limit]
