"""Takes an article's Markdown apart into headings and plain text: answers carry no markup."""

import re
from dataclasses import dataclass

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
    """A heading and the plain text beneath it; what comes before any heading has an empty one."""

    heading: str
    text: str


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
        found.append(Section(heading, plain("\n".join(lines))))
        heading, lines = plain(title[2]), []
    found.append(Section(heading, plain("\n".join(lines))))
    return tuple(section for section in found if section.heading or section.text)


def plain(markdown: str) -> str:
    """Return the text without markup: one line for each paragraph and list item."""
    text = markdown
    for pattern, instead in _MARKUP:
        text = pattern.sub(instead, text)
    paragraphs: list[str] = []
    open_paragraph = False
    for line in text.split("\n"):
        said = _said(line)
        if not said:
            open_paragraph = False
        elif open_paragraph and not _LIST_ITEM.match(line):
            paragraphs[-1] = f"{paragraphs[-1]} {said}"
        else:
            paragraphs.append(said)
            open_paragraph = True
    return "\n".join(paragraphs)


def _said(line: str) -> str:
    if _FENCE.match(line):
        return ""
    return " ".join(_LIST_ITEM.sub("", line.lstrip("> "), count=1).split())
