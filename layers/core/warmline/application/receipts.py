"""What the provider says of a message later: forward only, in whatever order it comes."""

from dataclasses import dataclass, replace

from warmline.application.change import House
from warmline.application.opting import LearnOptOut
from warmline.application.ports import Clock, ConversationStore
from warmline.application.retrying import Patience
from warmline.application.telling import result_marks
from warmline.domain.outgoing import UNDELIVERED, Receipt, Status
from warmline.domain.writes import Put

_RANKS = {
    Receipt.NONE: 0,
    Receipt.QUEUED: 1,
    Receipt.SENT: 2,
    Receipt.UNDELIVERED: 3,
    Receipt.FAILED: 3,
    Receipt.DELIVERED: 3,
    Receipt.READ: 4,
}
_OPEN_QUESTIONS = frozenset({Status.PENDING, Status.SENDING, Status.UNKNOWN})
"""A receipt of the latest attempt answers them: the provider has it, whatever it told us."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryReceipt:
    """One status of one send. `conversation` and `sequence` are what we put into the callback.

    `error` is the provider's own code, safe to show to an agent; `opted_out` what it says of them.
    """

    target: str
    conversation: str
    sequence: int
    attempt: int
    status: Receipt
    provider_id: str
    error: str = ""
    opted_out: bool = False


@dataclass(frozen=True, slots=True)
class RecordReceipt:
    """Moves a delivery forward by its receipt; settles one whose own answer was lost.

    Returns whether anything changed. A receipt of an unknown message changes nothing.
    """

    store: ConversationStore
    house: House
    clock: Clock
    patience: Patience

    def __call__(self, receipt: DeliveryReceipt) -> bool:
        changed = self.patience.until_committed(lambda: self._decide(receipt))
        if changed and receipt.status in UNDELIVERED and receipt.opted_out:
            learn = LearnOptOut(self.store, self.house, self.clock, self.patience)
            learn(self._target(receipt))
        return changed

    def _target(self, receipt: DeliveryReceipt) -> str:
        head = self.store.find_head(receipt.conversation) if receipt.conversation else None
        return head.address if head else receipt.target

    def _decide(self, receipt: DeliveryReceipt) -> bool:
        row = self.store.find_outgoing(self._target(receipt), receipt.sequence)
        if row is None or _RANKS[receipt.status] <= _RANKS[row.receipt]:
            return False
        moved = replace(row, receipt=receipt.status)
        settled = receipt.attempt == row.attempt and row.status in _OPEN_QUESTIONS
        if settled:
            moved = moved.ended(Status.SENT, provider_id=receipt.provider_id)
        if moved.undelivered:
            moved = replace(moved, error=receipt.error or row.error or receipt.status)
        told_already = row.status is Status.FAILED
        news = (settled or moved.undelivered) and not told_already
        marks = result_marks(self.store, moved, self.clock()) if news else []
        self.store.commit([Put(moved), *marks])
        return True
