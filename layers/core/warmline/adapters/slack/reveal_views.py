"""The windows of a reveal: which thing and why, the thing, and what is left when it is gone."""

from collections.abc import Sequence

from warmline.adapters.slack.blocks import Block, button_value, plain
from warmline.domain.card import alias
from warmline.domain.conversation import Head
from warmline.domain.private_things import PrivateThing

type View = dict[str, object]

REVEAL = "reveal"
WHAT, WHY = "what", "why"
LONGEST_OPTION = 75
LONGEST_REASON = 300


def ask_view(head: Head, things: Sequence[PrivateThing], seconds: int) -> View:
    """Return the window that asks which thing, and why."""
    options = [_option(thing) for thing in things]
    menu: Block = {
        "type": "static_select",
        "action_id": WHAT,
        "options": options,
        "initial_option": options[0],
    }
    reason: Block = {
        "type": "plain_text_input",
        "action_id": WHY,
        "max_length": LONGEST_REASON,
        "placeholder": plain("Such as: the courier needs it"),
    }
    told = (
        f"{alias(head.id)}: you alone will see it, for {seconds} seconds. The thread says that "
        "you looked, and the log of the case why."
    )
    return {
        "type": "modal",
        "callback_id": REVEAL,
        "private_metadata": button_value(head.id, head.epoch),
        "title": plain("Reveal"),
        "submit": plain(f"Show for {seconds} s"),
        "close": plain("Cancel"),
        "blocks": [
            {"type": "section", "text": plain(told)},
            _input(WHAT, "What do you need to see?", menu),
            _input(WHY, "Why?", reason),
        ],
    }


def shown_view(conversation: str, thing: PrivateThing, seconds: int) -> View:
    """Return the window with the one thing in it."""
    blocks: list[Block] = [
        {"type": "section", "text": plain(f"{alias(conversation)}: {thing.label}")},
        {"type": "section", "text": plain(thing.value[:2_900])},
        {"type": "context", "elements": [plain(f"Gone in {seconds} seconds. Do not copy it.")]},
    ]
    return _closing("Reveal", blocks)


def blank_view() -> View:
    """Return what is left of such a window when its time is over."""
    gone = "It was shown to you, and is gone. Press Reveal on the card if you need it once more."
    return _closing("Reveal", [{"type": "section", "text": plain(gone)}])


def _closing(title: str, blocks: Sequence[Block]) -> View:
    return {
        "type": "modal",
        "title": plain(title),
        "close": plain("Close"),
        "blocks": list(blocks),
    }


def _option(thing: PrivateThing) -> Block:
    label = thing.label[:1].upper() + thing.label[1:]
    return {"text": plain(label[:LONGEST_OPTION]), "value": thing.id}


def _input(block: str, label: str, element: Block) -> Block:
    return {"type": "input", "block_id": block, "label": plain(label), "element": element}
