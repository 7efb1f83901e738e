"""What the writer of held words decides of them: to keep them at the desk, or to send them."""

from collections.abc import Callable
from dataclasses import dataclass

from warmline.application.change import Change, House
from warmline.application.held_replies import release, say_now
from warmline.application.ports import Clock, ConversationStore
from warmline.application.retrying import Patience
from warmline.application.speaking import check_may_speak, open_change
from warmline.domain.agent import Agent, authorise
from warmline.domain.errors import Refusal, Refused
from warmline.domain.records import HeldReply


@dataclass(frozen=True, slots=True)
class DecideHeld:
    """Each is one press by the writer; `ts` is the message that the words are in.

    Raises Refused: TOO_LATE for what has gone out already, or was decided before.
    """

    store: ConversationStore
    house: House
    clock: Clock
    patience: Patience
    find_agent: Callable[[str], Agent | None]

    def take_back(self, user: str, conversation: str, ts: str) -> None:
        """Keep the words at the desk."""
        self.patience.until_committed(lambda: self._decide(user, conversation, ts, self._release))

    def send(self, user: str, conversation: str, ts: str) -> None:
        """Send words that their writer was asked about."""
        self.patience.until_committed(lambda: self._decide(user, conversation, ts, self._send))

    def _decide(
        self, user: str, conversation: str, ts: str, act: Callable[[Change, HeldReply], None]
    ) -> None:
        authorise(self.find_agent(user))
        held = self.store.find_held(conversation, ts)
        if held is None:
            raise Refused(Refusal.TOO_LATE)
        if held.agent != user:
            raise Refused(Refusal.NOT_YOURS)
        change = open_change(self.store, self.house, self.clock(), conversation)
        act(change, held)
        self.store.commit(change.writes())

    def _release(self, change: Change, held: HeldReply) -> None:
        release(change, self.store, held)

    def _send(self, change: Change, held: HeldReply) -> None:
        check_may_speak(self.store, change, held.agent)
        if held.epoch != change.get_head().epoch:
            raise Refused(Refusal.OUT_OF_DATE)
        say_now(change, self.store, held)
