"""What a person types becomes what Slack keeps: escaped text and one rich_text block.

https://docs.slack.dev/messaging/formatting-message-text#escaping
"""

import re
from collections.abc import Mapping

from sandbox.slack.ids import short_id
from sandbox.slack.wire import Fields, fields

MARKS = {"`": "code", "*": "bold", "_": "italic", "~": "strike"}
PIECE = re.compile(
    r"(?<![\w@])@[\w.]*\w"
    r"|https?://[^\s<>]+"
    r"|`[^`\n]+`"
    r"|(?<!\w)([*_~])(?=\S)[^*_~`\n]+(?<=\S)\1(?!\w)"
)
BROADCASTS = frozenset({"channel", "here", "everyone"})


def escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def kept(typed: str, names: Mapping[str, str]) -> tuple[str, tuple[Fields, ...]]:
    """Return a message's text and blocks; `names` maps what follows an @ to a user id."""
    words: list[str] = []
    leaves: list[Fields] = []
    place = 0
    for piece in PIECE.finditer(typed):
        leaf = special(piece[0], names)
        if leaf is None:
            continue
        add_plain(typed[place : piece.start()], words, leaves)
        words.append(written(leaf))
        leaves.append(leaf)
        place = piece.end()
    add_plain(typed[place:], words, leaves)
    section: Fields = {"type": "rich_text_section", "elements": leaves}
    block: Fields = {"type": "rich_text", "block_id": short_id(), "elements": [section]}
    return "".join(words), (block,)


def add_plain(part: str, words: list[str], leaves: list[Fields]) -> None:
    if part:
        words.append(escaped(part))
        leaves.append({"type": "text", "text": part})


def special(piece: str, names: Mapping[str, str]) -> Fields | None:
    """Return a mention, a link or styled words; None for an @ that names nobody."""
    if piece[0] in MARKS:
        return {"type": "text", "text": piece[1:-1], "style": {MARKS[piece[0]]: True}}
    if not piece.startswith("@"):
        return {"type": "link", "url": piece}
    name = piece[1:].lower()
    if name in BROADCASTS:
        return {"type": "broadcast", "range": name}
    return {"type": "user", "user_id": names[name]} if name in names else None


def written(leaf: Fields) -> str:
    if leaf["type"] == "text":
        mark = next(mark for mark, style in MARKS.items() if style in fields(leaf["style"]))
        return mark + escaped(str(leaf["text"])) + mark
    if leaf["type"] == "link":
        return f"<{escaped(str(leaf['url']))}>"
    if leaf["type"] == "broadcast":
        return f"<!{leaf['range']}>"
    return f"<@{leaf['user_id']}>"
