"""Runs abilities, and keeps what they found in `results.json`, apart for each scope."""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from pathlib import Path

from eval.abilities import Ability, ability
from eval.report import Result
from eval.sets import SetMissingError, Sets


def measured(measure: Ability, sets: Sets) -> Sequence[Result]:
    """What an ability yields; all that came before a set was missing counts."""
    results: list[Result] = []
    try:
        results.extend(measure(sets))
    except SetMissingError:
        return results  # `sets.missing` has its name, and the report says so
    return results


def measured_side_by_side(
    names: Sequence[str], sets: Sets
) -> Iterator[tuple[str, Sequence[Result]]]:
    """What each ability yields, in order, as many at once as there are processors."""
    jobs = min(len(names), os.cpu_count() or 1)
    if jobs == 1:
        for name in names:
            yield name, measured(ability(name), sets)
        return
    with ProcessPoolExecutor(jobs) as pool:
        found = pool.map(_measured_apart, names, [sets.folders] * len(names))
        for name, (results, missing) in zip(names, found, strict=True):
            sets.missing.update(missing)
            yield name, results


def _measured_apart(name: str, folders: tuple[Path, ...]) -> tuple[Sequence[Result], set[str]]:
    sets = Sets(folders)
    return measured(ability(name), sets), sets.missing


def keep(scope: str, results: Iterable[Result], missing: Iterable[str], file: Path) -> None:
    """Write a scope's results in place of those of the same abilities; the others stay."""
    kept = json.loads(file.read_text("utf-8")) if file.exists() else {}
    new = [asdict(result) for result in results]
    abilities = {result["ability"] for result in new}
    old = kept.get(scope, {}).get("results", [])
    stay = [result for result in old if result["ability"] not in abilities]
    kept[scope] = {"not_there": sorted(missing), "results": stay + new}
    file.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", "utf-8")
