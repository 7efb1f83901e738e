"""How sure a figure is: half the width of its 95% interval."""

import math
import random
import statistics
from collections.abc import Callable, Sequence

_Z = 1.959964
# Student's t at 97.5%, by degrees of freedom: means of few draws are less sure than they look.
_T = {1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776, 5: 2.571, 6: 2.447, 7: 2.365, 8: 2.306, 9: 2.262}
_RESAMPLES = 300


def wilson(hits: int, total: int) -> float:
    """Half the width of Wilson's interval of a share; right for shares near 0 and 1 too."""
    if not total:
        return 0.0
    share = hits / total
    spread = math.sqrt(share * (1 - share) / total + _Z**2 / (4 * total**2))
    return _Z * spread / (1 + _Z**2 / total)


def mean_of_draws(values: Sequence[float]) -> tuple[float, float]:
    """The mean of seeded draws, and half the width of its interval by Student's t."""
    mean = statistics.fmean(values)
    if len(values) < 2:  # noqa: PLR2004 - one draw tells nothing of the spread
        return mean, 0.0
    error = statistics.stdev(values) / math.sqrt(len(values))
    return mean, _T.get(len(values) - 1, _Z) * error


def bootstrap[T](rows: Sequence[T], statistic: Callable[[Sequence[T]], float]) -> float:
    """Half the width of the interval of any statistic, by resampling the rows; seeded."""
    choose = random.Random(7)  # noqa: S311 - a repeatable draw is wanted
    drawn = sorted(statistic(choose.choices(rows, k=len(rows))) for _ in range(_RESAMPLES))
    return (drawn[int(_RESAMPLES * 0.975)] - drawn[int(_RESAMPLES * 0.025)]) / 2


def auroc(inside: Sequence[float], outside: Sequence[float]) -> float:
    """How well a score ranks what is inside above what is outside; ties count half."""
    ranked = sorted([(score, 1) for score in inside] + [(score, 0) for score in outside])
    total, place = 0.0, 0
    while place < len(ranked):
        end = place
        while end < len(ranked) and ranked[end][0] == ranked[place][0]:
            end += 1
        total += (place + end + 1) / 2 * sum(mark for _, mark in ranked[place:end])
        place = end
    return (total - len(inside) * (len(inside) + 1) / 2) / (len(inside) * len(outside))
