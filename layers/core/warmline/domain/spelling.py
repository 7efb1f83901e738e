"""Repair of the key words that a hurried finger misspells."""

from functools import cache

from warmline.domain.spelling_words import KEPT, REPAIRED

_SHORTEST = 4
_LONGEST = 20
_LONG = 8
_MOST_OFF = 2
"""From this length on a word may be two letters off, before it one."""


def repair(word: str) -> str:
    """The key word that this one was meant to be, or the word as it is."""
    if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha() or word in _kept():
        return word
    near = _one_letter_off().get(word)
    if near:
        return near
    for shorter in _shortened(word):
        meant = _one_letter_off().get(shorter)
        if meant and distance(word, meant) == 1:
            return meant
    return _repair_long(word)


@cache
def _kept() -> frozenset[str]:
    return frozenset(KEPT.split()) | frozenset(REPAIRED.split())


@cache
def _one_letter_off() -> dict[str, str]:
    """Every key word with one letter left out, and as it is, to the key word."""
    keys = REPAIRED.split()
    found = {shorter: key for key in reversed(keys) for shorter in _shortened(key)}
    return {short: key for short, key in found.items() if len(short) >= _SHORTEST - 1} | {
        key: key for key in keys
    }


def _shortened(word: str) -> list[str]:
    return [word[:cut] + word[cut + 1 :] for cut in range(len(word))]


@cache
def _long_keys() -> tuple[str, ...]:
    return tuple(key for key in REPAIRED.split() if len(key) >= _LONG)


def _repair_long(word: str) -> str:
    if len(word) < _LONG - 1:
        return word
    for key in _long_keys():
        near = word[0] == key[0] and abs(len(key) - len(word)) <= _MOST_OFF
        if near and distance(word, key) <= _MOST_OFF:
            return key
    return word


def distance(one: str, other: str) -> int:
    """Letters to add, drop, change or swap with a neighbour to make one word of the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        last, before, row = before, row, [at]
        for to, wanted in enumerate(other, 1):
            best = min(before[to] + 1, row[-1] + 1, before[to - 1] + (letter != wanted))
            if last and to > 1 and letter == other[to - 2] and one[at - 2] == wanted:
                best = min(best, last[to - 2] + 1)
            row.append(best)
    return row[-1]
