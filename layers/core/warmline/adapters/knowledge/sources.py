"""The articles that a model may answer from."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from warmline.adapters.knowledge.index import ArticleIndex, FoundArticle
from warmline.application.sources import Source
from warmline.domain.errors import ResponderUnavailable

MOST_SOURCES = 6
FOR_ONE_QUESTION = 4


@dataclass(frozen=True, slots=True)
class ArticleSources:
    """Finds whole articles for all questions of a turn, each question's best ones first.

    A model reads better than any score, so that nothing is left out for a low one.
    """

    index: ArticleIndex

    def __call__(self, questions: Sequence[str]) -> Sequence[Source]:
        try:
            return [self._source(one) for one in self._best(questions)]
        except sqlite3.Error as error:
            raise ResponderUnavailable("the articles cannot be read") from error

    def _best(self, questions: Sequence[str]) -> list[FoundArticle]:
        found = [
            self.index.search(question, limit=FOR_ONE_QUESTION).articles for question in questions
        ]
        chosen: dict[str, FoundArticle] = {}
        for place in range(FOR_ONE_QUESTION):
            for articles in found:
                for one in articles[place : place + 1]:
                    chosen.setdefault(one.article.id, one)
        return list(chosen.values())[:MOST_SOURCES]

    def _source(self, found: FoundArticle) -> Source:
        return Source(found.article, found.title, "\n\n".join(self._passages(found)))

    def _passages(self, found: FoundArticle) -> Iterator[str]:
        """Yield an article's text; other ways to ask for it are not part of that."""
        for passage in self.index.passages("", found):
            if passage.text:
                heading = passage.heading if passage.heading != found.title else ""
                yield "\n".join(part for part in (heading, passage.text) if part)
