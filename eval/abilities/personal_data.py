"""Personal data: what of it is cut before it is stored, what is hidden, and what is left alone.

A piece counts as found only if nothing of it can be read any more. The set's sentences are made up
by templates and were read while the patterns were written, so all of it is development. The rows
written fresh (`eval/labels/personal_data_written_fresh.csv`) are this project's own and were made
when the patterns were done; two of their passwords were missed then and are not any more. What
other sets' real customers wrote tells of false cuts.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from eval.intervals import wilson
from eval.report import Part, Result
from eval.rows import MarkedText, Span
from eval.sets import Sets, labels
from warmline.domain.cleaning import clean
from warmline.domain.contacts import mask_contacts
from warmline.domain.redaction import redact

ABILITY = "personal_data"
BASELINE = "one pattern a kind"

CUT = ("CREDIT_CARD", "IBAN_CODE", "US_SSN", "US_DRIVER_LICENSE")
HIDDEN = ("PHONE_NUMBER", "EMAIL_ADDRESS")
OTHER = (*CUT[2:], *HIDDEN)
NAMES = ("PERSON", "ORGANIZATION", "GPE", "STREET_ADDRESS")
_FRESH = {
    "CREDIT_CARD": "credit card",
    "IBAN_CODE": "iban code",
    "NATIONAL_ID": "national id",
    "PASSWORD": "password or code",
    "PHONE_NUMBER": "phone number",
    "EMAIL_ADDRESS": "e-mail address",
}
_PROMISED = {"CREDIT_CARD": 0.95, "IBAN_CODE": 0.95}
_OTHER_PROMISED = 0.99
_READABLE = 5
"""So many of its characters in a row give a piece of personal data away."""

_PLAIN = re.compile(
    r"\b\d{16}\b|\b\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}\b|\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b"
    r"|\b\d{3}-\d{2}-\d{4}\b|\+?\b\d{3}[-. ]\d{3}[-. ]\d{4}\b|\b[\w.+-]+@[\w-]+\.[\w.]+\b"
)


def measure(sets: Sets) -> Iterator[Result]:
    """By kind of data, then what should have been left."""
    rows = sets.personal_data()
    for kind in CUT[:2]:
        yield _found(rows, (kind,), kind.lower().replace("_", " "), at_least=_PROMISED[kind])
    yield _found(rows, OTHER, "other structured", at_least=_OTHER_PROMISED)
    yield _names(rows)
    written = labels("personal_data_written_fresh")
    fresh = [_marked(row["kind"], row["text"], row["piece"]) for row in written]
    for kind, name in _FRESH.items():
        yield _found(fresh, (kind,), name, of="written fresh", at_least=_PROMISED.get(kind))
    left = [row.text for row in fresh if not row.spans]
    yield _false_cuts("written fresh", left, Part.REPORT)
    for part in Part:
        texts = [row.text for row in sets.banking77(part)]
        yield _false_cuts("banking77", texts, part, at_most=0.0)
    if sets.has("bitext_intents"):
        yield _false_cuts("bitext", [row.text for row in sets.bitext(Part.REPORT)], Part.REPORT)


def stored(text: str) -> str:
    """The text as the table keeps it."""
    return redact(clean(text)).text


def shown(text: str) -> str:
    """The text as Slack, a model and the brief get it."""
    return mask_contacts(stored(text))


def _marked(kind: str, text: str, piece: str) -> MarkedText:
    at = text.find(piece) if piece else -1
    return MarkedText(text, () if at < 0 else (Span(kind, at, at + len(piece)),))


def _found(
    rows: Sequence[MarkedText],
    kinds: Sequence[str],
    name: str,
    *,
    at_least: float | None,
    of: str = "pii_presidio",
) -> Result:
    pieces = [(row.text, span) for row in rows for span in row.spans if span.kind in kinds]
    missed = [
        _piece(*one)
        for one in pieces
        if _readable(*one, shown if one[1].kind in HIDDEN else stored)
    ]
    plain = sum(not _readable(*one, lambda text: _PLAIN.sub("", text)) for one in pieces)
    hits = len(pieces) - len(missed)
    return Result(
        ability=ABILITY,
        set=of,
        metric=f"recall, {name}",
        part=Part.DEVELOPMENT if of == "pii_presidio" else Part.REPORT,
        value=hits / len(pieces),
        interval=wilson(hits, len(pieces)),
        rows=len(pieces),
        baseline=BASELINE,
        baseline_value=plain / len(pieces),
        at_least=at_least,
        listed=tuple(f"miss: {piece}" for piece in missed),
    )


def _readable(text: str, span: Span, through: Callable[[str], str]) -> bool:
    """Whether enough of a piece can still be read, numbers by their digits alone."""
    left, piece = through(text), _piece(text, span)
    if span.kind == "EMAIL_ADDRESS":
        return piece in left
    digits = re.sub(r"\W", "", piece)
    parts = [digits[at : at + _READABLE] for at in range(max(1, len(digits) - _READABLE + 1))]
    before = re.sub(r"\W", "", text[: span.start] + " " + text[span.end :])
    rest = re.sub(r"\W", "", left)
    return any(part in rest and part not in before for part in parts)


def _piece(text: str, span: Span) -> str:
    return text[span.start : span.end]


def _names(rows: Sequence[MarkedText]) -> Result:
    pieces = [
        (row.text, _piece(row.text, span))
        for row in rows
        for span in row.spans
        if span.kind in NAMES
    ]
    mangled = [piece for text, piece in pieces if clean(piece) not in shown(text)]
    return Result(
        ability=ABILITY,
        set="pii_presidio",
        metric="names and addresses mangled",
        part=Part.DEVELOPMENT,
        value=len(mangled) / len(pieces),
        interval=wilson(len(mangled), len(pieces)),
        rows=len(pieces),
        higher_is_better=False,
        listed=tuple(f"alarm: {piece}" for piece in mangled),
    )


def _false_cuts(
    name: str, texts: Sequence[str], part: Part, *, at_most: float | None = None
) -> Result:
    cut = [text for text in texts if shown(text) != clean(text)]
    plain = sum(_PLAIN.sub("", text) != text for text in texts)
    return Result(
        ability=ABILITY,
        set=name,
        metric="false cuts",
        part=part,
        value=len(cut) / len(texts),
        interval=wilson(len(cut), len(texts)),
        rows=len(texts),
        baseline=BASELINE,
        baseline_value=plain / len(texts),
        at_most=at_most,
        higher_is_better=False,
        listed=tuple(f"alarm: {text}" for text in cut),
    )
