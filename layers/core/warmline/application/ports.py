"""The few things that the use cases need from outside, each with two real implementations."""

from dataclasses import dataclass
from typing import Protocol

from warmline.domain.address import Channel
from warmline.domain.articles import ArticleVersion
from warmline.domain.entries import Role
from warmline.domain.handoff import Reason


@dataclass(frozen=True, slots=True)
class Utterance:
    """Something that was said, as the responder sees it."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class TurnRequest:
    """Everything unanswered so far, and what was said before."""

    channel: Channel
    language: str
    history: tuple[Utterance, ...]
    questions: tuple[str, ...]
    seconds_left: float


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to everything unanswered; `text` is never empty.

    It does not say that an AI is speaking: `take_turn` adds that to a conversation's first answer.
    """

    text: str
    articles: tuple[ArticleVersion, ...] = ()
    handoff: Reason | None = None
    offers_human: bool = False
    model: str = "embedded"


class Responder(Protocol):
    """Answers routine questions from the deployer's articles."""

    def respond(self, request: TurnRequest) -> Answer:
        """Answer within `request.seconds_left`.

        Raises ResponderUnavailable when there is no usable answer in time, ResponderRefused when
        the model declines.
        """
        ...
