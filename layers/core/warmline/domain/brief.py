"""What a human is told of a case before they read it: five lines at most, made by rule.

No model is needed for it. Where a model wrote one, its lines stand in for the same lines here;
mood and customer are always told by rule, for an agent acts on them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from warmline.domain.address import Channel
from warmline.domain.asking import ASK_THRESHOLD, asks_for_human
from warmline.domain.contacts import mask_contacts
from warmline.domain.entries import Kind, LogEntry, Role
from warmline.domain.handoff import Reason
from warmline.domain.short_replies import accepts, declines, is_thanks_or_goodbye
from warmline.domain.signals import Signal
from warmline.domain.tools import ToolStatus, ToolUse

MOST_LINES = 5
MOST_OF_LINE = 240
MOST_OF_NOTE = 400
_NOTE = "Note from "
_MOST_QUOTED = 150
_SHORT_ASK = 80
_MOST_NAMED = 3

_CHANNELS = {Channel.SMS: "by text message", Channel.WEB: "in web chat", Channel.SLACK: "in Slack"}
_LANGUAGES = {
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "de": "German",
    "pt": "Portuguese",
    "ar": "Arabic",
}
_LABELS = ("Wants", "Tried", "Mood", "Who", "Next")
_BY_RULE_ONLY = frozenset({"Mood", "Who"})
_NEXT: Mapping[Reason, str] = {
    Reason.ASKED_FOR_HUMAN: "Say who you are, and answer what they asked last.",
    Reason.STRONG_EMOTION: "Say first that you have read what went wrong; then one thing you do.",
    Reason.SENSITIVE_TOPIC: "Read all of it before you write. Promise nothing about the outcome.",
    Reason.NO_ANSWER_FOUND: "Answer from what you know: no article does. Then propose one.",
    Reason.NOT_MAKING_PROGRESS: "Do not repeat the article. Ask what exactly did not work.",
    Reason.VIP: "Answer in person: this customer is on the house's own list.",
    Reason.REPEAT_CONTACT: "Read what was done the last time; it did not settle the matter.",
    Reason.MODEL_UNAVAILABLE: "Answer the question as it stands: the bot was not able to.",
    Reason.MODEL_REFUSED: "Judge for yourself whether this may be answered; the model would not.",
    Reason.TOOL_FAILED: "Look whether it was done; if not, do it by hand. Tell the customer.",
    Reason.BUDGET_SPENT: "Go on where the bot stopped: its budget is spent, not the question.",
    Reason.TURN_OVERDUE: "Answer the question as it stands: the bot took too long.",
    Reason.POLICY: "Answer the question as it stands.",
}
_OUTCOMES = {
    ToolStatus.DONE: "done",
    ToolStatus.ASKED_CUSTOMER: "waits for the customer's yes",
    ToolStatus.ASKED_AGENT: "waits for an agent's press",
    ToolStatus.DECLINED: "was declined",
    ToolStatus.FAILED: "failed",
    ToolStatus.REFUSED: "was refused",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """Who writes, as far as known."""

    channel: Channel
    language: str = ""
    signed_in: bool = False
    came_back: bool = False
    contacts: int = 0


def make_brief(  # noqa: PLR0913 - what is known of a case, each told by name
    reason: Reason,
    log: Sequence[LogEntry],
    customer: Customer,
    *,
    signals: Sequence[Signal] = (),
    given: str = "",
    promise: str = "",
) -> str:
    """Return at most five lines, phone numbers and e-mail addresses masked.

    `log` is the conversation, oldest first. `given` is a brief that a model wrote; `promise` is
    what the bot has said that somebody will do, and becomes the next step.
    """
    by_rule = {
        "Wants": _wants(log),
        "Tried": _tried(log),
        "Mood": _mood(signals),
        "Who": _who(customer, signals),
        "Next": _next(reason, log, signals, promise),
    }
    lines = by_rule | _of_model(given, keep_next=bool(promise))
    return "\n".join(_line(label, lines[label]) for label in _LABELS if lines[label])


def with_note(brief: str, name: str, note: str) -> str:
    """The brief with a colleague's note above it, in place of an earlier one; the same for none."""
    told = " ".join(mask_contacts(note).split())
    if not told:
        return brief
    kept = [line for line in brief.splitlines() if not line.startswith(_NOTE)]
    return "\n".join([_shortened(f"{_NOTE}{name}: {told}", MOST_OF_NOTE), *kept])


def _line(label: str, text: str) -> str:
    return _shortened(mask_contacts(f"{label}: {' '.join(text.split())}"), MOST_OF_LINE)


