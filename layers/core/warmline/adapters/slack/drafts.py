"""What an agent sends from a window: a draft of the bot's, a canned reply, or their own words."""

from dataclasses import dataclass

from warmline.adapters.slack import saying
from warmline.adapters.slack.modals import View, notice_view
from warmline.adapters.slack.parts import Part, Presses, Submissions
from warmline.adapters.slack.presses import Press, Submission
from warmline.adapters.slack.reply_window import (
    PICK,
    SEND,
    TEXT,
    canned_view,
    overtaken_view,
    waiting_view,
)
from warmline.adapters.slack.tell import Teller
from warmline.application.change import House
from warmline.application.desk_board import DeskBoard
from warmline.application.drafts import AskForDraft
from warmline.application.ports import Clock
from warmline.application.reply import ReplyToCustomer, WindowWords
from warmline.domain.conversation import Head
from warmline.domain.errors import Refusal, Refused
from warmline.domain.records import HeldReply

ON_ITS_WAY = "On its way"


@dataclass(frozen=True, slots=True)
class ReplyWindows(Part):
    """Opens the window for the holder, and sends what they have looked at as if they had typed it.

    A reply to what is no longer all that the customer said is not sent: its writer reads on first.
    """

    house: House
    clock: Clock
    board: DeskBoard
    ask: AskForDraft
    reply: ReplyToCustomer
    teller: Teller

    def presses(self) -> Presses:
        return {"draft": self._draft, "canned": self._canned, PICK: self._pick}

    def submissions(self) -> Submissions:
        return {SEND: self._send}

    def _draft(self, press: Press) -> None:
        head = self.board.held(press.user, press.conversation, press.epoch)
        window = self.teller.open(press, waiting_view(head))
        if window:
            self.ask(head, press.user, window)

    def _canned(self, press: Press) -> None:
        head = self.board.held(press.user, press.conversation, press.epoch)
        self.teller.show(press, canned_view(head, self.house.replies.replies, -1, ""))

    def _pick(self, press: Press) -> None:
        head = self.board.held(press.user, press.conversation, press.epoch)
        picked = int(press.picked) if press.picked.isdecimal() else -1
        replies, policy = self.house.replies, self.house.policy
        text = replies.filled(picked, head, policy, self.clock())
        self.teller.show(press, canned_view(head, replies.replies, picked, text))

    def _send(self, sent: Submission) -> View | None:
        text = next((value for name, value in sent.values.items() if name.startswith(TEXT)), "")
        answers = int(sent.rest) if sent.rest.isdecimal() else 0
        words = WindowWords(
            user=sent.user,
            conversation=sent.conversation,
            epoch=sent.epoch,
            text=text,
            scope=f"slack:window:{sent.window}",
            answers=answers,
        )
        try:
            hearing = self.reply.send(words)
        except Refused as refused:
            if refused.reason is not Refusal.OVERTAKEN:
                raise
            return overtaken_view(self._held(sent), text)
        return self._tell(self._held(sent), hearing.held) if hearing.held else None

    def _held(self, sent: Submission) -> Head:
        return self.board.held(sent.user, sent.conversation, sent.epoch)

    def _tell(self, head: Head, held: HeldReply) -> View | None:
        """Offer to take it back, in the thread where it will appear; in a window without one."""
        text, blocks = saying.of_held(held)
        card = head.marks.card
        if card is None:
            return notice_view(text, ON_ITS_WAY)
        self.teller.tell(card.channel, held.agent, text, thread_ts=card.ts, blocks=blocks)
        return None
