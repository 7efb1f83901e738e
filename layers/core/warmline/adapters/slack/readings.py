"""The buttons by which an agent reads a case: the transcript and its pages, and why."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from warmline.adapters.slack.modals import EARLIER, LATER, transcript_view, why_view
from warmline.adapters.slack.parts import Part
from warmline.adapters.slack.presses import Press
from warmline.adapters.slack.tell import Teller
from warmline.application.case_files import CaseFiles


@dataclass(frozen=True, slots=True)
class Readings(Part):
    """Opens a window for the one who pressed. Raises Refused for who may not read the case."""

    files: CaseFiles
    teller: Teller

    def presses(self) -> Mapping[str, Callable[[Press], object]]:
        """Which button leads where."""
        return {
            "transcript": self._transcript,
            EARLIER: lambda press: self._transcript(press, press.page + 1),
            LATER: lambda press: self._transcript(press, max(press.page - 1, 0)),
            "why": self._why,
        }

    def _transcript(self, press: Press, page: int = 0) -> None:
        lines = self.files.transcript(press.user, press.conversation)
        self.teller.show(press, transcript_view(press.conversation, lines, page))

    def _why(self, press: Press) -> None:
        things = self.files.why(press.user, press.conversation)
        self.teller.show(press, why_view(press.conversation, things))
