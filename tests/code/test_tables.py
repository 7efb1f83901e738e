"""Every row of the tables of faults and bad inputs that this project answers for has a test.

The tables are the design's; a test says which row it brings about by `@pytest.mark.fault(row)`
or `@pytest.mark.bad_input(row)`. Read from the source, so that it costs nothing.
"""

import ast
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import pytest

from tests.code.imports import ROOT

FAULTS = {*range(1, 56), 57, 58}
BAD_INPUTS = {
    *range(1, 15),
    18,
    19,
    *range(20, 23),
    *range(24, 51),
    *range(53, 59),
    *range(62, 65),
}
LAST_ROW = {"fault": 58, "bad_input": 65}


@pytest.mark.parametrize("row", sorted(FAULTS))
def test_a_fault_is_brought_about_by_a_test(row: int) -> None:
    assert marked()["fault", row], f"no test has @pytest.mark.fault({row})"


@pytest.mark.parametrize("row", sorted(BAD_INPUTS))
def test_a_bad_input_is_sent_by_a_test(row: int) -> None:
    assert marked()["bad_input", row], f"no test has @pytest.mark.bad_input({row})"


def test_no_mark_names_a_row_that_is_not_there() -> None:
    assert [one for one in marked() if not 1 <= one[1] <= LAST_ROW[one[0]]] == []


@cache
def marked() -> defaultdict[tuple[str, int], list[str]]:
    """Return the tests that are marked with each row of each table."""
    found: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                for mark in marks_of(node):
                    found[mark].append(f"{path.relative_to(ROOT)}::{node.name}")
    return found


def marks_of(function: ast.FunctionDef) -> Iterator[tuple[str, int]]:
    """Yield the table and the row of each mark, wherever in the decorators it stands."""
    nodes = (node for one in function.decorator_list for node in ast.walk(one))
    for node in nodes:
        match node:
            case ast.Call(
                func=ast.Attribute(attr=("fault" | "bad_input") as table),
                args=[ast.Constant(value=int(row))],
            ):
                yield table, row
            case _:
                pass
