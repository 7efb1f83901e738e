"""What one agent reads in a window of their own: the transcript, and why the bot did things.

Limits: https://docs.slack.dev/reference/views (100 blocks, 250,000 characters) and
https://docs.slack.dev/reference/block-kit/blocks (3,000 characters a section).
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from warmline.adapters.slack.blocks import SECTION, Block, button_value
from warmline.adapters.slack.text import escape, shown
from warmline.application.case_files import Said
from warmline.domain.card import alias
from warmline.domain.explaining import Explained

type View = dict[str, object]

MOST_BLOCKS = 90
MOST_CHARACTERS = 100_000
LONGEST_NAME = 100
EARLIER, LATER = "transcript_earlier", "transcript_later"
EMPTY = "Nothing was said yet."
NOTHING_DONE = "The bot has done nothing here yet."


@dataclass(frozen=True, slots=True)
class _Line:
    """One thing with its time: a heading, and the words beneath as literal text."""

    at: datetime
    heading: str
    text: str

    def blocks(self) -> list[Block]:
        words = shown(self.text).strip() or "…"
        size = SECTION if max(words) <= "\uffff" else SECTION // 2
        parts = [words[at : at + size] for at in range(0, len(words), size)]
        heading = f"*{escape(self.heading[:LONGEST_NAME])}* · {_moment(self.at)}"
        blocks: list[Block] = [
            {"type": "context", "elements": [{"type": "mrkdwn", "text": heading}]}
        ]
        blocks += [{"type": "section", "text": _plain(part)} for part in parts]
        return blocks


def transcript_view(conversation: str, lines: Sequence[Said], page: int = 0) -> View:
    """Return a page of the transcript; page 0 is the latest, and turning leads to all of it."""
    pages = _pages([_Line(one.at, one.who, one.text) for one in lines])
    page = min(max(page, 0), len(pages) - 1)
    turns = _turns(conversation, page, len(pages))
    return _view("Transcript", conversation, [*pages[page], *turns], page)


def why_view(conversation: str, things: Sequence[Explained]) -> View:
    """Return the latest answers, actions and handoffs, each with what it stands on."""
    lines = [
        _Line(one.at, one.what, "\n".join([*([one.words] if one.words else []), *one.facts]))
        for one in things
    ]
    return _view("Why?", conversation, _pages(lines, NOTHING_DONE)[0], 0)


def _pages(lines: Sequence[_Line], empty: str = EMPTY) -> list[list[Block]]:
    """Pages from the latest to the earliest, each of them oldest first."""
    pages: list[list[Block]] = [[]]
    room = MOST_CHARACTERS
    for line in reversed(lines):
        blocks = line.blocks()
        size = len(json.dumps(blocks))
        if pages[-1] and (len(pages[-1]) + len(blocks) > MOST_BLOCKS or size > room):
            pages.append([])
            room = MOST_CHARACTERS
        pages[-1] = [*blocks, *pages[-1]]
        room -= size
    return pages if pages[0] else [[{"type": "section", "text": _plain(empty)}]]


def _turns(conversation: str, page: int, pages: int) -> list[Block]:
    buttons = [
        *([_button(conversation, EARLIER, "Earlier")] if page < pages - 1 else []),
        *([_button(conversation, LATER, "Later")] if page else []),
    ]
    return [{"type": "actions", "elements": buttons}] if buttons else []


def _button(conversation: str, action: str, label: str) -> Block:
    value = button_value(conversation, 0)
    return {"type": "button", "action_id": action, "text": _plain(label), "value": value}


def _view(title: str, conversation: str, blocks: list[Block], page: int) -> View:
    about: Block = {"type": "section", "text": _plain(alias(conversation))}
    return {
        "type": "modal",
        "title": _plain(title),
        "close": _plain("Close"),
        "private_metadata": str(page),
        "blocks": [about, *blocks],
    }


def _moment(moment: datetime) -> str:
    utc = moment.strftime("%Y-%m-%d %H:%M UTC")
    return f"<!date^{int(moment.timestamp())}^{{date_num}} {{time}}|{utc}>"


def _plain(text: str) -> Block:
    return {"type": "plain_text", "text": text, "emoji": False}
