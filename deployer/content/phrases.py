"""The line's own sentences: the same keys and placeholders in every language, fit for SMS."""

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from deployer.content.mapping import read_mapping
from deployer.content.problems import ContentInvalid, Problem

SOURCE_LANGUAGE = "en"
BY_SMS = "_sms"
"""Ends a key that SMS uses instead of the key without it; any language may have one of its own."""

_COMMAND = re.compile(r"\b(STOP|STOPALL|UNSUBSCRIBE|END|QUIT|CANCEL|REVOKE|OPTOUT|HELP|INFO)\b")
"""What carriers take as a command, spelled as an invitation would be: in capitals.

https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out
"""

type Phrases = dict[str, dict[str, str]]


def read_phrases(folder: Path) -> Phrases:
    """Return the phrases by language and key; raises ContentInvalid with every mistake."""
    files = {file.stem: file for file in sorted(folder.glob("*.yaml"))}
    if SOURCE_LANGUAGE not in files:
        raise ContentInvalid([Problem(folder / f"{SOURCE_LANGUAGE}.yaml", 0, "is missing")])
    fields = {name: read_mapping(file, file.read_text("utf-8")) for name, file in files.items()}
    problems = [
        Problem(files[name], field.line, f"{key} must be text")
        for name, held in fields.items()
        for key, field in held.items()
        if not isinstance(field.value, str) or not field.value.strip()
    ]
    phrases = {
        name: {key: str(field.value) for key, field in held.items()}
        for name, held in fields.items()
    }
    for name, file in files.items():
        lines = {key: field.line for key, field in fields[name].items()}
        problems += _mistakes(file, lines, phrases[name], phrases[SOURCE_LANGUAGE])
    if problems:
        raise ContentInvalid(problems)
    return phrases


def placeholders(phrase: str) -> frozenset[str]:
    """Return the names in braces; raises ValueError for a lone brace."""
    return frozenset(name for _, name, _, _ in Formatter().parse(phrase) if name is not None)


def _mistakes(
    file: Path, lines: dict[str, int], phrases: dict[str, str], source: dict[str, str]
) -> Iterator[Problem]:
    for key in source.keys() - phrases.keys():
        yield Problem(file, 0, f"{key} is missing")
    for key, phrase in phrases.items():
        known = source.get(key, source.get(key.removesuffix(BY_SMS)))
        if known is None:
            yield Problem(file, lines[key], f"{key} is not a key of {SOURCE_LANGUAGE}.yaml")
        elif problem := _mistake(phrase, known):
            yield Problem(file, lines[key], f"{key} {problem}")


def _mistake(phrase: str, source: str) -> str | None:
    try:
        held, expected = placeholders(phrase), placeholders(source)
    except ValueError:
        return "has a brace without its partner"
    if held != expected:
        return f"has the placeholders {sorted(held)}, expected {sorted(expected)}"
    if command := _COMMAND.search(phrase):
        return f"invites {command[0]}, which carriers take as a command"
    return None
