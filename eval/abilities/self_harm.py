"""Danger to life: found where people write of it, and never in a bank's questions."""

import re
from collections.abc import Iterator
from dataclasses import replace

from eval.report import Part, Result
from eval.sets import Sets
from eval.weighing import (
    OWN_ROWS,
    Question,
    alarms,
    fires_topic,
    labelled,
    own_rows,
    questions_of,
    recall,
)
from warmline.domain.policy import SELF_HARM

BASELINE = "keywords"
_KEYWORDS = re.compile(r"suicid|kill(ing)? myself|self[- ]?harm|end my life", re.IGNORECASE)
_LEAST = 0.5
_QUESTION = Question(
    "self_harm", fires_topic(SELF_HARM), BASELINE, lambda text: bool(_KEYWORDS.search(text))
)


def measure(sets: Sets) -> Iterator[Result]:
    """Recall on the moderation set, the half that nobody tuned on apart; false alarms elsewhere.

    The set has no parts. Rows with an even place in it were read when the words were chosen.
    """
    rows = sets.self_harm()
    unread = [row for place, row in enumerate(rows) if place % 2]
    read = [replace(row, part=Part.DEVELOPMENT) for place, row in enumerate(rows) if not place % 2]
    name = "moderation"
    for label, some in (("whole", rows), ("unread half", unread), ("read half", read)):
        positive = labelled(some, SELF_HARM)
        negative = [row for row in some if not row.labels]
        found = recall(_QUESTION, f"{name}, {label}", positive, "recall")
        yield replace(found, at_least=_LEAST if label == "whole" else None, listed=())
        yield replace(alarms(_QUESTION, f"{name}, {label}", negative, "false alarms"), listed=())
    for part in Part:
        for set_name, questions in questions_of(sets, part).items():
            most = 0.0 if set_name == "banking77" else None
            yield alarms(_QUESTION, set_name, questions, "false alarms", most)
        own = own_rows(part)
        yield recall(_QUESTION, OWN_ROWS, labelled(own, SELF_HARM), "recall")
