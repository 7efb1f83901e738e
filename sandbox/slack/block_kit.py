"""Slack's rules for blocks, so that the stand-in refuses what Slack refuses.

Limits: https://docs.slack.dev/reference/block-kit/blocks. The total is undocumented and about
13,000 characters: https://github.com/slackapi/bolt-js/issues/2509
"""

from collections.abc import Callable
from functools import partial

from sandbox.slack.checks import (
    Spot,
    check_boolean,
    check_list,
    check_members,
    check_string,
    check_text,
    check_typed,
    check_unique,
)
from sandbox.slack.elements import (
    ACCESSORIES,
    INPUTS,
    INTERACTIVE,
    LONGEST_ALT_TEXT,
    LONGEST_TEXT,
    check_context_element,
    check_element,
    check_image,
)
from sandbox.slack.ids import short_id
from sandbox.slack.wire import Fields, RefusedError, compact, rows

MOST_BLOCKS = 50
MOST_BLOCKS_IN_VIEW = 100
MOST_FIELDS = 10
MOST_ACTIONS = 25
MOST_CONTEXT = 10
MOST_RICH_TEXT = 1000
LONGEST_FIELD = 2000
LONGEST_HEADER = 150
LONGEST_LABEL = 2000
LONGEST_MARKDOWN = 12_000
LONGEST_IN_TOTAL = 13_000


def checked_blocks(value: object) -> tuple[Fields, ...]:
    """Return a message's blocks with the ids that Slack adds; refuse what Slack refuses."""
    if value is None:
        return ()
    if not isinstance(value, list) or len(rows(value)) != len(value):
        raise RefusedError("invalid_blocks_format")
    spot = Spot("")
    check_blocks(value, spot.at("blocks"), MOST_BLOCKS)
    if spot.problems:
        raise RefusedError("invalid_blocks", spot.problems)
    if len(compact(value)) > LONGEST_IN_TOTAL:
        raise RefusedError("msg_blocks_too_long")
    return tuple(completed(block) for block in rows(value))


def check_blocks(value: object, spot: Spot, most: int) -> None:
    check_list(value, spot, most, check_block, fewest=0)


def check_block(value: object, spot: Spot) -> None:
    check_typed(value, spot, BLOCKS)
    if isinstance(value, dict):
        check_unique(value.get("block_id"), spot.at("block_id"), "block_id")


def check_section(block: Fields, spot: Spot) -> None:
    check_members(block, spot, "", "text fields accessory expand")
    if block.get("text") is None and block.get("fields") is None:
        spot.at("type").say("must define either `text` or `fields`")
    check_text(block.get("text"), spot.at("text"), LONGEST_TEXT)
    field = partial(check_text, longest=LONGEST_FIELD)
    check_list(block.get("fields"), spot.at("fields"), MOST_FIELDS, field)
    if block.get("accessory") is not None:
        spot = spot.at("accessory")
        check_element(block["accessory"], spot, ACCESSORIES, spot.pointer)


def check_header(block: Fields, spot: Spot) -> None:
    check_members(block, spot, "text", "level")
    check_text(block.get("text"), spot.at("text"), LONGEST_HEADER, plain=True)


def check_divider(block: Fields, spot: Spot) -> None:
    check_members(block, spot, "")


def check_context(block: Fields, spot: Spot) -> None:
    check_members(block, spot, "elements")
    check_list(block.get("elements"), spot.at("elements"), MOST_CONTEXT, check_context_element)


def check_actions(block: Fields, spot: Spot) -> None:
    check_members(block, spot, "elements")
    element = partial(check_element, kinds=INTERACTIVE, block=spot.pointer)
    check_list(block.get("elements"), spot.at("elements"), MOST_ACTIONS, element)


def check_input_block(block: Fields, spot: Spot) -> None:
    check_members(block, spot, "label element", "hint optional dispatch_action")
    check_text(block.get("label"), spot.at("label"), LONGEST_LABEL, plain=True)
    check_text(block.get("hint"), spot.at("hint"), LONGEST_LABEL, plain=True)
    check_boolean(block.get("optional"), spot.at("optional"))
    if block.get("element") is not None:
        check_element(block["element"], spot.at("element"), INPUTS, spot.pointer)


def check_picture(block: Fields, spot: Spot) -> None:
    check_image({name: value for name, value in block.items() if name != "title"}, spot)
    check_text(block.get("title"), spot.at("title"), LONGEST_ALT_TEXT, plain=True)


def check_markdown(block: Fields, spot: Spot) -> None:
    check_members(block, spot, "text")
    check_string(block.get("text"), spot.at("text"), LONGEST_MARKDOWN)


def check_rich_text(block: Fields, spot: Spot) -> None:
    check_members(block, spot, "elements")
    elements = spot.at("elements")
    check_list(block.get("elements"), elements, MOST_RICH_TEXT, check_rich_part, fewest=0)


def check_rich_part(value: object, spot: Spot) -> None:
    check_typed(value, spot, RICH_PARTS)


def check_rich_section(part: Fields, spot: Spot) -> None:
    check_members(part, spot, "elements", "border language")
    check_list(part.get("elements"), spot.at("elements"), MOST_RICH_TEXT, check_rich_leaf, 0)


def check_rich_list(part: Fields, spot: Spot) -> None:
    check_members(part, spot, "elements style", "indent offset border")
    check_list(part.get("elements"), spot.at("elements"), MOST_RICH_TEXT, check_rich_part, 0)


def check_rich_leaf(value: object, spot: Spot) -> None:
    check_typed(value, spot, RICH_LEAVES)


def leaf(required: str, optional: str = "") -> Callable[[Fields, Spot], None]:
    def check(element: Fields, spot: Spot) -> None:
        check_members(element, spot, required, f"{optional} style")
        check_string(element.get("text"), spot.at("text"), LONGEST_IN_TOTAL)

    return check


BLOCKS: dict[str, Callable[[Fields, Spot], None]] = {
    "section": check_section,
    "header": check_header,
    "divider": check_divider,
    "context": check_context,
    "actions": check_actions,
    "input": check_input_block,
    "image": check_picture,
    "markdown": check_markdown,
    "rich_text": check_rich_text,
}
RICH_PARTS: dict[str, Callable[[Fields, Spot], None]] = {
    "rich_text_section": check_rich_section,
    "rich_text_quote": check_rich_section,
    "rich_text_preformatted": check_rich_section,
    "rich_text_list": check_rich_list,
}
RICH_LEAVES: dict[str, Callable[[Fields, Spot], None]] = {
    "text": leaf("text"),
    "link": leaf("url", "text unsafe"),
    "emoji": leaf("name", "unicode skin_tone"),
    "user": leaf("user_id"),
    "usergroup": leaf("usergroup_id"),
    "channel": leaf("channel_id"),
    "broadcast": leaf("range"),
    "date": leaf("timestamp format", "fallback url"),
}


def completed(block: Fields) -> Fields:
    """Return the block as Slack keeps it: every id there, every text object whole."""
    kept = {name: completed_value(value) for name, value in block.items()}
    return {"type": kept.pop("type"), "block_id": kept.pop("block_id", None) or short_id(), **kept}


def completed_value(value: object) -> object:
    if isinstance(value, list):
        return [completed_value(item) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {name: completed_value(inner) for name, inner in value.items()}
    if kept.get("type") == "plain_text":
        return {"emoji": True} | kept
    if kept.get("type") == "mrkdwn":
        return {"verbatim": False} | kept
    if kept.get("type") in INTERACTIVE or kept.get("type") in INPUTS:
        return {"action_id": short_id()} | kept
    return kept
