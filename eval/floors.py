"""Below what no figure may fall: the measured one less its interval, and never below the promise.

`floors.toml` has a part for each scope: "shipped", the sets in the project, which every change is
held to, and "all", those of a data folder as well. Pooled figures differ between the two.
"""

import math
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.report import Result, Unit

type Floors = Mapping[str, float]
"""The limit of each figure by its key: the least, or the most where less is better."""

_STEP = 10_000
_HEAD = """\
# Written by `python -m eval --write-floors`: the measured figure less its 95% interval, and never
# below what was promised. The least a figure may be, or the most where less is better.
"""


@dataclass(frozen=True, slots=True)
class Breach:
    """A figure that is not as good as it must be, and what it was held to."""

    key: str
    problem: str


def read_floors(scope: str, file: Path) -> Floors:
    """The floors of a scope; none before they were first written."""
    if not file.exists():
        return {}
    floors: dict[str, float] = tomllib.loads(file.read_text("utf-8")).get(scope, {})
    return floors


def write_floors(scope: str, floors: Floors, file: Path) -> None:
    """Replace a scope's floors and leave the other's."""
    scopes = {name: read_floors(name, file) for name in ("shipped", "all")} | {scope: floors}
    parts = [_HEAD]
    for name, kept in scopes.items():
        lines = [f'"{key}" = {limit}' for key, limit in sorted(kept.items())]
        parts.append("\n".join([f"[{name}]", *lines, ""]))
    file.write_text("\n".join(parts), "utf-8")


def floors_of(results: Sequence[Result]) -> Floors:
    """The floor of each figure; a time has only its promise, being the machine's too."""
    limits = {result.key: _limit(result) for result in results if result.floored}
    return {key: limit for key, limit in limits.items() if limit is not None}


def breaches(results: Sequence[Result], floors: Floors) -> Iterator[Breach]:
    """Every promise broken and floor fallen through, and every floor not measured just once."""
    for result in results:
        if not result.promise_kept:
            yield Breach(result.key, f"{result.value:.4f} breaks the promise ({asked(result)})")
        limit = floors.get(result.key)
        if limit is not None and not _holds(result, limit):
            yield Breach(result.key, f"{result.value:.4f} is worse than its floor, {limit}")
    measured = Counter(result.key for result in results)
    yield from (Breach(key, "was measured twice") for key, times in measured.items() if times > 1)
    for key in floors:
        if key not in measured:
            yield Breach(key, "has a floor and was not measured")


def asked(result: Result) -> str:
    """The promise in signs: ">= 0.97", or nothing."""
    parts = []
    if result.at_least is not None:
        parts.append(f">= {result.at_least:g}")
    if result.at_most is not None:
        parts.append(f"<= {result.at_most:g}")
    if result.above_baseline:
        parts.append("> baseline")
    return ", ".join(parts)


def _limit(result: Result) -> float | None:
    if result.unit is Unit.MILLISECONDS:
        return result.at_most
    if result.higher_is_better:
        least = max(result.value - result.interval, result.at_least or 0.0)
        return math.floor(least * _STEP) / _STEP
    most = min(result.value + result.interval, _or_infinity(result.at_most))
    return math.ceil(most * _STEP) / _STEP


def _or_infinity(limit: float | None) -> float:
    return math.inf if limit is None else limit


def _holds(result: Result, limit: float) -> bool:
    slack = result.interval if result.within else 0.0
    if result.higher_is_better:
        return result.value + slack >= limit
    return result.value - slack <= limit
