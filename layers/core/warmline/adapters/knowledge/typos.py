"""Mends a mistyped word towards the articles' own vocabulary: one slip of the finger, no more."""

from collections.abc import Iterator, Mapping

_SHORTEST = 5
"""Shorter words are too near to each other to guess."""


def mended(word: str, vocabulary: Mapping[str, int]) -> str | None:
    """Return the likeliest word of the vocabulary that is one slip away, or None.

    A word with the same first letter is likelier, then the one that more articles use.
    """
    if len(word) < _SHORTEST or not word.isalpha():
        return None
    near = {slip for slip in _slips(word) if len(slip) >= _SHORTEST - 1 and slip in vocabulary}
    if not near:
        return None
    return max(near, key=lambda slip: (slip[0] == word[0], vocabulary[slip], slip))


def _slips(word: str) -> Iterator[str]:
    letters = "abcdefghijklmnopqrstuvwxyz"
    for place in range(len(word) + 1):
        left, right = word[:place], word[place:]
        if right:
            yield left + right[1:]
            yield from (left + letter + right[1:] for letter in letters)
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]
        yield from (left + letter + right for letter in letters)
