"""The words of all languages in one place: looked up by word, by stem, by a phrase's first word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from warmline.domain.asking_eastern import (
    POLISH_PHRASES,
    POLISH_WORDS,
    TURKISH_PHRASES,
    TURKISH_WORDS,
)
from warmline.domain.asking_germanic import (
    DUTCH_PHRASES,
    DUTCH_WORDS,
    GERMAN_PHRASES,
    GERMAN_WORDS,
)
from warmline.domain.asking_iberian import (
    PORTUGUESE_PHRASES,
    PORTUGUESE_WORDS,
    SPANISH_PHRASES,
    SPANISH_WORDS,
)
from warmline.domain.asking_romance import (
    FRENCH_PHRASES,
    FRENCH_WORDS,
    ITALIAN_PHRASES,
    ITALIAN_WORDS,
)
from warmline.domain.asking_scripts import (
    ARABIC_PHRASES,
    ARABIC_WORDS,
    HINDI_PHRASES,
    HINDI_WORDS,
)
from warmline.domain.asking_words import PHRASES, WORDS, Lexicon
from warmline.domain.folding import fold
from warmline.domain.spelling import Speller
from warmline.domain.spelling_words import ALSO_REPAIRED, COMMON, KEPT

LEXICONS: dict[str, tuple[Lexicon, Lexicon]] = {
    "en": (WORDS, PHRASES),
    "es": (SPANISH_WORDS, SPANISH_PHRASES),
    "fr": (FRENCH_WORDS, FRENCH_PHRASES),
    "de": (GERMAN_WORDS, GERMAN_PHRASES),
    "pt": (PORTUGUESE_WORDS, PORTUGUESE_PHRASES),
    "it": (ITALIAN_WORDS, ITALIAN_PHRASES),
    "nl": (DUTCH_WORDS, DUTCH_PHRASES),
    "pl": (POLISH_WORDS, POLISH_PHRASES),
    "tr": (TURKISH_WORDS, TURKISH_PHRASES),
    "ar": (ARABIC_WORDS, ARABIC_PHRASES),
    "hi": (HINDI_WORDS, HINDI_PHRASES),
}
STEM_OPENING = 4
UNKNOWN = "x"
# Roles whose words are repaired where they are misspelt, and how long they are at least: the
# shorter a word, the more other words are one letter away.
_REPAIRED_WORDS = dict.fromkeys("cCpfasLbSwWyjh", 5) | dict.fromkeys("kKmMvNz", 6)
_REPAIRED_PHRASES = dict.fromkeys("cCvspLnNgx", 6)
_SHORTEST_KEY = {"ar": 4}


@dataclass(frozen=True, slots=True)
class Tables:
    """Where words, stems and phrases are looked up."""

    words: dict[str, dict[str, str]] = field(default_factory=dict)
    """Word to language to role."""
    known: dict[str, set[str]] = field(default_factory=dict)
    """Word, in a phrase too, to the languages that have it."""
    bound: set[tuple[str, str]] = field(default_factory=set)
    """Words that count in their own language alone."""
    stems: dict[str, list[tuple[str, str, str]]] = field(default_factory=dict)
    """First letters to stem, language and role."""
    phrases: dict[str, list[tuple[tuple[str, ...], str, str]]] = field(default_factory=dict)
    """First word to the words, language and role; longest first."""


def tokens_of(folded: str) -> list[str]:
    """Words, with "." and "," where a sentence or a clause ends."""
    marked = _commas().sub(",", _marks().sub(".", folded))
    return _splitter().findall(marked)


@cache
def speller(language: str) -> Speller:
    """Mends the key words of a language."""
    words, phrases = LEXICONS[language]
    keys = set(ALSO_REPAIRED.get(language, "").split())
    stems: set[str] = set()
    for role, length in _REPAIRED_WORDS.items():
        for word, *_ in _entries(words.get(role, "").split()):
            if len(word.rstrip("!")) >= _SHORTEST_KEY.get(language, length):
                (stems if word.endswith("*") else keys).add(word.rstrip("*!"))
    for role, length in _REPAIRED_PHRASES.items():
        for entry in _entries(phrases.get(role, "").split("|")):
            keys.update(word.rstrip("*") for word in entry if len(word) >= length)
    return Speller(keys, KEPT.get(language, "").split(), stems)


@cache
def tables() -> Tables:
    """All languages' words, built when first needed."""
    built = Tables()
    for language, (words, phrases) in LEXICONS.items():
        for role, table in words.items():
            for entry in _entries(table.split()):
                _add(built, entry, language, role)
        for role, table in phrases.items():
            for entry in _entries(table.split("|")):
                _add(built, entry, language, role)
        for word in COMMON.get(language, "").split():
            built.words.setdefault(word, {}).setdefault(language, UNKNOWN)
            built.known.setdefault(word, set()).add(language)
    for found in built.phrases.values():
        found.sort(key=lambda phrase: -len(phrase[0]))
    return built


def _add(built: Tables, entry: tuple[str, ...], language: str, role: str) -> None:
    for part in entry:
        built.known.setdefault(part.rstrip("*!"), set()).add(language)
    word = entry[0]
    if len(entry) > 1:
        built.phrases.setdefault(word, []).append((entry, language, role))
        return
    if word.endswith("*"):
        stem = word[:-1]
        built.stems.setdefault(stem[:STEM_OPENING], []).append((stem, language, role))
        word = stem
    elif word.endswith("!"):
        word = word[:-1]
        built.bound.add((word, language))
    built.words.setdefault(word, {}).setdefault(language, role)


def _entries(listed: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Each entry as its folded words; "*" and "!" stay at the end of theirs."""
    for phrase in listed:
        words: list[str] = []
        for word in phrase.split():
            bare = word.rstrip("*!")
            parts = [bare] if bare.isascii() and bare.isalnum() else tokens_of(fold(bare))
            words += [*parts[:-1], parts[-1] + word[len(bare) :]]
        if words:
            yield tuple(words)


@cache
def _commas() -> re.Pattern[str]:
    return re.compile(r"[,:،、，：]")  # noqa: RUF001 - marks of other scripts


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(r"[.!?;\n…؟؛।。！？；]+")  # noqa: RUF001 - marks of other scripts


@cache
def _splitter() -> re.Pattern[str]:
    return re.compile(r"[.,]|[^\s.,()\[\]{}<>\"“”„«»/\\|*_~=+#@&^%$€£\-–—'¿¡]+")  # noqa: RUF001
