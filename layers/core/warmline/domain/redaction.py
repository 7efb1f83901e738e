"""What a customer should not have written is cut from the text before anything stores it.

The finders look at a `plain` twin of the text: same length, but every digit is an ASCII digit,
every dash a hyphen and every space a space. So no script and no full-width form hides a number,
and what is found there is cut at the same place in the text itself.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from warmline.domain.bank_accounts import find_ibans
from warmline.domain.card_numbers import find_card_numbers
from warmline.domain.national_ids import find_national_ids
from warmline.domain.passwords import find_passwords, find_security_codes
from warmline.domain.spans import BLOT, Span, blot

# First found, first cut: a later kind does not touch what an earlier one took.
_FINDERS: tuple[tuple[str, Callable[[str], Iterator[Span]]], ...] = (
    ("iban", find_ibans),
    ("card_number", find_card_numbers),
    ("national_id", find_national_ids),
    ("security_code", find_security_codes),
    ("password", find_passwords),
)
MARKERS = {
    "card_number": "[card number removed]",
    "iban": "[IBAN removed]",
    "national_id": "[id number removed]",
    "security_code": "[security code removed]",
    "password": "[password removed]",
}
_MOST_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Redacted:
    """A text without its secrets, and the kinds of secret that were cut, each once."""

    text: str
    kinds: tuple[str, ...] = ()


def redact(text: str) -> Redacted:
    """Cut card numbers, IBANs, national ids and passwords; a marker says what stood there.

    Cutting again changes nothing. Phone numbers and e-mail addresses stay: see `mask_contacts`.
    """
    kinds: list[str] = []
    for _ in range(_MOST_ROUNDS):
        found = _find(plain_twin(text))
        if not found:
            break
        kinds += [kind for kind, _ in found]
        text = _cut(text, found)
    return Redacted(text, tuple(dict.fromkeys(kinds)))


def without_markers(text: str) -> str:
    """The customer's own words: a sentence ends where something was cut."""
    return _markers().sub(". ", text)


def plain_twin(text: str) -> str:
    """The text in ASCII digits, hyphens and spaces, character for character; markers blotted."""
    if not text.isascii():
        text = "".join(map(_plain, text))
    return _markers().sub(lambda found: BLOT * len(found.group()), text)


def _find(plain: str) -> list[tuple[str, Span]]:
    found: list[tuple[str, Span]] = []
    for kind, finder in _FINDERS:
        spans = sorted(finder(plain))
        found += [(kind, span) for span in spans]
        plain = blot(plain, spans)
    return sorted(found, key=lambda one: one[1])


def _cut(text: str, found: list[tuple[str, Span]]) -> str:
    pieces: list[str] = []
    at = 0
    for kind, (start, end) in found:
        pieces += [text[at:start], MARKERS[kind]]
        at = end
    return "".join([*pieces, text[at:]])


@cache
def _markers() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, MARKERS.values())))


_SPACES = {"Zs", "Zl", "Zp", "Cf", "Cc", "Me"}
_FULL_WIDTH_OFFSET = 0xFEE0


def _plain(character: str) -> str:
    """One character as one ASCII character where it stands for one."""
    if character.isascii():
        return character
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    category = unicodedata.category(character)
    if category == "Pd" or character == "\u2212":
        return "-"
    if category in _SPACES or "\ufe00" <= character <= "\ufe0f":
        return " "
    if "\uff01" <= character <= "\uff5e":
        return chr(ord(character) - _FULL_WIDTH_OFFSET)
    return character
