"""The articles that a model may answer from."""

import sqlite3
from collections.abc import Iterator, Sequence
from functools import cached_property

from warmline.adapters.knowledge.index import ArticleIndex, Found, FoundArticle
from warmline.application.sources import Source
from warmline.domain.errors import ResponderUnavailable

MOST_SOURCES = 6
FOR_ONE_QUESTION = 4

MOST_BYTES_OF_ALL = 60_000
"""About 15,000 tokens: so much a model reads without losing the thread."""


class ArticleSources:
    """Finds whole articles for all questions of a turn, each question's best ones first.

    Where no article explains `sure` of any question, as with one in a language that the articles
    are not written in, and all of them together are not too long, the model gets them all.
    """

    def __init__(self, index: ArticleIndex, *, sure: float = 0.22) -> None:
        self._index = index
        self._sure = sure

    def __call__(self, questions: Sequence[str]) -> Sequence[Source]:
        try:
            return self._find(questions)
        except sqlite3.Error as error:
            raise ResponderUnavailable("the articles cannot be read") from error

    def _find(self, questions: Sequence[str]) -> Sequence[Source]:
        found = [self._index.search(question, limit=FOR_ONE_QUESTION) for question in questions]
        is_sure = any(one.confidence >= self._sure for one in found)
        if not is_sure and self._all:
            return self._all
        return [self._source(one) for one in _best(found)]

    @cached_property
    def _all(self) -> Sequence[Source]:
        """All articles, or none where they are too long together."""
        sources: list[Source] = []
        left = MOST_BYTES_OF_ALL
        for article in self._index.articles():
            sources.append(self._source(article))
            left -= len(sources[-1].text.encode())
            if left < 0:
                return ()
        return sources

    def _source(self, found: FoundArticle) -> Source:
        return Source(found.article, found.title, "\n\n".join(self._passages(found)))

    def _passages(self, found: FoundArticle) -> Iterator[str]:
        """Yield an article's text; other ways to ask for it are not part of that."""
        for passage in self._index.passages("", found):
            if passage.text:
                heading = passage.heading if passage.heading != found.title else ""
                yield "\n".join(part for part in (heading, passage.text) if part)


def _best(found: Sequence[Found]) -> list[FoundArticle]:
    chosen: dict[str, FoundArticle] = {}
    for place in range(FOR_ONE_QUESTION):
        for one in found:
            for article in one.articles[place : place + 1]:
                chosen.setdefault(article.article.id, article)
    return list(chosen.values())[:MOST_SOURCES]
