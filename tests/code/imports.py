"""Which module imports which, read from the source and not by importing it."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CORE = ROOT / "layers" / "core"


@dataclass(frozen=True, slots=True)
class Import:
    """One module named by another's import, wherever in the file it stands."""

    importer: str
    imported: str
    only_for_types: bool

    @property
    def package(self) -> str:
        return self.imported.partition(".")[0]


@cache
def runtime_imports() -> tuple[Import, ...]:
    """Return every import of the code that runs in Lambda."""
    return tuple(
        Import(name, imported, only_for_types)
        for name, path in runtime_modules()
        for imported, only_for_types in imported_by(name, path)
    )


def runtime_modules() -> Iterator[tuple[str, Path]]:
    """Yield each module of the core layer and of the functions with its file."""
    for start, folder in ((CORE, CORE / "warmline"), (ROOT, ROOT / "functions")):
        for path in sorted(folder.rglob("*.py")):
            parts = path.relative_to(start).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


def imported_by(name: str, path: Path) -> Iterator[tuple[str, bool]]:
    """Yield the full names that a file imports, and whether that is for type checkers only."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    guarded = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        for imported in names_in(node, name):
            yield imported, id(node) in guarded


def names_in(node: ast.AST, importer: str) -> list[str]:
    """Return the full names that one statement imports."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        assert not node.level, f"{importer} imports relatively, in line {node.lineno}"
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


def is_standard(package: str) -> bool:
    return package in sys.stdlib_module_names or package == "__future__"
