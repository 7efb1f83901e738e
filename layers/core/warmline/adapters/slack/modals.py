"""What one agent reads in a window of their own: the transcript, and why the bot did things.

Limits: https://docs.slack.dev/reference/views (100 blocks, 250,000 characters) and
https://docs.slack.dev/reference/block-kit/blocks (3,000 characters a section).
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from warmline.adapters.slack.blocks import Block, button_value, parts_of, plain
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
WRITTEN = "You had written:"
NOTHING_DONE = "The bot has done nothing here yet."


@dataclass(frozen=True, slots=True)
class _Line:
    """One thing with its time: a heading, and the words beneath as literal text."""

    at: datetime
    heading: str
    text: str

    def blocks(self) -> list[Block]:
        parts = parts_of(shown(self.text).strip() or "…")
        heading = f"*{escape(self.heading[:LONGEST_NAME])}* · {_moment(self.at)}"
        blocks: list[Block] = [
            {"type": "context", "elements": [{"type": "mrkdwn", "text": heading}]}
        ]
        return [*blocks, *map(_section, parts)]


def transcript_view(conversation: str, lines: Sequence[Said], page: int = 0) -> View:
    """Return a page of the transcript; page 0 is the latest, and turning leads to all of it.

    A page before the first one is the first.
    """
    drawn = (_Line(one.at, one.who, one.text).blocks() for one in reversed(lines))
    pages = list(islice(_pages(drawn), page + 2))
    shown_page = min(page, len(pages) - 1)
    turns = _turns(conversation, earlier=shown_page < len(pages) - 1, later=shown_page > 0)
    blocks = [*pages[shown_page], *turns] if pages else [_section(EMPTY)]
    return _view("Transcript", conversation, blocks, max(shown_page, 0))


def why_view(conversation: str, things: Sequence[Explained]) -> View:
    """Return the latest answers, actions and handoffs, each with what it stands on."""
    drawn = (
        _Line(
            one.at, one.what, "\n".join([*([one.words] if one.words else []), *one.facts])
        ).blocks()
        for one in reversed(things)
    )
    return _view("Why?", conversation, next(_pages(drawn), [_section(NOTHING_DONE)]), 0)


def refusal_view(why: str, written: str = "") -> View:
    """Return a window that says why a thing was not done; what was written for it is not lost."""
    said = {"type": "section", "text": {"type": "mrkdwn", "text": why}}
    kept = [_section(f"{WRITTEN}\n{part}") for part in parts_of(written)[:1]] if written else []
    return {**notice_view(why), "blocks": [said, *kept]}


def notice_view(text: str, title: str = "") -> View:
    """Return a window that says a text of ours, in Slack's markup; why not, without a title."""
    return {
        "type": "modal",
        "title": plain(title or "Not done"),
        "close": plain("Close"),
        "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": text}}],
    }


def _pages(drawn: Iterable[list[Block]]) -> Iterator[list[Block]]:
    """From the latest to the earliest, each of them oldest first; drawn no further than asked."""
    page: list[Block] = []
    room = MOST_CHARACTERS
    for blocks in drawn:
        size = len(json.dumps(blocks))
        if page and (len(page) + len(blocks) > MOST_BLOCKS or size > room):
            yield page
            page, room = [], MOST_CHARACTERS
        page = [*blocks, *page]
        room -= size
    if page:
        yield page


def _turns(conversation: str, *, earlier: bool, later: bool) -> list[Block]:
    buttons = [
        *([_button(conversation, EARLIER, "Earlier")] if earlier else []),
        *([_button(conversation, LATER, "Later")] if later else []),
    ]
    return [{"type": "actions", "elements": buttons}] if buttons else []


def _button(conversation: str, action: str, label: str) -> Block:
    value = button_value(conversation, 0)
    return {"type": "button", "action_id": action, "text": plain(label), "value": value}


def _view(title: str, conversation: str, blocks: list[Block], page: int) -> View:
    return {
        "type": "modal",
        "title": plain(title),
        "close": plain("Close"),
        "private_metadata": str(page),
        "blocks": [_section(alias(conversation)), *blocks],
    }


def _moment(moment: datetime) -> str:
    utc = moment.strftime("%Y-%m-%d %H:%M UTC")
    return f"<!date^{int(moment.timestamp())}^{{date_num}} {{time}}|{utc}>"


def _section(text: str) -> Block:
    return {"type": "section", "text": plain(text)}
