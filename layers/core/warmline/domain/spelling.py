"""Repair of the key words that a hurried finger misspells."""

import re
from collections.abc import Iterable

_NO_WORD = re.compile(r"[\d_]").search
_SHORTEST = 4
_LONGEST = 24
_LONG = 8
_MOST_OFF = 2
"""From this length on a word may be two letters off, before it one."""


class Speller:
    """Knows the key words of a language, and the right words that only look misspelt.

    `stems` are key words that take endings: a misspelt one is repaired whatever its ending.
    """

    def __init__(self, keys: Iterable[str], kept: Iterable[str], stems: Iterable[str] = ()) -> None:
        self._keys = frozenset(keys)
        self._kept = frozenset(kept) | self._keys
        self._shortened = _shortened_keys(self._keys)
        self._shortened_stems = _shortened_keys(frozenset(stems))
        self._long = _by_first_letter(self._keys)

    def repair(self, word: str) -> str:
        """The key word that this one was meant to be, or the word as it is."""
        if not self._may_be_misspelt(word):
            return word
        return _one_off(word, self._shortened) or self._stem(word) or self._long_key(word) or word

    def _long_key(self, word: str) -> str:
        letters = frozenset(word)
        for key, has in self._long.get(word[0], ()):
            # Two letters off change four of the letters at most: cheaper to see than to count.
            near = abs(len(key) - len(word)) <= _MOST_OFF and len(letters ^ has) <= 2 * _MOST_OFF
            if near and distance(word, key) <= _MOST_OFF:
                return key
        return ""

    def keeps(self, word: str) -> bool:
        """Whether the word is right as it is: a key word, or one that only looks misspelt."""
        return word in self._kept

    def key_near(self, word: str) -> str:
        """The key word that begins alike and is one letter off, or ""."""
        if not self._may_be_misspelt(word):
            return ""
        key = _one_off(word, self._shortened) or _one_off(word, self._shortened_stems)
        return key if key[:1] == word[:1] else ""

    def _may_be_misspelt(self, word: str) -> bool:
        length = _SHORTEST <= len(word) <= _LONGEST
        return length and word not in self._kept and not _NO_WORD(word)

    def _stem(self, word: str) -> str:
        if not self._shortened_stems:
            return ""
        ends = range(len(word), _SHORTEST, -1)
        return next(filter(None, (_one_off(word[:end], self._shortened_stems) for end in ends)), "")


def _shortened_keys(keys: frozenset[str]) -> dict[str, list[str]]:
    """Every key word with one letter left out, and as it is, to the key words it may be."""
    found: dict[str, list[str]] = {}
    for key in sorted(keys):
        for shorter in {key, *_shortened(key)}:
            if len(shorter) >= _SHORTEST - 1:
                found.setdefault(shorter, []).append(key)
    return found


def _one_off(word: str, shortened: dict[str, list[str]]) -> str:
    for shorter in (word, *_shortened(word)):
        for key in shortened.get(shorter, ()):
            if distance(word, key) <= 1:
                return key
    return ""


def _shortened(word: str) -> list[str]:
    return [word[:cut] + word[cut + 1 :] for cut in range(len(word))]


def _by_first_letter(keys: frozenset[str]) -> dict[str, list[tuple[str, frozenset[str]]]]:
    """The long keys by the letter that they begin with, each with its letters."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for key in sorted(key for key in keys if len(key) >= _LONG):
        found.setdefault(key[0], []).append((key, frozenset(key)))
    return found


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
