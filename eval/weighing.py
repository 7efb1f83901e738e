"""What the abilities on topics and emotion share: the signals as production weighs them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from deployer.decide import read_rules
from eval.intervals import wilson
from eval.report import Part, Result
from eval.rows import Row
from eval.sets import Sets, labels
from warmline.domain.judging import judge_emotion, judge_topics
from warmline.domain.policy import SELF_HARM, SENSITIVE_TOPICS

OWN_ROWS = "own rows, 12 languages"
"""Written for this project, half of them kept from tuning; `labels/when_a_human_...csv`."""

type Fires = Callable[[str], bool]


@cache
def fires_emotion(text: str) -> bool:
    """Whether strong emotion brings a human for this text."""
    return judge_emotion(text, read_rules()).fires


def fires_topic(*names: str) -> Fires:
    """Whether one of these topics brings a human for a text."""
    return lambda text: bool(_topics(text) & {*names})


@cache
def _topics(text: str) -> frozenset[str]:
    return frozenset(one.topic for one in judge_topics(text, read_rules()) if one.fires)


EVERY_OTHER_TOPIC = tuple(topic for topic in SENSITIVE_TOPICS if topic != SELF_HARM)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of rows: which rule, beside which simple one."""

    ability: str
    fires: Fires
    baseline: str
    plain: Fires


def recall(question: Question, name: str, rows: Sequence[Row], metric: str) -> Result:
    """The share of rows, all of which ought to be found, that are."""
    return _share(question, name, rows, metric, wanted=True)


def alarms(
    question: Question, name: str, rows: Sequence[Row], metric: str, at_most: float | None = None
) -> Result:
    """The share of rows, none of which ought to be found, that are."""
    return replace(_share(question, name, rows, metric, wanted=False), at_most=at_most)


def _share(
    question: Question, name: str, rows: Sequence[Row], metric: str, *, wanted: bool
) -> Result:
    """The share of rows that are found; what is listed are those found or not against the wish."""
    fired = [question.fires(row.text) for row in rows]
    plain = sum(question.plain(row.text) for row in rows)
    kind = "miss" if wanted else "alarm"
    wrong = [row for row, found in zip(rows, fired, strict=True) if found != wanted]
    return Result(
        ability=question.ability,
        set=name,
        metric=metric,
        part=rows[0].part,
        value=sum(fired) / len(rows),
        interval=wilson(sum(fired), len(rows)),
        rows=len(rows),
        baseline=question.baseline,
        baseline_value=plain / len(rows),
        higher_is_better=wanted,
        listed=tuple(f"{kind}: {row.text[:200]}" for row in wrong),
    )


def questions_of(sets: Sets, part: Part) -> dict[str, Sequence[Row]]:
    """Real customers' questions by set, those that can be read here."""
    split = "test" if part is Part.REPORT else "val"
    found: dict[str, Sequence[Row]] = {
        "banking77": sets.banking77(part),
        "clinc150": sets.clinc150(split),
        "bitext": [row for row in sets.bitext(part) if "W" not in row.tags],
        "nlupp": sets.nlupp(part),
    }
    if part is Part.REPORT and sets.has("multidogo"):
        found["multidogo"] = sets.multidogo()
    if part is Part.REPORT and sets.has("natcs_dstc11"):
        found["natcs"] = sets.natcs()
    return found


def own_rows(part: Part) -> Sequence[Row]:
    """Rows of our own writing; the label is the signal that ought to fire, or none."""
    return [
        Row(OWN_ROWS, row["text"], (row["signal"],), part, language=row["language"])
        for row in labels("when_a_human_twelve_languages", part)
    ]


def labelled(rows: Iterable[Row], *wanted: str) -> list[Row]:
    """The rows with one of these labels."""
    return [row for row in rows if {*wanted} & {*row.labels}]
