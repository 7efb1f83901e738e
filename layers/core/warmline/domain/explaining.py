"""Why did it say that? Each answer, action and handoff of a conversation, and what it stands on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from warmline.domain.contacts import mask_contacts
from warmline.domain.entries import Kind, LogEntry, Role
from warmline.domain.signals import Signal
from warmline.domain.tools import ToolUse

UNKNOWN = "not written down"


@dataclass(frozen=True, slots=True)
class Explained:
    """One thing that the line did. `facts` are lines of plain text, in a fixed order."""

    sequence: int
    at: datetime
    what: str
    words: str
    facts: tuple[str, ...]


def explain(log: Iterable[LogEntry]) -> list[Explained]:
    """Return what the bot said and why, what tools did, and why a human was brought, in order.

    Phone numbers and e-mail addresses are masked in all of it.
    """
    found: list[Explained] = []
    asked: list[str] = []
    for entry in log:
        if entry.kind is Kind.MESSAGE and entry.role is Role.CUSTOMER:
            asked.append(entry.text)
            continue
        one = _explained(entry, asked)
        if one is not None:
            found.append(one)
            asked = []
    return found


def _explained(entry: LogEntry, asked: list[str]) -> Explained | None:
    if entry.kind is Kind.MESSAGE and entry.role is Role.BOT:
        return _found(entry, "The bot answered", asked, _answer(entry))
    if entry.kind is Kind.HANDED_OFF:
        return _found(entry, "A human was brought", asked, _handoff(entry))
    if entry.kind is Kind.TOOL or entry.tools:
        return _found(entry, "An action", asked, map(_tool, entry.tools))
    return None


def _found(entry: LogEntry, what: str, asked: list[str], facts: Iterable[str]) -> Explained:
    lines = (*(f"asked: “{' '.join(text.split())}”" for text in asked), *facts)
    masked = tuple(map(mask_contacts, lines))
    return Explained(entry.sequence, entry.at, what, mask_contacts(entry.text), masked)


def _answer(entry: LogEntry) -> Iterator[str]:
    for article in entry.articles:
        yield f"article: {article.id}, version {article.version}"
    if entry.unsupported or not entry.articles:
        yield "article: none"
    yield f"model: {entry.model or UNKNOWN}"
    if entry.prompt:
        yield f"prompt: version {entry.prompt}"
    yield from map(_tool, entry.tools)


def _handoff(entry: LogEntry) -> Iterator[str]:
    yield f"reason: {entry.reason.value if entry.reason else UNKNOWN}"
    for signal in sorted(entry.signals, key=lambda one: not one.fires):
        yield _signal(signal)
    for line in entry.brief.splitlines():
        yield f"brief: {line}"


def _signal(signal: Signal) -> str:
    topic = f" ({signal.topic})" if signal.topic else ""
    evidence = f": “{' '.join(signal.evidence.split())}”" if signal.evidence else ""
    fired = "fired" if signal.fires else "did not fire"
    scores = f"{signal.score:.2f} of {signal.threshold:.2f}, {fired}"
    return f"signal: {signal.code.value}{topic} {scores}{evidence}"


def _tool(use: ToolUse) -> str:
    output = f" -> {use.output}" if use.output else ""
    return f"tool: {use.name} {use.arguments} {use.status.value}{output} (key {use.key})"
