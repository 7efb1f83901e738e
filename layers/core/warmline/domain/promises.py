"""Promises that somebody will do something later: the bot cannot keep one by itself.

A bot that says "I'll check and get back to you" never does. Such a sentence is made true by a
handoff, or is not said. How the shop works ("once your parcel is back, we will refund you") is no
promise, nor is an offer ("would you like me to...?").
"""

import re
from collections.abc import Sequence
from functools import cache

from warmline.domain.folding import words as words_of
from warmline.domain.promise_words import ENGLISH, PromiseWords
from warmline.domain.promise_words_abroad import ARABIC, FRENCH, GERMAN, PORTUGUESE, SPANISH

_LANGUAGES = (ENGLISH, SPANISH, FRENCH, GERMAN, PORTUGUESE, ARABIC)
_LONG_WORD = 4
_FEWEST_IN_COMMON = 3
_SHARE_IN_COMMON = 0.7


def is_promise(sentence: str, *, looked_up: bool = False, sources: Sequence[str] = ()) -> bool:
    """Whether one sentence promises that somebody will do something.

    `looked_up`: a tool has answered in this turn, so that "let me check" has come true already.
    `sources`: what the speaker was given to read; what the house says there of itself ("you will
    get an email within 24 hours") is its rule, and no promise of the speaker's.
    """
    plain = plain_quotes(sentence)
    if any(offer.search(plain) for offer in _offers()):
        return False
    for words in _compiled():
        if not looked_up and words["looks"].search(plain):
            return True
        conditional = words["conditions"].search(plain) is not None
        if words["own"].search(plain) and not (conditional and words["looking"].search(plain)):
            return True
        if not conditional and words["others"].search(plain):
            return not _stands_in(sentence, sources)
    return False


def _stands_in(sentence: str, sources: Sequence[str]) -> bool:
    """Whether one of the sources says about the same, going by its longer words."""
    said = {word for word in words_of(sentence) if len(word) >= _LONG_WORD}
    enough = max(_FEWEST_IN_COMMON, _SHARE_IN_COMMON * len(said))
    return any(len(said & set(words_of(source))) >= enough for source in sources)


def plain_quotes(text: str) -> str:
    """The text with straight apostrophes and plain spaces."""
    return text.translate(_PLAIN)


_PLAIN = str.maketrans({"’": "'", "‘": "'", "`": "'", "\u00a0": " ", "\u202f": " "})  # noqa: RUF001 - apostrophes as people type them


@cache
def _compiled() -> tuple[dict[str, re.Pattern[str]], ...]:
    return tuple(
        {part: re.compile(getattr(words, part), re.IGNORECASE) for part in PromiseWords.PARTS}
        for words in _LANGUAGES
    )


@cache
def _offers() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(words.offers, re.IGNORECASE) for words in _LANGUAGES)
