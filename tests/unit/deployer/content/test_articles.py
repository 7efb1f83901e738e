"""Articles are read as they were written, and mistakes are named by file and line."""

from pathlib import Path

import pytest

from deployer.content.articles import read_articles, read_plain_articles
from deployer.content.problems import ContentInvalid

GOOD = """---
title: How to water a fern
topics: [plants]
languages: [en]
updated: 2026-05-01
questions:
  - is my fern thirsty
---

Water it **twice** a week; see [our guide](https://example.com).

## How much?

One cup.
"""


def written(folder: Path, text: str, name: str = "plants/fern.md") -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def mistakes(folder: Path, text: str) -> list[tuple[int, str]]:
    file = written(folder, text)
    with pytest.raises(ContentInvalid) as caught:
        read_articles(folder)
    assert {problem.file for problem in caught.value.problems} == {file}
    return [(problem.line, problem.text) for problem in caught.value.problems]


def test_an_article_is_taken_apart(tmp_path: Path) -> None:
    written(tmp_path, GOOD)

    (article,) = read_articles(tmp_path)

    assert article.id == "plants/fern"
    assert article.title == "How to water a fern"
    assert (article.topics, article.languages) == (("plants",), ("en",))
    assert article.updated == "2026-05-01"
    assert article.questions == ("is my fern thirsty",)
    assert [(part.heading, part.text) for part in article.sections] == [
        ("", "Water it twice a week; see our guide."),
        ("How much?", "One cup."),
    ]


def test_the_version_changes_with_the_text_and_not_with_line_ends(tmp_path: Path) -> None:
    written(tmp_path, GOOD, "first.md")
    written(tmp_path, GOOD.replace("\n", "\r\n"), "second.md")
    written(tmp_path, GOOD.replace("cup", "pot"), "third.md")

    first, second, third = (article.version for article in read_articles(tmp_path))

    assert first == second != third


def test_articles_come_in_the_order_of_their_ids(tmp_path: Path) -> None:
    for name in ("b.md", "a/z.md", "a.md"):
        written(tmp_path, GOOD, name)

    assert [article.id for article in read_articles(tmp_path)] == ["a", "a/z", "b"]


@pytest.mark.parametrize(
    ("before", "after", "line", "text"),
    [
        ("topics: [plants]\n", "", 1, "the front matter lacks topics"),
        ("topics: [plants]", "topics: plants", 3, "topics must be a list of text"),
        ("[en]", "[English language]", 4, "English language is not a language tag"),
        ("2026-05-01", "last May", 5, "updated must be a date"),
        ("questions:", "question:", 6, "question is not a field of the front matter"),
        ("How to water", "How: to water", 2, "not YAML"),
        ("topics:", "title:", 3, "title is said twice"),
        ("How to water a fern", "x" * 81, 2, "title must be text of 1 to 80 characters"),
        ("Water it **twice**", "## First\n\nWater it", 9, "must begin with its answer"),
        ("---\ntitle", "title", 1, "the front matter is missing"),
    ],
)
def test_a_mistake_is_named_with_its_line(
    tmp_path: Path, before: str, after: str, line: int, text: str
) -> None:
    found = mistakes(tmp_path, GOOD.replace(before, after, 1))

    assert any(at == line and text in said for at, said in found), found


def test_every_mistake_is_named_at_once(tmp_path: Path) -> None:
    found = mistakes(tmp_path, GOOD.replace("[en]", "en").replace("2026-05-01", "soon"))

    assert [line for line, _ in found] == [4, 5]


def test_text_that_is_not_utf_8_is_a_mistake_with_its_line(tmp_path: Path) -> None:
    file = written(tmp_path, GOOD)
    file.write_bytes(GOOD.encode().replace(b"One cup", b"One c\xfcp"))

    with pytest.raises(ContentInvalid, match=r"fern\.md:14: this is not UTF-8"):
        read_articles(tmp_path)


def test_a_folder_without_articles_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(ContentInvalid, match="no article"):
        read_articles(tmp_path)


@pytest.mark.parametrize(
    ("text", "title", "first"),
    [
        ("# Ferns\n\nThey are green.\n", "Ferns", "They are green."),
        ("Some words.\n\n## Later\n\nMore.\n", "Later", "Some words."),
        ("No heading at all.\n", "fern", "No heading at all."),
        ("---\ntitle: From the front\n---\nText.\n", "From the front", "Text."),
        ("---\na rule: of: dashes\n---\n# Title\n\nText.\n", "Title", "---"),
        ("\ufeff# With a mark\n\nText.\n", "With a mark", "Text."),
        ("", "fern", None),
    ],
)
def test_anybodys_articles_need_no_front_matter(
    tmp_path: Path, text: str, title: str, first: str | None
) -> None:
    written(tmp_path, text)

    (article,) = read_plain_articles(tmp_path)

    assert article.title == title
    said = [part.text for part in article.sections if part.text]
    assert said[0].startswith(first) if first else not said
