"""What Slack refuses in blocks and views, and what a person reads in them.

https://docs.slack.dev/reference/block-kit/blocks
https://docs.slack.dev/surfaces/modals
"""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from tests.contract.stand_ins.loopback import Json

MOST_MESSAGE_BLOCKS = 50
MOST_VIEW_BLOCKS = 100
LONGEST_BLOCKS = 13_200
LONGEST = {
    "section": 3000,
    "field": 2000,
    "header": 150,
    "button": 75,
    "value": 2000,
    "action_id": 255,
    "block_id": 255,
    "markdown": 12_000,
    "title": 24,
    "private_metadata": 3000,
}
MOST_ACTIONS = 25
MOST_CONTEXT = 10
MOST_FIELDS = 10
KNOWN = {
    "actions",
    "context",
    "divider",
    "header",
    "image",
    "input",
    "markdown",
    "rich_text",
    "section",
}
STYLES = {None, "primary", "danger"}
LIVE = re.compile(r"<(!channel|!here|!everyone|!subteam|@|#|https?:)")


def fault_of_message(blocks: list[Json]) -> str | None:
    """Name Slack's error for these blocks of a message, if it has one."""
    if len(blocks) > MOST_MESSAGE_BLOCKS or any(b.get("type") == "input" for b in blocks):
        return "invalid_blocks"
    if len(json.dumps(blocks)) > LONGEST_BLOCKS:
        return "msg_blocks_too_long"
    return None if all(map(_fits, blocks)) and _are_distinct(blocks) else "invalid_blocks"


def fault_of_view(view: Json) -> str | None:
    """Name Slack's error for this modal, if it has one."""
    blocks: list[Json] = view.get("blocks", [])
    has_input = any(block.get("type") == "input" for block in blocks)
    fits = (
        view.get("type") in {"modal", "home"}
        and 0 < len(blocks) <= MOST_VIEW_BLOCKS
        and _is_text(view.get("title"), LONGEST["title"], plain=True)
        and len(view.get("private_metadata", "")) <= LONGEST["private_metadata"]
        and (not has_input or _is_text(view.get("submit"), LONGEST["title"], plain=True))
        and all(map(_fits, blocks))
        and _are_distinct(blocks)
    )
    return None if fits else "invalid_arguments"


def words_in(document: object) -> str:
    """Give every text of a message, block or view, as a person reads it."""
    return html.unescape("\n".join(_texts(document)))


def live_markup(message: Json) -> list[str]:
    """Give the texts that Slack would turn into pings and links: mrkdwn holding `<...>`."""
    mrkdwn = [str(message.get("text", ""))]
    mrkdwn += [str(o.get("text", "")) for o in _objects(message) if o.get("type") == "mrkdwn"]
    return [text for text in mrkdwn if LIVE.search(text)]


def buttons_of(blocks: list[Json]) -> dict[str, Json]:
    """Give the buttons by `action_id`, each with the id of its block."""
    return {
        str(element["action_id"]): {**element, "block_id": block.get("block_id", "")}
        for block in blocks
        for element in [*block.get("elements", []), block.get("accessory") or {}]
        if element.get("type") == "button"
    }


def _fits(block: Json) -> bool:
    kind = block.get("type")
    checks: dict[str, bool] = {
        "known": kind in KNOWN,
        "block_id": len(block.get("block_id", "x")) in range(1, LONGEST["block_id"] + 1),
        "elements": all(map(_is_element, block.get("elements", []))) if kind == "actions" else True,
    }
    limits = {
        "actions": lambda: 0 < len(block.get("elements", [])) <= MOST_ACTIONS,
        "context": lambda: 0 < len(block.get("elements", [])) <= MOST_CONTEXT,
        "header": lambda: _is_text(block.get("text"), LONGEST["header"], plain=True),
        "markdown": lambda: 0 < len(block.get("text", "")) <= LONGEST["markdown"],
        "section": lambda: _is_section(block),
        "input": lambda: _is_text(block.get("label"), LONGEST["field"], plain=True),
        "rich_text": lambda: bool(block.get("elements")),
    }
    return all(checks.values()) and limits.get(str(kind), lambda: True)()


def _is_section(block: Json) -> bool:
    fields: list[Json] = block.get("fields", [])
    accessory = block.get("accessory")
    return (
        (
            _is_text(block.get("text"), LONGEST["section"])
            or (not block.get("text") and bool(fields))
        )
        and len(fields) <= MOST_FIELDS
        and all(_is_text(field, LONGEST["field"]) for field in fields)
        and (accessory is None or _is_element(accessory))
    )


def _is_element(element: Json) -> bool:
    if element.get("type") != "button":
        return bool(element.get("type"))
    return (
        _is_text(element.get("text"), LONGEST["button"], plain=True)
        and len(element.get("action_id", "x")) in range(1, LONGEST["action_id"] + 1)
        and len(element.get("value", "")) <= LONGEST["value"]
        and element.get("style") in STYLES
    )


def _is_text(text: Any, longest: int, *, plain: bool = False) -> bool:  # noqa: ANN401 - not parsed yet
    if not isinstance(text, dict):
        return False
    kinds = {"plain_text"} if plain else {"plain_text", "mrkdwn"}
    words = text.get("text")
    return text.get("type") in kinds and isinstance(words, str) and 0 < len(words) <= longest


def _are_distinct(blocks: list[Json]) -> bool:
    named = [block["block_id"] for block in blocks if block.get("block_id")]
    actions = [[e.get("action_id") for e in block.get("elements", [])] for block in blocks]
    each = [[name for name in names if name] for names in actions]
    return len(named) == len(set(named)) and all(len(n) == len(set(n)) for n in each)


def _objects(document: object) -> Iterator[Json]:
    if isinstance(document, dict):
        yield document
        document = list(document.values())
    if isinstance(document, list):
        for part in document:
            yield from _objects(part)


def _texts(document: object) -> Iterator[str]:
    for part in _objects(document):
        text = part.get("text")
        if isinstance(text, str):
            yield text
