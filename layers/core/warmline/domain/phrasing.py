"""Phrases of a rule, as lines of words, and where a text says one of them.

A line is words with single spaces between; a word may be any of several, `(kill|hurt) myself`, may
be missing, `(just )?died`, and `..` stands for up to three words of any kind. Its first word is
there always: lines are found by it, so only those that can be meant are ever looked at.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from warmline.domain.folding import fold, words

LONGEST_READ = 8_000
_GAP = 3


def split(text: str) -> list[str]:
    """The folded words of as much of a text as is read."""
    return words(text[:LONGEST_READ])


def find_phrases(table: str, said: list[str]) -> Iterator[str]:
    """Yield each phrase of the table that is said, in the words that say it."""
    lines = _lines(table)
    for at, word in enumerate(said):
        for line in lines.get(word, ()):
            found = _pattern(line).match(" ".join(said[at : at + _longest(line)]) + " ")
            if found:
                yield found.group().strip()
                break


def find_phrase(table: str, said: list[str]) -> str:
    """Return the first phrase of the table that is said; "" for none."""
    return next(find_phrases(table, said), "")


def find_run(table: str, text: str) -> str:
    """The same for Chinese, which has no spaces: parts of a row of characters, `|` between."""
    if text.isascii():
        return ""
    row = "".join(text[:LONGEST_READ].split())
    return next((part for part in table.split("|") if part.strip() and part.strip() in row), "")


def check_lines(table: str) -> list[str]:
    """Return the lines that could never be found: their first word is not plain."""
    return [line for line in _stripped(table) if not _firsts(line)]


def _stripped(table: str) -> list[str]:
    """The lines, each whole: one goes on over line ends while a bracket is open."""
    lines: list[str] = []
    for line in filter(None, map(str.strip, fold(table).splitlines())):
        if lines and lines[-1].count("(") > lines[-1].count(")"):
            lines[-1] += line if lines[-1].endswith("|") else f" {line}"
        else:
            lines.append(line)
    return lines


@cache
def _lines(table: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for line in _stripped(table):
        for word in _firsts(line):
            found.setdefault(word, []).append(line)
    return {word: tuple(lines) for word, lines in found.items()}


def _firsts(line: str) -> list[str]:
    """The words that a line may begin with."""
    first = line.split(" ", 1)[0] if not line.startswith("(") else line[: line.find(")") + 1]
    if line[len(first) : len(first) + 1] in {"?", "*", "+"}:
        return []
    plain = first.strip("()")
    known = plain and not re.search(r"[()?*+\\.\[]", plain)
    return [part.split(" ")[0] for part in plain.split("|")] if known else []


@cache
def _pattern(line: str) -> re.Pattern[str]:
    """Every word with the space behind it, so that a missing one leaves no gap."""
    return re.compile(re.sub(r"(?:\.\. )+", _gap, line) + " ")


def _gap(marks: re.Match[str]) -> str:
    return f"(?:[^ ]+ ){{0,{_GAP * marks.group().count('..')}}}"


@cache
def _longest(line: str) -> int:
    """So many words the line can take at most, generously."""
    return line.count(" ") + 1 + _GAP * line.count("..") + 4
