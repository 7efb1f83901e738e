"""The few things that the use cases need from outside, each with two real implementations."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from warmline.domain.address import Channel
from warmline.domain.agent import Agent, OpenCase, ShiftEvent, WorkDone
from warmline.domain.articles import ArticleVersion
from warmline.domain.card import Card
from warmline.domain.conversation import Head, Posted
from warmline.domain.drafts import Draft
from warmline.domain.entries import LogEntry, Role
from warmline.domain.handoff import Reason
from warmline.domain.outgoing import Outgoing
from warmline.domain.queueing import Lane, Place
from warmline.domain.records import (
    AddressRecord,
    CaseName,
    Connection,
    HeldReply,
    Outage,
    Pace,
    Presence,
    Seen,
    Socket,
    Spending,
    Thread,
    Waited,
)
from warmline.domain.tool_runs import ToolRun
from warmline.domain.tools import Risk, ToolUse
from warmline.domain.writes import Write

type Clock = Callable[[], datetime]
"""Now, as an aware time in UTC."""

type NewId = Callable[[], str]
"""An id that nobody can guess."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """All that is decided on when a message comes in, read consistently.

    `head` is the open conversation of the address, or else its last one.
    """

    seen: Seen | None
    address: AddressRecord | None
    head: Head | None


@dataclass(frozen=True, slots=True)
class Due:
    """Something whose time has come, as the index says: read the row before deciding."""

    conversation: str = ""
    target: str = ""
    socket: str = ""
    agent: str = ""


class ConversationStore(Protocol):
    """The one table. Reads by key are consistent; `find_due` may lag and is only a hint.

    Every method raises StoreUnavailable when the table throttles, fails or is away.
    """

    def read_arrival(self, scope: str, address: str) -> Arrival: ...
    def find_seen(self, scope: str) -> Seen | None: ...
    def find_address(self, address: str) -> AddressRecord | None: ...
    def find_head(self, conversation: str) -> Head | None: ...
    def read_log(self, conversation: str, *, after: int = 0) -> list[LogEntry]:
        """Entries with a sequence above `after`, in order."""
        ...

    def find_thread(self, channel: str, ts: str) -> Thread | None: ...
    def cases_named(self, name: str) -> list[CaseName]:
        """The conversations that the desk calls by this name, in lower case: hardly ever two."""
        ...

    def find_agent(self, agent: str) -> Agent | None: ...
    def find_open_case(self, agent: str, conversation: str) -> OpenCase | None: ...
    def open_cases(self, agent: str) -> list[OpenCase]: ...
    def find_outgoing(self, target: str, sequence: int) -> Outgoing | None: ...
    def next_outgoing(self, target: str) -> Outgoing | None:
        """The target's lowest unfinished row. Finished rows always come before it."""
        ...

    def last_outgoing(self, target: str) -> Outgoing | None:
        """The target's newest row, finished or not."""
        ...

    def find_socket(self, socket: str) -> Socket | None: ...
    def connections(self, session: str) -> list[Connection]: ...
    def find_pace(self, scope: str) -> Pace | None: ...
    def find_tool_run(self, key: str) -> ToolRun | None: ...
    def find_outage(self, scope: str) -> Outage | None: ...
    def find_spending(self, scope: str) -> Spending | None: ...
    def agents(self) -> list[Agent]:
        """Everybody who was ever an agent, suspended ones too. May lag."""
        ...

    def shift_events(self, agent: str, *, since: datetime) -> list[ShiftEvent]:
        """An agent's changes of shift from `since` on, oldest first."""
        ...

    def work_done(self, agent: str, *, since: datetime) -> list[WorkDone]:
        """The conversations whose handling by this agent ended from `since` on, oldest first."""
        ...

    def held_replies(self, conversation: str) -> list[HeldReply]:
        """What the holder has said and is not sent yet, oldest first."""
        ...

    def find_held(self, conversation: str, ts: str) -> HeldReply | None: ...
    def find_presence(self, session: str) -> Presence | None: ...
    def latest_waits(self, team: str, *, since: datetime, limit: int) -> list[Waited]:
        """The latest waits of a team that ended after `since`, newest first."""
        ...

    def waiting(self, lanes: Sequence[Lane], *, limit: int) -> list[Place]:
        """The first cases of each lane's partitions, `limit` of each, in the queue's order.

        May lag: read the head before deciding anything.
        """
        ...

    def count_waiting(self, lanes: Sequence[Lane], *, before: datetime, limit: int) -> int:
        """How many count as waiting longer, up to `limit`. May lag."""
        ...

    def posts_in_thread(self, target: str) -> list[Outgoing]:
        """The target's rows that the provider took, oldest first."""
        ...

    def find_due(self, now: datetime, *, limit: int) -> list[Due]:
        """What was due at `now`, the longest overdue first."""
        ...

    def commit(self, writes: Sequence[Write]) -> None:
        """Write all or nothing.

        Raises Conflict when a row is not as it was read, or another transaction is at it.
        """
        ...


