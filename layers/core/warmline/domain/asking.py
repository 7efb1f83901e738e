"""Does a customer ask for a human? By rule, before and without any model.

Every word gets a role (`asking_words`), a sentence becomes a row of roles, and an ask is a pattern
in that row: a verb of contact and a person, a wish and a person, or nothing but a person. What only
looks like an ask is blotted out first: "are you human?", "I don't want an agent".
"""

import re
from dataclasses import dataclass
from functools import cache

from warmline.domain.asking_chinese import (
    asks_if_human_in_chinese,
    asks_in_chinese,
    declines_in_chinese,
)
from warmline.domain.asking_patterns import (
    FACTS,
    LONGEST_NOTHING_BUT,
    NOTHING_BUT,
    PATTERNS,
    PERSON_FIRST,
    PERSON_LAST,
    QUESTIONS,
    REFUSALS,
    SERVICE,
    WHO_IS_THERE,
)
from warmline.domain.asking_rows import Row, mended_row_of, row_of
from warmline.domain.asking_tables import tokens_of
from warmline.domain.asking_words import TAKEN_BACK
from warmline.domain.folding import fold, words

ASK_THRESHOLD = 0.5
LONGEST_READ = 8_000
_BLOT = "_"


@dataclass(frozen=True, slots=True)
class Ask:
    """How surely a text asks for a human, and the words that say so."""

    score: float
    evidence: str = ""


_NOTHING = Ask(0.0)


def asks_for_human(text: str) -> Ask:
    """The explicit ask, in any of the supported languages; `score` is 0 to 1."""
    folded = fold(text[:LONGEST_READ])
    if folded.strip(" .!#*") in {"0", "00", "000", "press 0", "dial 0"}:
        return Ask(0.9, "0")
    if asked := asks_in_chinese(folded):
        return Ask(1.0, asked)
    tokens = tokens_of(folded)
    ask = _ask(row_of(tokens))
    if ask.score:
        return ask
    mended = mended_row_of(tokens)
    return _ask(mended) if mended else _NOTHING


def wants_no_human(text: str) -> bool:
    """Whether the text says that no human is wanted, or not any more."""
    folded = fold(text[:LONGEST_READ])
    if declines_in_chinese(folded) or " ".join(words(folded)) in _taken_back():
        return True
    row = re.sub(QUESTIONS, _blot, row_of(tokens_of(folded)).roles)
    return bool(re.search(REFUSALS, row)) and not asks_for_human(text).score


def asks_if_human(text: str) -> bool:
    """Whether the text asks who is on the other side: to be answered truthfully, no ask."""
    folded = fold(text[:LONGEST_READ])
    if asks_if_human_in_chinese(folded):
        return True
    row = row_of(tokens_of(folded)).roles
    return bool(re.search(WHO_IS_THERE, row)) and not asks_for_human(text).score


def names_a_human(text: str) -> bool:
    """Whether a person to talk to is named at all, as in a bot's offer of one."""
    roles = row_of(tokens_of(fold(text[:LONGEST_READ]))).roles
    return any(role in "pfasL" for role in roles)


def _ask(row: Row) -> Ask:
    if not re.search("[pafsvbSLEOnZ]", row.roles):
        return _NOTHING
    plain = re.sub(QUESTIONS, _blot, row.roles)
    plain = re.sub(REFUSALS, _blot, plain)
    for pattern in PATTERNS:
        if found := re.search(pattern.roles, plain):
            return Ask(pattern.score, row.words(*found.span()))
    return _service_or_nothing_but(plain, row)


def _service_or_nothing_but(plain: str, row: Row) -> Ask:
    for sentence in re.finditer(r"[^.]+", plain):
        clause = sentence.group()
        found = re.search(SERVICE, clause)
        if found and not re.search(FACTS, clause):
            start = sentence.start()
            return Ask(0.9, row.words(start + found.start(), start + found.end()))
        first = re.match(PERSON_FIRST, clause)
        if first:
            return Ask(0.9, row.words(sentence.start(), sentence.start() + first.end() - 1))
        last = re.fullmatch(PERSON_LAST, clause)
        if last:
            return Ask(0.9, row.words(sentence.start() + last.start(1), sentence.end()))
        bare = clause.replace(",", "")
        if len(bare) <= LONGEST_NOTHING_BUT and re.fullmatch(NOTHING_BUT, bare):
            return Ask(0.9, row.words(*sentence.span()))
    return _NOTHING


def _blot(found: re.Match[str]) -> str:
    return _BLOT * len(found.group())


@cache
def _taken_back() -> frozenset[str]:
    return frozenset(TAKEN_BACK.split("|"))
