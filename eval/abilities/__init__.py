"""What is measured: one module an ability, each with `measure(sets) -> Iterator[Result]`.

A module reads its rows from `Sets` alone, measures through the code that runs in production, runs
its simple baseline beside it, and yields a `Result` a set, a part and a metric. It prints nothing
and knows no floor: the harness does both. A set that is not there is either asked for by
`sets.has(name)` first, or left to raise `SetMissingError`; the harness tells about it either way.
"""

from collections.abc import Callable, Iterator
from importlib import import_module

from eval.report import Result
from eval.sets import Sets

type Ability = Callable[[Sets], Iterator[Result]]

ABILITIES = (
    "asking",
    "articles",
    "scope",
    "topics",
    "self_harm",
    "emotion",
    "personal_data",
    "guards",
    "attacks",
    "over_escalation",
    "model",
)
"""The modules of this package, in the order of the report."""


def ability(name: str) -> Ability:
    """The ability's `measure`, imported only now: some need packages that others do not."""
    measure: Ability = import_module(f"eval.abilities.{name}").measure
    return measure
