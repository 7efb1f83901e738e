"""Sentences of a text, so that one can be left out and the others stay as they are."""

import re
from collections.abc import Callable
from functools import cache


def sentences(text: str) -> list[str]:
    """The text in pieces that join to it again; each ends where a sentence or a line does.

    Points inside a word, such as those of "example.com" or "9.50", end nothing.
    """
    return _sentence().findall(text)


def without(text: str, unwanted: Callable[[str], bool]) -> tuple[str, list[str]]:
    """The text without its unwanted sentences, and those, trimmed."""
    kept: list[str] = []
    dropped: list[str] = []
    for sentence in sentences(text):
        if sentence.strip() and unwanted(sentence):
            dropped.append(sentence.strip())
            kept.append("\n" if sentence.endswith("\n") else "")
        else:
            kept.append(sentence)
    return (tidy("".join(kept)), dropped) if dropped else (text, [])


def tidy(text: str) -> str:
    """No spaces at the ends of lines, no two spaces in a row, no two empty lines in a row."""
    text = re.sub(r"[ \t]+", " ", text)
    text = re.sub(r" ?\n ?", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


@cache
def _sentence() -> re.Pattern[str]:
    closing = "[\"'”’»)\\]]*"  # noqa: RUF001 - quotes as people type them
    end = rf"(?:[.!?…]+{closing}(?=\s)|[。！？؟।]+{closing})"  # noqa: RUF001 - other scripts' ends
    return re.compile(rf"[^\n]*?{end}[ \t]*\n*|[^\n]*\n+|[^\n]+", re.DOTALL)
