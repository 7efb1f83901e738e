"""Whether a conversation gets anywhere: by what was asked, and what the answers stood on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from warmline.domain.handoff import Reason
from warmline.domain.phrasing import find_phrase, find_run, split
from warmline.domain.policy import Policy
from warmline.domain.progress_words import (
    NOT_WHAT_WAS_ASKED,
    NOT_WHAT_WAS_ASKED_IN_CHINESE,
    PUSHING,
    SMALL_WORDS,
)
from warmline.domain.signals import Signal

TURNS_WITHOUT_NEWS = 3
MOST_UNANSWERED = 2
RETURN_WITHIN = timedelta(days=7)
_SURE = 1.0
_SAID_SO = 0.8
_REPHRASED_TWICE = 0.8
_REPHRASED = 0.4
_ALIKE = 0.66
_FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Exchange:
    """One earlier turn: what was asked, and what the answer stood on.

    `unsupported`: nothing was found, and the answer said so. An exchange with neither articles nor
    that mark is small talk, and says nothing about progress. `answer` is what the bot said, where
    the words alone must tell whether it said anything new.
    """

    question: str
    articles: tuple[str, ...] = ()
    unsupported: bool = False
    answer: str = ""

    @property
    def small_talk(self) -> bool:
        return not self.articles and not self.unsupported


def judge_progress(
    exchanges: Sequence[Exchange], questions: Sequence[str], policy: Policy
) -> Signal:
    """Weigh, before answering: the same question again, or three turns without a new article.

    Word for word the same question after an answer is enough; in other words, the second time.
    `exchanges` are those since the bot has had the conversation, oldest first. So many of them that
    no person would have the patience are a loop with another machine, and the code is POLICY.
    """
    if len(exchanges) >= policy.bot_turns_limit:
        evidence = f"{len(exchanges)} answers in one conversation: is another machine writing?"
        return Signal(Reason.POLICY, _SURE, _SURE, evidence)
    asked = " ".join(questions)
    told = [exchange for exchange in exchanges if not exchange.small_talk]
    found = max(
        (*_again(told, questions), _without_news(told), _same_answer(told), _said_so(asked)),
        key=lambda weighed: weighed[0],
    )
    return _signal(*found, policy)


def judge_answer(exchanges: Sequence[Exchange], answer: Exchange, policy: Policy) -> Signal | None:
    """Weigh what the answer at hand stands on: why it should come from a human, if it should.

    Nothing found is an offer of a human; nothing found again, in the very next turn, is a handoff.
    After a "no thanks" it is an offer once more: that turn lies between.
    """
    unanswered = judge_unanswered([*exchanges, answer])
    if unanswered.fires:
        return unanswered
    told = [exchange for exchange in exchanges if not exchange.small_talk]
    stuck = _signal(*_without_news([*told, answer]), policy)
    return stuck if stuck.fires and not answer.small_talk else None


def judge_unanswered(exchanges: Sequence[Exchange]) -> Signal:
    """Weigh how many of the latest turns found nothing, one after the other: two are enough."""
    row = 0
    for exchange in reversed(exchanges):
        if not exchange.unsupported:
            break
        row += 1
    evidence = f"nothing found {row} times in a row" if row > 1 else ""
    return Signal(Reason.NO_ANSWER_FOUND, min(_SURE, row / MOST_UNANSWERED), _SURE, evidence)


def judge_return(
    articles: Sequence[str], earlier: Sequence[str], since: timedelta, policy: Policy
) -> Signal:
    """Weigh a new conversation whose answer is what the last one, so long ago, was about."""
    same = next((article for article in articles if article in earlier), "")
    score = _SURE if same and since <= RETURN_WITHIN else 0.0
    evidence = f"came back about {same} within {max(1, since.days)} days" if score else ""
    return Signal(Reason.REPEAT_CONTACT, score, policy.repeat_contact_threshold, evidence)


def is_not_what_was_asked(text: str) -> str:
    """Return the words by which a customer says that the answer missed the question."""
    said = split(text)
    return find_phrase(NOT_WHAT_WAS_ASKED, said) or find_run(NOT_WHAT_WAS_ASKED_IN_CHINESE, text)


def alike(one: str, other: str) -> float:
    """How much of the shorter question's telling words the longer one has too, from 0 to 1."""
    left, right = _telling(one), _telling(other)
    shared = len(left & right)
    if shared < _FEWEST_WORDS:
        return float(left == right and bool(left))
    return shared / min(len(left), len(right))


def _again(told: Sequence[Exchange], questions: Sequence[str]) -> list[tuple[float, str]]:
    weighed = [(0.0, "")]
    for question in questions:
        if len(_telling(question)) == 0:
            continue
        if any(_bare(question) == _bare(exchange.question) for exchange in told):
            weighed.append((_SURE, f"asked again: {question}"))
        rephrased = sum(alike(question, exchange.question) >= _ALIKE for exchange in told)
        score = (0.0, _REPHRASED, _REPHRASED_TWICE)[min(rephrased, 2)]
        weighed.append((score, f"asked {rephrased + 1} times: {question}" if rephrased else ""))
    return weighed


def _without_news(told: Sequence[Exchange]) -> tuple[float, str]:
    """So many turns, one after the other up to the last, brought no article not shown before."""
    without = 0
    for at in range(len(told) - 1, 0, -1):
        shown = {article for exchange in told[:at] for article in exchange.articles}
        if set(told[at].articles) - shown:
            break
        without += 1
    else:
        without += bool(told) and not told[0].articles
    evidence = f"{without} turns without a new article" if without > 1 else ""
    return (min(_SURE, without / TURNS_WITHOUT_NEWS), evidence)


def _same_answer(told: Sequence[Exchange]) -> tuple[float, str]:
    latest = [exchange.answer for exchange in told[-TURNS_WITHOUT_NEWS:]]
    if len(latest) < TURNS_WITHOUT_NEWS or not latest[0] or len({*latest}) > 1:
        return (0.0, "")
    return (_SURE, f"the same answer {TURNS_WITHOUT_NEWS} times")


def _bare(question: str) -> list[str]:
    """The words of a question, without those that only push it."""
    return [word for word in split(question) if word not in PUSHING]


def _said_so(text: str) -> tuple[float, str]:
    evidence = is_not_what_was_asked(text)
    return (_SAID_SO, evidence) if evidence else (0.0, "")


def _signal(score: float, evidence: str, policy: Policy) -> Signal:
    threshold = policy.not_making_progress_threshold
    return Signal(Reason.NOT_MAKING_PROGRESS, round(score, 2), threshold, evidence)


def _telling(text: str) -> frozenset[str]:
    """The words that carry a question, without their endings; numbers as they are."""
    return frozenset(
        word.rstrip("s")[:6] if word.isalpha() else word
        for word in split(text)
        if word not in SMALL_WORDS
    )
