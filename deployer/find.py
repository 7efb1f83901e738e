"""`warmline find`: asks a folder of articles what it would answer, with no stack and no network."""

import hashlib
import json
import os
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

import click

from deployer.compile_content import CONTENT
from deployer.content.articles import article_files, read_plain_articles
from deployer.content.meanings import load_meanings
from deployer.content.policy import read_policy
from deployer.content.search_index import FORMAT, write_index
from deployer.errors import CannotContinue
from warmline.adapters.knowledge.index import ArticleIndex
from warmline.adapters.knowledge.nearness import with_model


class _BadLine(Exception):  # noqa: N818 - a line, not a failure
    """A line of input that is not a question; says why."""


@click.command()
@click.option(
    "--articles",
    "folder",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of Markdown articles.",
)
def find(folder: Path) -> None:
    """Say which articles would answer each question.

    Reads {"question": "..."} a line from standard input and prints one line of JSON for each.
    """
    threshold = read_policy(CONTENT / "policy.yaml")["answer_threshold"]
    if not isinstance(threshold, int | float):
        raise CannotContinue("content/policy.yaml: answer_threshold must be a number from 0 to 1")
    with closing(open_index(folder, cache_folder())) as index:
        for line in answer_lines(sys.stdin, index, threshold=threshold):
            click.echo(line)


def cache_folder() -> Path:
    """Return where indexes are kept from one call to the next."""
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "warmline" / "articles"


def open_index(folder: Path, cache: Path) -> ArticleIndex:
    """Return the index of a folder's articles, made anew only if their text has changed.

    A cache that cannot be written costs time, and nothing else.
    """
    if not article_files(folder):
        raise CannotContinue(f"{folder} holds no articles (*.md)")
    kept = cache / f"{_fingerprint(folder)}.sqlite"
    if not kept.exists():
        try:
            cache.mkdir(parents=True, exist_ok=True)
            _make_index(folder, kept)
        except OSError:
            return _passing_index(folder)
    return ArticleIndex.open(kept, meaning=with_model)


def answer_lines(lines: TextIO, index: ArticleIndex, *, threshold: float) -> Iterator[str]:
    """Return one line of JSON for each line; a bad one is told what is wrong with it."""
    for line in lines:
        if not line.strip():
            continue
        try:
            answer = _answer(_question(line), index, threshold)
        except _BadLine as bad:
            answer = {"error": {"code": "bad_line", "message": str(bad)}}
        yield json.dumps(answer)


def _question(line: str) -> str:
    try:
        value: object = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _BadLine("the line is not JSON") from error
    if not isinstance(value, dict) or "question" not in value:
        raise _BadLine('expected an object with a "question"')
    question: object = value["question"]
    if not isinstance(question, str):
        raise _BadLine('"question" must be text')
    return question


def _answer(question: str, index: ArticleIndex, threshold: float) -> dict[str, object]:
    found = index.search(question)
    return {
        "articles": [
            {"id": article.article.id, "score": round(article.score, 4)}
            for article in found.articles
        ],
        "confidence": round(found.confidence, 4),
        "answers": found.confidence >= threshold,
    }


def _fingerprint(folder: Path) -> str:
    digest = hashlib.sha256(f"format {FORMAT}\n".encode())
    for file in article_files(folder):
        content = file.read_bytes()
        digest.update(f"{file.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:32]


def _make_index(folder: Path, kept: Path) -> None:
    with TemporaryDirectory(dir=kept.parent) as work:
        made = Path(work) / kept.name
        _write(folder, made)
        made.replace(kept)  # whole or not at all, also when two calls make it at once


def _passing_index(folder: Path) -> ArticleIndex:
    with TemporaryDirectory() as work:
        made = Path(work) / "articles.sqlite"
        _write(folder, made)
        return ArticleIndex.copied(made, meaning=with_model)


def _write(folder: Path, made: Path) -> None:
    write_index(read_plain_articles(folder), made, meanings=load_meanings())
