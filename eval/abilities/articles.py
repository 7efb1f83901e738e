"""Right article: whether the first article found is the one that answers the question."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from eval.intervals import bootstrap, mean_of_draws, wilson
from eval.report import Part, Result
from eval.retrieval import (
    DRAWS,
    Said,
    article_id,
    articles_of,
    searches,
    shop_articles,
    shop_threshold,
)
from eval.rows import Row
from eval.sets import Sets
from eval.shop import RIGHT_ARTICLE

_ABILITY = "articles"
_MOST = 10
_FEW_DRAWS = 1
"""Where nothing was promised; the interval is then that of the rows alone."""


def measure(sets: Sets) -> Iterator[Result]:
    """Banking77 and CLINC150 with few and many examples, tau2's bank, the sample shop."""
    yield from _banking77(sets)
    yield from _clinc150(sets)
    yield from _tau2(sets)
    yield from _shop(sets)


def _banking77(sets: Sets) -> Iterator[Result]:
    rows = sets.banking77(Part.DEVELOPMENT), sets.banking77(Part.REPORT)
    yield _first_right("banking77", rows, 1)
    promised = _first_right("banking77", rows, 10, draws=DRAWS, published="85-90 (trained)")
    yield replace(promised, at_least=0.83, within=True)
    yield _first_right("banking77", rows, None, published="93-95 (trained)")


def _clinc150(sets: Sets) -> Iterator[Result]:
    rows = sets.clinc150("train"), sets.clinc150("test")
    for examples in (1, 10, None):
        published = "" if examples else "96.2 BERT, 90.8 Dialogflow, 90.9 Rasa"
        yield _first_right("clinc150", rows, examples, published=published)


def _first_right(
    name: str,
    rows: tuple[Sequence[Row], Sequence[Row]],
    examples: int | None,
    *,
    draws: int = _FEW_DRAWS,
    published: str = "",
) -> Result:
    """Draw so many examples of the first rows for each article, and ask all the others."""
    train, test = rows
    ours, plain = list[float](), list[float]()
    for seed in range(draws if examples else 1):
        with searches(articles_of(train, examples, seed)) as found:
            said = [(article_id(row), found.ask(row.text)) for row in test]
        ours.append(sum(right in each.ours[:1] for right, each in said) / len(said))
        plain.append(sum(right in each.plain[:1] for right, each in said) / len(said))
    value, interval = mean_of_draws(ours)
    return Result(
        ability=_ABILITY,
        set=name,
        metric=f"top-1, {examples or 'all'} examples",
        value=value,
        interval=interval or wilson(round(value * len(test)), len(test)),
        rows=len(test),
        baseline="BM25",
        baseline_value=mean_of_draws(plain)[0],
        published=published,
    )


@dataclass(frozen=True, slots=True)
class _Need:
    """A task's documents, and what the two searches found for it."""

    documents: frozenset[str]
    said: Said

    def hit(self, names: Sequence[str]) -> bool:
        return bool(self.documents & set(names[:_MOST]))

    def recall(self, names: Sequence[str]) -> float:
        return len(self.documents & set(names[:_MOST])) / min(_MOST, len(self.documents))


def _tau2(sets: Sets) -> Iterator[Result]:
    articles = {page.id: f"# {page.title}\n\n{page.text}\n" for page in sets.tau2_documents()}
    tasks = [task for task in sets.tau2_banking_tasks() if task.documents]
    with searches(articles) as found:
        needs = [_Need(frozenset(task.documents), found.ask(task.text)) for task in tasks]
    missed = [
        task.id for task, need in zip(tasks, needs, strict=True) if not need.hit(need.said.ours)
    ]
    hits = sum(need.hit(need.said.ours) for need in needs)
    yield Result(
        ability=_ABILITY,
        set="tau2_banking",
        metric=f"hit@{_MOST}, query = the whole task",
        value=hits / len(needs),
        interval=wilson(hits, len(needs)),
        rows=len(needs),
        baseline="BM25",
        baseline_value=sum(need.hit(need.said.plain) for need in needs) / len(needs),
        above_baseline=True,
        listed=tuple(f"miss: {name}" for name in missed),
    )
    yield Result(
        ability=_ABILITY,
        set="tau2_banking",
        metric=f"recall@{_MOST} over its ceiling",
        value=_mean(needs, lambda need: need.recall(need.said.ours)),
        interval=bootstrap(needs, lambda some: _mean(some, lambda n: n.recall(n.said.ours))),
        rows=len(needs),
        baseline="BM25",
        baseline_value=_mean(needs, lambda need: need.recall(need.said.plain)),
    )


def _mean[T](rows: Sequence[T], of: Callable[[T], float]) -> float:
    return sum(map(of, rows)) / len(rows)


def _shop(sets: Sets) -> Iterator[Result]:
    """The project's own articles, with its own threshold: what a customer would be told."""
    threshold = shop_threshold()
    with searches(shop_articles()) as found:
        for part in Part:
            rows = [row for row in sets.bitext(part) if row.label in RIGHT_ARTICLE]
            said = [found.ask(row.text) for row in rows]
            yield from _shop_results(part, rows, said, threshold)


def _shop_results(
    part: Part, rows: Sequence[Row], said: Sequence[Said], threshold: float
) -> Iterator[Result]:
    outcomes = [
        (RIGHT_ARTICLE[row.label] in each.ours[:1], each.confidence >= threshold)
        for row, each in zip(rows, said, strict=True)
    ]
    plain = [
        RIGHT_ARTICLE[row.label] in each.plain[:1] for row, each in zip(rows, said, strict=True)
    ]
    counts = {
        "top-1": sum(right for right, _ in outcomes),
        "answered from a wrong article": sum(said and not right for right, said in outcomes),
        "not answered": sum(not said for _, said in outcomes),
    }
    for metric, count in counts.items():
        result = Result(
            ability=_ABILITY,
            set="bitext",
            part=part,
            metric=f"sample shop: {metric}",
            value=count / len(rows),
            interval=wilson(count, len(rows)),
            rows=len(rows),
            higher_is_better=metric == "top-1",
        )
        if metric == "top-1":
            result = replace(result, baseline="BM25", baseline_value=sum(plain) / len(rows))
        yield result
