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

# Roles that may stand between a verb and its person: determiners, adjectives, politeness.
_SMALL = "[tjyeSu]"
_PATTERNS: tuple[tuple[float, str], ...] = (
    # talk to (one of your) agents, speak to a real Acme employee
    (1.0, rf"[cC]{_SMALL}{{0,6}}(?:x[tjyS]{{0,2}}){{0,2}}[pO](?!t?z)"),
    (1.0, rf"[cC]{_SMALL}{{0,6}}(?:jx[tj]{{0,2}})?[afLE](?!t?z)"),
    (0.9, rf"[kK]{_SMALL}{{0,4}}[pf](?!t?z)"),
    # transfer me to a person, put me through to an agent
    (1.0, r"(?:[mMB][tjyu]{0,2}e|v)[tjyS]{0,4}(?:x[tjyS]{0,2}){0,2}[pafsL](?!t?z)"),
    (1.0, r"(?:[mM][tjyeS]{0,4}|e[tux]{0,2}[mM][tjyS]{0,4})[ps](?!t?z)|[mM]t{1,3}f(?!t?z)"),
    (0.9, r"[mM][tjyeS]{0,4}(?:x[tjy]{0,3}){1,2}p(?!t?z)"),
    # I want a human, give me a person
    (1.0, r"[wW][e]?[tjySu]{0,4}p(?!t?z)"),
    (0.9, r"[wW][e]?t{0,2}j{0,2}f(?!t?z)|[wW]e[tjyS]{0,3}[afL](?!t?z)"),
    (0.8, r"[wW][e]?t{0,2}at{0,2}[hcCkK]|[wW][te]{0,2}[aL]l|L[tx]{0,3}[hl]"),
    (0.8, r"[wW][te]{0,2}L[tje]{0,3}h"),
    # the verb last: mit einem Menschen sprechen, bir insanla konusmak
    (1.0, r"[pafsSL][tjyeux]{0,4}[CM]"),
    (1.0, r"[WC][tjyexu]{0,4}p|[pf][tjye]{0,3}W|W[tjye]{0,4}j[tj]{0,2}[af]"),
    # somebody should call me
    (0.9, r"[pafs][tjyeux]{0,3}K|K[tjye]{0,2}[af]|[paf][tjy]{0,2}[kc]t?e"),
    (0.7, r"[wW]a(?![a-zA-Z])"),
    # is there anybody I can talk to, do you have real people
    (0.8, r"[gG][tjyS]{0,3}p(?!t?z)|[gG][tjyS]{0,3}(?:j[tj]{0,2}[af]|fj)"),
    (0.8, r"[gG][tj]{0,3}[afE],?[tuxeo]{0,4}[cC]"),
    (0.8, r"[gGwW][tj]{0,3}[pfaE][tjyeou]{0,4}h|[gG][tjyS]{0,3}a[tjy]{0,3}p|[pfa][tjy]{0,2}G"),
    (0.6, r"[gG][tj]{0,2}[aE][tjy]{0,3}(?![a-zA-Z,])"),
    (0.9, r"[hS][tjy]{0,3}p(?!t?z)|p[hl]|pke|ht{1,3}j[tj]{0,2}[af]|at{1,3}s|ake|p[tjye]{1,3}h"),
    # not with a machine
    (0.7, r"n[tjyecCkuwWSh]{0,6}b|r[tjyecCkuwWSxh]{0,6}b|n[tj]{0,2}[cC][tj]{0,2}u(?![a-zA-Z])"),
    (0.7, r"b[tj]{0,3}(?:N|[cC]N)|d[tj]{0,2}[cC][tj]{0,2}b"),
    (0.8, r"d[tj]{0,2}b[tjye,]{0,3}p|b[tj]{0,2}d,?[tj]{0,2}[pf]"),
)  # fmt: skip
_SERVICE = r"[cCkKmMwW][tjyeu]{0,4}s(?!t?z)|[cCm][te]{0,3}S(?![a-zA-Z])|s[tjyeu]{0,4}[CMW]"
_NOTHING_BUT = (
    r"[tjyeuwWhSa]*(?:(?:[pf][tjyeuhSsl]*)+|v[tjyeuhSl]*)"
    r"|[tjye]*[aEf]j[tye]*|[tjyeuwW]*s[tyeh]*|y*d[tj]{0,2}b[yp]*|[tjyewW]*S[tye]*"
)
_LONGEST_NOTHING_BUT = 6
# "a human please, my lamp is broken"
_PERSON_PLEASE = r"[tjye]{0,3}[pfs][tjyeh]{0,2}y[tye]{0,2},"
# "are you a bot", "am I talking to a human", "insan misin"
_QUESTIONS = (
    r"q[tjycCudeS]{0,5}(?:o[tj]{0,2})?[pafsb](?:(?:x[tj]{0,2},?[tj]{0,2}|t{0,2})[pfab])?"
    r"[tj]{0,2}[cC]?|[pafb]t{0,2}Q"
)
# "I don't want to talk to an agent", "no human"
_REFUSALS = (
    r"(?:n|D(?=[wmckhWMCK]))[wmckhWMCK]?[tjyehkKcCmMxwW]{0,5}[pafsL](?:[tjye]{0,3}[CMW])?"
    r"|(?<!b)(?<!b[tj])d[tj]{0,2}[pafs]|[pfas][tjyeC]{0,3}N|[pafs][tje]{0,2}d[tj]?[CMW]"
)


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
    row = re.sub(_QUESTIONS, _blot, row_of(tokens_of(folded)).roles)
    return bool(re.search(_REFUSALS, row)) and not asks_for_human(text).score


