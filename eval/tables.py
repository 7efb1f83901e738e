"""The report as tables, one an ability, for a terminal or a log."""

from collections.abc import Sequence

from rich.table import Table

from eval.floors import Floors, asked
from eval.report import Part, Result, Unit

_HEADINGS = ("set", "metric", "rows", "Warmline", "raw", "baseline", "published", "asked", "floor")
_NUMBERS = {"rows", "Warmline", "raw", "floor"}


def table_of(ability: str, results: Sequence[Result], floors: Floors) -> Table:
    """One ability's figures, without the columns that none of them fills.

    Development rows are dimmed, broken promises red.
    """
    table = Table(title=ability.replace("_", " "), title_justify="left", title_style="bold")
    rows = [_cells(result, floors.get(result.key)) for result in results]
    filled = [place for place in range(len(_HEADINGS)) if any(row[place] for row in rows)]
    for heading in (_HEADINGS[place] for place in filled):
        table.add_column(heading, justify="right" if heading in _NUMBERS else "left")
    for result, row in zip(results, rows, strict=True):
        table.add_row(*(row[place] for place in filled), style=_style(result))
    return table


def shown(value: float | None, unit: Unit) -> str:
    """A value as people write it: a share in percent, two digits for a small one."""
    if value is None:
        return ""
    if unit is Unit.COUNT:
        return f"{value:g}"
    if unit is Unit.MILLISECONDS:
        return f"{value:.3f} ms"
    percent = value * 100
    return f"{percent:.2f}%" if 0 < percent < 1 else f"{percent:.1f}%"


def _cells(result: Result, floor: float | None) -> tuple[str, ...]:
    interval = f" ± {shown(result.interval, result.unit)}" if result.interval else ""
    beside = shown(result.baseline_value, result.unit)
    return (
        result.set if result.part is Part.REPORT else f"{result.set} (development)",
        result.metric,
        f"{result.rows:,}",
        shown(result.value, result.unit) + interval,
        shown(result.raw, result.unit),
        f"{beside} {result.baseline}".strip(),
        result.published,
        asked(result),
        shown(floor, result.unit),
    )


def _style(result: Result) -> str:
    if not result.promise_kept:
        return "bold red"
    return "" if result.part is Part.REPORT else "dim"
