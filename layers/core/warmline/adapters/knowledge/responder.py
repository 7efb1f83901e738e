"""The embedded answerer: quotes the article that explains a question best, or says it has none."""

import re
import sqlite3
from collections.abc import Iterable
from typing import Final

from warmline.adapters.knowledge.acting import ActsByRule
from warmline.adapters.knowledge.index import ArticleIndex, FoundArticle, Passage
from warmline.adapters.knowledge.quoting import Quotation, Room, reply
from warmline.adapters.knowledge.small_talk import small_talk
from warmline.adapters.knowledge.words import is_carrier, question_words, words_of
from warmline.application.phrases import Phrases
from warmline.application.ports import Answer, TurnRequest
from warmline.domain.address import Channel
from warmline.domain.entries import Role
from warmline.domain.errors import ResponderUnavailable
from warmline.domain.tool_catalogue import NO_TOOLS, Catalogue

_SEGMENTS_OF_ONE_ANSWER = 2
_MOST_ARTICLES: Final = {Channel.SMS: 2, Channel.WEB: 3, Channel.SLACK: 3}
_MUCH_MORE = 1.25
_STEM = 5
_ABOUT_AS_MUCH = 0.6

_ASKS = re.compile(
    r"\?|^\W*((and|also|but|so|or|then)\W+)*(how|what|when|where|which|who|why|can|could|do|does|"
    r"did|is|are|will|would|may|am|should|have you|i (want|need|would like|d like) to|tell me)\b",
    re.IGNORECASE,
)
_AFTER_A_QUESTION = re.compile(r"(?<=\?)\s+")


class EmbeddedResponder:
    """Answers from the compiled articles, with no network and no model.

    An article is quoted only if it explains at least `threshold` of the question, from 0 to 1.
    """

    def __init__(
        self,
        index: ArticleIndex,
        phrases: Phrases,
        *,
        threshold: float,
        catalogue: Catalogue = NO_TOOLS,
    ) -> None:
        self._index = index
        self._phrases = phrases
        self._threshold = threshold
        self._acting = ActsByRule(catalogue, phrases)

    def respond(self, request: TurnRequest) -> Answer:
        """Answer everything unanswered in one message.

        Raises ResponderUnavailable when the articles cannot be read.
        """
        talk = [small_talk(text) for text in request.questions]
        subjects = [text for text, kind in zip(request.questions, talk, strict=True) if not kind]
        if talk and talk[-1] and not subjects:
            return Answer(self._phrase(request, talk[-1]))
        try:
            return self._answer(request, subjects)
        except sqlite3.Error as error:
            raise ResponderUnavailable("the articles cannot be read") from error

    def _answer(self, request: TurnRequest, subjects: list[str]) -> Answer:
        asked = _asked(subjects)
        language = request.language
        found = [(question, self._find(question, language)) for question in asked]
        hits = (
            _distinct(found)
            or _distinct(
                (text, self._find(text, language)) for text in subjects if text not in asked
            )[:1]
        )
        if request.human_note:
            hits = [hit for hit in hits if _is_named(*hit, language)]
        named = tuple(article.article for _, article in hits)
        acted, ask = self._acting(request, subjects, named)
        if acted is not None:
            return acted
        if not hits:
            none = "nothing_to_add" if request.human_note else "no_answer"
            return Answer(self._phrase(request, none), offers_human=True, unsupported=True)
        quoted = hits[: _MOST_ARTICLES[request.channel]]
        all_answered = len(quoted) == len(hits) and (len(asked) == 1 or all(a for _, a in found))
        rest = ask if all_answered else self._phrase(request, "part_not_answered")
        if request.for_agent:
            rest = ""  # they see for themselves what it leaves open
        return Answer(
            reply(
                [self._quotation(*hit, request.language) for hit in quoted],
                self._room(request),
                rest=rest,
            ),
            articles=tuple(article.article for _, article in quoted),
            offers_human=not all_answered,
            quoted=True,
        )

    def _find(self, question: str, language: str) -> FoundArticle | None:
        """The customer's language first: what is written in it is quoted before a translation."""
        for written_in in dict.fromkeys((language or "en", "en")):
            found = self._index.search(question, limit=1, language=written_in)
            if found.confidence >= self._threshold:
                return found.articles[0]
        return None

    def _quotation(self, question: str, article: FoundArticle, language: str) -> Quotation:
        lead, *others = self._index.passages(question, article, language=language)
        chosen = _passage_about(question, lead, others, language)
        return Quotation(title=article.title, heading=chosen.heading, passage=chosen.text)

    def _room(self, request: TurnRequest) -> Room:
        def frame(said: str, title: str) -> str:
            if request.for_agent:
                return said  # in their own words, and they are told where it is from
            return self._phrase(request, "answer", quote=said, title=title)

        if request.channel is not Channel.SMS:
            return Room(frame)
        first = all(said.role is not Role.BOT for said in request.history)
        opens = first and not request.for_agent
        opening = f"{self._phrase(request, 'ai_line')} " if opens else ""
        return Room(frame, opening=opening, segments=_SEGMENTS_OF_ONE_ANSWER)

    def _phrase(self, request: TurnRequest, key: str, **values: str) -> str:
        return self._phrases.say(key, request.language.lower(), request.channel, **values)


def _asked(subjects: list[str]) -> list[str]:
    """Return the questions to answer one by one; all the words as one, if there is only one."""
    said = [part for text in subjects for part in _AFTER_A_QUESTION.split(text)]
    questions = [part for part in said if _ASKS.search(part)]
    return questions if len(questions) > 1 else [" ".join(subjects)]


def _distinct(
    found: Iterable[tuple[str, FoundArticle | None]],
) -> list[tuple[str, FoundArticle]]:
    """Return what was found, each article once: with the first question that it answers."""
    hits: dict[str, tuple[str, FoundArticle]] = {}
    for question, article in found:
        if article is not None:
            hits.setdefault(article.article.id, (question, article))
    return list(hits.values())


def _is_named(question: str, article: FoundArticle, language: str) -> bool:
    """Whether the question says a word of the title.

    After a person had the case "what happens now?" is about what they did: whatever article
    explains such words best is about something else.
    """
    said, title = (
        {word[:_STEM] for word in words_of(text) if not is_carrier(word, language)}
        for text in (question, article.title)
    )
    return not said.isdisjoint(title)


def _passage_about(question: str, lead: Passage, others: list[Passage], language: str) -> Passage:
    """Return the article's first answer, or the section that is clearly more to the point.

    That is one that explains much more of the question, or about as much and has a word of it
    that neither the first answer nor the other ways to ask for it have ("Canada").
    """
    sections = [passage for passage in others if passage.text]
    opening = [lead, *(passage for passage in others if not passage.text)]
    led_by = max(passage.score for passage in opening)
    subject = {word for word in question_words(question) if not is_carrier(word, language)}
    missing = subject - _words(opening)
    to_the_point = [
        section
        for section in sections
        if section.score > led_by * _MUCH_MORE
        or (section.score > led_by * _ABOUT_AS_MUCH and missing & _words([section]))
    ]
    return max(to_the_point, key=lambda section: section.score, default=lead)


def _words(passages: Iterable[Passage]) -> set[str]:
    return {word for said in passages for word in words_of(f"{said.heading} {said.text}")}
