"""Runs abilities, and keeps what they found in `results.json`, apart for each scope."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from eval.abilities import Ability
from eval.report import Result
from eval.sets import SetMissingError, Sets


def measured(ability: Ability, sets: Sets) -> Sequence[Result]:
    """What an ability yields; all that came before a set was missing counts."""
    results: list[Result] = []
    try:
        results.extend(ability(sets))
    except SetMissingError:
        return results  # `sets.missing` has its name, and the report says so
    return results


def keep(scope: str, results: Iterable[Result], missing: Iterable[str], file: Path) -> None:
    """Write a scope's results in place of those of the same abilities; the others stay."""
    kept = json.loads(file.read_text("utf-8")) if file.exists() else {}
    new = [asdict(result) for result in results]
    abilities = {result["ability"] for result in new}
    old = kept.get(scope, {}).get("results", [])
    stay = [result for result in old if result["ability"] not in abilities]
    kept[scope] = {"not_there": sorted(missing), "results": stay + new}
    file.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", "utf-8")
