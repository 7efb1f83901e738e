"""One session of the fake chat: its messages and where its conversation stands."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import NotRequired, TypedDict, Unpack


class File(TypedDict):
    name: str
    url: str
    media_type: str
    size: int


class Extra(TypedDict, total=False):
    kind: str
    client_message_id: str
    edits: int
    files: list[File]


class Message(TypedDict):
    sequence: int
    after: int
    kind: str
    author: dict[str, str]
    text: str
    sent_at: str
    client_message_id: NotRequired[str]
    edits: NotRequired[int]
    files: NotRequired[list[File]]


@dataclass(slots=True)
class Visit:
    messages: list[Message] = field(default_factory=list)
    taken: dict[str, Message] = field(default_factory=dict)
    conversation: dict[str, object] = field(default_factory=lambda: {"state": "bot"})

    @property
    def last(self) -> int:
        return self.messages[-1]["sequence"] if self.messages else 0

    @property
    def texts(self) -> list[str]:
        return [message["text"] for message in self.messages]

    def add(self, author: dict[str, str], text: str, **extra: Unpack[Extra]) -> Message:
        """Append; every other number is an event that the customer does not see."""
        message: Message = {
            "sequence": self.last + 2,
            "after": self.last,
            "kind": "message",
            "author": author,
            "text": text,
            "sent_at": datetime.now(UTC).isoformat(),
            **extra,
        }
        self.messages.append(message)
        return message
