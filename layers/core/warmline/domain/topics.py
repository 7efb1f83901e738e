"""Which sensitive topics a message speaks of: those that always go to a human."""

from collections.abc import Iterator
from dataclasses import dataclass

from warmline.domain.phrasing import find_phrase, find_run, split
from warmline.domain.policy import SELF_HARM, SENSITIVE_TOPICS, Topics
from warmline.domain.self_harm_words import (
    MAYBE_SELF_HARM,
    NEVER_SELF_HARM,
    SELF_HARM_IN_CHINESE,
    SURE_SELF_HARM,
)
from warmline.domain.topic_words import NEVER, TOPICS
from warmline.domain.topic_words_more import TOPICS_IN_CHINESE, TOPICS_MORE

SURE = 0.9
_MAYBE = 0.5


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic that a text speaks of, how surely, and the words that say so."""

    name: str
    score: float
    evidence: str


def find_topics(text: str, watched: Topics) -> tuple[Topic, ...]:
    """Return the topics among those watched, each with the deployer's own further words."""
    said = split(text)
    return tuple(
        topic for name in _in_order(watched) if (topic := _find(name, text, said, watched[name]))
    )


def _in_order(watched: Topics) -> Iterator[str]:
    yield from (name for name in SENSITIVE_TOPICS if name in watched)
    yield from (name for name in watched if name not in SENSITIVE_TOPICS)


def _find(name: str, text: str, said: list[str], further: tuple[str, ...]) -> Topic | None:
    evidence = _own_words(further, said) or find_phrase(TOPICS_MORE.get(name, ""), said)
    evidence = evidence or find_run(TOPICS_IN_CHINESE.get(name, ""), text)
    if name == SELF_HARM:
        return _self_harm(text, said, evidence)
    evidence = evidence or find_phrase(TOPICS.get(name, ""), _without(NEVER.get(name, ""), said))
    return Topic(name, SURE, evidence) if evidence else None


def _self_harm(text: str, said: list[str], evidence: str) -> Topic | None:
    evidence = evidence or find_run(SELF_HARM_IN_CHINESE, text)
    said = _without(NEVER_SELF_HARM, said)
    sure = evidence or find_phrase(SURE_SELF_HARM, said)
    if sure:
        return Topic(SELF_HARM, SURE, sure)
    maybe = find_phrase(MAYBE_SELF_HARM, said)
    return Topic(SELF_HARM, _MAYBE, maybe) if maybe else None


def _own_words(further: tuple[str, ...], said: list[str]) -> str:
    """The deployer's words are words, not patterns."""
    line = f" {' '.join(said)} "
    return next((own for own in further if f" {' '.join(split(own))} " in line), "")


def _without(never: str, said: list[str]) -> list[str]:
    """Blot out what only looks like the topic: "my phone died"."""
    looks_like = find_phrase(never, said) if never else ""
    if not looks_like:
        return said
    return f" {' '.join(said)} ".replace(f" {looks_like} ", " _ ").split()
