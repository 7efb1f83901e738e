"""Articles as their writer keeps them: Markdown files, most with a small front matter."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from deployer.content.mapping import Field, read_mapping
from deployer.content.markdown import Section, sections_of
from deployer.content.problems import ContentInvalid, Problem

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)??---[ \t]*(?:\n|\Z)", re.DOTALL)
_TITLE = re.compile(r"^#{1,6}\s+(.+?)\s*#*\s*$", re.MULTILINE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_FIELDS = frozenset({"title", "topics", "languages", "updated", "questions"})
_REQUIRED = ("title", "topics", "languages", "updated")


@dataclass(frozen=True, slots=True)
class Article:
    """One article, taken apart. `questions` are other ways to ask; searched, never quoted."""

    id: str
    version: str
    title: str
    topics: tuple[str, ...]
    languages: tuple[str, ...]
    updated: str
    questions: tuple[str, ...]
    sections: tuple[Section, ...]


def read_articles(folder: Path) -> tuple[Article, ...]:
    """Return the project's articles by id; raises ContentInvalid with every mistake in any."""
    articles: list[Article] = []
    problems: list[Problem] = []
    for file in article_files(folder):
        try:
            articles.append(_read_article(folder, file))
        except ContentInvalid as invalid:
            problems.extend(invalid.problems)
    if not articles and not problems:
        problems.append(Problem(folder, 0, "there is no article here"))
    if problems:
        raise ContentInvalid(problems)
    return tuple(articles)


def read_plain_articles(folder: Path) -> tuple[Article, ...]:
    """Return articles that anybody wrote: a front matter is used if there, and never asked for."""
    return tuple(_read_plain_article(folder, file) for file in article_files(folder))


def article_files(folder: Path) -> list[Path]:
    """Return every Markdown file below a folder, in the order of the articles' ids."""
    return sorted(folder.rglob("*.md"), key=lambda file: _id_of(folder, file))


def _id_of(folder: Path, file: Path) -> str:
    return file.relative_to(folder).as_posix().removesuffix(".md")


def _read_article(folder: Path, file: Path) -> Article:
    text = _text_of(file)
    front = _FRONT_MATTER.match(text)
    if front is None:
        raise ContentInvalid([Problem(file, 1, "the front matter is missing (--- lines)")])
    fields = read_mapping(file, front[1] or "", first_line=2)
    sections = sections_of(text[front.end() :])
    if problems := [*_mistakes(file, fields), *_mistakes_in_text(file, front[0], sections)]:
        raise ContentInvalid(problems)
    return _article(_id_of(folder, file), text, fields, sections)


def _read_plain_article(folder: Path, file: Path) -> Article:
    text = _text_of(file)
    front = _FRONT_MATTER.match(text)
    fields: dict[str, Field] = {}
    body = text
    if front is not None:
        try:
            fields = read_mapping(file, front[1] or "")
            body = text[front.end() :]
        except ContentInvalid:
            fields = {}  # two rules across the page, not a front matter
    if not fields.get("title"):
        heading = _TITLE.search(body)
        fields["title"] = Field(heading[1] if heading else file.stem.replace("-", " "), 0)
        body = body.replace(heading[0], "", 1) if heading else body
    return _article(_id_of(folder, file), text, fields, sections_of(body))


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ContentInvalid([Problem(file, line, "this is not UTF-8 text")]) from error
    except OSError as error:
        raise ContentInvalid([Problem(file, 0, f"cannot be read: {error.strerror}")]) from error


def _article(
    name: str, text: str, fields: dict[str, Field], sections: tuple[Section, ...]
) -> Article:
    return Article(
        id=name,
        version=hashlib.sha256(text.encode()).hexdigest()[:16],
        title=" ".join(str(fields["title"].value).split()),
        topics=_words(fields.get("topics")),
        languages=_words(fields.get("languages")),
        updated=str(fields["updated"].value) if "updated" in fields else "",
        questions=_words(fields.get("questions")),
        sections=sections,
    )


def _words(field: Field | None) -> tuple[str, ...]:
    if field is None or field.value is None:
        return ()
    held = field.value if isinstance(field.value, list) else [field.value]
    return tuple(str(word) for word in held)


def _mistakes(file: Path, fields: dict[str, Field]) -> Iterator[Problem]:
    for name in _REQUIRED:
        if name not in fields:
            yield Problem(file, 1, f"the front matter lacks {name}")
    for name, field in fields.items():
        if problem := _mistake(name, field):
            yield Problem(file, field.line, problem)


def _mistake(name: str, field: Field) -> str | None:
    if name not in _FIELDS:
        return f"{name} is not a field of the front matter ({', '.join(sorted(_FIELDS))})"
    if name == "title":
        good = isinstance(field.value, str) and 0 < len(field.value) <= 80  # noqa: PLR2004
        return None if good else "title must be text of 1 to 80 characters"
    if name == "updated":
        good = isinstance(field.value, date)
        return None if good else "updated must be a date such as 2026-03-31"
    if not _is_list_of_text(field):
        return f"{name} must be a list of text such as [one, two]"
    if name == "languages":
        strange = [word for word in _words(field) if not _LANGUAGE.fullmatch(word)]
        return f"{strange[0]} is not a language tag such as en" if strange else None
    return None


def _is_list_of_text(field: Field) -> bool:
    if not isinstance(field.value, list) or not field.value:
        return False
    return all(isinstance(word, str) and word.strip() for word in field.value)


def _mistakes_in_text(file: Path, front: str, sections: Iterable[Section]) -> Iterator[Problem]:
    first_line = front.count("\n") + 1
    first = next(iter(sections), None)
    if first is None:
        yield Problem(file, first_line, "the article has no text")
    elif first.heading:
        yield Problem(file, first_line, "the article must begin with its answer, not a heading")
