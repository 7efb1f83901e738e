"""Finds the articles that a question is about, and says how much of the question they explain.

A raw BM25 score grows with the length of the question and says nothing by itself. Divided by
the most that the question's words could have scored, it is the share of the question's
information that an article explains; words that no article knows count at their full rarity,
so a question about something else scores low. Where a model of meaning is at hand, its nearness
joins the words (`scoring.py`).
"""

import math
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Self

from warmline.adapters.knowledge.scoring import LONG, Nearness, against_the_best, fused
from warmline.adapters.knowledge.typos import mended
from warmline.adapters.knowledge.words import is_carrier, question_words
from warmline.domain.articles import ArticleVersion
from warmline.domain.language import guess_language

_MOST_OF_ONE_WORD = 2.2
"""BM25's ceiling for a word, in units of its rarity: k1 + 1, with the k1 that FTS5 has fixed."""

_CARRIER_WEIGHT = 0.3
_ARTICLE_SHARE = 0.4
"""How much the article as a whole counts; the rest is its best passage. Both found on
development data (Bitext's training part)."""

type Nearby = Callable[[str], Mapping[int, Nearness]]
"""Says of a question how near each article is in meaning, by number; nothing if it cannot tell."""

type OpenNearby = Callable[[sqlite3.Connection], Nearby | None]
"""Makes that of what an index keeps (`nearness.py`, which alone needs the model)."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of an article, and how much of the question it explains."""

    heading: str
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article, with the share of the question that it explains, from 0 to 1."""

    number: int
    article: ArticleVersion
    title: str
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """What a search brought, best first. `confidence` is the first one's score, or 0."""

    articles: tuple[FoundArticle, ...]

    @property
    def confidence(self) -> float:
        return self.articles[0].score if self.articles else 0.0


@dataclass(frozen=True, slots=True)
class _Term:
    """A word to look up; `mended` ones weigh as much as a word that no article knows."""

    word: str
    mended: bool
    carrier: bool


@dataclass(frozen=True, slots=True)
class _Table:
    """One full-text table, the weights of its columns and how many rows it has."""

    name: str
    weights: str
    rows: int


@dataclass(slots=True)
class _Scores:
    """The score of each row of a table, and the most that any row could have had."""

    of: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    most: float = 0.0

    def share(self, row: int) -> float:
        return min(1.0, self.of.get(row, 0.0) / self.most) if self.most > 0 else 0.0


