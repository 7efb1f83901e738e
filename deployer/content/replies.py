"""Canned replies: what agents pick at the desk, edit and send. A title each, and its texts."""

from collections.abc import Iterator
from pathlib import Path

from deployer.content.mapping import Field, Value, read_mapping
from deployer.content.phrases import placeholders
from deployer.content.problems import ContentInvalid, Problem

MOST_REPLIES, LONGEST_TITLE, LONGEST_TEXT = 100, 75, 3_000
"""A menu of Slack's takes no more, and no longer ones.

https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element
"""

BLANKS = frozenset({"agent", "case", "hours"})
SOURCE_LANGUAGE = "en"

type Reply = dict[str, Value]


def read_replies(file: Path) -> list[Reply]:
    """Return the replies in their order, none without a file.

    Raises ContentInvalid with every mistake.
    """
    if not file.exists():
        return []
    text = file.read_text("utf-8")
    if not any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines()):
        return []
    fields = read_mapping(file, text)
    problems = [
        Problem(file, field.line, f"{title!r} {problem}")
        for title, field in fields.items()
        for problem in _mistakes(title, field)
    ]
    if len(fields) > MOST_REPLIES:
        problems.append(Problem(file, 0, f"has more than {MOST_REPLIES} replies"))
    if problems:
        raise ContentInvalid(problems)
    return [{"title": title, "texts": _texts(field)} for title, field in fields.items()]


def _texts(field: Field) -> dict[str, Value]:
    return field.value if isinstance(field.value, dict) else {SOURCE_LANGUAGE: field.value}


def _mistakes(title: str, field: Field) -> Iterator[str]:
    if not 0 < len(title.strip()) <= LONGEST_TITLE:
        yield f"is no title of 1 to {LONGEST_TITLE} characters"
    texts = _texts(field)
    if not texts:
        yield "has no text"
    for language, text in texts.items():
        if not isinstance(text, str) or not text.strip():
            yield f"must have a text, or one for each language ({language})"
        elif problem := _mistake(text):
            yield problem


def _mistake(text: str) -> str | None:
    if len(text) > LONGEST_TEXT:
        return f"is longer than {LONGEST_TEXT} characters"
    try:
        unknown = placeholders(text) - BLANKS
    except ValueError:
        return "has a brace without its partner"
    if unknown:
        known = ", ".join(f"{{{name}}}" for name in sorted(BLANKS))
        return f"has {{{min(unknown)}}}, which nobody fills in; there are {known}"
    return None
