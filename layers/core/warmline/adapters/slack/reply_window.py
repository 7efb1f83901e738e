"""The window in which an agent writes to the customer: a draft, a canned reply, their own words.

https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element (3,000
characters); a field keeps what was typed for as long as its block's id stays, so a new text comes
in a new block.
"""

from collections.abc import Sequence

from warmline.adapters.slack.blocks import Block, button_value, parts_of, plain
from warmline.adapters.slack.modals import View
from warmline.adapters.slack.text import shown
from warmline.application.canned import CannedReply
from warmline.domain.card import last_words_shown
from warmline.domain.conversation import Head
from warmline.domain.drafts import Draft

SEND = "reply_window"
TEXT = "text"
PICK = "canned_pick"
MOST_WRITTEN = 3_000
MOST_REPLIES, LONGEST_TITLE = 100, 75

WRITING = "Writing a draft…"
NOTHING_FOUND = "There is no draft: no article answers this. Write it yourself, or close this."
OVERTAKEN = "Not sent: the customer has written since. Read it, change your reply, then send it."
LOOK_FIRST = "Nothing goes to the customer before you press Send."


def waiting_view(head: Head) -> View:
    """Return what is shown while the bot writes."""
    return {
        "type": "modal",
        "private_metadata": _kept(head.id, head.epoch, head.last_inbound),
        "title": plain("Draft"),
        "close": plain("Cancel"),
        "blocks": [*_said(last_words_shown(head)), _text(WRITING)],
    }


def draft_view(draft: Draft) -> View:
    """Return the draft, to be changed and sent."""
    told = LOOK_FIRST if draft.text else NOTHING_FOUND
    return _window(
        "Draft",
        _kept(draft.conversation, draft.epoch, draft.answers),
        [
            *_said(draft.last_words),
            *_sources(draft.sources),
            _field(f"{TEXT}-draft-{draft.number}", draft.text, told),
            _again(draft),
        ],
    )


def canned_view(head: Head, replies: Sequence[CannedReply], picked: int, text: str) -> View:
    """Return the window with the deployer's replies, and the one that was picked to be changed."""
    return _window(
        "Reply",
        _kept(head.id, head.epoch, head.last_inbound),
        [
            *_said(last_words_shown(head)),
            *_menu(replies, picked),
            _field(f"{TEXT}-canned-{picked}", text, LOOK_FIRST),
        ],
    )


def overtaken_view(head: Head, text: str) -> View:
    """Return the window of who would have answered what is no longer all that was said."""
    return _window(
        "Reply",
        _kept(head.id, head.epoch, head.last_inbound),
        [
            _text(OVERTAKEN),
            *_said(last_words_shown(head)),
            _field(f"{TEXT}-overtaken-{head.last_inbound}", text, LOOK_FIRST),
        ],
    )


def _window(title: str, kept: str, blocks: Sequence[Block]) -> View:
    return {
        "type": "modal",
        "callback_id": SEND,
        "private_metadata": kept,
        "title": plain(title),
        "submit": plain("Send"),
        "close": plain("Cancel"),
        "blocks": list(blocks),
    }


def _kept(conversation: str, epoch: int, answers: int) -> str:
    return f"{button_value(conversation, epoch)}.{answers}"


def _said(words: str) -> list[Block]:
    """The customer's last words, as literal text: what the reply answers."""
    words = shown(words).strip()
    return [_text(f"“{part}”") for part in parts_of(words)] if words else []


def _sources(sources: Sequence[str]) -> list[Block]:
    if not sources:
        return []
    named = f"From: {', '.join(sources)}"[:MOST_WRITTEN]
    return [{"type": "context", "elements": [plain(named)]}]


def _menu(replies: Sequence[CannedReply], picked: int) -> list[Block]:
    """Slack searches a menu as its person types."""
    if not replies:
        return []
    options = [
        {"text": plain(reply.title[:LONGEST_TITLE]), "value": str(place)}
        for place, reply in enumerate(replies[:MOST_REPLIES])
    ]
    menu: Block = {
        "type": "static_select",
        "action_id": PICK,
        "placeholder": plain("Search the replies"),
        "options": options,
    }
    if 0 <= picked < len(options):
        menu["initial_option"] = options[picked]
    return [{"type": "actions", "block_id": PICK, "elements": [menu]}]


def _again(draft: Draft) -> Block:
    button = {
        "type": "button",
        "action_id": "draft",
        "text": plain("Draft again"),
        "value": button_value(draft.conversation, draft.epoch),
    }
    return {"type": "actions", "elements": [button]}


def _field(block: str, text: str, hint: str) -> Block:
    field: Block = {
        "type": "plain_text_input",
        "action_id": TEXT,
        "multiline": True,
        "max_length": MOST_WRITTEN,
    }
    if text.strip():
        field["initial_value"] = text[:MOST_WRITTEN]
    return {
        "type": "input",
        "block_id": block,
        "label": plain("To the customer"),
        "hint": plain(hint),
        "element": field,
    }


def _text(text: str) -> Block:
    return {"type": "section", "text": plain(text)}
