"""Writes the search index of the articles: one SQLite file, the same bytes for the same text."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from deployer.content.articles import Article
from deployer.content.markdown import Section
from warmline.adapters.knowledge.words import words_of

if TYPE_CHECKING:
    from deployer.content.meanings import Meanings

FORMAT = 3
"""Grows when what is written changes, so that an index kept from before is not read."""

_SCHEMA = """
PRAGMA page_size = 4096;
CREATE TABLE articles (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, version TEXT NOT NULL, title TEXT NOT NULL,
    topics TEXT NOT NULL, languages TEXT NOT NULL, updated TEXT NOT NULL
);
CREATE TABLE passages (
    number INTEGER PRIMARY KEY, article INTEGER NOT NULL, heading TEXT NOT NULL, text TEXT NOT NULL
);
CREATE TABLE meaning (model TEXT NOT NULL);
CREATE TABLE meanings (article INTEGER PRIMARY KEY, lines BLOB NOT NULL);
CREATE TABLE words (word TEXT PRIMARY KEY, articles INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE article_words USING fts5(
    title, body, content='', tokenize='porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE passage_words USING fts5(
    title, heading, text, content='', tokenize='porter unicode61 remove_diacritics 2'
);
"""


def write_index(
    articles: Sequence[Article], file: Path, *, meanings: "Meanings | None" = None
) -> None:
    """Write a new index; a passage without text is searched and never quoted.

    Without `meanings` the articles can be found by their words alone.
    """
    file.unlink(missing_ok=True)
    with closing(sqlite3.connect(file)) as database:
        database.executescript(_SCHEMA)
        seen: Counter[str] = Counter()
        for number, article in enumerate(articles, start=1):
            _write_article(database, number, article)
            seen.update(set(words_of(f"{article.title}\n{_body(article)}")))
        database.executemany("INSERT INTO words VALUES (?, ?)", sorted(seen.items()))
        if meanings is not None:
            _write_meanings(database, meanings, articles)
        for table in ("article_words", "passage_words"):
            database.execute(f"INSERT INTO {table}({table}) VALUES ('optimize')")  # noqa: S608 - ours
        database.commit()
        database.execute("VACUUM")


def _write_meanings(
    database: sqlite3.Connection, meanings: "Meanings", articles: Sequence[Article]
) -> None:
    database.execute("INSERT INTO meaning VALUES (?)", (meanings.model,))
    texts = [[article.title, *_lines(article)] for article in articles]
    rows = enumerate(meanings.of_articles(texts), start=1)
    database.executemany("INSERT INTO meanings VALUES (?, ?)", rows)


def _write_article(database: sqlite3.Connection, number: int, article: Article) -> None:
    database.execute(
        "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            number,
            article.id,
            article.version,
            article.title,
            " ".join(article.topics),
            " ".join(article.languages),
            article.updated,
        ),
    )
    database.execute(
        "INSERT INTO article_words(rowid, title, body) VALUES (?, ?, ?)",
        (number, article.title, _body(article)),
    )
    for passage in _passages(article):
        row = database.execute(
            "INSERT INTO passages(article, heading, text) VALUES (?, ?, ?)",
            (number, passage.heading, passage.text),
        ).lastrowid
        database.execute(
            "INSERT INTO passage_words(rowid, title, heading, text) VALUES (?, ?, ?, ?)",
            (row, article.title, passage.heading or article.title, passage.text),
        )


def _passages(article: Article) -> Iterator[Section]:
    yield from article.sections or (Section("", ""),)
    for question in article.questions:
        yield Section(question, "")


def _body(article: Article) -> str:
    return "\n".join(f"{passage.heading}\n{passage.text}" for passage in _passages(article))


def _lines(article: Article) -> Iterator[str]:
    for passage in _passages(article):
        yield passage.heading
        yield from passage.lines
