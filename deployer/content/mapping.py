"""Reads a YAML mapping together with the line of each key, and refuses a key said twice."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from deployer.content.problems import ContentInvalid, Problem, yaml_problem

type Value = str | int | float | bool | list["Value"] | dict[str, "Value"] | None


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a mapping: what it holds, and on which line of the file."""

    value: Value
    line: int


def read_mapping(file: Path, text: str, *, first_line: int = 1) -> dict[str, Field]:
    """Return the fields of a YAML mapping, in order.

    Raises ContentInvalid naming the line, for what is not YAML, no mapping, or says a key twice.
    """
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        value = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ContentInvalid([yaml_problem(file, error, first_line=first_line)]) from error
    if not isinstance(node, yaml.MappingNode) or not isinstance(value, dict):
        raise ContentInvalid([Problem(file, first_line, "expected lines of the form key: value")])
    lines = {key: first_line + line for key, line in _keys(node)}
    if twice := _said_twice(node):
        raise ContentInvalid(
            Problem(file, first_line + line, f"{key} is said twice") for key, line in twice
        )
    return {str(key): Field(held, lines[str(key)]) for key, held in value.items()}


def _keys(node: yaml.MappingNode) -> Iterator[tuple[str, int]]:
    return ((str(key.value), key.start_mark.line) for key, _ in node.value)


def _said_twice(node: yaml.MappingNode) -> list[tuple[str, int]]:
    seen: set[str] = set()
    twice = []
    for key, line in _keys(node):
        if key in seen:
            twice.append((key, line))
        seen.add(key)
    return twice
