"""Customers on the three channels: what they say, and what they hear."""

import json
import time
import uuid
from dataclasses import dataclass, field
from typing import Any, Protocol

from tests.contract.calls import Answer, call
from tests.contract.stack import Ready
from tests.contract.stand_ins.people import People
from tests.contract.stand_ins.phone import Phone


class Customer(Protocol):
    """Somebody who writes in."""

    @property
    def secret(self) -> str:
        """Give what the desk must never see."""

    def say(self, words: str) -> float:
        """Send words; give the moment just before they left."""

    def heard(self) -> list[str]:
        """Give what came back, in order."""

    def heard_at(self) -> list[float]:
        """Give the moment of each thing heard, where the channel tells."""


@dataclass(slots=True)
class Texter:
    """A customer with a phone."""

    phone: Phone

    @property
    def secret(self) -> str:
        """What the desk must never see: the number."""
        return self.phone.number.removeprefix("+1")

    def say(self, words: str) -> float:
        started = time.monotonic()
        answer = self.phone.text(words)
        assert answer.status == 200, answer
        return started

    def heard(self) -> list[str]:
        return self.phone.heard()

    def heard_at(self) -> list[float]:
        return [message.at for message in self.phone.twilio.sent_to(self.phone.number)]


@dataclass(slots=True)
class SlackCustomer:
    """A customer who writes to the app in a direct message."""

    people: People
    user: str

    @property
    def secret(self) -> str:
        """What the desk must never see: who it is in Slack."""
        return self.user

    @property
    def channel(self) -> str:
        return f"D{self.user[1:]}"

    def say(self, words: str) -> float:
        started = time.monotonic()
        self.people.write(self.user, self.channel, words)
        return started

    def heard(self) -> list[str]:
        return [post.words for post in self.people.slack.workspace.posts(self.channel)]

    def heard_at(self) -> list[float]:
        return [post.at for post in self.people.slack.workspace.posts(self.channel)]


@dataclass(slots=True)
class Visitor:
    """A customer on the shop's page, without the page."""

    ready: Ready
    session: dict[str, Any] = field(default_factory=dict)
    origin: str = ""

    @property
    def secret(self) -> str:
        """What the desk must never see: the session, which is the visitor's key."""
        return str(self.session["token"])

    def open(self, **wishes: str) -> Answer:
        """Open a session."""
        answer = self.request("POST", "/chat/sessions", wishes)
        if answer.status == 201:
            self.session = answer.json
        return answer

    def say(self, words: str) -> float:
        started = time.monotonic()
        answer = self.send(words)
        assert answer.status == 202, answer
        return started

    def send(self, words: object, client_message_id: str | None = None) -> Answer:
        named = client_message_id or str(uuid.uuid4())
        return self.request("POST", "/chat/messages", {"client_message_id": named, "text": words})

    def ask_for_a_human(self, **note: str) -> Answer:
        """Press the handoff button."""
        return self.request("POST", "/chat/handoff", note)

    def fetch(self, since: int | str = 0) -> Answer:
        return self.request("GET", f"/chat/messages?since={since}")

    def messages(self, since: int = 0) -> list[dict[str, Any]]:
        answer = self.fetch(since)
        assert answer.status == 200, answer
        messages: list[dict[str, Any]] = answer.json["messages"]
        return messages

    def conversation(self) -> dict[str, Any]:
        conversation: dict[str, Any] = self.fetch().json["conversation"]
        return conversation

    def heard(self) -> list[str]:
        return [m["text"] for m in self.messages() if m["author"]["role"] != "customer"]

    def heard_at(self) -> list[float]:
        """Give nothing: polling says when we looked, not when it came."""
        return []

    def request(self, method: str, path: str, document: object = None) -> Answer:
        """Call as the page does: its origin, and the token in its header."""
        token = self.session.get("token")
        headers = [("Origin", self.origin or self.ready.chat_origin)]
        headers += [("Authorization", f"Bearer {token}")] if token else []
        if document is None:
            return call(method, self.ready.http_url + path, headers=headers)
        headers.append(("Content-Type", "application/json"))
        body = json.dumps(document).encode()
        return call(method, self.ready.http_url + path, headers=headers, body=body)
