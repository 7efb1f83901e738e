"""A typed function's signature as JSON Schema, read from its source and not by importing it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from deployer.content.mapping import Value

_TYPES = {"str": "string", "int": "integer", "float": "number", "bool": "boolean"}
_OURS = frozenset({"idempotency_key", "customer"})
"""Parameters that Warmline fills in; a model neither sees nor sets them."""


class FunctionInvalid(Exception):  # noqa: N818 - told with the action's place
    """The function is not there, or its signature cannot be offered to a model."""


@dataclass(frozen=True, slots=True)
class Function:
    """What a function is for, and its parameters as JSON Schema; `optional` with a default."""

    description: str
    parameters: dict[str, dict[str, Value]]


def read_function(folder: Path, place: str) -> Function:
    """Read `module:function` of a folder. Raises FunctionInvalid."""
    module, _, name = place.partition(":")
    file = folder / f"{module}.py"
    if not module.isidentifier() or not file.is_file():
        raise FunctionInvalid(f"python: there is no file {file.name} in {folder.name}/")
    try:
        tree = ast.parse(file.read_text("utf-8"))
    except SyntaxError as error:
        raise FunctionInvalid(f"python: {file.name}:{error.lineno}: {error.msg}") from error
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == name:
            return _function(node)
    raise FunctionInvalid(f"python: {file.name} has no function {name or '(module:function)'}")


def _function(node: ast.FunctionDef) -> Function:
    arguments = node.args
    if arguments.posonlyargs or arguments.vararg or arguments.kwarg:
        raise FunctionInvalid(f"python: {node.name} may have named parameters only")
    documentation = ast.get_docstring(node) or ""
    return Function(
        description=" ".join(documentation.split("\n\n")[0].split()),
        parameters={
            argument.arg: _schema(argument, has_default=has_default)
            for argument, has_default in _with_defaults(arguments)
            if argument.arg not in _OURS
        },
    )


def _with_defaults(arguments: ast.arguments) -> Iterator[tuple[ast.arg, bool]]:
    without = len(arguments.args) - len(arguments.defaults)
    for number, argument in enumerate(arguments.args):
        yield argument, number >= without
    for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        yield argument, default is not None


def _schema(argument: ast.arg, *, has_default: bool) -> dict[str, Value]:
    schema = _schema_of(argument.annotation)
    if schema is None:
        raise FunctionInvalid(
            f"python: the parameter {argument.arg} must be a str, int, float, bool or a Literal "
            'of text, perhaps Annotated[..., "what it is"], perhaps | None'
        )
    return {**schema, "optional": True} if has_default else schema


def _schema_of(annotation: ast.expr | None) -> dict[str, Value] | None:
    match annotation:
        case ast.Name(id=name) if name in _TYPES:
            return {"type": _TYPES[name]}
        case ast.BinOp(left=kind, op=ast.BitOr(), right=ast.Constant(value=None)):
            return _schema_of(kind)
        case ast.Subscript(value=ast.Name(id="Literal"), slice=choices):
            return _choices(choices)
        case ast.Subscript(
            value=ast.Name(id="Annotated"),
            slice=ast.Tuple(elts=[kind, ast.Constant(value=str(said)), *_]),
        ):
            schema = _schema_of(kind)
            return None if schema is None else {**schema, "description": said}
        case _:
            return None


def _choices(node: ast.expr) -> dict[str, Value] | None:
    elements = node.elts if isinstance(node, ast.Tuple) else [node]
    values = [one.value for one in elements if isinstance(one, ast.Constant)]
    texts: list[Value] = [value for value in values if isinstance(value, str)]
    return {"type": "string", "enum": texts} if len(texts) == len(elements) else None
