"""The buttons of a card that act at once, without a window."""

from dataclasses import dataclass

from warmline.adapters.slack import sentences
from warmline.adapters.slack.links import link_to
from warmline.adapters.slack.parts import Part, Presses
from warmline.adapters.slack.presses import Press
from warmline.adapters.slack.tell import Teller
from warmline.application.agent_actions import AgentActions
from warmline.application.tools_approval import DecideTool
from warmline.domain.conversation import Head


@dataclass(frozen=True, slots=True)
class CaseButtons(Part):
    """Claim, release, hand back, resolve, not solved, reopen; a yes or no to an action.

    Each raises Refused with the reason, and who has the case, for who may not or is too late.
    """

    desk_channel: str
    actions: AgentActions
    decide: DecideTool
    teller: Teller

    def presses(self) -> Presses:
        actions = self.actions
        return {
            "claim": self._claim,
            "release": lambda press: actions.release(press.user, press.conversation, press.epoch),
            "hand_back": lambda press: actions.hand_back(
                press.user, press.conversation, press.epoch
            ),
            "resolve": lambda press: actions.resolve(press.user, press.conversation, press.epoch),
            "resolve_unsolved": lambda press: actions.resolve(
                press.user, press.conversation, press.epoch, solved=False
            ),
            "reopen": self._reopen,
            "approve": lambda press: self.decide.approve(press.user, press.conversation),
            "decline": lambda press: self.decide.decline(press.user, press.conversation),
        }

    def _claim(self, press: Press) -> None:
        """The press tells where the card is, if it is a card of the desk's own channel."""
        posted = press.posted
        at_the_desk = posted is not None and posted.channel == self.desk_channel
        head = self.actions.claim(press.user, press.conversation, posted if at_the_desk else None)
        if not press.channel:
            self._say_yours(press, head)

    def _reopen(self, press: Press) -> None:
        self._say_yours(press, self.actions.reopen(press.user, press.conversation))

    def _say_yours(self, press: Press, head: Head) -> None:
        """There is no card where they look, or it is another: say what they have now."""
        said = sentences.yours(head.id, link_to(press.workspace, head.marks.card))
        self.teller.answer(press, said, self.desk_channel, sentences.YOURS)
