"""A customer's own number, hidden in whatever way they write it: it is known, so none is missed.

Ten bare digits may be an order; ten that are the number which they write from are not.
"""

import re
from functools import lru_cache

from warmline.domain.address import Address, Channel
from warmline.domain.contacts import MASKED_PHONE
from warmline.domain.redaction import plain_twin

_FEWEST, _MOST = 7, 9
_BETWEEN = r"[ \-./()]{0,3}"
_BEFORE = r"(?<!\d)[+(]{0,2}(?:\d{1,4}[ \-./()]{0,3}){0,3}"
KNOWN_AT_ONCE = 512


def hide_own_number(text: str, address: str) -> str:
    """Return the text without the number of a customer who writes by text message."""
    pattern = _pattern_of(address)
    if pattern is None or not any(map(str.isdigit, text)):
        return text
    pieces: list[str] = []
    at = 0
    for found in pattern.finditer(plain_twin(text)):
        pieces += [text[at : found.start()], MASKED_PHONE]
        at = found.end()
    return "".join([*pieces, text[at:]])


@lru_cache(KNOWN_AT_ONCE)
def _pattern_of(address: str) -> re.Pattern[str] | None:
    """Its last digits, whatever stands between them, with what a country or an area puts before."""
    if not address.startswith(f"{Channel.SMS}:"):
        return None
    digits = "".join(filter(str.isdigit, Address(address).parts["their"]))[-_MOST:]
    if len(digits) < _FEWEST:
        return None
    return re.compile(f"{_BEFORE}{_BETWEEN.join(digits)}(?!\\d)")
