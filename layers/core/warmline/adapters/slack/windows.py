"""The windows in which there is something to say: to whom a case goes, and what they must know.

Limits: https://docs.slack.dev/reference/block-kit/block-elements (100 options of 75 characters).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from warmline.adapters.slack.blocks import Block, button_value, plain
from warmline.adapters.slack.modals import View
from warmline.adapters.slack.parts import NotTaken, Part, Presses, Submissions
from warmline.adapters.slack.presses import Press, Submission
from warmline.adapters.slack.tell import Teller
from warmline.application.agent_actions import AgentActions
from warmline.application.desk_board import DeskBoard, Takers
from warmline.domain.agent import Agent
from warmline.domain.card import alias
from warmline.domain.conversation import Head
from warmline.domain.errors import Refusal, Refused
from warmline.domain.queueing import MAIN

TRANSFER, HAND_BACK = "transfer", "hand_back_note"
AGENT, TEAM, NOTE = "agent", "team", "note"
MOST_OPTIONS, LONGEST_OPTION = 100, 75
LONGEST_NOTE = 1_000

ONE_OF_THEM = "Pick a person or a team."
_GONE = {
    Refusal.NO_SUCH_AGENT: {AGENT: "They are not on shift any more. Pick somebody else."},
    Refusal.NO_SUCH_TEAM: {TEAM: "There is no such team any more."},
}


@dataclass(frozen=True, slots=True)
class PassingOn(Part):
    """Transfer, and hand back with a note: a window for the holder, then one transaction."""

    actions: AgentActions
    board: DeskBoard
    teller: Teller

    def presses(self) -> Presses:
        return {TRANSFER: self._open_transfer, HAND_BACK: self._open_hand_back}

    def submissions(self) -> Submissions:
        return {TRANSFER: self._transfer, HAND_BACK: self._hand_back}

    def _open_transfer(self, press: Press) -> None:
        head = self.board.held(press.user, press.conversation, press.epoch)
        self.teller.show(press, transfer_view(head, self.board.takers(press.user)))

    def _open_hand_back(self, press: Press) -> None:
        head = self.board.held(press.user, press.conversation, press.epoch)
        self.teller.show(press, hand_back_view(head))

    def _transfer(self, sent: Submission) -> View | None:
        agent, team = sent.values.get(AGENT, ""), sent.values.get(TEAM, "")
        if not agent and not team:
            raise NotTaken({TEAM: ONE_OF_THEM})
        try:
            self.actions.transfer(
                sent.user,
                sent.conversation,
                sent.epoch,
                agent=agent,
                team=team,
                note=sent.values.get(NOTE, ""),
            )
        except Refused as refused:
            if refused.reason in _GONE:
                raise NotTaken(_GONE[refused.reason]) from refused
            raise
        return None

    def _hand_back(self, sent: Submission) -> View | None:
        note = sent.values.get(NOTE, "")
        self.actions.hand_back(sent.user, sent.conversation, sent.epoch, note=note)
        return None


def transfer_view(head: Head, takers: Takers) -> View:
    """Return the window that asks to whom, and what they should know."""
    people = [_option(_person(one), one.id) for one in takers.agents[:MOST_OPTIONS]]
    teams = [_option(_team(name), name) for name in takers.teams[:MOST_OPTIONS]]
    blocks = [
        _text(f"The customer of {alias(head.id)} is told, and keeps their place in the queue."),
        *([_menu(AGENT, TO_PERSON, people, FOR_MINUTES)] if people else [_text(NOBODY_ELSE)]),
        _menu(TEAM, TO_TEAM, teams, FOR_TEAM if people else ""),
        _note("What should they know?", "They read it in the thread. The customer does not."),
    ]
    return _window(head, TRANSFER, "Transfer", blocks)


NOBODY_ELSE = "Nobody else is on shift now."
TO_PERSON, TO_TEAM = "To a person on shift", "To a team"
FOR_MINUTES = "They have it to themselves for a few minutes."
FOR_TEAM = "Whoever is free of it takes it; with a person too, after those minutes."


def hand_back_view(head: Head) -> View:
    """Return the window that asks what the bot must know, and not contradict."""
    blocks = [
        _text(f"The bot answers {alias(head.id)} from now on. A person can be asked for again."),
        _note(
            "What should the bot know?",
            "Such as: the refund was paid today. The bot does not contradict it.",
        ),
    ]
    return _window(head, HAND_BACK, "Hand back", blocks)


def _window(head: Head, callback: str, title: str, blocks: Sequence[Block]) -> View:
    return {
        "type": "modal",
        "callback_id": callback,
        "private_metadata": button_value(head.id, head.epoch),
        "title": plain(title),
        "submit": plain(title),
        "close": plain("Cancel"),
        "blocks": list(blocks),
    }


def _menu(block: str, label: str, options: Sequence[Block], hint: str) -> Block:
    menu = {"type": "static_select", "action_id": block, "options": list(options)}
    field: Block = {
        "type": "input",
        "block_id": block,
        "optional": True,
        "label": plain(label),
        "element": menu,
    }
    return {**field, "hint": plain(hint)} if hint else field


def _note(label: str, hint: str) -> Block:
    field = {
        "type": "plain_text_input",
        "action_id": NOTE,
        "multiline": True,
        "max_length": LONGEST_NOTE,
    }
    return {
        "type": "input",
        "block_id": NOTE,
        "optional": True,
        "label": plain(label),
        "hint": plain(hint),
        "element": field,
    }


def _option(label: str, value: str) -> Block:
    return {"text": plain(label[:LONGEST_OPTION] or value[:LONGEST_OPTION]), "value": value}


def _person(agent: Agent) -> str:
    cases = "no open case" if not agent.open_count else f"{agent.open_count} open"
    listed = ", ".join([*agent.skills, *agent.languages])
    return f"{agent.display_name[:30]} ({cases}{f'; {listed}' if listed else ''})"


def _team(name: str) -> str:
    return "Anyone of the main team" if name == MAIN else name


def _text(text: str) -> Block:
    return {"type": "section", "text": plain(text)}
