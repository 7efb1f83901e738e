"""Card numbers: 12 to 19 digits of a known kind that pass Luhn's check, however they are spaced."""

import re
from collections.abc import Iterator
from functools import cache

from warmline.domain.our_numbers import is_our_number
from warmline.domain.spans import Span

# Digits with at most three separators between two of them.
_RUN = re.compile(r"\d(?:[ \-._/\n]{0,3}\d){11,200}")
_GROUP = re.compile(r"\d+")
_SHORTEST, _LONGEST = 12, 19
_FIRST_DIGITS = "012345689"

# First digits of each kind of card, and the lengths it comes in.
_KINDS = (
    (r"4", (13, 16, 19)),  # Visa
    (r"5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720", (16,)),  # Mastercard
    (r"3[47]", (15,)),  # American Express
    (r"6011|64[4-9]|65", (16, 17, 18, 19)),  # Discover
    (r"30[0-5]|3095|36|38|39", (14, 16, 19)),  # Diners Club
    (r"352[89]|35[3-8]", (16, 17, 18, 19)),  # JCB
    (r"2131|1800", (15,)),  # JCB, old
    (r"62|81", (16, 17, 18, 19)),  # UnionPay
    (r"50[0-9]|5[6-9]|6[37]|60[4-9]", (13, 14, 15, 16, 17, 18, 19)),  # Maestro, RuPay, Elo
    (r"220[0-4]|9792", (16,)),  # Mir, Troy
    (r"8699", (15,)),  # Voyager
)
# Old Maestro cards; as short as parcel numbers, so not behind a word that names one of those.
_SHORT_KIND = re.compile(r"(?:5018|5020|5038|5[678]|6304|6390|6759|676|0604)\d+")
_CARD_WORD = re.compile(
    r"(?:card|\bcc\b|credit|debit|visa|master|amex|maestro|tarjeta|carte|karte|cart[aã]o|carta"
    r"|kaart|kart[ayeę]?|بطاق|卡|कार्ड|\bpan\b)(?:[^\d\n]{0,40})$",
    re.IGNORECASE,
)
_LOOK_BACK = 60
# Twice a digit, and the sum of the digits of that.
_DOUBLED = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)


def find_card_numbers(plain: str) -> Iterator[Span]:
    """Where card numbers stand in a text of ASCII digits."""
    for run in _RUN.finditer(plain):
        yield from _in_run(plain, run)


def _in_run(plain: str, run: re.Match[str]) -> Iterator[Span]:
    """The card numbers among groups of digits; a card begins and ends where a group does."""
    groups = [group.span() for group in _GROUP.finditer(plain, run.start(), run.end())]
    before = plain[max(0, run.start() - _LOOK_BACK) : run.start()]
    ours = is_our_number(before)
    named = bool(_CARD_WORD.search(before)) and not ours
    at = 0
    while at < len(groups):
        last = _last_group(plain, groups[at : at + _LONGEST], named=named, ours=ours)
        if last is None:
            at += 1
            continue
        yield groups[at][0], groups[at + last][1]
        at += last + 1


def _last_group(plain: str, groups: list[Span], *, named: bool, ours: bool) -> int | None:
    """The last group of the longest card number that begins with the first group."""
    digits = ""
    found = None
    if not named and plain[groups[0][0]] not in _FIRST_DIGITS:
        return None
    for at, group in enumerate(groups):
        digits += plain[slice(*group)]
        if len(digits) > _LONGEST:
            break
        if len(digits) >= _SHORTEST and is_card_number(digits, named=named, ours=ours):
            found = at
    return found


def is_card_number(digits: str, *, named: bool = False, ours: bool = False) -> bool:
    """Whether these digits are a card's.

    The words before them may say so (`named`), or that they are a number of the shop's (`ours`).
    A named number of a known kind is cut even when a digit is mistyped, and an unknown kind when
    its check digit is right.
    """
    if passes_luhn(digits):
        return named or _is_known(digits) or (not ours and _is_short_kind(digits))
    return named and _is_known(digits)


def _is_known(digits: str) -> bool:
    return any(start.match(digits) and len(digits) in sizes for start, sizes in _kinds())


def _is_short_kind(digits: str) -> bool:
    return len(digits) == _SHORTEST and _SHORT_KIND.match(digits) is not None


@cache
def _kinds() -> tuple[tuple[re.Pattern[str], tuple[int, ...]], ...]:
    return tuple((re.compile(start), sizes) for start, sizes in _KINDS)


def passes_luhn(digits: str) -> bool:
    """Luhn's check; a row of one repeated digit is nobody's number."""
    if len(set(digits)) == 1:
        return False
    plain = sum(map(int, digits[-1::-2]))
    doubled = sum(_DOUBLED[int(digit)] for digit in digits[-2::-2])
    return (plain + doubled) % 10 == 0
