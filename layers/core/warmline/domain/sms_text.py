"""How much of a text message a text takes, and in which alphabet.

https://www.twilio.com/docs/glossary/what-is-gsm-7-character-encoding
"""

from typing import Final

_PLAIN: Final = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u2013": "-",
        "\u2014": "-",
        "\u2026": "...",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2022": "-",
    }
)
_GSM_7: Final = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_GSM_7_AS_TWO: Final = frozenset("^{}\\[~]|€\f")
_GSM_7_ALONE, _GSM_7_SEGMENT = 160, 153
_UCS_2_ALONE, _UCS_2_SEGMENT = 70, 67


def fits_segments(text: str, *, segments: int) -> bool:
    """Tell whether a text fits so many joined segments, in the encoding that it needs."""
    if is_gsm_7(text):
        return _gsm_7_units(text) <= segments * _GSM_7_SEGMENT
    return _ucs_2_units(text) <= segments * _UCS_2_SEGMENT


def segments_of(text: str) -> int:
    """How many segments a text takes; joined ones hold a little less, and each is charged for."""
    short = is_gsm_7(text)
    units = _gsm_7_units(text) if short else _ucs_2_units(text)
    alone, joined = (_GSM_7_ALONE, _GSM_7_SEGMENT) if short else (_UCS_2_ALONE, _UCS_2_SEGMENT)
    return 1 if units <= alone else -(-units // joined)


def is_gsm_7(text: str) -> bool:
    """Tell whether a text can go out in the short alphabet, 153 letters a segment."""
    return all(letter in _GSM_7 or letter in _GSM_7_AS_TWO for letter in text)


def in_plain_letters(text: str) -> str:
    """Return the text with typographic marks made plain, so that GSM-7 can carry it."""
    return text.translate(_PLAIN)


def _gsm_7_units(text: str) -> int:
    return len(text) + sum(letter in _GSM_7_AS_TWO for letter in text)


def _ucs_2_units(text: str) -> int:
    return len(text.encode("utf-16-be", "replace")) // 2
