"""What the writer of words in a card's thread is told of them, with the buttons to decide."""

from warmline.adapters.slack.blocks import Block, button_value, plain
from warmline.application.editing import Edited, EditHeard
from warmline.domain.internal_talk import internal_sign
from warmline.domain.records import HeldReply

UNDO, SEND, KEEP = "undo_reply", "send_reply", "keep_as_note"

KEPT_AS_NOTE = "Kept as a note: it stays at the desk."
TAKEN_BACK = "Taken back: the customer gets nothing of it. Your words stay here as a note."
STAYS = "Kept as a note: the customer gets nothing of it."
SENT = "Sent to the customer."

_OF_EDIT = {
    Edited.TAKEN_BACK: TAKEN_BACK,
    Edited.SENT: "Sent to the customer as it is now.",
    Edited.CARRIED_OVER: "The customer sees it as it is now, marked as edited.",
    Edited.NEVER_SENT: (
        "The customer never got this, and a change does not send it: write it as a new message."
    ),
}


def of_held(held: HeldReply, segments: int = 0) -> tuple[str, list[Block]]:
    """Say what is about to happen to these words, and offer the other way.

    `segments` is how many parts of a text message they take: who writes may make them fewer.
    """
    if held.due is None:
        sign = internal_sign(held.text) or "a colleague called by name"
        text = f"This looks meant for a colleague (“{sign}”). Send it to the customer?"
        buttons = [_button(held, SEND, "Send"), _button(held, KEEP, "Keep as note")]
    else:
        seconds = max(1, round((held.due - held.at).total_seconds()))
        text = f"Goes to the customer in {seconds} s.{_long_by_sms(segments)}"
        buttons = [_button(held, UNDO, "Undo")]
    said: Block = {"type": "section", "text": plain(text)}
    return text, [said, {"type": "actions", "elements": buttons}]


def _long_by_sms(segments: int) -> str:
    return f" By SMS that is {segments} segments." if segments > 1 else ""


def of_edit(heard: EditHeard) -> tuple[str, list[Block]]:
    """Say what became of a change; nothing, where it went as anybody expects."""
    if heard.outcome is Edited.ASKED and heard.held is not None:
        return of_held(heard.held)
    return _OF_EDIT.get(heard.outcome, ""), []


def _button(held: HeldReply, action: str, label: str) -> Block:
    value = f"{button_value(held.conversation, held.epoch)}.{held.ts}"
    return {"type": "button", "action_id": action, "text": plain(label), "value": value}
