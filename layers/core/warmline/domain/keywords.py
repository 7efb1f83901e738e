"""The words that carriers reserve: a message that says nothing but one of them is a command.

Near misses ("please stop texting me") are `opt_out_asks`; they are asked about once.
"""

from enum import StrEnum

from warmline.domain.folding import letters


class Keyword(StrEnum):
    """What a reserved word asks for."""

    STOP = "STOP"
    START = "START"
    HELP = "HELP"


_KEYWORDS = {
    **dict.fromkeys(
        ("stop", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke", "optout"),
        Keyword.STOP,
    ),
    **dict.fromkeys(("start", "unstop"), Keyword.START),
    **dict.fromkeys(("help", "info"), Keyword.HELP),
}
_LONGEST = 40


def read_keyword(
    text: str, opt_out_type: str | None = None, *, opted_out: bool = False
) -> Keyword | None:
    """The command of a whole message, whatever its case, spaces and punctuation.

    Twilio's `OptOutType` wins over the text. YES is a START only for a number that is opted
    out: from anybody else it is an answer. A question ("stop?") commands nothing.
    """
    told = (opt_out_type or "").strip().upper()
    if told in Keyword:
        return Keyword(told)
    if len(text) > _LONGEST or "?" in text:
        return _help_asked(text)
    word = letters(text)
    if word == "yes" and opted_out:
        return Keyword.START
    return _KEYWORDS.get(word)


def _help_asked(text: str) -> Keyword | None:
    """HELP harms nobody, so a question mark behind it changes nothing."""
    word = letters(text[:_LONGEST])
    return Keyword.HELP if len(text) <= _LONGEST and word in {"help", "info"} else None
