"""The pinned message of the desk channel: a shift without commands, and where one starts.

Its buttons name no case. Those of a shift say what the command of the same name says.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from warmline.adapters.slack import sentences
from warmline.adapters.slack.blocks import Block, button_value, plain
from warmline.adapters.slack.links import link_to
from warmline.adapters.slack.modals import View
from warmline.adapters.slack.parts import Part, Presses
from warmline.adapters.slack.presses import Press
from warmline.adapters.slack.tell import Teller
from warmline.application.agent_actions import AgentActions
from warmline.application.desk_board import DeskBoard, QueueSeen
from warmline.domain.conversation import Head

NO_CASE = button_value("desk", 0)
"""The value of a button that is about no case."""

VERB_OF: Mapping[str, str] = {"shift_on": "on", "shift_break": "break", "shift_off": "off"}
"""Buttons that do what a command does, and say what it says."""

_SHIFT = (("shift_on", "On shift"), ("shift_break", "Break"), ("shift_off", "Off shift"))
_WORK = (
    ("next_case", "Next case"),
    ("my_cases", "My cases"),
    ("queue", "Queue"),
    ("help", "Help"),
)
_PRIMARY = frozenset({"shift_on", "next_case"})


def shift_blocks() -> list[Block]:
    """Return the message: what to press, from the first minute of a shift to its last."""
    return [
        {"type": "header", "text": plain("Your shift")},
        _text(sentences.SHIFT),
        {"type": "actions", "elements": [_button(*one) for one in _SHIFT]},
        {"type": "actions", "elements": [_button(*one) for one in _WORK]},
    ]


def shift_text() -> str:
    """What a notification and a screen reader say of it."""
    return "Your shift: on, break, off; the next case, your cases, the queue, help."


@dataclass(frozen=True, slots=True)
class ShiftMessage(Part):
    """Next case, my cases, the queue and help, each for the one who presses alone."""

    desk_channel: str
    actions: AgentActions
    board: DeskBoard
    teller: Teller

    def presses(self) -> Presses:
        return {
            "next_case": self._next,
            "my_cases": self._my_cases,
            "queue": self._queue,
            "help": self._help,
        }

    def _next(self, press: Press) -> None:
        head = self.actions.next(press.user)
        said = sentences.yours(head.id, link_to(press.workspace, head.marks.card))
        self.teller.answer(press, said, self.desk_channel, sentences.YOURS)

    def _my_cases(self, press: Press) -> None:
        cases = self.board.my_cases(press.user)
        self.teller.show(press, my_cases_view(cases, press.workspace))

    def _queue(self, press: Press) -> None:
        self.teller.show(press, queue_view(self.board.queue(press.user)))

    def _help(self, press: Press) -> None:
        self.teller.show(press, help_view())


def queue_view(queue: QueueSeen) -> View:
    """Return the first cases, each with its own claim button: no card is needed for it."""
    blocks = [_text(sentences.queue_line(queue))]
    for head in queue.first:
        claim = _button("claim", "Claim", button_value(head.id, head.epoch))
        blocks.append({**_text(sentences.waiting_case(head)), "accessory": claim})
    return _window("Queue", blocks)


def my_cases_view(cases: Sequence[Head], workspace: str) -> View:
    """Return what this person holds, each with its link and until when to answer."""
    lines = [sentences.held_case(head, workspace) for head in cases]
    return _window("My cases", [_text(line) for line in lines or [sentences.NO_CASES]])


def help_view() -> View:
    """Return what to do at the desk, a paragraph at a time."""
    return _window(sentences.HELP_TITLE, [_text(part) for part in sentences.HELP.split("\n\n")])


def _window(title: str, blocks: Sequence[Block]) -> View:
    return {
        "type": "modal",
        "title": plain(title),
        "close": plain("Close"),
        "blocks": list(blocks),
    }


def _button(action: str, label: str, value: str = NO_CASE) -> Block:
    button: Block = {
        "type": "button",
        "action_id": action,
        "text": plain(label),
        "value": value,
    }
    return {**button, "style": "primary"} if action in _PRIMARY else button


def _text(text: str) -> Block:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}
