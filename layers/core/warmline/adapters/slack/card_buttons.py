"""What can be done with a case now, as the buttons of its card: nothing needs a command."""

from warmline.domain.card import Card
from warmline.domain.states import State

type Block = dict[str, object]


def button_rows(card: Card) -> list[Block]:
    """Return the rows of buttons; those that end the holder's turn stand first."""
    match card.state:
        case State.WAITING:
            return [_row(_button(card, "claim", "Claim", style="primary"), *_readings(card))]
        case State.WITH_AGENT:
            return [
                _row(
                    _button(card, "resolve", "Resolve", style="primary"),
                    _button(card, "resolve_unsolved", "Not solved"),
                    _button(card, "transfer", "Transfer…"),
                    _button(card, "release", "Release"),
                    _button(card, "hand_back", "Hand back to bot"),
                    _button(card, "hand_back_note", "Hand back with note…"),
                ),
                _row(
                    _button(card, "draft", "Draft…"),
                    _button(card, "canned", "Canned reply…"),
                    *_readings(card),
                ),
            ]
        case State.CLOSED:
            return [
                _row(_button(card, "reopen", "Reopen"), _button(card, "transcript", "Transcript"))
            ]
        case _:
            return [_row(_button(card, "transcript", "Transcript"))]


def button_value(conversation: str, epoch: int) -> str:
    return f"{conversation}.{epoch}"


def _readings(card: Card) -> list[Block]:
    return [
        _button(card, "transcript", "Transcript"),
        _button(card, "why", "Why?"),
        _button(card, "reveal", "Reveal…"),
    ]


def _row(*buttons: Block) -> Block:
    return {"type": "actions", "elements": list(buttons)}


def _button(card: Card, action: str, label: str, *, style: str = "") -> Block:
    button: Block = {
        "type": "button",
        "action_id": action,
        "text": {"type": "plain_text", "text": label, "emoji": False},
        "value": button_value(card.conversation, card.epoch),
    }
    return {**button, "style": style} if style else button
