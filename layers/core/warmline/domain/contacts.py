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
_EXTENSION = r"(?P<more>[ ,]{0,2}(?:x|ext\.?|extension|durchwahl)[ ]?\d{1,6})?"


def mask_contacts(text: str) -> str:
    """The text with every phone number and e-mail address hidden; what is left is as it was."""
    return _replace(text, sorted(_contacts(plain_twin(text))))


def contacts_in(text: str) -> list[tuple[str, str]]:
    """What `mask_contacts` hides in a text, in its order: the mask, and what stood there."""
    hidden = sorted(_contacts(plain_twin(text)))
    return [(mask, text[start:end].strip()) for (start, end), mask in hidden]


def phone_numbers(text: str) -> list[str]:
    """The phone numbers in a text, their digits alone."""
    plain = plain_twin(text)
    spans = (span for span, mask in sorted(_contacts(plain)) if mask == MASKED_PHONE)
    return ["".join(filter(str.isdigit, plain[slice(*span)])) for span in spans]


def _contacts(plain: str) -> list[tuple[Span, str]]:
    emails = [found.span() for found in _email().finditer(plain)]
    plain = blot(plain, emails)
    hidden = [(span, MASKED_EMAIL) for span in emails]
    for pattern in (_named_phone(), _phone_named_after(), _phone()):
        places = (found for found in pattern.finditer(plain) if _is_phone(plain, found))
        phones = [_with_extension(found) for found in places]
        plain = blot(plain, phones)
        hidden += [(span, MASKED_PHONE) for span in phones]
    return hidden


def _with_extension(found: re.Match[str]) -> Span:
    return found.start("number"), max(found.end("number"), found.end("more"))


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
        r"(?<!\w)(?:phone|mobile|cell|tel|telephone|fax|desk|whatsapp|call|text me|ring me|handy"
        r"|(?:reach|contact|ring|text) (?:me|us)"
        r"|telefon\w{0,8}|tel[eé]fono|m[oó]vil|celular|t[eé]l[eé]phone|portable|telefone|cellulare"
        r"|messages to|answering|registered|my (?:new |old |other |own )?number|mi número|mon"
        r" numéro|meine nummer"
        r"|meu número|هاتف|جوال|电话|手机)"
        r"(?: (?:number|no|nr|me|at|is|on|back|es|ist|est)){0,3}[.:#\s\-]{0,3}"
        r"(?P<number>[+(]{0,2}\d(?:[ \-./()]{0,2}\d){5,14}\b)" + _EXTENSION + r"(?![\w\-])",
        re.IGNORECASE,
    )


@cache
def _phone_named_after() -> re.Pattern[str]:
    """Digits before such a word, as on a card of business."""
    return re.compile(
        r"(?<![\w./])(?<!\d[,\-])(?P<number>[+(]{0,2}\d(?:[ \-./()]{0,2}\d){5,14})"
        r"(?P<more>(?=[ \-,:]))[ \-,:]{1,2}\(?(?:office|fax|mobile|cell|phone|home|work|tel|direct"
        r"|mobil|handy|fijo"
        r"|bureau)(?!\w)",
        re.IGNORECASE,
    )


@cache
def _phone() -> re.Pattern[str]:
    """Digits with a plus, or in the groups that phone numbers are written in."""
    return re.compile(
        r"(?<![\w./])(?<!\d[,\-])(?!\d{1,3}(?:\.\d{1,3}){3}(?![.\d]))"  # no IP address
        r"(?!\d{1,2}([./\-])\d{1,2}\1(?:19|20)?\d\d(?![./\- ]?\d))"  # no date
        r"(?P<number>"
        r"(?:\+|00(?=[1-9]\d{8})|00(?=[1-9]\d{0,2}[ \-.]))\d{1,3}[ \-.]?(?:\(0\)[ ]?)?"
        r"(?:\(?\d{1,5}\)?[ \-./]?){1,5}\d{2}"
        r"|\(\d{2,5}\)[ \-.]?\d{3,4}(?:[ \-.]?\d{3,4}){0,2}"
        r"|0\d{1,4}(?:[ \-./]\d{2,4}){2,5}|0\d{2,4}[ \-/]\d{5,8}|0[1-9]\d{8,10}"
        r"|(?:1[ \-.])?\d{3}[ \-.]\d{3}[ \-.]\d{3,4}|\d{2,3}(?:[ \-.]\d{2,3}){3,4}"
        r"|\d{2}[ \-]\d{3}[ \-]\d{3,4}|\d{3}-\d{4}(?!-?\d)"
        r"|\(\d{2,5}\)[ ]?\d{4,5}[ \-]\d{4}|\(0\)\d{2,4}[ \-]?\d{4,8}|0\d[ \-]\d{8}"
        r"|8[ ]?\(\d{3}\)[ ]?\d{3}-\d{2}-\d{2}|1\d{2}[ \-]\d{4}[ \-]\d{4}|[6-9]\d{4}[ \-]\d{5})"
        + _EXTENSION
        + r"(?!\w)(?!-\d)"
    )
