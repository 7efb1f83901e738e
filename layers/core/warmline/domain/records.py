"""The small rows around a conversation."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from warmline.domain.attachments import Attachment
from warmline.domain.entries import Origin


class Consent(StrEnum):
    """Whether we may write to an address; UNSAID is a customer who never spoke of it."""

    UNSAID = "unsaid"
    OPTED_IN = "opted_in"
    OPTED_OUT = "opted_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressRecord:
    """One customer's address: the only counter of sequence numbers, and their consent.

    `contacts` are the times, within the last days, when a conversation began. `opt_out_asked`: the
    last words to them, notices aside, were the question whether they want no more messages.
    """

    address: str
    open_conversation: str = ""
    last_conversation: str = ""
    last_sequence: int = 0
    last_visible: int = 0
    consent: Consent = Consent.UNSAID
    consent_at: datetime | None = None
    opt_out_asked: bool = False
    customer: str = ""
    language: str = ""
    time_zone: str = ""
    contacts: tuple[datetime, ...] = ()
    crisis_told_at: datetime | None = None
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One provider message that has had its effect, and what was answered."""

    scope: str
    conversation: str
    sequence: int
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseName:
    """The name by which the desk calls a conversation, to find it by; in lower case."""

    name: str
    conversation: str
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """Which conversation a Slack thread belongs to."""

    channel: str
    ts: str
    conversation: str
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Socket:
    """One WebSocket, from `$connect` on. Greeted once it has said hello."""

    id: str
    opened_at: datetime
    session: str = ""
    customer: str = ""
    language: str = ""
    time_zone: str = ""
    greeted: bool = False
    hello_by: datetime | None = None
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """A socket that a web session can be reached by.

    What the customer had been sent when they said hello needs no push: all `shown_through`.
    """

    session: str
    id: str
    shown_through: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """The next free moment of something that Slack counts, such as posts to one channel."""

    scope: str
    next_free: datetime
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outage:
    """How often something outside has failed in a row; with a next probe, nobody calls before.

    `asking` names who has taken the last probe.
    """

    scope: str
    failures: int = 0
    failed_at: datetime | None = None
    next_probe: datetime | None = None
    asking: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Spending:
    """The tokens that a model has used up for one conversation, or on one day."""

    scope: str
    tokens: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldReply:
    """The holder's words in their undo time, or until they say that they mean them.

    No log entry yet, and no sequence. `origin` is the Slack message that they came from, `scope`
    names it. With no `due` nothing goes out before the holder's press. They answer the customer's
    words through `answers`: what comes later is not answered by them. `edits` is the message that
    they are to take the place of.
    """

    conversation: str
    ts: str
    agent: str
    epoch: int
    text: str
    scope: str
    at: datetime
    due: datetime | None
    origin: Origin | None = None
    files: tuple[Attachment, ...] = ()
    answers: int = 0
    edits: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Waited:
    """How long one customer waited for a person: what an honest estimate is made of."""

    team: str
    at: datetime
    conversation: str
    seconds: float
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """Whether a web session has the page open, and since when that is so."""

    session: str
    here: bool
    since: datetime
    time_zone: str = ""
    version: int = 0
