"""How strongly a message shows anger, distress or a threat: by words, not by guesses at a mind.

A word weighs by how surely it is said in anger; several add up, and so do capitals and a row of
exclamation marks around them. Thanks and laughter take away. What reaches the threshold is only
what few calm people ever write: most annoyance stays below, and is meant to.
"""

from dataclasses import dataclass

from warmline.domain.emotion_words import CALMING, IN_CHINESE, WEIGHED
from warmline.domain.phrasing import find_phrase, find_phrases, find_run, split

ANGER, DISTRESS, THREAT = "anger", "distress", "threat"
_SHOUTING = 0.25
_EXCLAIMING = 0.2
_CALMED = 0.5
_CAPITALS = 0.7
_FEWEST_LETTERS = 10
_IN_CHINESE = 0.8


@dataclass(frozen=True, slots=True)
class Emotion:
    """What is felt, how strongly from 0 to 1, and the words that show it."""

    score: float = 0.0
    evidence: str = ""
    kind: str = ""


def read_emotion(text: str) -> Emotion:
    """Return the strongest emotion that the words show."""
    said = split(text)
    felt = max(
        (_feel(kind, text, said) for kind in (THREAT, DISTRESS, ANGER)), key=lambda one: one.score
    )
    return felt if felt.score else Emotion()


def _feel(kind: str, text: str, said: list[str]) -> Emotion:
    shown = _shown(kind, text, said)
    if not shown:
        return Emotion()
    doubt = 1.0
    for weight in shown.values():
        doubt *= 1 - weight
    for more in (_SHOUTING * _is_shouted(text), _EXCLAIMING * _exclaims(text)):
        doubt *= 1 - more
    score = 1 - doubt
    if find_phrase(CALMING, said):
        score *= _CALMED
    return Emotion(round(score, 2), ", ".join(list(shown)[:3]), kind)


def _shown(kind: str, text: str, said: list[str]) -> dict[str, float]:
    """The words that show it, each once, the weightiest first."""
    found: dict[str, float] = {}
    for weight, table in WEIGHED[kind]:
        for words in find_phrases(table, said):
            if not any(words in known for known in found):
                found[words] = weight
    if run := find_run(IN_CHINESE[kind], text):
        found[run] = _IN_CHINESE
    return found


def _is_shouted(text: str) -> bool:
    letters = [letter for letter in text[:2000] if letter.isalpha()]
    upper = sum(letter.isupper() for letter in letters)
    return len(letters) >= _FEWEST_LETTERS and upper > _CAPITALS * len(letters)


def _exclaims(text: str) -> bool:
    return "!!" in text or "?!" in text or "!?" in text
