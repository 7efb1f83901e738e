"""The line's rules: one flat mapping of names to numbers, words and small lists."""

from pathlib import Path
from typing import TypeGuard

from deployer.content.hours import mistake_in_hours, without_dates
from deployer.content.mapping import Field, Value, read_mapping
from deployer.content.problems import ContentInvalid, Problem
from warmline.domain.policy import SENSITIVE_TOPICS

_CHOICES = {"keywords_answered_by": ("twilio", "warmline")}
_LISTS = {"vips", "own_hosts", "languages", "holidays"}
_NAMED = {"teams", "skills", "hours", "hours_on"}
_LONGEST = {
    "undo_seconds": (60, "a customer waits for it"),
    "file_link_seconds": (7 * 24 * 3600, "the bucket forgets a file a day later"),
}
"""Some times cannot be longer, and why."""


def read_policy(file: Path) -> dict[str, Value]:
    """Return the rules by name; raises ContentInvalid with every mistake."""
    try:
        text = file.read_text("utf-8")
    except FileNotFoundError as error:
        raise ContentInvalid([Problem(file, 0, "is missing")]) from error
    fields = {
        name: Field(without_dates(field.value), field.line)
        for name, field in read_mapping(file, text).items()
    }
    problems = [
        Problem(file, field.line, f"{name} {problem}")
        for name, field in fields.items()
        if (problem := _mistake(name, field))
    ]
    if problems:
        raise ContentInvalid(problems)
    return {name: field.value for name, field in fields.items()}


def _mistake(name: str, field: Field) -> str | None:
    value = field.value
    if name in _CHOICES and value not in _CHOICES[name]:
        return f"must be one of {', '.join(_CHOICES[name])}"
    if name in _LISTS and not _are_texts(value):
        return "must be a list of texts, numbers in quotes"
    if name in _NAMED and not _are_named_texts(value):
        return "must have a text for each name"
    if name == "scrub" and not isinstance(value, bool):
        return "must be on or off"
    if name == "topics" and not _are_topics(value):
        return "must name each topic with on, off or a list of words; only a list for your own"
    return mistake_in_hours(name, value) or _mistake_in_numbers(name, value)


def _mistake_in_numbers(name: str, value: Value) -> str | None:
    if name.endswith(("_threshold", "_share")) and not (_is_number(value) and value <= 1):
        return "must be a number from 0 to 1"
    if name.endswith("_seconds") and not _are_times(value):
        return "must be seconds: a number from 0, a list of them, or one for each name"
    if name in _LONGEST and _is_number(value) and value > _LONGEST[name][0]:
        most, why = _LONGEST[name]
        return f"must be at most {most}: {why}"
    if name.endswith(("_limit", "_attempts")) and not _is_count(value):
        return "must be a whole number from 1"
    return None


def _are_texts(value: Value) -> bool:
    if not isinstance(value, list):
        return False
    return all(isinstance(text, str) and bool(text.strip()) for text in value)


def _are_named_texts(value: Value) -> bool:
    if not isinstance(value, dict):
        return False
    return all(text is None or isinstance(text, str) for text in value.values())


def _are_topics(value: Value) -> bool:
    if not isinstance(value, dict):
        return False
    return all(
        _are_texts(wanted) or wanted is False or (wanted is True and topic in SENSITIVE_TOPICS)
        for topic, wanted in value.items()
    )


def _are_times(value: Value) -> bool:
    if isinstance(value, dict):
        return bool(value) and all(_is_number(time) for time in value.values())
    if isinstance(value, list):
        return bool(value) and all(_is_number(time) for time in value)
    return _is_number(value)


def _is_number(value: Value) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and value >= 0


def _is_count(value: Value) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0
