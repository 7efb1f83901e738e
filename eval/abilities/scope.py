"""Out of scope: whether the confidence tells questions that no article answers from the others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from eval.intervals import auroc, mean_of_draws, wilson
from eval.report import Part, Result
from eval.retrieval import DRAWS, Searches, articles_of, searches, shop_articles, shop_threshold
from eval.rows import Row
from eval.sets import Sets

_ABILITY = "scope"
_EXAMPLES = 10


@dataclass(frozen=True, slots=True)
class _Scored:
    """The confidences of a part of a set: the project's, and BM25's raw score."""

    ours: Sequence[float]
    plain: Sequence[float]


@dataclass(frozen=True, slots=True)
class _Draw:
    """One draw of examples: what chose the threshold, what is inside, what is outside by name."""

    chooser: _Scored
    inside: _Scored
    outside: Mapping[str, _Scored]


def measure(sets: Sets) -> Iterator[Result]:
    """CLINC150, banking77_oos far and in-domain apart, and the sample shop."""
    yield from _clinc150(sets)
    yield from _shop(sets)
    if sets.has("banking77_oos"):
        yield from _banking77_oos(sets)


def _clinc150(sets: Sets) -> Iterator[Result]:
    train, val, test = (sets.clinc150(split) for split in ("train", "val", "test"))
    outside = {"clinc150": sets.clinc150("oos_test")}
    draws = [
        _draw(articles_of(train, _EXAMPLES, seed), val, test, outside) for seed in range(DRAWS)
    ]
    for result in _results(draws, "clinc150", f"{_EXAMPLES} examples"):
        yield _with_promise(result)


def _with_promise(result: Result) -> Result:
    if result.metric.startswith("AUROC"):
        return replace(result, at_least=0.95, within=True)
    if result.metric.startswith("OOS recall @95%"):
        return replace(
            result,
            at_least=0.77,
            within=True,
            published="BERT 52.3, Dialogflow 26.7, Rasa 31.2 (in-scope 96.2, 90.8, 90.9)",
        )
    return result


def _banking77_oos(sets: Sets) -> Iterator[Result]:
    train, valid, test = (sets.banking77_oos(f"in_{part}") for part in ("train", "valid", "test"))
    outside = {
        "banking77_oos, in-domain": sets.banking77_oos("idoos_test"),
        "banking77_oos, far": sets.banking77_oos("ood_test"),
    }
    draws = [_draw(articles_of(train, _EXAMPLES, seed), valid, test, outside) for seed in range(2)]
    for name in outside:
        yield from _results(draws, name, f"{_EXAMPLES} examples")


def _draw(
    articles: Mapping[str, str],
    chooser: Sequence[Row],
    inside: Sequence[Row],
    outside: Mapping[str, Sequence[Row]],
) -> _Draw:
    with searches(articles) as found:
        return _Draw(
            _scored(found, chooser),
            _scored(found, inside),
            {name: _scored(found, rows) for name, rows in outside.items()},
        )


def _scored(found: Searches, rows: Sequence[Row]) -> _Scored:
    said = [found.ask(row.text) for row in rows]
    return _Scored([each.confidence for each in said], [each.plain_score for each in said])


def _results(draws: Sequence[_Draw], name: str, examples: str) -> Iterator[Result]:
    areas = [
        (
            auroc(draw.inside.ours, draw.outside[name].ours),
            auroc(draw.inside.plain, draw.outside[name].plain),
        )
        for draw in draws
    ]
    rows = len(draws[0].inside.ours) + len(draws[0].outside[name].ours)
    yield _result(name, f"AUROC, {examples}", areas, rows)
    for kept in (0.95, 0.90):
        caught = [
            (
                _caught(draw.chooser.ours, draw.outside[name].ours, kept),
                _caught(draw.chooser.plain, draw.outside[name].plain, kept),
            )
            for draw in draws
        ]
        rows = len(draws[0].outside[name].ours)
        yield _result(name, f"OOS recall @{kept:.0%} kept, {examples}", caught, rows)
    stayed = [
        (
            1 - _caught(draw.chooser.ours, draw.inside.ours, 0.95),
            1 - _caught(draw.chooser.plain, draw.inside.plain, 0.95),
        )
        for draw in draws
    ]
    yield _result(name, f"kept in truth @95%, {examples}", stayed, len(draws[0].inside.ours))


def _result(name: str, metric: str, values: Sequence[tuple[float, float]], rows: int) -> Result:
    value, interval = mean_of_draws([ours for ours, _ in values])
    return Result(
        ability=_ABILITY,
        set=name,
        metric=metric,
        value=value,
        interval=interval or wilson(round(value * rows), rows),
        rows=rows,
        baseline="BM25's raw score",
        baseline_value=fmean(plain for _, plain in values),
    )


def _caught(chooser: Sequence[float], outside: Sequence[float], kept: float) -> float:
    """Return the share below the threshold that keeps so much of what chose it."""
    threshold = sorted(chooser)[int((1 - kept) * len(chooser))]
    return sum(score < threshold for score in outside) / len(outside)


def _shop(sets: Sets) -> Iterator[Result]:
    """How many questions about anything else the sample shop would answer from its articles."""
    threshold = shop_threshold()
    parts = {Part.DEVELOPMENT: ("oos_train", "oos_val"), Part.REPORT: ("oos_test",)}
    with searches(shop_articles()) as found:
        for part, splits in parts.items():
            rows = [row for split in splits for row in sets.clinc150(split)]
            answered = [row for row in rows if found.ask(row.text).confidence >= threshold]
            yield Result(
                ability=_ABILITY,
                set="clinc150",
                part=part,
                metric="sample shop: out of scope and answered",
                value=len(answered) / len(rows),
                interval=wilson(len(answered), len(rows)),
                rows=len(rows),
                higher_is_better=False,
                listed=tuple(f"alarm: {row.text}" for row in answered),
            )
