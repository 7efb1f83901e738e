"""A call's arguments, held against the action's schema before anything runs.

Of JSON Schema it is what `content/tools.yaml` can say: flat objects of text, numbers and booleans.
"""

import json
import math
import re
from collections.abc import Callable, Mapping

from warmline.domain.tool_catalogue import Parameter, Tool

MOST_CHARACTERS = 4_000
LONGEST_TEXT = 500

type Arguments = Mapping[str, str | int | float | bool]


class BadArguments(ValueError):  # noqa: N818 - what a model may get wrong, and is told
    """The arguments do not fit; says which and why, never what they were."""


def read_arguments(tool: Tool, text: str) -> Arguments:
    """Return the arguments of a call as they may be used. Raises BadArguments."""
    given = _object(text)
    known = {parameter.name: parameter for parameter in tool.parameters}
    for name in given:
        if name not in known:
            raise BadArguments("there is an argument that the action does not have")
    for parameter in tool.parameters:
        if parameter.name in given:
            _check(parameter, given[parameter.name])
        elif parameter.required:
            raise BadArguments(f"{parameter.name} is missing")
    return given


def canonical(arguments: Arguments) -> str:
    """The same text for the same arguments, in whatever order they came."""
    return json.dumps(arguments, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _object(text: str) -> dict[str, str | int | float | bool]:
    if len(text) > MOST_CHARACTERS:
        raise BadArguments("the arguments are too long")
    try:
        given = json.loads(text or "{}", parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise BadArguments("the arguments are not JSON") from error
    if not isinstance(given, dict):
        raise BadArguments("the arguments are not an object")
    # An optional one that a strict model must name is null.
    return {name: value for name, value in given.items() if value is not None}


def _no_constant(name: str) -> object:
    raise ValueError(name)


def _check(parameter: Parameter, value: object) -> None:
    schema = parameter.schema
    is_kind = _KINDS[str(schema.get("type", "string"))]
    if not is_kind(value):
        raise BadArguments(f"{parameter.name} must be of type {schema.get('type', 'string')}")
    allowed = schema.get("enum")
    if isinstance(allowed, list) and value not in allowed:
        raise BadArguments(f"{parameter.name} must be one of {', '.join(map(str, allowed))}")
    if isinstance(value, str):
        _check_text(parameter, value)
    elif isinstance(value, int | float):
        _check_number(parameter, value)


def _check_text(parameter: Parameter, value: str) -> None:
    schema = parameter.schema
    most = schema.get("maxLength")
    if len(value) > (most if isinstance(most, int) else LONGEST_TEXT):
        raise BadArguments(f"{parameter.name} is too long")
    if not value.strip():
        raise BadArguments(f"{parameter.name} is empty")
    if parameter.pattern and not re.fullmatch(parameter.pattern, value, re.IGNORECASE):
        raise BadArguments(f"{parameter.name} has not the form of one")


def _check_number(parameter: Parameter, value: float) -> None:
    least, most = parameter.schema.get("minimum"), parameter.schema.get("maximum")
    too_small = isinstance(least, int | float) and value < least
    too_large = isinstance(most, int | float) and value > most
    if too_small or too_large or not math.isfinite(value):
        raise BadArguments(f"{parameter.name} is out of its range")


_KINDS: Mapping[str, Callable[[object], bool]] = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
}