class Hints(Protocol):
    """Tells a worker to look at something. Hints may be lost, doubled, late or out of order.

    Every method raises HintNotSent when the queue did not take it.
    """

    def turn(self, conversation: str, sequence: int, *, delay: float = 0) -> None: ...
    def delivery(self, target: str, *, delay: float = 0) -> None: ...
    def look_at(self, conversation: str, *, delay: float = 0) -> None: ...
    def look_at_socket(self, socket: str, *, delay: float = 0) -> None: ...
    def look_at_agent(self, agent: str, *, delay: float = 0) -> None: ...


class CustomerChannel(Protocol):
    """One way to reach customers."""

    def send(self, row: Outgoing) -> str:
        """Hand the message to the provider; returns the provider's id of it, if it gives one.

        Raises TemporaryDeliveryError, PermanentDeliveryError or UnknownDelivery.
        """
        ...

    def look_up(self, row: Outgoing) -> str | None:
        """Return the provider's id of a send whose answer was lost, None if it was not taken.

        Raises UnknownDelivery when the provider cannot tell, TemporaryDeliveryError for later.
        """
        ...


class Sockets(Protocol):
    """The web's sockets, as their gateway manages them."""

    def close(self, socket: str) -> None:
        """Close it; one that is gone already is no error."""
        ...


class Desk(Protocol):
    """The Slack side as agents see it. Raises as `CustomerChannel.send` does."""

    def show_card(self, card: Card, posted: Posted | None) -> Posted:
        """Edit the card in place, or post it if it is not there (any more)."""
        ...

    def post_in_thread(self, posted: Posted, row: Outgoing) -> str:
        """Post a customer's message, the conversation so far or a line of our own."""
        ...

    def react(self, row: Outgoing) -> None:
        """Put the reaction `row.text` on the message at `row.channel`, `row.ts`."""
        ...

    def remove(self, posted: Posted) -> None:
        """Take away a card that was posted twice; one that is gone already is no error."""
        ...

    def blank(self, window: str) -> None:
        """Empty a window that showed something private; one that was closed is no error."""
        ...

    def scrub(self, posted: Posted) -> None:
        """Put a stub in the place of a message of ours; one that is gone is no error."""
        ...

    def show_draft(self, window: str, draft: Draft) -> None:
        """Fill the window in which an agent waits for it; one that was closed is no error."""
        ...

    def show_shift(self, posted: Posted | None) -> Posted:
        """Post the shift message and pin it, or bring it up to date where it is."""
        ...


@dataclass(frozen=True, slots=True)
class Utterance:
    """Something that was said, as the responder sees it."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class ToolOffer:
    """A tool as a responder may see it: `parameters` is a JSON Schema object."""

    name: str
    description: str
    parameters: Mapping[str, object]
    risk: Risk


class ToolBox(Protocol):
    """The tools of one turn. Whether a call runs is decided here, never by who asks for it."""

    def offers(self) -> tuple[ToolOffer, ...]: ...
    def call(self, name: str, arguments: str) -> ToolUse:
        """Run a `read` tool; turn others into a question to the customer or to an agent.

        `arguments` is JSON as the model wrote it. Never raises for what a model may get wrong: an
        unknown tool, bad arguments and a failure are all told in the returned status.
        """
        ...

    def uses(self) -> tuple[ToolUse, ...]:
        """Every call of this turn, in order."""
        ...


@dataclass(frozen=True, slots=True)
class TurnRequest:
    """Everything unanswered so far, and what was said before."""

    channel: Channel
    language: str
    history: tuple[Utterance, ...]
    questions: tuple[str, ...]
    seconds_left: float
    conversation: str = ""
    sequence: int = 0
    """Of the last question: with the conversation, what a turn's tool calls are keyed by."""
    customer: str = ""
    """A hash of the address: tells customers apart, and tells nothing about them."""
    human_note: str = ""
    """What a human who handed back asked the bot to know and not to contradict."""
    for_agent: str = ""
    """The agent for whom this is a draft: they read it, change it and send it as their own."""
    tools: "ToolBox | None" = None
    draft: "Callable[[str, Sequence[str]], None] | None" = None
    """Takes the whole reply so far, with the texts that it is made from, where drafts are shown."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to everything unanswered; `text` is never empty.

    It does not say that an AI is speaking: `take_turn` adds that to a conversation's first answer.
    """

    text: str
    articles: tuple[ArticleVersion, ...] = ()
    handoff: Reason | None = None
    offers_human: bool = False
    model: str = "embedded"
    prompt: str = ""
    tools: tuple[ToolUse, ...] = ()
    quoted: bool = False
    """`text` is made of the articles' own words, which may promise and claim."""
    unsupported: bool = False
    """No article answers it; `text` says so."""
    promise: str = ""
    """What `text` promises that somebody will do, in its own words."""
    evidence: str = ""
    """Why a human, if `handoff`, in words for the human."""
    brief: str = ""
    """The case in five lines at most, for the human, if `handoff`."""
    sources: tuple[str, ...] = ()
    """The texts that it was made from, where what it may name is held against them."""
    tokens: int = 0


class Responder(Protocol):
    """Answers routine questions from the deployer's articles."""

    def respond(self, request: TurnRequest) -> Answer:
        """Answer within `request.seconds_left`.

        Raises ResponderUnavailable when there is no usable answer in time, ResponderRefused when
        the model declines, ToolsFailed or BudgetSpent: the `reason` of each says why a human.
        """
        ...
