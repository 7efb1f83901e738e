"""Sensitive topics: fraud and loss in a bank's questions, complaints in a shop's, and the rest."""

import re
from collections.abc import Iterator, Sequence

from eval.report import Part, Result
from eval.rows import Row
from eval.sets import Sets
from eval.weighing import (
    EVERY_OTHER_TOPIC,
    OWN_ROWS,
    Question,
    alarms,
    fires_topic,
    labelled,
    own_rows,
    questions_of,
    recall,
)

BASELINE = "keywords"
_FRAUD_OR_LOSS = re.compile(
    r"\b(fraud\w*|scam\w*|stolen|lost|stole|hacked|unauthori[sz]ed|suspicious|compromised)\b",
    re.IGNORECASE,
)
_COMPLAINT = re.compile(r"\bcomplain", re.IGNORECASE)
_ANY = re.compile(
    rf"{_FRAUD_OR_LOSS.pattern}|{_COMPLAINT.pattern}|\b(lawyer|legal|sue|court|doctor|hospital"
    r"|died|death|debt|unemployed|journalist|press)\b",
    re.IGNORECASE,
)
_BANKING77 = (
    "lost_or_stolen_card",
    "compromised_card",
    "lost_or_stolen_phone",
    "card_payment_not_recognised",
    "direct_debit_payment_not_recognised",
    "cash_withdrawal_not_recognised",
)
_CLINC150 = ("report_fraud", "report_lost_card")
_MULTIDOGO = ("reportlostcard", "disputecharge")
_FRAUD = Question(
    "topics", fires_topic("fraud"), BASELINE, lambda text: bool(_FRAUD_OR_LOSS.search(text))
)
_COMPLAINTS = Question(
    "topics", fires_topic("complaint"), BASELINE, lambda text: bool(_COMPLAINT.search(text))
)
_EVERY = Question(
    "topics", fires_topic(*EVERY_OTHER_TOPIC), BASELINE, lambda text: bool(_ANY.search(text))
)
_TOLD_BY = {
    "banking77": _BANKING77,
    "clinc150": _CLINC150,
    "multidogo": _MULTIDOGO,
    "bitext": ("complaint",),
    "nlupp": ("lost_stolen",),
    "natcs": ("ReportLostStolenCard", "DisputeCharge", "ReportAutomobileAccident"),
}
"""The labels whose rows are of a sensitive topic: the others are not, as far as a set says."""


def measure(sets: Sets) -> Iterator[Result]:
    """Recall where a set has labels for a topic; false alarms of all topics on everything else."""
    for part in Part:
        found = questions_of(sets, part)
        yield from _fraud("banking77", found["banking77"], _BANKING77)
        yield from _fraud("clinc150", found["clinc150"], _CLINC150)
        complaints = labelled(sets.bitext(part), "complaint")
        yield recall(_COMPLAINTS, "bitext", complaints, "recall of complaints")
        for name, rows in found.items():
            others = [row for row in rows if not {*_TOLD_BY.get(name, ())} & {*row.labels}]
            yield alarms(_EVERY, name, others, "false alarms of any topic")
        yield from _own(part)


def _fraud(name: str, rows: Sequence[Row], labels: Sequence[str]) -> Iterator[Result]:
    yield recall(_FRAUD, name, labelled(rows, *labels), "recall of fraud and loss")
    others = [row for row in rows if not {*labels} & {*row.labels}]
    yield alarms(_FRAUD, name, others, "false alarms of fraud and loss")


def _own(part: Part) -> Iterator[Result]:
    own = own_rows(part)
    told = labelled(own, *EVERY_OTHER_TOPIC)
    yield recall(_EVERY, OWN_ROWS, told, "recall of topics")
    quiet = [row for row in own if row.label not in EVERY_OTHER_TOPIC]
    yield alarms(_EVERY, OWN_ROWS, quiet, "false alarms of any topic")
