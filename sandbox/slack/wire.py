"""The shape of what travels to and from Slack, and the refusal that its Web API answers."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

type Fields = dict[str, object]


def fields(value: object) -> Fields:
    """Return the value where it is a JSON object, else an empty one."""
    return value if isinstance(value, dict) else {}


def rows(value: object) -> list[Fields]:
    """Return the JSON objects of a list."""
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def text(value: object) -> str:
    """Return the value where it is a string, else an empty one."""
    return value if isinstance(value, str) else ""


def flag(value: object, *, otherwise: bool = False) -> bool:
    """Return a boolean as Slack accepts it: JSON's own, or 1, 0, true and false in a form."""
    if value is None or value == "":
        return otherwise
    return str(value).lower() in {"1", "true"}


def number(value: object, otherwise: float) -> float:
    try:
        return float(str(value))
    except ValueError:
        return otherwise


def decoded(value: object) -> object:
    """Return structured arguments, which a form carries as JSON in a string."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return None


def compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@dataclass(eq=False)
class RefusedError(Exception):
    """A call that Slack answers with `ok: false` and this word."""

    word: str
    problems: list[str] = field(default_factory=list)
    extra: Fields = field(default_factory=dict)

    def answer(self) -> Fields:
        body: Fields = {"ok": False, "error": self.word, **self.extra}
        if self.problems:
            body["errors"] = list(self.problems)
            messages = [f"[ERROR] {problem}" for problem in self.problems]
            body["response_metadata"] = {"messages": messages}
        return body


def refuse_if(word: str, *, when: bool) -> None:
    if when:
        raise RefusedError(word)


def without_blanks(pairs: Iterable[tuple[str, object]]) -> Fields:
    return {name: value for name, value in pairs if value is not None}
