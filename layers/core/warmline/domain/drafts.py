"""A reply that was written for an agent: nothing of it leaves before they press."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A reply as an agent's window shows it, to be changed and sent.

    `answers` is the last of the customer's words that it is an answer to, `last_words` what they
    said, `sources` what it was made from, `number` tells it from
    the one before it. `text` is empty where there is nothing to go on.
    """

    conversation: str
    epoch: int
    answers: int
    text: str
    number: int = 1
    last_words: str = ""
    sources: tuple[str, ...] = ()
