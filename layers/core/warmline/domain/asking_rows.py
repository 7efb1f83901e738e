"""Words into roles: which language a message is in, what its misspelt words meant, what each does.

The tables of all languages are read together, because people mix them ("customer care se baat
karao"); a word that several languages have counts in the one that most of the message is in.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from warmline.domain.asking_tables import (
    LEXICONS,
    STEM_OPENING,
    UNKNOWN,
    speller,
    tables,
)
from warmline.domain.spelling import distance

# What people put into a message in another language: "customer care se baat karao".
_LENT_ROLES = frozenset("pfasSbL")
# Without a word that tells the language, a long one may be any language's.
_LONG = 7
_ARABIC_PREFIX = re.compile("^(?:وال|بال|فال|كال|لل|ال|[وبلكف])(?=...)")


@dataclass(frozen=True, slots=True)
class Row:
    """A message as one role a word or phrase, and where in its tokens each of them begins."""

    roles: str
    places: tuple[int, ...]
    said: tuple[str, ...]
    """The tokens as they were written."""

    def words(self, start: int, end: int) -> str:
        """The words behind a span of the roles."""
        last = self.places[end] if end < len(self.places) else len(self.said)
        words = self.said[self.places[start] : last]
        return " ".join(word for word in words if word not in {".", ",", ""})


def row_of(tokens: Sequence[str], said: Sequence[str] = ()) -> Row:
    """The roles of these words; `said` is how they were written where they are mended."""
    order = _order(tokens)
    roles: list[str] = []
    places: list[int] = []
    at = 0
    while at < len(tokens):
        role, length = _role_at(tokens, at, order)
        roles.append(role)
        places.append(at)
        at += length
    return Row("".join(roles), tuple(places), tuple(said or tokens))


def mended_row_of(tokens: Sequence[str]) -> Row | None:
    """The roles with misspelt key words mended, in the languages that the message may be in.

    None where nothing is misspelt.
    """
    order = _order(tokens)
    mended: list[str] = []
    said: list[str] = []
    for token in tokens:
        words = _repaired(token, order).split()
        mended += words
        said += [token, *[""] * (len(words) - 1)]
    return row_of(mended, said) if mended != list(tokens) else None


@dataclass(frozen=True, slots=True)
class _Order:
    likely: tuple[str, ...]
    """The languages that have most of the words; all of them where none has any."""
    known: bool
    """Whether any word told the language."""
    sure: bool
    """Whether most words did."""
    all: tuple[str, ...]
    """Every language, in the order to be asked."""


def _order(tokens: Sequence[str]) -> _Order:
    known = tables().known
    counts = dict.fromkeys(LEXICONS, 0)
    said = 0
    for token in tokens:
        said += token not in {".", ","}
        for language in known.get(token) or _languages_of_stem(token):
            counts[language] += 1
    most = max(counts.values())
    likely = tuple(language for language, count in counts.items() if count == most)
    rest = (language for language in LEXICONS if language not in likely)
    return _Order(likely, most > 0, said == 1 or 2 * most > said, (*likely, *rest))


def _languages_of_stem(token: str) -> set[str]:
    stems = tables().stems.get(token[:STEM_OPENING], ())
    return {language for stem, language, _ in stems if token.startswith(stem)}


def _role_at(tokens: Sequence[str], at: int, order: _Order) -> tuple[str, int]:
    found = _phrase_at(tokens, at, order)
    if found:
        return found
    token = tokens[at]
    if token in {".", ","}:
        return token, 1
    return _role(token, order) or _role_without_prefix(token, order) or UNKNOWN, 1


def _phrase_at(tokens: Sequence[str], at: int, order: _Order) -> tuple[str, int] | None:
    best: tuple[int, int, str] | None = None
    bare = _ARABIC_PREFIX.sub("", tokens[at])
    found = tables().phrases
    for words, language, role in found.get(tokens[at], ()) or found.get(bare, ()):
        if best and len(words) < -best[0]:
            break
        lent = language in order.likely or language == "en" or role in _LENT_ROLES
        if lent and _same(words[1:], tokens[at + 1 : at + len(words)]):
            candidate = (-len(words), order.all.index(language), role)
            best = min(best, candidate) if best else candidate
    return (best[2], -best[0]) if best else None


def _same(words: tuple[str, ...], said: Sequence[str]) -> bool:
    return len(words) == len(said) and all(
        token.startswith(word[:-1]) if word.endswith("*") else token == word
        for word, token in zip(words, said, strict=True)
    )


def _role(token: str, order: _Order) -> str:
    known = tables().words.get(token, {})
    for language in order.all:
        role = known.get(language)
        if role and _counts(token, language, role, order):
            return role
    for stem, language, role in tables().stems.get(token[:STEM_OPENING], ()):
        if token.startswith(stem) and language in order.likely:
            return role
    return ""


def _counts(token: str, language: str, role: str, order: _Order) -> bool:
    bound = (token, language) in tables().bound
    if language in order.likely:
        return order.sure or not bound
    return not bound and (language == "en" or role in _LENT_ROLES)


def _role_without_prefix(token: str, order: _Order) -> str:
    """Arabic writes "the", "and", "with", "to" together with the word."""
    bare = _ARABIC_PREFIX.sub("", token)
    return _role(bare, order) if bare != token else ""


def _repaired(word: str, order: _Order) -> str:
    languages = order.likely if order.known else ("en",)
    if "hi" in languages:  # Hindi borrows the most
        languages = (*languages, "en")
    if word in {".", ","} or tables().known.get(word, set()).intersection(languages):
        return word
    split = re.fullmatch(
        r"(talk|speak|chat|connect|direct)(to|with|me)(a|an)?|(touch)(with)"
        r"|(to|with|an|a|the)(someone|somebody|human|person|agent|operator)",
        word,
    )
    if split:
        return " ".join(part for part in split.groups() if part)
    if not order.known:
        return _repaired_alone(word)
    bare = _ARABIC_PREFIX.sub("", word)
    mended = [speller(language).repair(said) for language in languages for said in {word, bare}]
    return min(
        (mend for mend in mended if mend not in {word, bare}),
        key=partial(distance, word),
        default=word,
    )


def _repaired_alone(word: str) -> str:
    """A misspelt word where no other tells the language: English, or a long one of any language."""
    if any(speller(language).keeps(word) for language in LEXICONS):
        return word
    if (mended := speller("en").repair(word)) != word or len(word) < _LONG:
        return mended
    spellers = (speller(language) for language in LEXICONS if language != "en")
    return next((key for each in spellers if (key := each.key_near(word))), word)
