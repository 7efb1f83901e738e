"""The customers of the demo, one an utterance: a phone, a browser's socket, a person in Slack.

Each sends its words as that channel really does, and waits until something has come back.
"""

import json
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import uuid4

from websockets.sync.client import ClientConnection, connect

from deployer.up.local import Line
from deployer.up.settings import LocalSettings
from sandbox.slack.people import Channel, Part, Person
from sandbox.slack.standin import SlackStandIn
from sandbox.twilio.stand_in import TwilioStandIn
from sandbox.twilio.texts import Direction
from warmline.domain.address import Address

PATIENCE_SECONDS = 30
LOOK_EVERY_SECONDS = 0.01


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back first, after how long, and the address that the line knows the customer by."""

    address: str
    text: str
    seconds: float


type Ask = Callable[[int, str], Reply]


def ways_to_ask(line: Line, settings: LocalSettings) -> dict[str, Ask]:
    """Return, for each channel, how customer number so-and-so asks something and is answered."""
    twilio, slack = line.outside.twilio, line.outside.slack
    assert twilio is not None  # noqa: S101 - the demo starts both stand-ins itself
    assert slack is not None  # noqa: S101
    return {
        "sms": lambda number, text: _ask_by_phone(twilio, settings, number, text),
        "web": lambda _number, text: _ask_on_the_web(line, settings, text),
        "slack": lambda number, text: _ask_in_slack(slack, settings, number, text),
    }


def _ask_by_phone(twilio: TwilioStandIn, settings: LocalSettings, number: int, text: str) -> Reply:
    phone = f"+1415555{number:04d}"
    address = Address.sms(phone, settings.names.phone_number)
    began = time.monotonic()
    twilio.send_as_phone(phone, text)
    return _first(
        lambda: [
            row.body for row in twilio.texts(phone) if row.direction is Direction.OUTBOUND_API
        ],
        address,
        began,
    )


def _ask_in_slack(slack: SlackStandIn, settings: LocalSettings, number: int, text: str) -> Reply:
    person = Person(f"U0DEMO{number:04d}", f"demo{number}", f"Demo {number}", Part.CUSTOMER)
    channel = person.direct_channel
    slack.workspace.people[person.id] = person
    slack.workspace.put_channel(Channel(channel, "directmessage", frozenset({person.id})))
    address = Address.slack(team=settings.names.slack_team, channel=channel, user=person.id)
    began = time.monotonic()
    slack.acting.post(person.id, channel, text)
    return _first(
        lambda: [row.text for row in slack.workspace.messages(channel) if row.user != person.id],
        address,
        began,
    )


def _first(heard: Callable[[], list[str]], address: Address, began: float) -> Reply:
    """Wait for the first message that is not the customer's own."""
    while not (texts := heard()):
        if time.monotonic() - began > PATIENCE_SECONDS:
            return Reply(address.value, "", PATIENCE_SECONDS)
        time.sleep(LOOK_EVERY_SECONDS)
    return Reply(address.value, texts[0], time.monotonic() - began)


def _ask_on_the_web(line: Line, settings: LocalSettings, text: str) -> Reply:
    origin = settings.names.chat_origin
    session = _open_session(line.stack.http_url, origin)
    address = Address.web(session["session_id"])
    with _greeted_socket(line.stack.websocket_url, origin, session["token"]) as socket:
        began = time.monotonic()
        frame = {"action": "send", "client_message_id": str(uuid4()), "text": text}
        socket.send(json.dumps(frame))
        try:
            answer = _first_from_us(socket)
        except TimeoutError:
            answer = ""
        return Reply(address.value, answer, time.monotonic() - began)


def _open_session(http_url: str, origin: str) -> dict[str, str]:
    request = urllib.request.Request(  # noqa: S310 - the local stack's own address
        f"{http_url}/chat/sessions",
        data=b"{}",
        headers={"Content-Type": "application/json", "Origin": origin},
    )
    with urllib.request.urlopen(request, timeout=PATIENCE_SECONDS) as answer:  # noqa: S310
        session: dict[str, str] = json.load(answer)
    return session


@contextmanager
def _greeted_socket(url: str, origin: str, token: str) -> Iterator[ClientConnection]:
    with connect(url, additional_headers={"Origin": origin}, proxy=None) as socket:
        socket.send(json.dumps({"action": "hello", "token": token, "since": 0}))
        _next_frame(socket, "welcome")
        yield socket


def _first_from_us(socket: ClientConnection) -> str:
    """Wait for a message that is not the echo of the customer's own."""
    while True:
        message = _next_frame(socket, "message")["message"]
        if message["author"]["role"] != "customer":
            return str(message["text"])


def _next_frame(socket: ClientConnection, kind: str) -> dict[str, dict[str, dict[str, str]]]:
    """Wait for a frame of one type; the others are the widget's business."""
    while True:
        frame = json.loads(socket.recv(timeout=PATIENCE_SECONDS))
        if frame["type"] == kind:
            found: dict[str, dict[str, dict[str, str]]] = frame
            return found
