"""Makes a reply of what articles say: whole sentences, as many as its channel has room for."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from warmline.domain.sms_text import fits_segments, in_plain_letters

_SENTENCE_END = re.compile(r"(?<=[.!?])(?<!\be\.g\.)(?<!\bi\.e\.)\s+(?=[^\sa-z])|\n+")
_SENTENCES_BY_SMS = 2
_SENTENCES = 4
_LONGEST_QUOTE = 600

type Fits = Callable[[str], bool]
type Frame = Callable[[str, str], str]
"""Puts a quotation and its title into the sentence around them."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """What to quote, under which heading, and the name of the article it is from."""

    title: str
    passage: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """How a quotation is framed, and by SMS how many segments each may take.

    `opening` goes before the reply and takes of the first one's room.
    """

    frame: Frame
    opening: str = ""
    segments: int = 0

    @property
    def sentences(self) -> int:
        return _SENTENCES_BY_SMS if self.segments else _SENTENCES


def reply(quotations: list[Quotation], room: Room, *, rest: str = "") -> str:
    """Return one reply with every quotation in it, and `rest` at its end."""
    parts: list[str] = []
    for place, quotation in enumerate(quotations, start=1):
        parts.append(_framed(quotation, room, parts, rest=rest, segments=place * room.segments))
    return _joined([*parts, rest], room)


def _framed(quotation: Quotation, room: Room, parts: list[str], *, rest: str, segments: int) -> str:
    """Frame a quotation; `segments` is the most that the reply may take once it is in."""
    passage, title, heading = quotation.passage, quotation.title, _introduction(quotation)
    if room.segments:
        passage, title, heading = in_plain_letters(passage), in_plain_letters(title), ""

    def framed(said: str) -> str:
        return room.frame(heading + said, title)

    def fits(said: str) -> bool:
        if not room.segments:
            return len(said) <= _LONGEST_QUOTE
        whole = room.opening + _joined([*parts, framed(said), rest], room)
        return fits_segments(whole, segments=segments)

    return framed(quote(passage, fits, sentences=room.sentences))


def _introduction(quotation: Quotation) -> str:
    """Return the heading as its own line: a section may make no sense without it."""
    heading = quotation.heading
    if not heading:
        return ""
    return f"{heading}\n" if heading[-1] in "?!.:" else f"{heading}:\n"


def _joined(parts: list[str], room: Room) -> str:
    return ("\n" if room.segments else "\n\n").join(part for part in parts if part)


def quote(passage: str, fits: Fits, *, sentences: int) -> str:
    """Return the first sentences, as many whole ones as fit, or the first one cut short."""
    said, *rest = sentences_of(passage)
    if not fits(said):
        return _cut(said, fits)
    for sentence in rest[: sentences - 1]:
        if not fits(f"{said} {sentence}"):
            break
        said = f"{said} {sentence}"
    return said


def sentences_of(text: str) -> list[str]:
    """Return the sentences; a line of its own, such as a list's item, is one."""
    return [sentence for part in _SENTENCE_END.split(text) if (sentence := part.strip())]


def _cut(sentence: str, fits: Fits) -> str:
    words = sentence.split()
    for kept in range(len(words) - 1, 0, -1):
        said = " ".join(words[:kept]).rstrip(",;:-") + "..."
        if fits(said):
            return said
    return f"{words[0]}..."
