"""These tests know the project by its contract alone."""

import ast
from pathlib import Path

HERE = Path(__file__).parent
FORBIDDEN = {"warmline", "functions", "sandbox", "deployer", "widget", "warmline_content"}


def imported_by(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


def test_nothing_of_the_project_is_imported() -> None:
    imported = {name for path in HERE.rglob("*.py") for name in imported_by(path)}

    roots = {name.split(".")[0] for name in imported}
    ours = {name for name in imported if name.startswith("tests")}
    assert not roots & FORBIDDEN
    assert all(name.startswith("tests.contract") for name in ours)
