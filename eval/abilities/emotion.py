"""Strong emotion: anger where there is anger, and hardly ever in a calm question."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from eval.intervals import bootstrap, wilson
from eval.report import Part, Result
from eval.rows import Row
from eval.sets import Sets
from eval.weighing import (
    OWN_ROWS,
    Question,
    alarms,
    fires_emotion,
    labelled,
    own_rows,
    questions_of,
    recall,
)

BASELINE = "lexicon of 24 words"
_LEXICON = re.compile(
    r"\b(fuck\w*|shit\w*|hate\w*|angry|anger|furious|mad|damn|hell|stupid|idiot\w*|awful|terrible"
    r"|horrible|worst|ridiculous|disgusting|unacceptable|pathetic|rage|annoyed|bitch|bastard"
    r"|outrag\w*)\b",
    re.IGNORECASE,
)
_PUBLISHED_F1 = "47 BERT (trained), 24.5 VADER"
_LEAST, _MOST = 0.25, 0.01
_QUESTION = Question("emotion", fires_emotion, BASELINE, lambda text: bool(_LEXICON.search(text)))


def measure(sets: Sets) -> Iterator[Result]:
    """Recall and F1 of anger on GoEmotions, and false alarms on calm questions of every set."""
    for part in Part:
        if part is Part.REPORT or _has_train(sets):
            yield from _anger(sets.goemotions(part))
        yield from _calm(sets, part)
        own = own_rows(part)
        yield recall(_QUESTION, OWN_ROWS, labelled(own, "strong_emotion"), "recall")
        quiet = [row for row in own if row.label != "strong_emotion"]
        yield alarms(_QUESTION, OWN_ROWS, quiet, "false alarms")


def _has_train(sets: Sets) -> bool:
    return any((folder / "goemotions" / "train.csv").exists() for folder in sets.folders)


def _anger(rows: Sequence[Row]) -> Iterator[Result]:
    angry = labelled(rows, "anger")
    found = recall(_QUESTION, "goemotions", angry, "recall of anger")
    yield replace(found, at_least=_LEAST, listed=())
    judged = [(fires_emotion(row.text), "anger" in row.labels) for row in rows]
    plain = [(_QUESTION.plain(row.text), "anger" in row.labels) for row in rows]
    yield Result(
        ability="emotion",
        set="goemotions",
        metric="F1 of anger",
        part=rows[0].part,
        value=_f1(judged),
        interval=bootstrap(judged, _f1),
        rows=len(rows),
        baseline=BASELINE,
        baseline_value=_f1(plain),
        published=_PUBLISHED_F1,
    )


def _f1(judged: Sequence[tuple[bool, bool]]) -> float:
    hits = sum(said and true for said, true in judged)
    return 2 * hits / max(1, sum(said for said, _ in judged) + sum(true for _, true in judged))


def _calm(sets: Sets, part: Part) -> Iterator[Result]:
    pooled: list[Row] = []
    for name, rows in questions_of(sets, part).items():
        pooled += rows
        yield alarms(_QUESTION, name, rows, "false alarms on questions", _MOST)
    whole = alarms(_QUESTION, "pooled", pooled, "false alarms on questions", _MOST)
    yield replace(whole, interval=wilson(round(whole.value * len(pooled)), len(pooled)), listed=())
