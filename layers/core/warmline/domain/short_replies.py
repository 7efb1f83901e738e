"""Messages that only say yes, no, thanks or goodbye."""

from warmline.domain.folding import words


def accepts(text: str) -> bool:
    """A whole message that says yes to the offer just made."""
    return " ".join(words(text)) in {"1", "yes", "yes please", "ok"}


def declines(text: str) -> bool:
    """A whole message that says no to the offer just made."""
    return " ".join(words(text)) in {"2", "no", "no thanks"}


def is_thanks_or_goodbye(text: str) -> bool:
    """A whole message that says thanks or goodbye and asks nothing."""
    return " ".join(words(text)) in {"thanks", "thank you", "bye"}
