"""Places in a text, and blotting them so that nothing else is found there."""

from collections.abc import Iterable

type Span = tuple[int, int]

BLOT = "\ufffc"


def blot(text: str, spans: Iterable[Span]) -> str:
    """The text, same length, with every span blotted; spans come in order, none overlap."""
    pieces: list[str] = []
    at = 0
    for start, end in spans:
        pieces += [text[at:start], BLOT * (end - start)]
        at = end
    return "".join([*pieces, text[at:]])
