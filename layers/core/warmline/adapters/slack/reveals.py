"""The button and the window by which one person sees one thing of the customer, for a minute."""

from dataclasses import dataclass

from warmline.adapters.slack.modals import View
from warmline.adapters.slack.parse import Command
from warmline.adapters.slack.parts import NotTaken, Part, Presses, Submissions, Verbs
from warmline.adapters.slack.presses import Press, Presser, Submission
from warmline.adapters.slack.reveal_views import REVEAL, WHAT, WHY, ask_view, shown_view
from warmline.adapters.slack.sentences import why_refused
from warmline.adapters.slack.tell import Teller
from warmline.application.agent_actions import AgentActions
from warmline.application.revealing import Reveal, Wish
from warmline.domain.errors import Refusal, Refused, UnsupportedEvent


@dataclass(frozen=True, slots=True)
class Reveals(Part):
    """Asks what and why, shows it to who asked and to nobody else, and has it blanked."""

    reveal: Reveal
    actions: AgentActions
    teller: Teller

    def presses(self) -> Presses:
        return {REVEAL: self._on_press}

    def verbs(self) -> Verbs:
        return {REVEAL: self._on_command}

    def submissions(self) -> Submissions:
        return {REVEAL: self._show}

    def _on_press(self, press: Press) -> None:
        self.teller.show(press, self._ask(press.user, press.conversation))

    def _on_command(self, command: Command) -> str:
        case = self.actions.find_case(command.user, command.alias)
        presser = Presser(command.user, command.channel, "", trigger=command.trigger)
        self.teller.show(presser, self._ask(command.user, case))
        return ""

    def _ask(self, user: str, conversation: str) -> View:
        head, things = self.reveal.choices(user, conversation)
        return ask_view(head, things, self.reveal.seconds)

    def _show(self, sent: Submission) -> View:
        if not sent.window:
            raise UnsupportedEvent("a window that could not be blanked")
        wish = Wish(
            sent.user,
            sent.conversation,
            sent.values.get(WHAT, ""),
            sent.values.get(WHY, ""),
            sent.window,
        )
        try:
            thing = self.reveal(wish)
        except Refused as refused:
            if refused.reason is Refusal.NO_REASON:
                raise NotTaken({WHY: why_refused(refused)}) from refused
            raise
        return shown_view(sent.conversation, thing, self.reveal.seconds)