def _wants(log: Sequence[LogEntry]) -> str:
    """Their latest words; before a bare ask for a person, also what they had written before."""
    said = [entry.text for entry in log if entry.kind is Kind.MESSAGE and _is_theirs(entry)]
    if not said:
        return "a person; they have written nothing yet"
    latest = said[-1]
    if not _says_little(latest):
        return _quoted(latest)
    before = next((text for text in reversed(said) if not _says_little(text)), "")
    return f"{_quoted(before)}, then {_quoted(latest)}" if before else _quoted(latest)


def _is_theirs(entry: LogEntry) -> bool:
    return entry.role is Role.CUSTOMER and bool(entry.text.strip())


def _says_little(text: str) -> bool:
    """Whether these words ask for a person, or answer the bot, and say nothing of the matter."""
    if accepts(text) or declines(text) or is_thanks_or_goodbye(text):
        return True
    return len(text) <= _SHORT_ASK and asks_for_human(text).score >= ASK_THRESHOLD


def _tried(log: Sequence[LogEntry]) -> str:
    answers = [one for one in log if one.kind is Kind.MESSAGE and one.role is Role.BOT]
    quoted = _each_once(article.id for one in answers for article in one.articles)
    tried = [f"article {', '.join(quoted[-_MOST_NAMED:])}"] if quoted else []
    tried += [_tool(use) for one in log for use in one.tools][-_MOST_NAMED:]
    if any(one.unsupported or (one.offers_human and not one.articles) for one in answers):
        tried.append("no article found for a question")
    holders = _each_once(one.name for one in log if one.kind is Kind.CLAIMED and one.name)
    tried += [f"{name} had the case" for name in holders[-_MOST_NAMED:]]
    if tried:
        return "; ".join(tried)
    return "the bot has answered, without an article" if answers else "nothing yet"


def _tool(use: ToolUse) -> str:
    told = f" ({use.summary})" if use.summary and use.status is ToolStatus.DONE else ""
    return f"{use.label} {_OUTCOMES[use.status]}{told}"


def _mood(signals: Sequence[Signal]) -> str:
    felt = next((one for one in signals if one.code is Reason.STRONG_EMOTION), None)
    if felt is None or not felt.score:
        return "calm, as far as their words tell"
    mood = "very upset" if felt.fires else "somewhat tense"
    return f"{mood}{_evidence(felt)}"


def _who(customer: Customer, signals: Sequence[Signal]) -> str:
    known = [
        "signed in on your site" if customer.signed_in else "not identified",
        f"writes {_CHANNELS[customer.channel]}",
    ]
    if customer.language:
        known.append(f"in {_LANGUAGES.get(customer.language, customer.language)}")
    if any(one.code is Reason.VIP and one.fires for one in signals):
        known.append("VIP")
    if customer.contacts > 1:
        known.append(f"{customer.contacts} contacts in 7 days")
    elif customer.came_back:
        known.append("has written before")
    return ", ".join(known)


def _next(reason: Reason, log: Sequence[LogEntry], signals: Sequence[Signal], promise: str) -> str:
    if promise:
        return f"The bot promised this, keep it: {_quoted(promise)}"
    waiting = next(
        (use for one in log for use in one.tools if use.status is ToolStatus.ASKED_AGENT), None
    )
    if waiting is not None:
        return f"Approve or decline: {waiting.summary or waiting.name}"
    topic = next((one.topic for one in signals if one.fires and one.topic), "")
    about = f" ({topic.replace('_', ' ')})" if topic else ""
    return f"{_NEXT[reason]}{about}"


def _of_model(given: str, *, keep_next: bool) -> dict[str, str]:
    """A model's lines by their label; what has no label says what the customer wants."""
    lines: dict[str, str] = {}
    for line in given.splitlines()[: 2 * MOST_LINES]:
        label, colon, text = line.strip(" -*•").partition(":")
        known = label.strip().capitalize() if colon else ""
        if known in _LABELS:
            lines.setdefault(known, text.strip())
        elif line.strip():
            lines.setdefault("Wants", line.strip())
    kept = _BY_RULE_ONLY | ({"Next"} if keep_next else frozenset())
    return {label: text for label, text in lines.items() if text and label not in kept}


def _evidence(signal: Signal) -> str:
    return f": {_quoted(signal.evidence)}" if signal.evidence else ""


def _quoted(text: str) -> str:
    """Masked before it is cut: half a phone number would go unnoticed."""
    return f"“{_shortened(' '.join(mask_contacts(text).split()), _MOST_QUOTED)}”"


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _each_once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
