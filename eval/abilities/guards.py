"""The output guard: promises and claims that it tells from what the shop does, in six languages.

The rows are this project's own (`eval/labels/said_by_bots_six_languages.csv`): the report part was
written when the patterns were done and has not been tuned on. The articles of tau2's bank, which
promise and claim nothing, tell how often a rule of the house is taken for a promise.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from eval.intervals import wilson
from eval.report import Part, Result
from eval.sets import Sets, labels
from warmline.domain.guarding_claims import claims_too_much
from warmline.domain.plain_text import without_markup
from warmline.domain.promises import is_promise
from warmline.domain.sentences import sentences

ABILITY = "guards"
BASELINE = "a few key words"
_LABELS = "said_by_bots_six_languages"

_KEY_WORDS = {
    "promise": re.compile(r"\b(?:will|'ll|get back|moment|voy a|vais|werde|vou)\b", re.IGNORECASE),
    "claim": re.compile(r"\b(?:have|'ve|has been|he|ha sido|j'ai|habe|wurde|foi)\b", re.IGNORECASE),
}


def measure(sets: Sets) -> Iterator[Result]:
    """Recall of each and false alarms, then false alarms on a body of articles."""
    for part in Part:
        rows = [(row["text"], row["label"]) for row in labels(_LABELS, part)]
        for label, recognises in _RECOGNISED.items():
            yield _recall(label, recognises, [text for text, said in rows if said == label], part)
        neither = [text for text, said in rows if said == "neither"]
        yield _false_alarms("said by bots", neither, part)
    if sets.has("tau2_banking_knowledge"):
        yield _false_alarms("tau2 banking articles", _sentences(sets), Part.REPORT)


def _claims(text: str) -> bool:
    return claims_too_much(text, ())


_RECOGNISED: dict[str, Callable[[str], bool]] = {"promise": is_promise, "claim": _claims}


def _sentences(sets: Sets) -> list[str]:
    documents = sets.tau2_documents()
    said = (one for document in documents for one in sentences(without_markup(document.text)))
    return [one.strip() for one in said if one.strip()]


def _recall(
    label: str, recognises: Callable[[str], bool], texts: Sequence[str], part: Part
) -> Result:
    missed = [text for text in texts if not recognises(text)]
    hits = len(texts) - len(missed)
    return Result(
        ability=ABILITY,
        set="said by bots",
        metric=f"{label}s recognised",
        part=part,
        value=hits / len(texts),
        interval=wilson(hits, len(texts)),
        rows=len(texts),
        baseline=BASELINE,
        baseline_value=sum(map(bool, map(_KEY_WORDS[label].search, texts))) / len(texts),
        listed=tuple(f"miss: {text}" for text in missed),
    )


def _false_alarms(name: str, texts: Sequence[str], part: Part) -> Result:
    alarms = [text for text in texts if is_promise(text) or _claims(text)]
    plain = sum(any(one.search(text) for one in _KEY_WORDS.values()) for text in texts)
    return Result(
        ability=ABILITY,
        set=name,
        metric="taken for a promise or a claim",
        part=part,
        value=len(alarms) / len(texts),
        interval=wilson(len(alarms), len(texts)),
        rows=len(texts),
        baseline=BASELINE,
        baseline_value=plain / len(texts),
        higher_is_better=False,
        listed=tuple(f"alarm: {text}" for text in alarms),
    )
