"""The explicit ask for a human: who asks is heard, who only uses the words is not.

Rules alone, no model. They were tuned on the development parts. Parts of the reporting rows were
read in an early version's list of misses, before rows of our own were set aside: the report part
of `labels/asking_twelve_languages.csv` was split off by hash before any rule was changed for it,
and neither its misses nor its false alarms are looked at. Its rows are from one hand all the same.
"""

import re
import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from eval.intervals import wilson
from eval.report import Part, Result, Unit
from eval.rows import Mended, Row
from eval.sets import Sets, labels
from warmline.domain.asking import ASK_THRESHOLD, asks_for_human

ABILITY = "asking"
BASELINE = "keyword list"
OWN_SET = "twelve languages"
ASKS = frozenset({"contact_human_agent", "human_handoff", "Escalate", "handoff", "ask"})
RECALL_POOLED, RECALL_EACH = 0.97, 0.90
ALARMS_POOLED, ALARMS_EACH = 0.002, 0.010
MEDIAN_MS = 1.0

_KEYWORDS = re.compile(
    r"\b(human|agent|representative|operator|real person|customer service|customer support"
    r"|agente|humano|asesor|conseiller|humain|mitarbeiter|mensch|kundenservice|atendente|operatore"
    r"|medewerker|klantenservice|konsultant\w*|temsilci\w*|insaan)\b"
    r"|موظف|خدمة العملاء|人工|客服|एजेंट|इंसान",
    re.IGNORECASE,
)
# Contact with the service is an ask; a question for its hours or its number is not.
_FACTS = re.compile(r"time|itme|hour|hwat|number|mail|phone")
_TIMED_ROWS = 4_000


@dataclass(frozen=True, slots=True)
class Case:
    """A text of a set, whether it asks (as published, and as mended), and what the rules say."""

    row: Row
    published: bool
    asks: bool
    heard: bool
    by_keyword: bool


def measure(sets: Sets) -> Iterator[Result]:
    """Recall and false alarms of each set and pooled, each part apart; then the time it takes."""
    mended = sets.mended(ABILITY)
    cases = [_case(row, mended.get((row.set, row.text))) for row in _rows(sets)]
    for part in Part:
        of_part = [case for case in cases if case.row.part is part]
        yield from _sets(of_part)
        public = [case for case in of_part if case.row.set != OWN_SET]
        yield from _figures("pooled", part, public, RECALL_POOLED, ALARMS_POOLED)
    yield _time([case.row.text for case in cases[:: max(1, len(cases) // _TIMED_ROWS)]])


def _sets(cases: Sequence[Case]) -> Iterator[Result]:
    """Each set of a part, and what is in several languages by language too."""
    part = cases[0].row.part
    for name in dict.fromkeys(case.row.set for case in cases):
        of_set = [case for case in cases if case.row.set == name]
        # The negatives of our own are all hard ones: a rate among them promises nothing.
        alarms = None if name == OWN_SET else ALARMS_EACH
        yield from _figures(name, part, of_set, RECALL_EACH, alarms)
        languages = sorted({case.row.language for case in of_set})
        for language in languages if len(languages) > 1 else ():
            spoken = [case for case in of_set if case.row.language == language]
            for result in _figures(f"{name}: {language}", part, spoken, None, None):
                yield replace(result, listed=())


def own_rows(part: Part) -> list[Row]:
    """The rows written for this project, in twelve languages."""
    return [
        Row(
            OWN_SET,
            row["text"],
            ("ask" if row["asks"] == "yes" else "other",),
            part,
            row["language"],
        )
        for row in labels("asking_twelve_languages", part)
    ]


def _rows(sets: Sets) -> Iterator[Row]:
    """Every row, set by set, part by part."""
    for part in Part:
        bitext = sets.bitext(part)
        yield from (row for row in bitext if row.label != "contact_customer_service")
        yield from (_service(row) for row in bitext if row.label == "contact_customer_service")
        yield from sets.nlupp(part)
        yield from sets.banking77(part)
        yield from _clinc150(sets, part)
        yield from own_rows(part)
    for row in sets.rasa():
        challenge = row.label in {"bot_challenge", "check_human"}
        yield replace(row, set="rasa: are you human?") if challenge else row
    yield from sets.botframework()
    for name, reader in (("multidogo", sets.multidogo), ("natcs_dstc11", sets.natcs)):
        if sets.has(name):
            yield from reader()


def _clinc150(sets: Sets, part: Part) -> Iterator[Row]:
    development, report = ("train", "val", "oos_train", "oos_val"), ("test", "oos_test")
    for split in development if part is Part.DEVELOPMENT else report:
        yield from sets.clinc150(split)


def _service(row: Row) -> Row:
    asks = not _FACTS.search(row.text)
    return replace(row, set="bitext: customer service", labels=("ask" if asks else "other",))


def _case(row: Row, mended: Mended | None) -> Case:
    published = not ASKS.isdisjoint(row.labels)
    return Case(
        row,
        published,
        asks=mended.label == "ask" if mended else published,
        heard=asks_for_human(row.text).score >= ASK_THRESHOLD,
        by_keyword=bool(_KEYWORDS.search(row.text)),
    )


def _figures(
    name: str, part: Part, cases: Sequence[Case], at_least: float | None, at_most: float | None
) -> Iterator[Result]:
    """Recall where somebody asks, false alarms where somebody does not."""
    if part is Part.DEVELOPMENT:
        at_least = at_most = None
    for metric, asks in (("recall", True), ("false alarms", False)):
        rows = [case for case in cases if case.asks is asks]
        if not rows:
            continue
        hits = sum(case.heard for case in rows)
        yield Result(
            ability=ABILITY,
            set=name,
            metric=metric,
            part=part,
            value=hits / len(rows),
            interval=wilson(hits, len(rows)),
            rows=len(rows),
            baseline=BASELINE,
            baseline_value=sum(case.by_keyword for case in rows) / len(rows),
            raw=_raw(cases, asks=asks),
            at_least=at_least if asks else None,
            at_most=None if asks else at_most,
            higher_is_better=asks,
            listed=() if name == "pooled" else tuple(_listed(rows)),
        )


def _raw(cases: Sequence[Case], *, asks: bool) -> float | None:
    """The figure by the labels as published, where any of them was mended."""
    if all(case.asks == case.published for case in cases):
        return None
    rows = [case for case in cases if case.published is asks]
    return sum(case.heard for case in rows) / len(rows) if rows else None


def _listed(rows: Sequence[Case]) -> Iterator[str]:
    kept_unseen = rows[0].row.set == OWN_SET and rows[0].row.part is Part.REPORT
    for case in rows:
        if case.heard != case.asks and not kept_unseen:
            yield f"{'miss' if case.asks else 'alarm'}: {case.row.text}"


def _time(texts: Sequence[str]) -> Result:
    """The median time of one message, measured apart from everything else."""
    taken = []
    for text in texts:
        start = time.perf_counter()
        asks_for_human(text)
        taken.append((time.perf_counter() - start) * 1000)
    return Result(
        ability=ABILITY,
        set="pooled",
        metric="median time",
        unit=Unit.MILLISECONDS,
        value=statistics.median(taken),
        interval=0.0,
        rows=len(texts),
        at_most=MEDIAN_MS,
        higher_is_better=False,
    )
