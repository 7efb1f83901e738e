"""IBANs: right country, right length, right check digits, spaced or not."""

import re
from collections.abc import Iterator

from warmline.domain.spans import Span

_START = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}[ \-]?\d[ ]?\d(?=[ \-.]{0,2}[A-Za-z0-9])")
_NAMED = re.compile(r"\biban\b[^\n]{0,40}$", re.IGNORECASE)
_SEPARATORS = " -.\n"
_MOST_SEPARATORS = 2

# https://www.swift.com/standards/data-standards/iban-international-bank-account-number
_LENGTHS = {
    country: int(length)
    for length, countries in {
        "15": "NO", "16": "BE", "18": "DK FO FI GL NL", "19": "MK SI",
        "20": "AT BA EE KZ XK LT LU", "21": "HR LV LI CH", "22": "BH BG CR GE DE IE ME RS GB VA",
        "23": "TL GI IQ IL OM SO AE", "24": "AD CZ MD PK RO SA SK ES SE TN VG DZ",
        "25": "AO CV GW LY MZ PT ST", "26": "IS TR", "27": "FR GR IT MC MR SM BI CF CG",
        "28": "AL AZ BY CY DO GT HN HU LB NI PL SV SN CI CM BJ BF ML", "29": "BR EG PS",
        "30": "JO KW MU QA UA YE", "31": "MT SC", "32": "LC", "33": "RU",
    }.items()
    for country in countries.split()
}  # fmt: skip


def find_ibans(plain: str) -> Iterator[Span]:
    """Where IBANs stand; one named as such is cut though a character is mistyped."""
    done = 0
    for start in _START.finditer(plain):
        if start.start() < done:
            continue
        end = _end_of_iban(plain, start.start())
        if end:
            done = end
            yield start.start(), end


def _end_of_iban(plain: str, start: int) -> int | None:
    length = _LENGTHS.get(plain[start : start + 2].upper())
    if not length:
        return None
    characters, end = _characters(plain, start, length)
    if len(characters) < length or plain[end : end + 1].isalnum():
        return None
    named = _NAMED.search(plain[max(0, start - 60) : start])
    return end if named or passes_mod_97(characters) else None


def _characters(plain: str, start: int, wanted: int) -> tuple[str, int]:
    """So many letters and digits from a place on, skipping single separators."""
    found: list[str] = []
    gap = 0
    for at in range(start, min(len(plain), start + 3 * wanted)):
        character = plain[at]
        if character.isascii() and character.isalnum():
            found.append(character)
            gap = 0
        elif character in _SEPARATORS and gap < _MOST_SEPARATORS:
            gap += 1
        else:
            return "".join(found), at
        if len(found) == wanted:
            return "".join(found), at + 1
    return "".join(found), start


def passes_mod_97(iban: str) -> bool:
    """The check of ISO 7064 over an IBAN without separators."""
    turned = (iban[4:] + iban[:4]).upper()
    return int("".join(str(int(character, 36)) for character in turned)) % 97 == 1
