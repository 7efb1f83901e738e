"""The demo's two tables: what became of each utterance, and how long customers waited."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from deployer.demo.customers import Reply
from deployer.demo.outcomes import Outcome
from deployer.demo.utterances import Utterance


@dataclass(frozen=True, slots=True)
class Result:
    """One utterance, what came back and what the table says of it."""

    utterance: Utterance
    reply: Reply
    outcome: Outcome
    quiet: float = 0.0

    @property
    def seconds_without_quiet(self) -> float:
        """How long the line itself took: the pause for more words comes before a turn only."""
        return self.reply.seconds - (0.0 if self.outcome.by_rule else self.quiet)


def print_results(console: Console, results: Sequence[Result]) -> None:
    """Print a line for each utterance."""
    table = Table(title="What became of each", title_justify="left", show_edge=False)
    for name in ("", "channel", "utterance", "what happened", "article or reason"):
        table.add_column(name, overflow="fold")
    table.add_column("s", justify="right")
    for number, result in enumerate(results, start=1):
        table.add_row(
            str(number),
            result.utterance.channel,
            result.utterance.text,
            result.outcome.done,
            result.outcome.why,
            f"{result.reply.seconds:.2f}",
        )
    console.print(table)


def print_summary(console: Console, results: Sequence[Result]) -> None:
    """Print how often what happened, and the waiting times of each channel."""
    for done in sorted({result.outcome.done for result in results}):
        count = sum(result.outcome.done == done for result in results)
        console.print(f"{count:3} of {len(results)} {done}", highlight=False)
    console.print(_times(results))


def _times(results: Sequence[Result]) -> Table:
    table = Table(title="From message to answer", title_justify="left", show_edge=False)
    table.add_column("channel")
    for name in ("messages", "median s", "p95 s", "longest s"):
        table.add_column(name, justify="right")
    table.add_column("quiet time s", justify="right")
    for name in ("median", "p95", "longest"):
        table.add_column(f"{name} without it", justify="right")
    for channel in dict.fromkeys(result.utterance.channel for result in results):
        rows = [row for row in results if row.utterance.channel == channel]
        waited = spread([row.reply.seconds for row in rows])
        worked = spread([row.seconds_without_quiet for row in rows])
        figures = (*waited, rows[0].quiet, *worked)
        table.add_row(channel, str(len(rows)), *(f"{value:.2f}" for value in figures))
    return table


def spread(seconds: Sequence[float]) -> tuple[float, float, float]:
    """Return median, 95th percentile and longest."""
    if len(seconds) == 1:
        return (seconds[0],) * 3
    cuts = statistics.quantiles(seconds, n=20, method="inclusive")
    return statistics.median(seconds), cuts[-1], max(seconds)
