"""What articles mean, computed once when they are compiled: each line of each as a direction.

The model is asked for a limited number of word pieces in all, shared out evenly, so that a thousand
long articles are ready in time on a small machine. What is beyond an article's share is found by
its words alone.
"""

import os
import re
from collections.abc import Iterator, Sequence

from warmline.adapters.knowledge.meaning import MODEL, Meaning, packed

MOST_PIECES = 80_000
"""Some fifteen seconds of one processor: under a minute where four others want the same two."""

_LONGEST_LINE = 64
_LEAST_FOR_AN_ARTICLE = 48
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")

type Pieces = list[int]


class Meanings:
    """The model, and how much it may be asked."""

    model = MODEL

    def __init__(self, meaning: Meaning, *, most: int = MOST_PIECES) -> None:
        self._meaning = meaning
        self._most = most

    def of_articles(self, articles: Sequence[Sequence[str]]) -> Iterator[bytes]:
        """Return the packed directions of each article's lines, its title first."""
        share = max(_LEAST_FOR_AN_ARTICLE, self._most // max(1, len(articles)))
        lines = [list(self._within(article, share)) for article in articles]
        rows = self._meaning.of_pieces([pieces for article in lines for pieces in article])
        first = 0
        for article in lines:
            yield packed(rows[first : first + len(article)])
            first += len(article)

    def _within(self, article: Sequence[str], share: int) -> Iterator[Pieces]:
        for line in article:
            for part in self._parts(line):
                share -= len(part)
                if share < 0:
                    return
                yield part

    def _parts(self, line: str) -> Iterator[Pieces]:
        """Cut a line that is too long at the ends of its sentences."""
        text = line.strip()
        if not text:
            return
        whole = self._meaning.pieces(text, _LONGEST_LINE + 1)
        if len(whole) <= _LONGEST_LINE:
            yield whole
            return
        for sentence in _SENTENCE_END.split(text):
            yield self._meaning.pieces(sentence, _LONGEST_LINE)


def load_meanings() -> Meanings:
    """Load the model with every processor that this process may use."""
    return Meanings(Meaning.load(threads=len(os.sched_getaffinity(0))))
