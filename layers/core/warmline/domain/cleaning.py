"""Make a customer's words safe to store and to show, and leave them as they read.

Hidden and hostile characters go: controls, lone surrogates, overrides of direction, zero-width
marks, tags, towers of combining marks. What a script or an emoji needs to read right stays.
"""

import re
import unicodedata
from functools import cache

LONGEST_TEXT = 8_000
"""More characters than this are cut, and the text says so at its end."""

CUT_MARK = " […]"
MOST_MARKS_IN_A_ROW = 4

# Enough to fill the longest text even when three of four characters are thrown away.
_LONGEST_LOOKED_AT = 4 * LONGEST_TEXT
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BLANKS = "\u2800\u3164\uffa0\u115f\u1160"


def clean(text: str) -> str:
    """The text in NFC, trimmed, at most LONGEST_TEXT long; never raises. May be empty."""
    text = _LINE_ENDS.sub("\n", _without_lone_surrogates(text[:_LONGEST_LOOKED_AT]))
    text = _hidden().sub("", text)
    if not text.isascii():
        # Twice: composing may take a mark apart again, and marks left in a row could be sorted
        # only in quadratic time.
        text = _without_towers(unicodedata.normalize("NFC", _without_towers(text)))
    return _cut(text.strip())


def _without_lone_surrogates(text: str) -> str:
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


@cache
def _hidden() -> re.Pattern[str]:
    """Characters that nobody sees; joiners stay inside emoji and in scripts that write them."""
    emoji = "\u00a9\u00ae\u203c-\u3299\ufe0f\U0001f000-\U0001faff"
    letters = "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u17ff"
    joiner = f"(?<![{emoji}])(?<![{letters}])[\u200c\u200d]|[\u200c\u200d](?![{emoji}{letters}])"
    # Controls but newline and tab, soft hyphen, marks and overrides of direction, joiners of
    # words, fillers that look blank, tags (they can carry words that only a model reads).
    others = (
        "\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u180b-\u180f\u200b\u200e\u200f"
        "\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff" + _BLANKS
    )
    return re.compile(f"{joiner}|[{others}]")


def _without_towers(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character) in {"Mn", "Me"} else 0
        if marks <= MOST_MARKS_IN_A_ROW:
            kept.append(character)
    return "".join(kept)


def _cut(text: str) -> str:
    if len(text) <= LONGEST_TEXT:
        return text
    return text[: LONGEST_TEXT - len(CUT_MARK)].rstrip() + CUT_MARK