class ArticleIndex:
    """The compiled articles, opened for reading only."""

    def __init__(self, database: sqlite3.Connection, meaning: OpenNearby | None = None) -> None:
        self._database = database
        self._meaning = meaning
        self._articles = _Table("article_words", "4.0, 1.0", self._count("articles"))
        self._passages = _Table("passage_words", "2.0, 4.0, 1.0", self._count("passages"))
        self._known_in: dict[tuple[str, str], int] = {}

    @classmethod
    def open(cls, file: Path, *, meaning: OpenNearby | None = None) -> Self:
        """Open an index; nothing is locked or written, so the file may be read-only."""
        uri = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
        return cls(sqlite3.connect(uri, uri=True, check_same_thread=False), meaning)

    @classmethod
    def copied(cls, file: Path, *, meaning: OpenNearby | None = None) -> Self:
        """Read a whole index into memory; the file may go away."""
        memory = sqlite3.connect(":memory:", check_same_thread=False)
        memory.deserialize(file.read_bytes())
        return cls(memory, meaning)

    def close(self) -> None:
        self._database.close()

    def search(self, question: str, *, limit: int = 10, language: str = "") -> Found:
        """Return the articles that explain most of the question.

        With a language, such as "es", only those written in it.
        """
        shares = self._explained(question, language or guess_language(question))
        if language:
            shares = {row: shares[row] for row in shares.keys() & self._written_in(language)}
        best = sorted(shares, key=lambda row: (-shares[row], row))[:limit]
        return Found(tuple(self._article(row, shares[row]) for row in best))

    def articles(self) -> Iterator[FoundArticle]:
        """Yield every article, in the order of their ids; none of them was searched for."""
        rows = self._database.execute("SELECT number FROM articles ORDER BY id").fetchall()
        return (self._article(number, 0.0) for (number,) in rows)

    def passages(
        self, question: str, article: FoundArticle, *, language: str = ""
    ) -> tuple[Passage, ...]:
        """Return an article's passages in its own order.

        The first one is its answer in short; those without text are other ways to ask for that.
        """
        scores = self._score(self._passages, self._terms(question, language))
        rows = self._database.execute(
            "SELECT number, heading, text FROM passages WHERE article = ? ORDER BY number",
            (article.number,),
        )
        return tuple(Passage(heading, text, scores.share(row)) for row, heading, text in rows)

    def _written_in(self, language: str) -> set[int]:
        """The articles in a language; those that do not say theirs are in all of them."""
        wanted = language.partition("-")[0].lower()
        return {
            row
            for row, languages in self._languages.items()
            if not languages or wanted in {one.partition("-")[0] for one in languages}
        }

    @cached_property
    def _languages(self) -> Mapping[int, list[str]]:
        rows = self._database.execute("SELECT number, languages FROM articles")
        return {row: languages.lower().split() for row, languages in rows}

    def _explained(self, question: str, language: str) -> dict[int, float]:
        by_words = self._explained_by_words(question, language)
        near = self._nearby(question) if self._nearby else {}
        if not near:
            return by_words
        if len(question_words(question)) > LONG:
            by_words = against_the_best(by_words)
        return {row: fused(by_words.get(row, 0.0), close) for row, close in near.items()}

    @cached_property
    def _nearby(self) -> Nearby | None:
        """The model, loaded for the first question: a function that only greets never needs it."""
        return self._meaning(self._database) if self._meaning else None

    def _explained_by_words(self, question: str, language: str) -> dict[int, float]:
        terms = self._terms(question, language)
        articles = self._score(self._articles, terms)
        best_passages = self._best_passages(self._score(self._passages, terms))
        return {
            row: _ARTICLE_SHARE * articles.share(row)
            + (1 - _ARTICLE_SHARE) * best_passages.get(row, 0.0)
            for row in articles.of.keys() | best_passages.keys()
        }

    @cached_property
    def _vocabulary(self) -> Mapping[str, int]:
        return dict(self._database.execute("SELECT word, articles FROM words"))

    @cached_property
    def _owners(self) -> Mapping[int, int]:
        return dict(self._database.execute("SELECT number, article FROM passages"))

    def _count(self, table: str) -> int:
        row = self._database.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 - ours
        return int(row[0])

    def _terms(self, question: str, language: str) -> list[_Term]:
        return [self._term(word, language) for word in question_words(question)]

    def _term(self, word: str, language: str) -> _Term:
        carrier = is_carrier(word, language)
        if carrier or self._rows_with(self._articles, word):
            return _Term(word, mended=False, carrier=carrier)
        instead = mended(word, self._vocabulary)
        return _Term(instead or word, mended=instead is not None, carrier=False)

    def _score(self, table: _Table, terms: Iterable[_Term]) -> _Scores:
        subject = [term for term in terms if not term.carrier]
        carriers = [term for term in terms if term.carrier]
        scores = _Scores()
        self._add(scores, table, subject, 1.0)
        self._add(scores, table, carriers, _CARRIER_WEIGHT)
        if not subject:
            scores.most /= _CARRIER_WEIGHT  # such a question explains next to nothing
        return scores

    def _add(self, scores: _Scores, table: _Table, terms: list[_Term], weight: float) -> None:
        if not terms:
            return
        scores.most += weight * sum(self._most(table, term) for term in terms)
        words = " OR ".join(f'"{word}"' for word in dict.fromkeys(term.word for term in terms))
        rows = self._database.execute(
            f"SELECT rowid, -bm25({table.name}, {table.weights}) FROM {table.name} "  # noqa: S608 - ours
            f"WHERE {table.name} MATCH ?",
            (words,),
        )
        for row, score in rows:
            scores.of[row] += weight * score

    def _most(self, table: _Table, term: _Term) -> float:
        known_in = 0 if term.mended else self._rows_with(table, term.word)
        rarity = math.log((table.rows - known_in + 0.5) / (known_in + 0.5))
        return _MOST_OF_ONE_WORD * max(rarity, 1e-6)  # FTS5 keeps rarity above zero, too

    def _rows_with(self, table: _Table, word: str) -> int:
        key = (table.name, word)
        if key not in self._known_in:
            row = self._database.execute(
                f"SELECT count(*) FROM {table.name} WHERE {table.name} MATCH ?",  # noqa: S608 - ours
                (f'"{word}"',),
            ).fetchone()
            self._known_in[key] = int(row[0])
        return self._known_in[key]

    def _best_passages(self, scores: _Scores) -> dict[int, float]:
        best: dict[int, float] = {}
        for row in scores.of:
            owner = self._owners[row]
            best[owner] = max(best.get(owner, 0.0), scores.share(row))
        return best

    def _article(self, number: int, score: float) -> FoundArticle:
        name, version, title = self._database.execute(
            "SELECT id, version, title FROM articles WHERE number = ?", (number,)
        ).fetchone()
        return FoundArticle(number, ArticleVersion(name, version), title, score)
