"""Takes an article's Markdown apart into headings and plain text: answers carry no markup."""

import re
from dataclasses import dataclass
from itertools import pairwise

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*")
_LIST_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
_FENCE = re.compile(r"\s*(```|~~~)")
_MARKUP = (
    (re.compile(r"!\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"\[([^\]]+)\]\([^)]*\)"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)_(?=\S)([^_]+?)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the plain text beneath it; what comes before any heading has an empty one.

    `lines` are the same text as its writer broke it where a break says something: examples one
    under the other stay apart, and the lines of a wrapped paragraph are one.
    """

    heading: str
    text: str
    lines: tuple[str, ...] = ()


def sections_of(markdown: str) -> tuple[Section, ...]:
    """Return the sections in order, those without heading and text left out."""
    found: list[Section] = []
    heading, lines, fenced = "", list[str](), False
    for line in markdown.split("\n"):
        fenced ^= bool(_FENCE.match(line))
        title = None if fenced else _HEADING.fullmatch(line)
        if title is None:
            lines.append(line)
            continue
        found.append(_section(heading, lines))
        heading, lines = plain(title[2]), []
    found.append(_section(heading, lines))
    return tuple(section for section in found if section.heading or section.text)


def plain(markdown: str) -> str:
    """Return the text without markup: one line for each paragraph and list item."""
    return "\n".join(map(" ".join, _paragraphs(markdown)))


def _section(heading: str, source: list[str]) -> Section:
    paragraphs = _paragraphs("\n".join(source))
    return Section(
        heading,
        "\n".join(map(" ".join, paragraphs)),
        tuple(line for paragraph in paragraphs for line in _unwrapped(paragraph)),
    )


def _paragraphs(markdown: str) -> list[list[str]]:
    text = markdown
    for pattern, instead in _MARKUP:
        text = pattern.sub(instead, text)
    paragraphs: list[list[str]] = []
    open_paragraph = False
    for line in text.split("\n"):
        said = _said(line)
        if not said:
            open_paragraph = False
        elif open_paragraph and not _LIST_ITEM.match(line):
            paragraphs[-1].append(said)
        else:
            paragraphs.append([said])
            open_paragraph = True
    return paragraphs


def _unwrapped(paragraph: list[str]) -> list[str]:
    """Return a paragraph as one line, or its lines, if most of them ended before they had to."""
    width = max(map(len, paragraph))
    roomy = sum(
        len(line) + 1 + len(after.split()[0]) <= width for line, after in pairwise(paragraph)
    )
    return paragraph if roomy * 2 > len(paragraph) - 1 else [" ".join(paragraph)]


def _said(line: str) -> str:
    if _FENCE.match(line):
        return ""
    return " ".join(_LIST_ITEM.sub("", line.lstrip("> "), count=1).split())
