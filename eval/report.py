"""What one measurement says, in the form that the table, the results and the floors share."""

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """Which rows: those that the project was tuned on, or those that say how good it is."""

    DEVELOPMENT = "development"
    REPORT = "report"


class Unit(StrEnum):
    """How a value is written; a share is kept from 0 to 1."""

    SHARE = "share"
    COUNT = "count"
    MILLISECONDS = "ms"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One figure: an ability on a part of a set, its baseline, and what was asked of it."""

    ability: str
    set: str
    """The set's name, or "pooled"."""
    metric: str
    """In words, such as "recall", "false alarms", "top-1, 10 examples", "OOS recall @95% kept"."""
    value: float
    interval: float
    """Half the width of the 95% interval (`eval.intervals`); 0 where there is no chance in it."""
    rows: int
    part: Part = Part.REPORT
    unit: Unit = Unit.SHARE
    baseline: str = ""
    """The simple method that ran beside it on the same rows, by name."""
    baseline_value: float | None = None
    published: str = ""
    """What others report, and who: "46.0 BERT (trained)"."""
    raw: float | None = None
    """The value before wrong labels were mended, where any were (`eval/labels/`)."""
    at_least: float | None = None
    at_most: float | None = None
    """The issue's own number: what a user was promised."""
    within: bool = False
    """Whether the number counts as met when it lies within the interval (means of draws)."""
    above_baseline: bool = False
    """Whether it was promised to beat the baseline that ran beside it."""
    higher_is_better: bool = True
    floored: bool = True
    """Whether it gets a floor: not what a vendor's model makes of it."""
    listed: tuple[str, ...] = ()
    """Misses and false alarms, a line each: "miss: ...", "alarm: ..."."""

    @property
    def key(self) -> str:
        """Its name in `eval/floors.toml`."""
        return f"{self.ability} / {self.set} / {self.part} / {self.metric}"

    @property
    def promise_kept(self) -> bool:
        """Whether the issue's own numbers are met."""
        slack = self.interval if self.within else 0.0
        return (
            (self.at_least is None or self.value + slack >= self.at_least)
            and (self.at_most is None or self.value - slack <= self.at_most)
            and (not self.above_baseline or self.value > (self.baseline_value or 0.0))
        )
