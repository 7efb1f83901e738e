"""`make eval`: measure the bot on real data, print tables, write results.json, hold the floors."""

from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console

from eval.abilities import ABILITIES
from eval.floors import Floors, breaches, floors_of, read_floors, write_floors
from eval.report import Result
from eval.results import keep, measured_side_by_side
from eval.sets import HERE, SHIPPED, Sets
from eval.tables import table_of

_WIDTH = 180


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--data",
    envvar="WARMLINE_DATA",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with more sets, or whole ones; also WARMLINE_DATA.",
)
@click.option("--only", multiple=True, type=click.Choice(ABILITIES), help="Measure only this.")
@click.option(
    "--out",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=HERE,
    help="Where results.json and floors.toml are, if not in eval/.",
)
@click.option("--misses", is_flag=True, help="List every miss and false alarm.")
@click.option("--write-floors", "writes", is_flag=True, help="Make these figures the floors.")
def main(
    data: Path | None, only: tuple[str, ...], out: Path, *, misses: bool, writes: bool
) -> None:
    """Measure, beside simple baselines; exit 1 where a figure is below its floor."""
    scope = "all" if data else "shipped"
    floors_file = out / "floors.toml"
    sets = Sets((data, *SHIPPED) if data else SHIPPED)
    chosen = only or ABILITIES
    kept = read_floors(scope, floors_file)
    held: Floors = {key: kept[key] for key in kept if key.partition(" / ")[0] in chosen}
    console = Console(width=None if Console().is_terminal else _WIDTH)
    results: list[Result] = []
    for name, found in measured_side_by_side(chosen, sets):
        results += found
        console.print(table_of(name, found, held))
        if misses:
            _list(console, found)
    keep(scope, results, sets.missing, out / "results.json")
    _say_missing(console, sets)
    if writes:
        others = {key: kept[key] for key in kept if key not in held}
        held = floors_of(results)
        write_floors(scope, {**others, **held}, floors_file)
    _judge(console, results, held)


def _list(console: Console, results: Sequence[Result]) -> None:
    for result in results:
        for line in result.listed:
            console.print(f"  {result.set}: {line}", markup=False, highlight=False, soft_wrap=True)


def _say_missing(console: Console, sets: Sets) -> None:
    if sets.missing:
        console.print(f"Not here, and so not measured: {', '.join(sorted(sets.missing))}.")


def _judge(console: Console, results: Sequence[Result], floors: Floors) -> None:
    found = list(breaches(results, floors))
    for breach in found:
        console.print(f"{breach.key}: {breach.problem}", style="red", markup=False)
    if found:
        raise SystemExit(1)
    console.print(f"{len(results)} figures, none below its floor. Written to results.json.")


if __name__ == "__main__":
    main()
