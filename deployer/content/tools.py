"""The bot's actions: `tools.yaml`, and the typed functions beside it, checked and compiled.

Nothing of the deployer's code runs at build time: a function's signature is read from its source.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from deployer.content.mapping import Field, Value, read_mapping
from deployer.content.problems import ContentInvalid, Problem
from deployer.content.tool_functions import FunctionInvalid, read_function

type Compiled = dict[str, dict[str, Value]]

FILE, FOLDER = "tools.yaml", "tools"
LONGEST_SECONDS = 5

_NAME = re.compile(r"[a-z][a-z0-9_]{0,47}")
_FIELD = re.compile(r"\{([^{}]*)\}")
_SECRET = re.compile(r"secret\.[a-z][a-z0-9_]*")
_FIELDS = frozenset(
    {
        *("description", "risk", "http", "python", "parameters", "seconds", "for_articles"),
        *("confirm", "says", "not_found", "approval", "words"),
    }
)
_PARAMETER_FIELDS = frozenset(
    {
        *("type", "description", "pattern", "enum", "minimum", "maximum", "maxLength"),
        *("optional", "ask"),
    }
)
_TYPES = ("string", "integer", "number", "boolean")
_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
_RISKS = ("read", "write", "approve")
_NEEDS = {"write": "confirm", "approve": "approval"}
_TEXTS = ("confirm", "says", "not_found")


class _Mistake(Exception):  # noqa: N818 - caught here, and told with its place
    """One thing that is wrong with one action."""


def read_tools(folder: Path, articles: Sequence[str] | None) -> Compiled:
    """Return the actions by name, none where there is no file.

    `articles` are the ids of all articles; None where they could not be read.

    Raises ContentInvalid with every action that has a mistake.
    """
    file = folder / FILE
    if not file.exists():
        return {}
    tools: Compiled = {}
    problems: list[Problem] = []
    for name, field in read_mapping(file, file.read_text("utf-8")).items():
        try:
            tools[name] = _read_tool(name, field, folder / FOLDER, articles)
        except (_Mistake, FunctionInvalid) as mistake:
            problems.append(Problem(file, field.line, f"{name}: {mistake}"))
    if problems:
        raise ContentInvalid(problems)
    return tools


def tool_modules(folder: Path) -> list[Path]:
    """Return the deployer's own Python files, to be shipped as they are."""
    return sorted((folder / FOLDER).glob("*.py"))


def _read_tool(
    name: str, field: Field, functions: Path, articles: Sequence[str] | None
) -> dict[str, Value]:
    if not _NAME.fullmatch(name):
        raise _Mistake("a name is small letters, digits and _, at most 48 of them")
    given = _mapping(field.value, "an action")
    _check_names(given, _FIELDS, "an action")
    tool: dict[str, Value] = dict(given)
    if tool.get("risk") not in _RISKS:
        raise _Mistake(f"risk must be one of {', '.join(_RISKS)}")
    if ("http" in tool) == ("python" in tool):
        raise _Mistake("it must have either http or python")
    parameters = _mapping(tool.get("parameters", {}), "parameters")
    if "python" in tool:
        function = read_function(functions, _text(tool, "python"))
        tool.setdefault("description", function.description)
        parameters = _merged(function.parameters, parameters)
    tool["parameters"] = {one: _parameter(one, given) for one, given in parameters.items()}
    for check in (_check_words, _check_http, _check_seconds):
        check(tool)
    _check_without_model(tool, articles)
    return tool


def _merged(
    function: Mapping[str, dict[str, Value]], said: Mapping[str, Value]
) -> dict[str, Value]:
    """The parameters of a signature, with what the file says of each."""
    for name in said:
        if name not in function:
            raise _Mistake(f"the function has no parameter {name}")
    return {
        name: {**schema, **_mapping(said.get(name, {}), name)} for name, schema in function.items()
    }


def _parameter(name: str, value: Value) -> dict[str, Value]:
    given = _mapping(value, name)
    _check_names(given, _PARAMETER_FIELDS, name)
    schema: dict[str, Value] = {
        key: one for key, one in given.items() if key not in {"ask", "optional"}
    }
    if schema.setdefault("type", "string") not in _TYPES:
        raise _Mistake(f"{name}: type must be one of {', '.join(_TYPES)}")
    if "pattern" in schema:
        _check_pattern(name, schema["pattern"])
    if "enum" in schema and not (isinstance(schema["enum"], list) and schema["enum"]):
        raise _Mistake(f"{name}: enum must be a list")
    parameter: dict[str, Value] = {"schema": schema, "required": not given.get("optional")}
    if "ask" in given:
        parameter["ask"] = _texts(given["ask"], f"{name}: ask", allowed=frozenset())
    return parameter


