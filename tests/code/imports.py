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

    @property
    def package(self) -> str:
        return self.imported.partition(".")[0]


@cache
def runtime_imports() -> tuple[Import, ...]:
    """Return every import of the code that runs in Lambda."""
    return tuple(
        Import(name, imported)
        for name, path in runtime_modules()
        for imported in imported_by(name, path)
    )


def runtime_modules() -> Iterator[tuple[str, Path]]:
    """Yield each module of the core layer and of the functions with its file."""
    for start, folder in ((CORE, CORE / "warmline"), (ROOT, ROOT / "functions")):
        for path in sorted(folder.rglob("*.py")):
            parts = path.relative_to(start).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


def imported_by(name: str, path: Path) -> Iterator[str]:
    """Yield the full names that a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                raise AssertionError(f"{name} imports relatively, in line {node.lineno}")
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def is_standard(package: str) -> bool:
    return package in sys.stdlib_module_names or package == "__future__"
