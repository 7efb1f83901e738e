"""A deployer's golden questions: what this line must get right before it is deployed."""

from dataclasses import dataclass
from pathlib import Path

from deployer.content.mapping import Value, read_mapping
from deployer.content.problems import ContentInvalid, Problem
from warmline.domain.address import Channel
from warmline.domain.handoff import Reason

_ASKS = {"ask", "channel", "language"}
_EXPECTS = {"article", "handoff", "answer", "says"}
_KEYS = {"pass_rate", "questions"}


@dataclass(frozen=True, slots=True)
class Golden:
    """One question, and what must become of it; what is empty does not matter."""

    ask: str
    articles: tuple[str, ...] = ()
    """One of them must be quoted."""
    handoff: Reason | None = None
    no_answer: bool = False
    """The line must say that it has none, and offer a person."""
    says: str = ""
    """Words that the answer must hold, in any case."""
    channel: Channel = Channel.WEB
    language: str = "en"


@dataclass(frozen=True, slots=True)
class GoldenList:
    """The questions, and the share of them that must be right."""

    questions: tuple[Golden, ...]
    pass_rate: float = 1.0


def read_golden(file: Path) -> GoldenList:
    """The list of a file; none and a rate of 1 if it is not there.

    Raises ContentInvalid with every mistake.
    """
    if not file.exists():
        return GoldenList(())
    fields = read_mapping(file, file.read_text("utf-8"))
    problems = [
        Problem(file, field.line, f"{name} is not known here; expected {_words(_KEYS)}")
        for name, field in fields.items()
        if name not in _KEYS
    ]
    rate = fields["pass_rate"].value if "pass_rate" in fields else 1.0
    if isinstance(rate, bool) or not isinstance(rate, int | float) or not 0 <= rate <= 1:
        problems.append(Problem(file, fields["pass_rate"].line, "pass_rate must be from 0 to 1"))
        rate = 1.0
    listed = fields["questions"].value if "questions" in fields else None
    if not isinstance(listed, list):
        raise ContentInvalid([*problems, Problem(file, 1, "questions must be a list")])
    questions: list[Golden] = []
    for number, entry in enumerate(listed, 1):
        if mistakes := list(_mistakes(entry)):
            problems += [Problem(file, 0, f"question {number}: {text}") for text in mistakes]
        else:
            questions.append(_golden(entry))
    if problems:
        raise ContentInvalid(problems)
    return GoldenList(tuple(questions), float(rate))


def _mistakes(entry: Value) -> list[str]:
    if not isinstance(entry, dict) or not isinstance(entry.get("ask"), str) or not entry["ask"]:
        return ["expected `ask: ...` and what must become of it"]
    mistakes = [f"{key} is not known here" for key in entry if key not in _ASKS | _EXPECTS]
    if not _EXPECTS & entry.keys():
        mistakes.append(f"says nothing of what must become of it: {_words(_EXPECTS)}")
    if not all(isinstance(name, str) and name for name in _articles(entry)):
        mistakes.append("article must be an article's id, or a list of them")
    if "handoff" in entry and entry["handoff"] not in list(Reason):
        mistakes.append(f"handoff must be one of {_words(set(Reason))}")
    if "answer" in entry and entry["answer"] != "none":
        mistakes.append("answer must be none: that the line says it has no answer")
    if entry.get("channel", "web") not in list(Channel):
        mistakes.append(f"channel must be one of {_words(set(Channel))}")
    mistakes += [
        f"{key} must be words"
        for key in ("says", "language")
        if not isinstance(entry.get(key, ""), str)
    ]
    return mistakes


def _golden(entry: Value) -> Golden:
    assert isinstance(entry, dict)  # noqa: S101 - `_mistakes` has looked
    return Golden(
        ask=str(entry["ask"]),
        articles=tuple(str(name) for name in _articles(entry)),
        handoff=Reason(str(entry["handoff"])) if "handoff" in entry else None,
        no_answer="answer" in entry,
        says=str(entry.get("says", "")),
        channel=Channel(str(entry.get("channel", "web"))),
        language=str(entry.get("language", "en")),
    )


def _articles(entry: dict[str, Value]) -> list[Value]:
    named = entry.get("article", [])
    return named if isinstance(named, list) else [named]


def _words(names: set[str]) -> str:
    return ", ".join(sorted(names))
