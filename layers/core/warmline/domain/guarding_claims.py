"""Claims that something was done ("I have refunded your order"), and whether a tool did it."""

import re
from collections.abc import Sequence
from functools import cache

from warmline.domain.claim_words import ACTIONS, CHANGES, CLAIMS, CONDITIONS, PARTICIPLE, SPEAKER
from warmline.domain.folding import fold
from warmline.domain.promises import plain_quotes
from warmline.domain.tools import Risk, ToolStatus, ToolUse


def claims_too_much(sentence: str, tools: Sequence[ToolUse]) -> bool:
    """Whether a sentence claims an action of which no call among these is the result."""
    plain = plain_quotes(sentence)
    if not _claim().search(plain) or _condition().search(plain):
        return False
    claimed = actions_in(plain)
    own = _speaker().search(plain) is not None
    return not any(
        _supports(use, claimed, own=own) for use in tools if use.status is ToolStatus.DONE
    )


def actions_in(text: str) -> frozenset[str]:
    """The kinds of action that a text speaks of, such as "refund"."""
    folded = fold(text)
    return frozenset(name for name, pattern in _actions().items() if pattern.search(folded))


def _supports(use: ToolUse, claimed: frozenset[str], *, own: bool) -> bool:
    """A tool's name and words tell what it did; where they tell nothing, any change may be it."""
    if use.risk is Risk.READ:
        told = actions_in(" ".join(_participle().findall(_words(f"{use.summary} {use.output}"))))
        return not (own and claimed & CHANGES) and claimed <= told | {"check", "confirm"}
    did = actions_in(_words(use.name)) or actions_in(_words(f"{use.summary} {use.output}"))
    return not did or not claimed or bool(claimed & did)


def _words(text: str) -> str:
    return text.replace("_", " ")


@cache
def _claim() -> re.Pattern[str]:
    return re.compile("|".join(CLAIMS), re.IGNORECASE)


@cache
def _speaker() -> re.Pattern[str]:
    return re.compile(SPEAKER, re.IGNORECASE)


@cache
def _participle() -> re.Pattern[str]:
    return re.compile(PARTICIPLE, re.IGNORECASE)


@cache
def _condition() -> re.Pattern[str]:
    return re.compile(CONDITIONS, re.IGNORECASE)


@cache
def _actions() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(stems) for name, stems in ACTIONS.items()}
