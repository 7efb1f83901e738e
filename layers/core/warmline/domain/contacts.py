"""Phone numbers and e-mail addresses: stored, but hidden from logs, Slack and the model."""

import re
from functools import cache

from warmline.domain.our_numbers import is_our_number
from warmline.domain.redaction import plain_twin
from warmline.domain.spans import Span, blot

MASKED_EMAIL = "[email hidden]"
MASKED_PHONE = "[phone number hidden]"
_FEWEST_DIGITS = 7
_MOST_DIGITS = 15
_LOOK_BACK = 40


def mask_contacts(text: str) -> str:
    """The text with every phone number and e-mail address hidden; what is left is as it was."""
    return _replace(text, sorted(_contacts(plain_twin(text))))


def phone_numbers(text: str) -> list[str]:
    """The phone numbers in a text, their digits alone."""
    plain = plain_twin(text)
    spans = (span for span, mask in sorted(_contacts(plain)) if mask == MASKED_PHONE)
    return ["".join(filter(str.isdigit, plain[slice(*span)])) for span in spans]


def _contacts(plain: str) -> list[tuple[Span, str]]:
    emails = [found.span() for found in _email().finditer(plain)]
    plain = blot(plain, emails)
    hidden = [(span, MASKED_EMAIL) for span in emails]
    for pattern in (_named_phone(), _phone()):
        places = (found for found in pattern.finditer(plain) if _is_phone(plain, found))
        phones = [found.span("number") for found in places]
        plain = blot(plain, phones)
        hidden += [(span, MASKED_PHONE) for span in phones]
    return hidden


def _replace(text: str, hidden: list[tuple[Span, str]]) -> str:
    pieces: list[str] = []
    at = 0
    for (start, end), mask in hidden:
        pieces += [text[at:start], mask]
        at = end
    return "".join([*pieces, text[at:]])


def _is_phone(plain: str, found: re.Match[str]) -> bool:
    number, start = found["number"], found.start("number")
    digits = sum(map(str.isdigit, number))
    if not _FEWEST_DIGITS <= digits <= _MOST_DIGITS:
        return False
    return "+" in number or not is_our_number(plain[max(0, start - _LOOK_BACK) : start])


@cache
def _email() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.+\-])[\w.+\-%']{1,64}@(?:[\w\-]{1,63}\.){1,5}[A-Za-z]{2,24}(?!\w)")


@cache
def _named_phone() -> re.Pattern[str]:
    """Digits behind a word that names a phone."""
    return re.compile(
        r"(?<!\w)(?:phone|mobile|cell|tel|telephone|fax|desk|whatsapp|call me|text me|ring me|handy"
        r"|telefon\w{0,8}|tel[eé]fono|m[oó]vil|celular|t[eé]l[eé]phone|portable|telefone|cellulare"
        r"|messages to|answering|هاتف|جوال|电话|手机)"
        r"(?: (?:number|no|nr|me|at|is|on|back|es|ist|est)){0,3}[.:#\s\-]{0,3}"
        r"(?P<number>[+(]{0,2}\d(?:[ \-./()]{0,2}\d){5,14}(?:x\d{1,6})?)(?![\w\-])",
        re.IGNORECASE,
    )


@cache
def _phone() -> re.Pattern[str]:
    """Digits with a plus, or in the groups that phone numbers are written in."""
    return re.compile(
        r"(?<![\w./])(?<!\d[,\-])(?!\d{1,3}(?:\.\d{1,3}){3}(?![.\d]))"  # no IP address
        r"(?P<number>"
        r"(?:\+|00(?=[1-9]\d{8})|00(?=[1-9]\d{0,2}[ \-.]))\d{1,3}[ \-.]?(?:\(0\)[ ]?)?"
        r"(?:\(?\d{1,5}\)?[ \-./]?){1,5}\d{2}"
        r"|\(\d{2,5}\)[ \-.]?\d{3,4}(?:[ \-.]?\d{3,4}){0,2}"
        r"|0\d{1,4}(?:[ \-./]\d{2,4}){2,5}|0\d{2,4}[ \-/]\d{5,8}|0[1-9]\d{8,9}"
        r"|(?:1[ \-.])?\d{3}[ \-.]\d{3}[ \-.]\d{3,4}|\d{2,3}(?:[ \-.]\d{2,3}){3,4}"
        r"|\d{2}[ \-]\d{3}[ \-]\d{3,4})(?:x\d{1,6})?(?!\w)(?!-\d)"
    )
