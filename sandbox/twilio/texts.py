"""A text message as Twilio keeps it, and the books that hold them all."""

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum

from sandbox.twilio.segments import segments_of


class Direction(StrEnum):
    INBOUND = "inbound"
    OUTBOUND_API = "outbound-api"
    OUTBOUND_REPLY = "outbound-reply"


class Status(StrEnum):
    ACCEPTED = "accepted"
    QUEUED = "queued"
    SENT = "sent"
    DELIVERED = "delivered"
    UNDELIVERED = "undelivered"
    RECEIVING = "receiving"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class Media:
    url: str
    content_type: str


@dataclass(frozen=True, slots=True)
class Text:
    """One message between a phone and one of the account's lines."""

    sender: str
    recipient: str
    body: str
    direction: Direction
    status: Status
    messaging_service: str | None = None
    status_callback: str = ""
    media: tuple[Media, ...] = ()
    error_code: int | None = None
    trouble: str = ""  # why the webhook did not take it, for the person at the phone
    sid: str = ""
    created_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    updated_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    sent_at: datetime | None = None

    @property
    def phone(self) -> str:
        return self.sender if self.direction is Direction.INBOUND else self.recipient

    @property
    def line(self) -> str:
        return self.recipient if self.direction is Direction.INBOUND else self.sender

    @property
    def segments(self) -> int:
        return segments_of(self.body).count


type Published = Callable[[Text], None]


class Books:
    """Every text in the order it came, and who opted out of which line."""

    def __init__(self, publish: Published) -> None:
        self._publish = publish
        self._lock = threading.Lock()
        self._texts: dict[str, Text] = {}
        self._opted_out: set[tuple[str, str]] = set()

    def add(self, text: Text) -> Text:
        kind = "MM" if text.media else "SM"
        kept = replace(text, sid=text.sid or kind + secrets.token_hex(16))
        with self._lock:
            self._texts[kept.sid] = kept
        self._publish(kept)
        return kept

    def move(self, sid: str, status: Status, error_code: int | None = None) -> Text:
        """Give a text its next status; `sent_at` is set once."""
        now = datetime.now(UTC)
        with self._lock:
            text = self._texts[sid]
            sent_at = text.sent_at or (now if status is not Status.QUEUED else None)
            moved = replace(
                text, status=status, error_code=error_code, updated_at=now, sent_at=sent_at
            )
            self._texts[sid] = moved
        self._publish(moved)
        return moved

    def note_trouble(self, sid: str, trouble: str) -> None:
        with self._lock:
            noted = self._texts[sid] = replace(
                self._texts[sid], trouble=trouble, updated_at=datetime.now(UTC)
            )
        self._publish(noted)

    def find(self, sid: str) -> Text | None:
        return self._texts.get(sid)

    def all(self) -> list[Text]:
        with self._lock:
            return list(self._texts.values())

    def of_phone(self, phone: str) -> list[Text]:
        return [text for text in self.all() if text.phone == phone]

    def opt_out(self, line: str, phone: str) -> None:
        self._opted_out.add((line, phone))

    def opt_in(self, line: str, phone: str) -> None:
        self._opted_out.discard((line, phone))

    def is_opted_out(self, line: str, phone: str) -> bool:
        return (line, phone) in self._opted_out
