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
from warmline.domain.asking_words import PHRASES, TAKEN_BACK, WORDS
from warmline.domain.folding import fold, words
from warmline.domain.spelling import repair

ASK_THRESHOLD = 0.5
LONGEST_READ = 8_000
_LONGEST_PHRASE = 5
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
    (1.0, rf"[cC]{_SMALL}{{0,5}}(?:x[tjyS]{{0,2}}){{0,2}}[pO](?!t?z)"),
    (1.0, rf"[cC]{_SMALL}{{0,5}}(?:jx[tj]{{0,2}})?[afLE](?!t?z)"),
    (0.9, rf"k{_SMALL}{{0,4}}[pf](?!t?z)"),
    # transfer me to a person, put me through to an agent
    (1.0, r"(?:m[tjyu]{0,2}e|v)[tjyS]{0,4}(?:x[tjyS]{0,2}){0,2}[pafsL](?!t?z)"),
    (1.0, r"(?:m[tjyeS]{0,4}|e[tux]{0,2}m[tjyS]{0,4})[ps](?!t?z)|mt{1,3}f(?!t?z)"),
    # I want a human, give me a person
    (1.0, r"w[e]?[tjySu]{0,4}p(?!t?z)"),
    (0.9, r"w[e]?t?j{0,2}f(?!t?z)|we[tjyS]{0,3}[afL](?!t?z)"),
    (0.8, r"w[e]?t?at{0,2}[hck]|w[te]{0,2}L[tje]{0,3}[hl]|L[tx]{0,3}[hl]"),
    # the verb last: mit einem Menschen sprechen, bir insanla konusmak
    (1.0, r"[pafsS][tjyeux]{0,4}[CM]"),
    (1.0, r"[WC][tjyexu]{0,4}p|[pf][tjye]{0,2}W|W[tjye]{0,4}j[tj]{0,2}[af]"),
    # is there anybody I can talk to, do you have real people
    (0.8, r"g[tjyS]{0,3}p(?!t?z)|g[tjyS]{0,3}(?:j[tj]{0,2}[af]|fj)"),
    (0.8, r"g[tj]{0,3}[afE],?[tuxeo]{0,4}[cC]"),
    (0.9, r"h[tjy]{0,3}p(?!t?z)|p[hl]|pke|ht{1,3}j[tj]{0,2}[af]|at{1,3}s|ake"),
    # not with a machine
    (0.7, r"n[tjyecCkuwSh]{0,6}b|r[tjyecCkuwSxh]{0,6}b|n[tj]{0,2}[cC][tj]{0,2}u(?![a-zA-Z])"),
)  # fmt: skip
_SERVICE = r"[cCkmMwW][tjyeu]{0,4}s(?!t?z)|[cm][te]{0,3}S(?![a-zA-Z])"
_NOTHING_BUT = (
    r"[tjyeuwhS]*(?:(?:[pf][tjyeuhSs]*)+|v[tjyeuhS]*)"
    r"|[tjye]*[aEf]j[tye]*|[tjyeuw]*s[tyeh]*|y*d[tj]{0,2}b[yp]*"
)
_LONGEST_NOTHING_BUT = 6
# "a human please, my lamp is broken"
_PERSON_PLEASE = r"[tjye]{0,3}[pfs][tjyeh]{0,2}y[tye]{0,2},"
# "are you a bot", "am I talking to a human", "insan misin"
_QUESTIONS = (
    r"q[tjycCudeS]{0,5}(?:o[tj]{0,2})?[pafsb](?:(?:x[tj]{0,2},?[tj]{0,2}|t{0,2})[pfab])?|[pfab]t?Q"
)
# "I don't want to talk to an agent", "no human"
_REFUSALS = (
    r"(?:n|D(?=[wmckh]))[wmckh]?[tjyehkCcmMx]{0,5}[pafsL]"
    r"|d[tj]{0,2}[pafs]|[pfas][tjyeC]{0,3}N"
)


def asks_for_human(text: str) -> Ask:
    """The explicit ask, in any of the supported languages; `score` is 0 to 1."""
    folded = fold(text[:LONGEST_READ])
    if folded.strip(" .!#*") in {"0", "00", "000", "press 0", "dial 0"}:
        return Ask(0.9, "0")
    if asked := asks_in_chinese(folded):
        return Ask(1.0, asked)
    tokens = _tokens(folded)
    ask = _ask(tokens)
    if ask.score:
        return ask
    repaired = [token if token in _roles() else _repaired(token) for token in tokens]
    return _ask(" ".join(repaired).split()) if repaired != tokens else _NOTHING


def wants_no_human(text: str) -> bool:
    """Whether the text says that no human is wanted, or not any more."""
    folded = fold(text[:LONGEST_READ])
    if declines_in_chinese(folded) or " ".join(words(folded)) in _taken_back():
        return True
    row = re.sub(_QUESTIONS, _blot, "".join(_row(_tokens(folded))[0]))
    return bool(re.search(_REFUSALS, row)) and not asks_for_human(text).score