def asks_if_human(text: str) -> bool:
    """Whether the text asks who is on the other side: to be answered truthfully, no ask."""
    folded = fold(text[:LONGEST_READ])
    if asks_if_human_in_chinese(folded):
        return True
    row = row_of(tokens_of(folded)).roles
    return bool(re.search(rf"(?:{_QUESTIONS})(?!t?z)", row)) and not asks_for_human(text).score


def names_a_human(text: str) -> bool:
    """Whether a person to talk to is named at all, as in a bot's offer of one."""
    roles = row_of(tokens_of(fold(text[:LONGEST_READ]))).roles
    return any(role in "pfasL" for role in roles)


def _ask(row: Row) -> Ask:
    if not re.search("[pafsvbSLEOn]", row.roles):
        return _NOTHING
    plain = re.sub(_QUESTIONS, _blot, row.roles)
    plain = re.sub(_REFUSALS, _blot, plain)
    for score, pattern in _PATTERNS:
        if found := re.search(pattern, plain):
            return Ask(score, row.words(*found.span()))
    return _service_or_nothing_but(plain, row)


def _service_or_nothing_but(plain: str, row: Row) -> Ask:
    for sentence in re.finditer(r"[^.]+", plain):
        clause = sentence.group()
        found = re.search(_SERVICE, clause)
        if found and "i" not in clause:
            start = sentence.start()
            return Ask(0.9, row.words(start + found.start(), start + found.end()))
        first = re.match(_PERSON_PLEASE, clause)
        if first:
            return Ask(0.9, row.words(sentence.start(), sentence.start() + first.end() - 1))
        last = re.fullmatch(r".*,([tjye]{0,3}p[tjye]{0,3}),?", clause)
        if last:
            return Ask(0.9, row.words(sentence.start() + last.start(1), sentence.end()))
        bare = clause.replace(",", "")
        if len(bare) <= _LONGEST_NOTHING_BUT and re.fullmatch(_NOTHING_BUT, bare):
            return Ask(0.9, row.words(*sentence.span()))
    return _NOTHING


def _blot(found: re.Match[str]) -> str:
    return _BLOT * len(found.group())


@cache
def _taken_back() -> frozenset[str]:
    return frozenset(TAKEN_BACK.split("|"))
