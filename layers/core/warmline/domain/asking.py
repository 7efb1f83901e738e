"""Does a customer ask for a human? By rule, before and without any model."""

from dataclasses import dataclass

from warmline.domain.folding import words

ASK_THRESHOLD = 0.5


@dataclass(frozen=True, slots=True)
class Ask:
    """How surely a text asks for a human, and the words that say so."""

    score: float
    evidence: str = ""


def asks_for_human(text: str) -> Ask:
    """The explicit ask, in any of the supported languages."""
    found = {"human", "agent", "person", "operator", "representative"} & set(words(text))
    return Ask(1.0, min(found)) if found else Ask(0.0)


def wants_no_human(text: str) -> bool:
    """Whether a waiting customer takes the ask back."""
    return " ".join(words(text)) in {"no human needed", "i don t want a human"}
