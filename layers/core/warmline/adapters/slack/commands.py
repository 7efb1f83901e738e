"""What `/warmline <verb> [case]` does to a case: the same as its button."""

import re
from dataclasses import dataclass, replace

from warmline.adapters.slack import sentences
from warmline.adapters.slack.links import link_to
from warmline.adapters.slack.parse import Command
from warmline.adapters.slack.parts import Part, Verbs
from warmline.application.agent_actions import AgentActions
from warmline.application.desk_board import DeskBoard
from warmline.domain.conversation import Head

_NOTED = re.compile(r"(?P<case>\S+\s+\S+\s+[0-9]{4})\s+(?P<note>.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Commands(Part):
    """Each returns what the person is told, and raises Refused with the reason."""

    actions: AgentActions
    board: DeskBoard

    def verbs(self) -> Verbs:
        return {
            "next": self._next,
            "queue": self._queue,
            "cases": self._cases,
            "claim": self._claim,
            "release": self._release,
            "handback": self._hand_back,
            "resolve": self._resolve,
            "unsolved": self._resolve_unsolved,
            "reopen": self._reopen,
        }

    def _next(self, command: Command) -> str:
        return _yours(command, self.actions.next(command.user))

    def _queue(self, command: Command) -> str:
        return sentences.queue(self.board.queue(command.user))

    def _cases(self, command: Command) -> str:
        return sentences.my_cases(self.board.my_cases(command.user), command.workspace)

    def _claim(self, command: Command) -> str:
        case = self.actions.find_case(command.user, command.alias)
        return _yours(command, self.actions.claim(command.user, case))

    def _reopen(self, command: Command) -> str:
        case = self.actions.find_case(command.user, command.alias)
        return _yours(command, self.actions.reopen(command.user, case))

    def _release(self, command: Command) -> str:
        return sentences.released(self.actions.release(command.user, self._own(command)).id)

    def _hand_back(self, command: Command) -> str:
        """What is typed behind the case's whole name is the bot's to know."""
        noted = _NOTED.fullmatch(command.alias)
        named = replace(command, alias=noted["case"]) if noted else command
        note = noted["note"] if noted else ""
        head = self.actions.hand_back(command.user, self._own(named), note=note)
        return sentences.handed_back(head.id)

    def _resolve(self, command: Command) -> str:
        return sentences.resolved(self.actions.resolve(command.user, self._own(command)).id)

    def _resolve_unsolved(self, command: Command) -> str:
        case = self._own(command)
        return sentences.not_solved(self.actions.resolve(command.user, case, solved=False).id)

    def _own(self, command: Command) -> str:
        return self.actions.find_case(command.user, command.alias)


def _yours(command: Command, head: Head) -> str:
    return sentences.yours(head.id, link_to(command.workspace, head.marks.card))
