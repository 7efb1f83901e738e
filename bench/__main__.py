"""`python -m bench`: measure, print a table, write bench/results.json."""

import json
import logging
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from bench.desk import measure_desk
from bench.line import read_house
from bench.queue_waits import queue_figures, queue_table
from bench.store import ROUNDS, Figure, as_results, measure
from tests.engines import running_dynamodb_local
from tests.simulation.living import Lived, figures_of

RESULTS = Path(__file__).with_name("results.json")


@click.command()
@click.option("--rounds", default=ROUNDS, show_default=True, help="How often agents race.")
def bench(rounds: int) -> None:
    """Measure what the design counts on, on the vendor's own engine on this machine."""
    logging.getLogger("botocore").setLevel(logging.ERROR)
    console, figures = Console(), []
    with running_dynamodb_local() as endpoint_url:
        for figure in chain(measure(endpoint_url, rounds), measure_desk(endpoint_url)):
            console.print(f"[dim]measured[/dim] {figure.name}")
            figures.append(figure)
    console.print(table_of(figures))
    queue = queue_figures(read_house().policy)
    console.print(queue_table(queue))
    day = figures_of(Lived(cases=2_000, agents=30))
    console.print("A day of 2,000 customers with 30 agents:", day)
    results = {"store": as_results(figures), "queue": queue, "day": day}
    RESULTS.write_text(json.dumps(results, indent=2) + "\n", "utf-8")
    console.print(f"Written to {RESULTS.relative_to(RESULTS.parents[1])}.")


def table_of(figures: Iterable[Figure]) -> Table:
    table = Table("what", "measured", title="The store on DynamoDB Local", show_lines=True)
    for figure in figures:
        values = (f"{name}: [bold]{value}[/bold]" for name, value in figure.values.items())
        table.add_row(figure.name, "\n".join(values))
    return table


if __name__ == "__main__":
    bench()