def _check_pattern(name: str, pattern: Value) -> None:
    try:
        re.compile(str(pattern))
    except re.error as error:
        raise _Mistake(f"{name}: pattern is no regular expression: {error}") from error


def _check_words(tool: dict[str, Value]) -> None:
    if not _text(tool, "description").strip():
        raise _Mistake("description is missing")
    needed = _NEEDS.get(str(tool["risk"]))
    if needed and needed not in tool:
        raise _Mistake(f"an action of the risk {tool['risk']} needs {needed}")
    names = frozenset(_mapping(tool["parameters"], "parameters"))
    for key in _TEXTS:
        if key in tool:
            tool[key] = _texts(tool[key], key, allowed=None if key == "says" else names)
    if "approval" in tool:
        _texts(tool["approval"], "approval", allowed=names)
    if "words" in tool:
        words = _mapping(tool["words"], "words")
        tool["words"] = {word: _texts(said, word, allowed=None) for word, said in words.items()}


def _texts(value: Value, what: str, *, allowed: frozenset[str] | None) -> dict[str, Value]:
    """A sentence in one language, or in several; its braces hold names and nothing else."""
    texts = {"en": value} if isinstance(value, str) else _mapping(value, what)
    for text in texts.values():
        if not isinstance(text, str) or not text.strip():
            raise _Mistake(f"{what} must be text, or text by language")
        for name in _FIELD.findall(text):
            if not name.isidentifier() or (allowed is not None and name not in allowed):
                raise _Mistake(f"{what}: {{{name}}} is not a parameter")
    return dict(texts)


def _check_http(tool: dict[str, Value]) -> None:
    if "http" not in tool:
        return
    http = _mapping(tool["http"], "http")
    _check_names(http, frozenset({"method", "url", "headers"}), "http")
    if http.get("method") not in _METHODS:
        raise _Mistake(f"http: method must be one of {', '.join(_METHODS)}")
    if tool["risk"] == "read" and http["method"] not in {"GET", "POST"}:
        raise _Mistake(f"an action of the risk read cannot be a {http['method']}")
    url = _text(http, "url")
    if not re.match(r"/|https?://", url):
        raise _Mistake("http: url must be a path below ToolsBaseUrl, or begin with https://")
    required = {
        name
        for name, one in _mapping(tool["parameters"], "parameters").items()
        if _mapping(one, name)["required"]
    }
    for name in _FIELD.findall(url):
        if name not in required:
            raise _Mistake(f"http: url has {{{name}}}, which is not a required parameter")
    for header, said in _mapping(http.get("headers", {}), "headers").items():
        for name in _FIELD.findall(str(said)):
            if not _SECRET.fullmatch(name):
                raise _Mistake(f"http: {header} may hold {{secret.name}} and no other braces")


def _check_seconds(tool: dict[str, Value]) -> None:
    seconds = tool.get("seconds", 1)
    is_number = isinstance(seconds, int | float) and not isinstance(seconds, bool)
    if not is_number or not 0 < float(str(seconds)) <= LONGEST_SECONDS:
        raise _Mistake(f"seconds must be a number, more than 0 and at most {LONGEST_SECONDS}")


def _check_without_model(tool: dict[str, Value], articles: Sequence[str] | None) -> None:
    """An action that the embedded answerer may take needs words for all that may come of it."""
    named = tool.get("for_articles", [])
    if not isinstance(named, list):
        raise _Mistake("for_articles must be a list of article ids")
    for article in named:
        if articles is not None and article not in articles:
            raise _Mistake(f"for_articles: there is no article {article}")
    if not named:
        return
    for what in _missing_words(tool):
        raise _Mistake(f"with for_articles it needs {what}")


def _missing_words(tool: dict[str, Value]) -> Iterator[str]:
    if "says" not in tool:
        yield "says"
    for name, one in _mapping(tool["parameters"], "parameters").items():
        parameter = _mapping(one, name)
        schema = _mapping(parameter["schema"], name)
        if parameter["required"] and "pattern" not in schema and "enum" not in schema:
            yield f"a pattern or an enum for {name}"
        if parameter["required"] and "ask" not in parameter:
            yield f"an ask for {name}"


def _check_names(given: Mapping[str, Value], known: frozenset[str], what: str) -> None:
    for name in given:
        if name not in known:
            raise _Mistake(f"{name} is not a field of {what} ({', '.join(sorted(known))})")


def _mapping(value: Value, what: str) -> dict[str, Value]:
    if not isinstance(value, dict):
        raise _Mistake(f"{what} must be lines of the form name: value")
    return value


def _text(values: Mapping[str, Value], name: str) -> str:
    value = values.get(name, "")
    if not isinstance(value, str):
        raise _Mistake(f"{name} must be text")
    return value
