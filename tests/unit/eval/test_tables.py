"""The report as a person reads it."""

from dataclasses import replace

import pytest
from rich.console import Console

from eval.report import Part, Result, Unit
from eval.tables import shown, table_of

FIGURE = Result(
    ability="asking",
    set="bitext",
    metric="recall",
    value=0.98,
    interval=0.0123,
    rows=2810,
    baseline="keyword list",
    baseline_value=0.517,
    at_least=0.97,
)


def printed(*results: Result) -> str:
    console = Console(width=160, record=True, file=None, quiet=False)
    with console.capture() as captured:
        console.print(table_of("asking", results, {FIGURE.key: 0.97}))
    return captured.get()


def test_a_row_says_what_was_measured_beside_what() -> None:
    line = next(line for line in printed(FIGURE).splitlines() if "bitext" in line)
    cells = [cell.strip() for cell in line.strip("│").split("│")]
    assert cells == [
        "bitext",
        "recall",
        "2,810",
        "98.0% ± 1.2%",
        "51.7% keyword list",
        ">= 0.97",
        "97.0%",
    ]


def test_columns_that_nothing_fills_are_left_out() -> None:
    assert "raw" not in printed(FIGURE)
    assert "published" not in printed(FIGURE)
    mended = replace(FIGURE, raw=0.95, published="100 trained")
    assert "95.0%" in printed(mended)
    assert "100 trained" in printed(mended)


def test_development_rows_say_that_they_are() -> None:
    assert "bitext (development)" in printed(replace(FIGURE, part=Part.DEVELOPMENT))


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (0.5, Unit.SHARE, "50.0%"),
        (0.0012, Unit.SHARE, "0.12%"),
        (0.0, Unit.SHARE, "0.0%"),
        (3, Unit.COUNT, "3"),
        (0.1234, Unit.MILLISECONDS, "0.123 ms"),
        (None, Unit.SHARE, ""),
    ],
)
def test_values_are_written_as_people_write_them(
    value: float | None, unit: Unit, text: str
) -> None:
    assert shown(value, unit) == text
