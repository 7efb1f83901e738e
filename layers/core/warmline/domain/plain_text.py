"""Markdown and HTML as the plain text that every channel shows, images left out."""

import html
import re
from collections.abc import Callable
from functools import cache

type _Put = Callable[[re.Match[str]], str]

_MOST_ROUNDS = 6


def without_markup(text: str) -> str:
    """The words alone, with a link's address behind them; no image and no tag stays.

    A tag that is left over when another was taken away goes too. Text without markup comes back
    as it was.
    """
    for _ in range(_MOST_ROUNDS):
        plain = _once(text)
        if plain == text:
            return text
        text = plain
    return re.sub("[<>]", "", text)


def _once(text: str) -> str:
    if "&" in text:
        text = _entity().sub(lambda found: html.unescape(found.group()), text)
    if "<" in text:
        text = _without_tags(text)
    for pattern, put in _marks():
        text = pattern.sub(put, text)
    return text


def _without_tags(text: str) -> str:
    text, found = _unseen().subn("", text)
    for _ in range(_MOST_ROUNDS if found else 0):
        text = _unseen().sub("", text)
    text = _anchor().sub(r"\2 (\1)", text)
    text = _angled_link().sub(_shown_link, text)
    text = _break().sub("\n", text)
    return _tag().sub("", text)


def _shown_link(found: re.Match[str]) -> str:
    target, label = found[1], found[2]
    return f"{label} ({target})" if label and label != target else target


def _named_link(found: re.Match[str]) -> str:
    label, target = found[1].strip(), found[2]
    return target if not label or label == target else f"{label} ({target})"


@cache
def _marks() -> tuple[tuple[re.Pattern[str], str | _Put], ...]:
    target = r"\(\s*<?((?:[^\s()<>]|\([^\s()]*\))*)>?(?:\s+[\"'(][^)\n]*)?\s*\)"
    return (
        (re.compile(rf"!\[([^\]\n]*)\]{target}"), ""),
        (re.compile(r"!\[[^\]\n]*\]\[[^\]\n]*\]"), ""),
        (re.compile(rf"(?<!!)\[([^\[\]\n]*)\]{target}"), _named_link),
        (re.compile(r"^[ ]{0,3}\[([^\]\n]+)\]:\s*(\S+).*$", re.MULTILINE), r"\1: \2"),
        (re.compile(r"(?<!!)\[([^\[\]\n]+)\]\[[^\]\n]*\]"), r"\1"),
        (re.compile(r"^[ ]{0,3}(?:```|~~~)[^\n]*\n?", re.MULTILINE), ""),
        (re.compile(r"`{1,3}([^`\n]+)`{1,3}"), r"\1"),
        (re.compile(r"^[ ]{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE), r"\1"),
        (re.compile(r"^[ ]{0,3}(?:[-*_][ \t]*){3,}$\n?", re.MULTILINE), ""),
        (re.compile(r"^[ ]{0,3}>[ \t]?", re.MULTILINE), ""),
        (re.compile(r"^[ ]{0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?$\n?",
                    re.MULTILINE), ""),
        (re.compile(r"^[ ]{0,3}\|(.*)\|[ \t]*$", re.MULTILINE), _row),
        (re.compile(r"^([ \t]*)[*+\u2022][ \t]+(?=\S)", re.MULTILINE), r"\1- "),
        (re.compile(r"(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
        (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\w*])"), r"\1"),
        (re.compile(r"(?<![\w_])_(?=[^\s_])([^_\n]+?)(?<=[^\s_])_(?![\w_])"), r"\1"),
    )  # fmt: skip


def _row(found: re.Match[str]) -> str:
    cells = [cell.strip() for cell in found[1].split("|")]
    return ", ".join(cell for cell in cells if cell)


@cache
def _entity() -> re.Pattern[str]:
    return re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")


@cache
def _unseen() -> re.Pattern[str]:
    """Comments, and what is between the tags of scripts and styles."""
    return re.compile(
        r"<!--.*?(?:-->|\Z)|<(script|style|svg|iframe|object|template|noscript|title)\b"
        r".*?(?:</\1\s*>|\Z)",
        re.IGNORECASE | re.DOTALL,
    )


@cache
def _anchor() -> re.Pattern[str]:
    return re.compile(
        r"<a\b[^<>]*?\bhref\s*=\s*[\"']?([^\s\"'<>]+)[^<>]*>(.*?)</a\s*>",
        re.IGNORECASE | re.DOTALL,
    )


@cache
def _angled_link() -> re.Pattern[str]:
    """`<https://...>` and Slack's `<https://...|label>`."""
    return re.compile(r"<((?:https?|mailto|tel):[^\s<>|]+)(?:\|([^<>\n]*))?>", re.IGNORECASE)


@cache
def _break() -> re.Pattern[str]:
    return re.compile(r"<(?:br|/p|/div|/li|/tr|/h[1-6])\b[^<>]*>\n?", re.IGNORECASE)


@cache
def _tag() -> re.Pattern[str]:
    """Tags, finished or not: a browser finishes one at the end of the text by itself."""
    return re.compile(r"</?[A-Za-z!?][^<>]*(?:>|(?=<)|\Z)|<[@#!][^<>\s]*>")
