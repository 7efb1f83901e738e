"""The card as Block Kit. People's words are plain text, so that nothing in them comes alive.

Limits: https://docs.slack.dev/reference/block-kit/blocks (3,000 characters a section, 150 a
header, 50 blocks; about 13,000 characters in all).
"""

import json
from collections.abc import Sequence
from datetime import datetime

from warmline.adapters.slack.reasons import REASONS, signals_text
from warmline.adapters.slack.text import escape, shown
from warmline.domain.address import Channel
from warmline.domain.card import Card
from warmline.domain.entries import Outcome
from warmline.domain.states import State

type Block = dict[str, object]

SECTION = 2_900
ALL_SECTIONS = 11_000
NOTIFIED = 500
MOST_OF_BRIEF = 1_300
MOST_OF_SIGNALS = 1_800
LONGEST_NAME = 150

_CHANNELS = {Channel.SMS: "SMS", Channel.WEB: "Web chat", Channel.SLACK: "Slack"}
_AT_THE_DESK = frozenset({State.WAITING, State.WITH_AGENT})
_OUTCOMES = {
    Outcome.CONFIRMED: "Resolved",
    Outcome.ASSUMED: "Closed after silence",
    Outcome.ABANDONED: "The customer left",
    Outcome.OPTED_OUT: "The customer opted out",
}


def card_blocks(card: Card) -> list[Block]:
    """Return the card: who, since when, why, the brief, the last words, what can be done now."""
    blocks: list[Block] = [
        {
            "type": "header",
            "block_id": card_block_id(card.conversation),
            "text": plain(f"{_sign(card)} {card.alias}"),
        },
        {"type": "section", "text": {"type": "mrkdwn", "text": _state_line(card)}},
        {
            "type": "context",
            "elements": [{"type": "mrkdwn", "text": line} for line in _facts(card)],
        },
    ]
    blocks += _told(card)
    if card.last_words:
        blocks.append({"type": "section", "text": plain(f"“{shown(card.last_words)}”")})
    buttons = _buttons(card)
    if buttons:
        blocks.append({"type": "actions", "elements": buttons})
    return blocks


def card_text(card: Card) -> str:
    """What a notification and a screen reader say of the card."""
    words = f": “{escape(shown(card.last_words))}”" if card.last_words else ""
    return f"{card.alias} ({_CHANNELS[card.channel]}), {_state(card)}{words}"


def card_block_id(conversation: str) -> str:
    """Marks our card, so that a doubled one is recognised by its event."""
    return f"card:{conversation}"


def words_blocks(text: str, *, name: str = "", mention: str = "") -> list[Block]:
    """Return words, whosever they are, as literal text, with who says them above."""
    blocks: list[Block] = []
    if name:
        blocks.append({"type": "context", "elements": [plain(name[:LONGEST_NAME])]})
    if mention:
        blocks.append({"type": "section", "text": {"type": "mrkdwn", "text": f"<@{mention}>"}})
    blocks.extend({"type": "section", "text": plain(part)} for part in parts_of(_literal(text)))
    return blocks


def words_text(text: str, *, name: str = "", mention: str = "") -> str:
    """The same for a notification."""
    who = f"<@{mention}> " if mention else f"{escape(name[:LONGEST_NAME])}: " if name else ""
    return f"{who}{escape(_literal(text)[:NOTIFIED])}"


def _literal(text: str) -> str:
    """What of these words Slack takes in one message's blocks, counted as they travel."""
    words = shown(text).strip() or "…"
    while (length := len(json.dumps(words, ensure_ascii=False))) > ALL_SECTIONS:
        words = words[: len(words) * (ALL_SECTIONS - 1) // length - 1].rstrip("…") + "…"
    return words


def parts_of(words: str) -> list[str]:
    """Sections' worth of text; what an emoji counts for is not told, so it may be two."""
    size = SECTION if max(words) <= "\uffff" else SECTION // 2
    return [words[at : at + size] for at in range(0, len(words), size)]


def _told(card: Card) -> list[Block]:
    """Why and the brief, while they help: a closed card needs neither."""
    if card.state not in _AT_THE_DESK:
        return []
    blocks: list[Block] = []
    if signals := signals_text(card.signals)[:MOST_OF_SIGNALS]:
        blocks.append({"type": "context", "elements": [plain(signals)]})
    if brief := shown(card.brief)[:MOST_OF_BRIEF].strip():
        blocks.append({"type": "section", "text": plain(brief)})
    return blocks


def _sign(card: Card) -> str:
    return {State.WAITING: "🟠", State.WITH_AGENT: "🟢", State.BOT: "🤖"}.get(card.state, "⚪")


def _state(card: Card) -> str:
    match card.state:
        case State.WAITING:
            return "waiting for a person"
        case State.WITH_AGENT:
            return f"with {escape(card.agent_name[:LONGEST_NAME])}"
        case State.BOT:
            return "back with the bot"
        case _:
            return _OUTCOMES[card.outcome].lower() if card.outcome else "closed"


def _state_line(card: Card) -> str:
    match card.state:
        case State.WAITING:
            return f"*Waiting for a person* since {_time(card.waiting_since)}"
        case State.WITH_AGENT:
            return f"*With <@{card.agent}>*"
        case State.BOT:
            return "*Back with the bot*"
        case _:
            return f"*{_OUTCOMES[card.outcome]}*" if card.outcome else "*Closed*"


def _facts(card: Card) -> Sequence[str]:
    facts = [f"*Channel* {_CHANNELS[card.channel]}"]
    if card.reason is not None:
        facts.append(f"*Why* {REASONS[card.reason]}")
    if card.state is State.WITH_AGENT:
        facts.append(f"*Customer sees* {escape(card.agent_name[:LONGEST_NAME])}")
    if card.lease_until is not None:
        facts.append(f"*Answer by* {_time(card.lease_until)}")
    return facts


def _time(moment: datetime | None) -> str:
    """A moment in each reader's own time zone; in UTC where Slack does not show dates."""
    if moment is None:
        return "now"
    utc = moment.strftime("%H:%M UTC")
    return f"<!date^{int(moment.timestamp())}^{{time}}|{utc}>"


def _buttons(card: Card) -> list[Block]:
    match card.state:
        case State.WAITING:
            return [_button(card, "claim", "Claim", style="primary"), *_readings(card)]
        case State.WITH_AGENT:
            return [
                _button(card, "resolve", "Resolve", style="primary"),
                _button(card, "hand_back", "Hand back to bot"),
                _button(card, "release", "Release"),
                *_readings(card),
            ]
        case _:
            return []


def _readings(card: Card) -> list[Block]:
    return [_button(card, "transcript", "Transcript"), _button(card, "why", "Why?")]


def _button(card: Card, action: str, label: str, *, style: str = "") -> Block:
    button: Block = {
        "type": "button",
        "action_id": action,
        "text": plain(label),
        "value": button_value(card.conversation, card.epoch),
    }
    return {**button, "style": style} if style else button


def approval_buttons(key: str) -> Block:
    """The row under a request for approval; the value names the action and no conversation."""
    value = button_value(key, 0)
    yes = {"action_id": "approve", "text": plain("Approve"), "value": value, "style": "primary"}
    no = {"action_id": "decline", "text": plain("Decline"), "value": value, "style": "danger"}
    return {"type": "actions", "elements": [{"type": "button", **one} for one in (yes, no)]}


def button_value(conversation: str, epoch: int) -> str:
    return f"{conversation}.{epoch}"


def plain(text: str) -> Block:
    return {"type": "plain_text", "text": text, "emoji": False}
