"""What a Slack workspace remembers: messages, reactions, whispers and open modals."""

import itertools
import threading
import time
import uuid
from dataclasses import dataclass, field
from typing import Final

from tests.contract.stand_ins.blocks import buttons_of, words_in
from tests.contract.stand_ins.loopback import Json

BOT_USER: Final = "U0WARMLINE"
BOT_ID: Final = "B0WARMLINE"
_moments = itertools.count(1)


@dataclass(slots=True)
class Message:
    """A message of a channel as it stands now; `versions` holds what it was."""

    channel: str
    ts: str
    author: str
    body: Json
    thread_ts: str | None = None
    at: float = field(default_factory=time.monotonic)
    deleted: bool = False
    versions: list[Json] = field(default_factory=list)
    reactions: list[str] = field(default_factory=list)

    @property
    def is_from_bot(self) -> bool:
        return self.author == BOT_USER

    @property
    def words(self) -> str:
        """Everything that a person reads in it."""
        return words_in(self.body)

    @property
    def buttons(self) -> dict[str, Json]:
        return buttons_of(self.body.get("blocks", []))

    def edit(self, body: Json) -> None:
        self.versions.append(self.body)
        self.body = body


@dataclass(frozen=True, slots=True)
class Whisper:
    """Words that only one person saw."""

    user: str
    words: str
    at: float = field(default_factory=time.monotonic)


@dataclass(frozen=True, slots=True)
class OpenView:
    """A modal on somebody's screen."""

    id: str
    user: str
    view: Json


@dataclass(slots=True)
class Workspace:
    """All channels of one team; safe to use from several threads."""

    desk_channel: str
    team: str
    channels: set[str] = field(default_factory=set)
    messages: list[Message] = field(default_factory=list)
    whispers: list[Whisper] = field(default_factory=list)
    views: list[OpenView] = field(default_factory=list)
    triggers: dict[str, tuple[str, float]] = field(default_factory=dict)
    response_urls: dict[str, str] = field(default_factory=dict)
    lock: threading.RLock = field(default_factory=threading.RLock)

    def __post_init__(self) -> None:
        self.channels.add(self.desk_channel)

    def add(self, channel: str, author: str, body: Json, thread_ts: str | None = None) -> Message:
        with self.lock:
            message = Message(channel, new_ts(), author, body, thread_ts)
            self.messages.append(message)
        return message

    def find(self, channel: str, ts: str) -> Message | None:
        with self.lock:
            found = (m for m in self.messages if (m.channel, m.ts) == (channel, ts))
            return next((m for m in found if not m.deleted), None)

    def posts(self, channel: str, thread_ts: str | None = None) -> list[Message]:
        """Give the app's posts in a channel, or in one thread of it."""
        with self.lock:
            return [
                m
                for m in self.messages
                if m.channel == channel and m.is_from_bot and not m.deleted
                if thread_ts is None or m.thread_ts == thread_ts
            ]

    def told(self, user: str) -> list[str]:
        """Give what only this person saw, in order."""
        with self.lock:
            return [whisper.words for whisper in self.whispers if whisper.user == user]

    def whisper(self, user: str, document: Json) -> None:
        words = words_in(document)
        with self.lock:
            self.whispers += [Whisper(user, words)] if words else []

    def new_trigger(self, user: str) -> str:
        with self.lock:
            trigger = f"{next(_moments)}.{self.team}.{uuid.uuid4().hex}"
            self.triggers[trigger] = (user, time.monotonic())
        return trigger

    def new_response_path(self, user: str) -> str:
        path = f"/response/{self.team}/{uuid.uuid4().hex}"
        with self.lock:
            self.response_urls[path] = user
        return path


def new_ts() -> str:
    """Make a message's id, as Slack makes them: seconds, and six digits that never repeat."""
    return f"{int(time.time())}.{next(_moments):06d}"
