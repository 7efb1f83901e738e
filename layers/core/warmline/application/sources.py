"""What an answer may be made from: articles that a question is about, with their whole text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from warmline.domain.articles import ArticleVersion


@dataclass(frozen=True, slots=True)
class Source:
    """An article's text, as a model is given it."""

    article: ArticleVersion
    title: str
    text: str


type FindSources = Callable[[Sequence[str]], Sequence[Source]]
"""Returns the articles that these words are about, the likeliest first.

Raises ResponderUnavailable when the articles cannot be read.
"""
