"""What an answer rests on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ArticleVersion:
    """One article as it was when it was quoted; `version` is the hash of its text."""

    id: str
    version: str
