"""One spelling for words that people write in many ways, so that rules can compare them."""

# ruff: noqa: RUF001  # letters of other scripts look like Latin ones, and are meant

import re
import unicodedata

_APOSTROPHES = str.maketrans(dict.fromkeys("\u2018\u2019\u02bc\u00b4`\u2032\u05f3", "'"))
_CONTRACTION = re.compile(r"'(?=(?:t|m|d|ll|re|s|ve)\b)")
# Accents of Latin, Greek and Cyrillic; vowel signs and stretching of Arabic; Hindi's dot below.
_ACCENTS = re.compile("[\u0300-\u036f\u064b-\u065f\u0670\u0640\u093c]")
_SAME_LETTER = str.maketrans(
    {
        "ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe",
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ی": "ي", "ک": "ك",
        "\u0901": "\u0902",  # Hindi writes the nasal either way
    }
)  # fmt: skip
_SEPARATORS = re.compile(
    r"[\s.,;:!?…¿¡\"“”„«»()\[\]{}<>/\\|*_~=+#@&^%$€£\-–—'،؟؛।。，！？、；：「」《》·•]+"
)


def fold(text: str) -> str:
    """Lower case, no accents, full-width forms made plain; the same whatever the spelling."""
    if text.isascii():
        return _CONTRACTION.sub("", text.casefold())
    # Marks go first: sorting a long row of them would take quadratic time.
    text = _ACCENTS.sub("", text.translate(_APOSTROPHES))
    plain = unicodedata.normalize("NFKC", text).casefold()
    if not plain.isascii():
        bare = _ACCENTS.sub("", unicodedata.normalize("NFD", plain))
        plain = unicodedata.normalize("NFC", bare).translate(_SAME_LETTER)
    return _CONTRACTION.sub("", plain)


def words(text: str) -> list[str]:
    """The folded words of a text, without punctuation."""
    return _SEPARATORS.sub(" ", fold(text)).split()


def letters(text: str) -> str:
    """Nothing but the folded letters and digits, run together."""
    return "".join(character for character in fold(text) if character.isalnum())
