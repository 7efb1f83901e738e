"""The card as Block Kit. People's words are plain text, so that nothing in them comes alive.

Limits: https://docs.slack.dev/reference/block-kit/blocks (3,000 characters a section, 150 a
header, 50 blocks; about 13,000 characters in all).
"""

import json

from warmline.adapters.slack.card_buttons import button_rows, button_value
from warmline.adapters.slack.card_facts import (
    CHANNELS,
    LONGEST_NAME,
    facts,
    state_line,
    state_words,
    title,
)
from warmline.adapters.slack.reasons import signals_text
from warmline.adapters.slack.text import escape, shown
from warmline.domain.card import Card
from warmline.domain.states import State

__all__ = ["button_value", "card_blocks", "card_text", "words_blocks", "words_text"]

type Block = dict[str, object]

SECTION = 2_900
ALL_SECTIONS = 11_000
NOTIFIED = 500
MOST_OF_BRIEF = 1_300
MOST_OF_SIGNALS = 1_800
SCRUBBED = "What was said here has been taken out of Slack. The transcript keeps it."

_AT_THE_DESK = frozenset({State.WAITING, State.WITH_AGENT})


def card_blocks(card: Card) -> list[Block]:
    """Return the card: who, since when, why, the brief, the last words, what can be done now."""
    blocks: list[Block] = [
        {
            "type": "header",
            "block_id": card_block_id(card.conversation),
            "text": plain(title(card)),
        },
        {"type": "section", "text": {"type": "mrkdwn", "text": state_line(card)}},
        {
            "type": "section",
            "fields": [{"type": "mrkdwn", "text": fact} for fact in facts(card)],
        },
    ]
    blocks += _told(card)
    if card.last_words:
        blocks.append({"type": "section", "text": plain(f"“{shown(card.last_words)}”")})
    return [*blocks, *button_rows(card)]


def card_text(card: Card) -> str:
    """What a notification and a screen reader say of the card."""
    words = f": “{escape(shown(card.last_words))}”" if card.last_words else ""
    return f"{card.alias} ({CHANNELS[card.channel]}), {state_words(card)}{words}"


def card_block_id(conversation: str) -> str:
    """Marks our card, so that a doubled one is recognised by its event."""
    return f"card:{conversation}"


def words_blocks(text: str, *, name: str = "", mention: str = "") -> list[Block]:
    """Return words, whosever they are, as literal text, with who says them above."""
    blocks: list[Block] = []
    if name:
        blocks.append({"type": "context", "elements": [plain(name[:LONGEST_NAME])]})
    if mention:
        blocks.append({"type": "section", "text": {"type": "mrkdwn", "text": pinged(mention)}})
    blocks.extend({"type": "section", "text": plain(part)} for part in parts_of(_literal(text)))
    return blocks


def words_text(text: str, *, name: str = "", mention: str = "") -> str:
    """The same for a notification."""
    who = f"{pinged(mention)} " if mention else f"{escape(name[:LONGEST_NAME])}: " if name else ""
    return f"{who}{escape(_literal(text)[:NOTIFIED])}"


def pinged(mention: str) -> str:
    """Who must hear of it, one or several, so that Slack tells each of them."""
    return " ".join(f"<@{user}>" for user in mention.split())


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
    if card.scrubbed:
        return [{"type": "context", "elements": [plain(SCRUBBED)]}]
    if card.state not in _AT_THE_DESK:
        return []
    blocks: list[Block] = []
    if signals := signals_text(card.signals)[:MOST_OF_SIGNALS]:
        blocks.append({"type": "context", "elements": [plain(signals)]})
    if brief := shown(card.brief)[:MOST_OF_BRIEF].strip():
        blocks.append({"type": "section", "text": plain(brief)})
    return blocks


def approval_buttons(key: str) -> Block:
    """The row under a request for approval; the value names the action and no conversation."""
    value = button_value(key, 0)
    yes = {"action_id": "approve", "text": plain("Approve"), "value": value, "style": "primary"}
    no = {"action_id": "decline", "text": plain("Decline"), "value": value, "style": "danger"}
    return {"type": "actions", "elements": [{"type": "button", **one} for one in (yes, no)]}


def plain(text: str) -> Block:
    return {"type": "plain_text", "text": text, "emoji": False}
