"""How near each article is to a question in meaning: by all its lines together, and by its best."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from warmline.adapters.knowledge.meaning import MODEL, Meaning, Vectors, unit, unpacked
from warmline.adapters.knowledge.scoring import Nearness
from warmline.adapters.knowledge.words import without_numbers
from warmline.domain.language import guess_language

_LAST_LATIN = "\u024f"


@dataclass(frozen=True, slots=True)
class ArticleMeanings:
    """The lines of all articles as directions, and the middle of each article."""

    articles: tuple[int, ...]
    lines: Vectors
    firsts: NDArray[np.int64]
    """Where each article's lines begin."""
    middles: Vectors

    def near(self, question: Vectors) -> Mapping[int, Nearness]:
        """Return how near each article is to a question, by its number."""
        best = np.maximum.reduceat(self.lines @ question, self.firsts)
        whole = self.middles @ question
        return {
            article: Nearness(whole=float(near), line=float(line))
            for article, near, line in zip(self.articles, whole, best, strict=True)
        }


class AskedModel:
    """Asks the model where a question points, and the articles which of them lie there."""

    def __init__(self, meaning: Meaning, meanings: ArticleMeanings) -> None:
        self._meaning = meaning
        self._meanings = meanings

    def __call__(self, question: str) -> Mapping[int, Nearness]:
        """Return how near each article is, or nothing for what the model cannot read."""
        subject = without_numbers(question)
        if not is_readable(subject):
            return {}
        return self._meanings.near(self._meaning.of(subject))


def with_model(database: sqlite3.Connection) -> AskedModel | None:
    """Load the model for an index; None if that was made without it, or with another one."""
    return _asked(database, Meaning.load)


def opened_with(meaning: Meaning) -> Callable[[sqlite3.Connection], AskedModel | None]:
    """Return what `with_model` is, for a model that is loaded already."""
    return partial(_asked, load=lambda: meaning)


def _asked(database: sqlite3.Connection, load: Callable[[], Meaning]) -> AskedModel | None:
    made_by = database.execute("SELECT model FROM meaning").fetchone()
    if made_by is None or made_by[0] != MODEL:
        return None
    meanings = read_meanings(database.execute("SELECT article, lines FROM meanings ORDER BY 1"))
    return AskedModel(load(), meanings) if meanings else None


def is_readable(question: str) -> bool:
    """Tell whether a question is in the model's language: to it, all others look alike."""
    letters = [letter for letter in question if letter.isalpha()]
    strange = sum(letter > _LAST_LATIN for letter in letters)
    return 0 < len(letters) >= strange * 4 and guess_language(question) in {"", "en"}


def read_meanings(rows: Iterable[tuple[int, bytes]]) -> ArticleMeanings | None:
    """Return what the index keeps of its articles' meaning; None if it keeps nothing."""
    kept = [(article, unpacked([lines])) for article, lines in rows if lines]
    if not kept:
        return None
    return ArticleMeanings(
        articles=tuple(article for article, _ in kept),
        lines=np.vstack([lines for _, lines in kept]),
        firsts=np.fromiter(_firsts(lines for _, lines in kept), np.int64, len(kept)),
        middles=unit(np.vstack([lines.sum(axis=0) for _, lines in kept])),
    )


def _firsts(groups: Iterable[Vectors]) -> Iterator[int]:
    first = 0
    for lines in groups:
        yield first
        first += len(lines)
