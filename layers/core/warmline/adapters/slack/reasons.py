"""Why a case is at the desk, in words for the people there."""

from collections.abc import Iterable

from warmline.adapters.slack.text import shown
from warmline.domain.handoff import Reason
from warmline.domain.signals import Signal

MOST_SIGNALS = 8
MOST_EVIDENCE = 120
MOST_OF_TOPIC = 40

REASONS = {
    Reason.ASKED_FOR_HUMAN: "asked for a person",
    Reason.STRONG_EMOTION: "is upset",
    Reason.SENSITIVE_TOPIC: "a sensitive topic",
    Reason.NO_ANSWER_FOUND: "no article answers it",
    Reason.NOT_MAKING_PROGRESS: "the bot was not getting anywhere",
    Reason.VIP: "VIP",
    Reason.REPEAT_CONTACT: "came back about it",
    Reason.MODEL_UNAVAILABLE: "the bot could not answer",
    Reason.MODEL_REFUSED: "the bot declined to answer",
    Reason.TOOL_FAILED: "a tool of the bot failed",
    Reason.BUDGET_SPENT: "the bot's budget is spent",
    Reason.TURN_OVERDUE: "the bot was too slow",
    Reason.POLICY: "the house rules say so",
}


def signals_text(signals: Iterable[Signal]) -> str:
    """Every signal that said anything, those that fired first: score, threshold and evidence.

    Holds customers' words: for a plain-text object only. "" when a code alone says it all.
    """
    spoke = sorted((one for one in signals if one.score), key=lambda one: not one.fires)
    if len(spoke) == 1 and not spoke[0].evidence:
        return ""
    return "\n".join(map(signal_line, spoke[:MOST_SIGNALS]))


def signal_line(signal: Signal) -> str:
    """One signal, such as: ● is upset 0.82 (from 0.60): “this is a joke”."""
    topic = f" ({signal.topic[:MOST_OF_TOPIC].replace('_', ' ')})" if signal.topic else ""
    words = " ".join(shown(signal.evidence).split())
    words = words if len(words) <= MOST_EVIDENCE else words[: MOST_EVIDENCE - 1] + "…"
    evidence = f": “{words}”" if words else ""
    sign = "●" if signal.fires else "○"
    scores = f"{signal.score:.2f} (from {signal.threshold:.2f})"
    return f"{sign} {REASONS[signal.code]}{topic} {scores}{evidence}"
