"""Makes articles of labelled examples, as a deployer would write them, and asks both searches.

The articles are Markdown files in a folder, read, compiled and searched by the very code of
`warmline find`; only the model is kept from one index to the next, with what it was asked.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import override

import numpy as np

from deployer.compile_content import CONTENT
from deployer.content.articles import article_files, read_plain_articles
from deployer.content.meanings import Meanings
from deployer.content.policy import read_policy
from deployer.content.search_index import write_index
from eval.baselines.bm25 import Bm25
from eval.rows import Row
from warmline.adapters.knowledge.index import ArticleIndex, Found
from warmline.adapters.knowledge.meaning import Meaning, Vectors
from warmline.adapters.knowledge.nearness import opened_with

DRAWS = 5


@dataclass(frozen=True, slots=True)
class Said:
    """What the project and the baseline said to one question: ids, best first, and how sure."""

    ours: tuple[str, ...]
    confidence: float
    plain: tuple[str, ...]
    plain_score: float


@dataclass(frozen=True, slots=True)
class Searches:
    """Both searches over the same articles."""

    index: ArticleIndex
    bm25: Bm25

    def ask(self, question: str) -> Said:
        found: Found = self.index.search(question)
        plain = self.bm25.search(question)
        return Said(
            tuple(article.article.id for article in found.articles),
            found.confidence,
            tuple(name for name, _ in plain),
            plain[0][1] if plain else 0.0,
        )


@contextmanager
def searches(articles: Mapping[str, str]) -> Iterator[Searches]:
    """Index articles, Markdown by id."""
    with TemporaryDirectory() as work:
        folder, file = Path(work) / "articles", Path(work) / "articles.sqlite"
        for name, text in articles.items():
            page = folder / f"{name}.md"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(text, encoding="utf-8")
        meaning = _model()
        write_index(read_plain_articles(folder), file, meanings=Meanings(meaning))
        with closing(ArticleIndex.open(file, meaning=opened_with(meaning))) as index:
            yield Searches(index, Bm25(articles))


def articles_of(rows: Sequence[Row], examples: int | None, seed: int) -> dict[str, str]:
    """Return an article for each label: its name, and so many of its examples (None: all)."""
    by_label: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        by_label[row.label].append(row.text)
    choose = random.Random(seed)  # noqa: S311 - a repeatable draw is wanted
    return {
        _id(label): _article(label, _drawn(choose, by_label[label], examples))
        for label in sorted(by_label)
    }


def article_id(row: Row) -> str:
    """Return the id of the article that is right for a row."""
    return _id(row.label)


def shop_articles() -> dict[str, str]:
    """Return the sample shop's own articles."""
    folder = CONTENT / "articles"
    return {
        page.relative_to(folder).as_posix().removesuffix(".md"): page.read_text("utf-8")
        for page in article_files(folder)
    }


def shop_threshold() -> float:
    """Return the confidence from which the sample shop answers."""
    return float(str(read_policy(CONTENT / "policy.yaml")["answer_threshold"]))


def _drawn(choose: random.Random, texts: list[str], examples: int | None) -> list[str]:
    if examples is None or examples >= len(texts):
        return texts
    return choose.sample(texts, examples)


def _article(label: str, examples: list[str]) -> str:
    lines = "\n".join(f"- {' '.join(text.split())}" for text in examples)
    return f"# {label.replace('_', ' ')}\n\n{lines}\n"


def _id(label: str) -> str:
    return label.replace("/", "-")


class _Remembering(Meaning):
    """The model, with all that it has said: the same lines are drawn again and again."""

    @override
    def of_pieces(self, texts: Sequence[Sequence[int]]) -> Vectors:
        known = _known()
        new = list(dict.fromkeys(key for text in texts if (key := tuple(text)) not in known))
        known.update(zip(new, super().of_pieces(new), strict=True))
        return np.vstack([known[tuple(text)] for text in texts])


@cache
def _known() -> dict[tuple[int, ...], Vectors]:
    return {}


@cache
def _model() -> _Remembering:
    return _Remembering.load(threads=1)