def asks_if_human(text: str) -> bool:
    """Whether the text asks who is on the other side: to be answered truthfully, no ask."""
    folded = fold(text[:LONGEST_READ])
    if asks_if_human_in_chinese(folded):
        return True
    row = "".join(_row(_tokens(folded))[0])
    return bool(re.search(rf"(?:{_QUESTIONS})(?!t?z)", row)) and not asks_for_human(text).score


def names_a_human(text: str) -> bool:
    """Whether a person to talk to is named at all, as in a bot's offer of one."""
    roles = _row(_tokens(fold(text[:LONGEST_READ])))[0]
    return any(role in "pfasL" for role in roles)


def _ask(tokens: list[str]) -> Ask:
    roles, places = _row(tokens)
    row = "".join(roles)
    if not re.search("[pafsvbSL]", row):
        return _NOTHING
    plain = re.sub(_QUESTIONS, _blot, row)
    plain = re.sub(_REFUSALS, _blot, plain)
    for score, pattern in _PATTERNS:
        if found := re.search(pattern, plain):
            return Ask(score, _words_of(found.span(), tokens, places))
    return _service_or_nothing_but(plain, tokens, places)


def _service_or_nothing_but(row: str, tokens: list[str], places: list[int]) -> Ask:
    for sentence in re.finditer(r"[^.]+", row):
        clause = sentence.group()
        found = re.search(_SERVICE, clause)
        if found and "i" not in clause:
            span = (sentence.start() + found.start(), sentence.start() + found.end())
            return Ask(0.9, _words_of(span, tokens, places))
        first = re.match(_PERSON_PLEASE, clause)
        if first:
            span = (sentence.start(), sentence.start() + first.end() - 1)
            return Ask(0.9, _words_of(span, tokens, places))
        last = re.fullmatch(r".*,([tjye]{0,3}p[tjye]{0,3}),?", clause)
        if last:
            return Ask(0.9, " ".join(tokens[places[sentence.start() + last.start(1)] :][:4]))
        bare = clause.replace(",", "")
        if len(bare) <= _LONGEST_NOTHING_BUT and re.fullmatch(_NOTHING_BUT, bare):
            return Ask(0.9, _words_of(sentence.span(), tokens, places))
    return _NOTHING


def _blot(found: re.Match[str]) -> str:
    return _BLOT * len(found.group())


def _words_of(span: tuple[int, int], tokens: list[str], places: list[int]) -> str:
    end = places[span[1]] if span[1] < len(places) else len(tokens)
    return " ".join(word for word in tokens[places[span[0]] : end] if word not in {".", ","})


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(r"[.!?;\n…؟؛।。！？；]+")  # noqa: RUF001 - marks of other scripts


@cache
def _splitter() -> re.Pattern[str]:
    return re.compile(r"[.,]|[^\s.,()\[\]{}<>\"“”„«»/\\|*_~=+#@&^%$€£\-–—'¿¡]+")  # noqa: RUF001


def _tokens(folded: str) -> list[str]:
    """Words, with "." and "," where a sentence or a clause ends."""
    marked = re.sub(r"[,:،、，：]", ",", _marks().sub(".", folded))  # noqa: RUF001
    return _splitter().findall(marked)


def _repaired(word: str) -> str:
    split = re.fullmatch(
        r"(talk|speak|chat|connect|direct)(to|with|me)(a|an)?|(touch)(with)"
        r"|(to|with|an|a|the)(someone|somebody|human|person|agent|operator)",
        word,
    )
    return " ".join(part for part in split.groups() if part) if split else repair(word)


@cache
def _roles() -> dict[str, str]:
    roles = {".": ".", ",": ","}
    for role in ("d", "p", *WORDS):
        for word in WORDS[role].split():
            roles.setdefault(word, role)
    return roles


@cache
def _taken_back() -> frozenset[str]:
    return frozenset(TAKEN_BACK.split("|"))


@cache
def _phrases() -> dict[str, dict[str, str]]:
    """First word to the phrases that it opens, each with its role."""
    found: dict[str, dict[str, str]] = {}
    for role, phrases in PHRASES.items():
        for phrase in phrases.split("|"):
            words = phrase.split()
            found.setdefault(words[0], {}).setdefault(" ".join(words), role)
    return found


def _row(tokens: list[str]) -> tuple[list[str], list[int]]:
    """One role per word or phrase, and where in the tokens each of them begins."""
    roles: list[str] = []
    places: list[int] = []
    at = 0
    while at < len(tokens):
        role, length = _role_at(tokens, at)
        roles.append(role)
        places.append(at)
        at += length
    return roles, places


def _role_at(tokens: list[str], at: int) -> tuple[str, int]:
    openings = _phrases().get(tokens[at])
    if openings:
        for length in range(_LONGEST_PHRASE, 0, -1):
            role = openings.get(" ".join(tokens[at : at + length]))
            if role:
                return role, min(length, len(tokens) - at)
    return _roles().get(tokens[at], "x"), 1
