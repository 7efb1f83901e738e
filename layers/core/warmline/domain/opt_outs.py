"""Near misses of STOP: a person who wants no more messages and says it in their own words.

They are asked once, so a doubtful one costs one message; "don't stop, I need help" is none.
"""

import re
from functools import cache

from warmline.domain.folding import letters, words
from warmline.domain.keywords import Keyword, read_keyword
from warmline.domain.opt_out_words import ALTERNATIVES, ASKS, OTHERWISE, POLITE, WHOLE

_LONGEST = 600


def is_opt_out_ask(text: str) -> bool:
    """Whether the text asks to be written to no more; a reserved word alone is a keyword."""
    if len(text) > _LONGEST or read_keyword(text) is Keyword.STOP:
        return False
    if read_keyword(text):
        return False
    said = [word for word in words(text) if any(map(str.isalpha, word))]
    if any(word.startswith("newslet") for word in said):
        return False
    return _is_whole(said) or letters(text) in _whole_letters() or _asks(said)


def _is_whole(said: list[str]) -> bool:
    """Nothing but a word that ends things, and politeness around it."""
    rest = [word for word in said if word not in _polite()]
    whole = " ".join(rest)
    if not rest:
        return False
    return whole in _whole() or (len(set(rest)) == 1 and rest[0] in _whole())


def _asks(said: list[str]) -> bool:
    line = " ".join(said)
    sure = re.sub(_otherwise(), "_", line)
    return bool(_asking().search(sure))


@cache
def _whole() -> frozenset[str]:
    return frozenset(" ".join(words(phrase)) for phrase in WHOLE.split("|"))


@cache
def _whole_letters() -> frozenset[str]:
    return frozenset(phrase.replace(" ", "") for phrase in _whole() if not phrase.isascii())


@cache
def _polite() -> frozenset[str]:
    return frozenset(POLITE.split())


@cache
def _asking() -> re.Pattern[str]:
    return _one_of(ASKS)


@cache
def _otherwise() -> re.Pattern[str]:
    return _one_of(OTHERWISE)


def _one_of(table: str) -> re.Pattern[str]:
    """Any line of a table, from the beginning of a word on."""
    for name in reversed(ALTERNATIVES):  # the later ones name the earlier ones
        table = table.replace(name, f"(?:{ALTERNATIVES[name]})")
    lines = [line for line in table.splitlines() if line]
    return re.compile("|".join(rf"(?<!\w)(?:{line})" for line in lines))
