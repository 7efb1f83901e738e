"""What was asked and answered before, as the rules of a turn read it from the log."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from warmline.domain.entries import Kind, LogEntry, Role
from warmline.domain.progress import Exchange
from warmline.domain.tools import ToolUse

_FRESH_STARTS = frozenset({Kind.HANDED_BACK, Kind.WITHDRAWN})
"""After these the bot begins anew: what went wrong before was a human's since then."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The bot's exchanges with this customer so far, and every tool call in them.

    `earlier` are the articles of the conversation before this one, which ended so long ago; known
    only for the first turn of this one.
    """

    exchanges: tuple[Exchange, ...] = ()
    tools: tuple[ToolUse, ...] = ()
    earlier: tuple[str, ...] = ()
    since: timedelta = timedelta.max


def articles_of(log: Iterable[LogEntry]) -> tuple[str, ...]:
    """Return the articles that the bot's answers stood on, each once."""
    return tuple(dict.fromkeys(article.id for entry in log for article in entry.articles))


def read_exchanges(log: Iterable[LogEntry]) -> Asked:
    """Read what came before the unanswered words; `log` ends where those begin."""
    exchanges: list[Exchange] = []
    questions: list[str] = []
    tools: list[ToolUse] = []
    for entry in log:
        if entry.kind in _FRESH_STARTS:
            exchanges, questions, tools = [], [], []
        elif entry.kind is Kind.TOOL:
            tools.extend(entry.tools)
        elif entry.kind is Kind.MESSAGE and entry.role is Role.CUSTOMER:
            questions.append(entry.text)
        elif entry.kind is Kind.MESSAGE and entry.role is Role.BOT:
            articles = tuple(article.id for article in entry.articles)
            exchanges.append(Exchange(" ".join(questions), articles, entry.unsupported))
            questions = []
            tools.extend(entry.tools)
    return Asked(tuple(exchanges), tuple(tools))
