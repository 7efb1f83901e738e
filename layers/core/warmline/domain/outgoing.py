"""One delivery of one thing to one target: a row that carries all that its delivery needs."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from warmline.domain.entries import LogEntry

SEND_LEASE = timedelta(seconds=12)
"""Longer than `deliver_message` may run (10 s): a lease that ran out is a worker that died."""

_DRAFT = "draft:"

CATCH_UP = timedelta(seconds=20)
"""How long after it could have been sent a row becomes the sweeper's business."""


class Task(StrEnum):
    """What is to be done at the target."""

    SAY = "say"  # to the customer
    CARD = "card"  # post or edit the card
    POST = "post"  # in the card's thread
    REACT = "react"  # on an agent's own message
    REMOVE = "remove"  # a card that was posted twice
    RUN = "run"  # an action that an agent has agreed to
    BLANK = "blank"  # a window that showed one agent something of the customer
    SCRUB = "scrub"  # a message of ours in a closed case's thread, made a stub
    SHIFT = "shift"  # the pinned message with the shift's buttons
    DRAFT = "draft"  # a reply that an agent asks the bot to write for them
    WINDOW = "window"  # that reply, in the agent's window


class Status(StrEnum):
    """How far a row has come. The last four may be ends."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNKNOWN = "unknown"
    CANCELLED = "cancelled"


class Receipt(StrEnum):
    """What the provider said of a sent message later. Moves forward only."""

    NONE = ""
    QUEUED = "queued"
    SENT = "sent"
    DELIVERED = "delivered"
    READ = "read"
    UNDELIVERED = "undelivered"
    FAILED = "failed"


UNDELIVERED = frozenset({Receipt.UNDELIVERED, Receipt.FAILED})
"""What a provider says of a message that it took and could not bring."""

ENDED = frozenset({Status.SENT, Status.FAILED, Status.CANCELLED})
"""An UNKNOWN row has ended once `given_up` says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One delivery. `target` and `sequence` name it; rows of a target leave in this order.

    `text` is always literal; `name` is who says it, `mention` the agents that it is meant for.
    `decides` is the key of an action to which an agent may say yes or no by a button under it;
    `answers` is the last of the customer's words to which a draft is an answer. After `good_until`
    nobody needs it any more, such as a reminder.
    """

    target: str
    sequence: int
    task: Task
    conversation: str
    created_at: datetime
    text: str = ""
    name: str = ""
    mention: str = ""
    entry: LogEntry | None = None
    announces_state: bool = False
    despite_opt_out: bool = False
    decides: str = ""
    answers: int = 0
    channel: str = ""
    ts: str = ""
    status: Status = Status.PENDING
    attempt: int = 0
    not_before: datetime | None = None
    good_until: datetime | None = None
    lease_until: datetime | None = None
    paced: bool = False
    given_up: bool = False
    provider_id: str = ""
    receipt: Receipt = Receipt.NONE
    error: str = ""
    version: int = 0

    @property
    def finished(self) -> bool:
        return self.status in ENDED or (self.status is Status.UNKNOWN and self.given_up)

    @property
    def undelivered(self) -> bool:
        return self.receipt in UNDELIVERED

    @property
    def due(self) -> datetime | None:
        """When the sweeper must see to this row; None once it has ended."""
        if self.finished:
            return None
        waits_for = (self.created_at, self.not_before, self.lease_until)
        return max(time for time in waits_for if time is not None) + CATCH_UP

    def taken(self, now: datetime) -> "Outgoing":
        """The row while one worker sends it: attempt + 1, leased."""
        return replace(
            self,
            status=Status.SENDING,
            attempt=self.attempt + 1,
            lease_until=now + SEND_LEASE,
            not_before=None,
        )

    def ended(self, status: Status, *, error: str = "", provider_id: str = "") -> "Outgoing":
        return replace(
            self,
            status=status,
            lease_until=None,
            not_before=None,
            error=error,
            provider_id=provider_id or self.provider_id,
        )

    def postponed(self, until: datetime, *, error: str = "") -> "Outgoing":
        return replace(self, status=Status.PENDING, lease_until=None, not_before=until, error=error)


def card_target(conversation: str) -> str:
    return f"card:{conversation}"


def thread_target(conversation: str) -> str:
    return f"thread:{conversation}"


def mark_target(conversation: str, sequence: int) -> str:
    """What the agent is told of the delivery of one message: a reaction, a line in the thread."""
    return f"mark:{conversation}:{sequence}"


def tool_target(key: str) -> str:
    """An action of the bot's that an agent has agreed to."""
    return f"tool:{key}"


def double_target(channel: str, ts: str) -> str:
    """A card that was posted twice."""
    return f"double:{channel}:{ts}"


def window_target(window: str) -> str:
    """A window of Slack's that is open before one agent."""
    return f"window:{window}"


def window_of(target: str) -> str:
    """The window that such a target names."""
    return target.partition(":")[2]


def shift_target() -> str:
    """The pinned message of the desk channel."""
    return "shift:desk"


def draft_target(window: str) -> str:
    """A draft that the bot's own worker writes, for the window in which it is awaited."""
    return f"{_DRAFT}{window}"


def is_draft_target(target: str) -> bool:
    return target.startswith(_DRAFT)


def scrub_target(conversation: str) -> str:
    """Our messages in a closed case's thread, made stubs one after the other."""
    return f"scrub:{conversation}"
