"""The buttons under an agent's own words: take back, send after all, keep as a note."""

from dataclasses import dataclass

from warmline.adapters.slack import saying
from warmline.adapters.slack.parts import Part, Presses
from warmline.adapters.slack.presses import Press
from warmline.adapters.slack.tell import Teller
from warmline.application.taking_back import DecideHeld


@dataclass(frozen=True, slots=True)
class HeldButtons(Part):
    """Decides of words that are held; what was said of them to their writer is replaced."""

    decide: DecideHeld
    teller: Teller

    def presses(self) -> Presses:
        return {saying.UNDO: self._undo, saying.SEND: self._send, saying.KEEP: self._keep}

    def _undo(self, press: Press) -> None:
        self.decide.take_back(press.user, press.conversation, press.rest)
        self.teller.replace(press, saying.TAKEN_BACK)

    def _send(self, press: Press) -> None:
        self.decide.send(press.user, press.conversation, press.rest)
        self.teller.replace(press, saying.SENT)

    def _keep(self, press: Press) -> None:
        self.decide.take_back(press.user, press.conversation, press.rest)
        self.teller.replace(press, saying.STAYS)
