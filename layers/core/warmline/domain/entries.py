"""The facts of a conversation: an append-only log, numbered by the customer's address."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from warmline.domain.articles import ArticleVersion
from warmline.domain.attachments import Attachment
from warmline.domain.handoff import Reason
from warmline.domain.signals import Signal
from warmline.domain.states import State
from warmline.domain.tools import ToolUse


class Role(StrEnum):
    """Who said or did something."""

    CUSTOMER = "customer"
    BOT = "bot"
    AGENT = "agent"
    SYSTEM = "system"


class Kind(StrEnum):
    """What a log entry records."""

    OPENED = "opened"
    MESSAGE = "message"
    NOTICE = "notice"
    EDIT = "edit"
    HANDED_OFF = "handed_off"
    WITHDRAWN = "withdrawn"
    MOVED = "moved"
    CLAIMED = "claimed"
    RELEASED = "released"
    TRANSFERRED = "transferred"
    HANDED_BACK = "handed_back"
    CLOSED = "closed"
    CONSENT = "consent"
    KEYWORD = "keyword"  # HELP: answered by rule, and by no one else
    REMINDED = "reminded"
    REVEALED = "revealed"  # something of the customer was shown to one agent; `why` is their reason
    TOOL = "tool"  # what became of an action that somebody had to agree to


VISIBLE = frozenset({Kind.MESSAGE, Kind.NOTICE, Kind.EDIT})
"""The kinds that the customer sees."""


class Outcome(StrEnum):
    """How a conversation ended; never merged, silence is not success."""

    CONFIRMED = "confirmed"
    NOT_SOLVED = "not_solved"
    ASSUMED = "assumed"
    ABANDONED = "abandoned"
    OPTED_OUT = "opted_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The Slack message that an agent's words came from: where its check mark goes."""

    channel: str
    ts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """One fact. Never changed; `state` and `epoch` are those after it.

    `after` is the sequence of the message before this one that the customer can see. An answer of
    the bot carries what it stands on: articles, model, version of the prompt, tool calls; or that
    it is `unsupported`, when no article answered. A handoff carries its signals, strongest first,
    and the brief for the human.
    """

    conversation: str
    sequence: int
    at: datetime
    kind: Kind
    role: Role
    state: State
    epoch: int
    after: int = 0
    text: str = ""
    name: str = ""
    agent: str = ""
    address: str = ""
    previous: str = ""
    language: str = ""
    reason: Reason | None = None
    outcome: Outcome | None = None
    why: str = ""
    team: str = ""
    skill: str = ""
    needs_language: str = ""
    reserved_for: str = ""
    reserved_until: datetime | None = None
    head_start_seconds: int = 0
    answered_through: int = 0
    offers_human: bool = False
    articles: tuple[ArticleVersion, ...] = ()
    model: str = ""
    prompt: str = ""
    tools: tuple[ToolUse, ...] = ()
    signals: tuple[Signal, ...] = ()
    brief: str = ""
    unsupported: bool = False
    provider_id: str = ""
    client_message_id: str = ""
    edits: int = 0
    origin: Origin | None = None
    files: tuple[Attachment, ...] = ()
    version: int = 0

    @property
    def visible(self) -> bool:
        return self.kind in VISIBLE
