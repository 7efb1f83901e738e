"""Twilio on loopback, and the channel that talks to it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from sandbox.twilio.account import Account
from sandbox.twilio.stand_in import TwilioStandIn
from warmline.adapters.twilio.channel import TwilioChannel
from warmline.adapters.twilio.client import READ_SECONDS, make_client
from warmline.domain.outgoing import Outgoing, Task

SID, TOKEN = "AC" + "5" * 32, "7" * 32
LINE, PHONE = "+15550006789", "+14155550132"
BASE_URL = "https://line.example"


@dataclass
class Doubts:
    """How often the token was doubted."""

    times: int = 0

    def __call__(self) -> None:
        self.times += 1


@dataclass
class Line:
    """The channel under test, and what stands behind it."""

    twilio: TwilioStandIn
    token: str = TOKEN
    service: str = ""
    read_seconds: float = READ_SECONDS
    doubts: Doubts = field(default_factory=Doubts)

    @property
    def channel(self) -> TwilioChannel:
        return TwilioChannel(
            lambda: make_client(self.twilio.url, SID, self.token, self.read_seconds),
            self.doubts,
            BASE_URL,
            self.service,
        )

    def send(self, row: Outgoing) -> str:
        return self.channel.send(row)

    def look_up(self, row: Outgoing) -> str | None:
        return self.channel.look_up(row)

    @property
    def bodies(self) -> list[str]:
        return [text.body for text in self.twilio.texts(PHONE)]


def owed(text: str = "Hello, Ana here.", *, phone: str = PHONE, line: str = LINE) -> Outgoing:
    """A row as `deliver_message` has it in hand."""
    return Outgoing(
        target=f"sms:{phone}:{line}",
        sequence=7,
        task=Task.SAY,
        conversation="c0001",
        created_at=datetime.now(UTC),
        text=text,
        attempt=2,
    )


@pytest.fixture
def twilio() -> Iterator[TwilioStandIn]:
    account = Account(
        sid=SID,
        auth_token=TOKEN,
        numbers=(LINE,),
        messaging_service="MG" + "9" * 32,
        seconds_to_sent=0.01,
        seconds_to_delivered=0.01,
    )
    stand_in = TwilioStandIn(account)
    stand_in.start()
    yield stand_in
    stand_in.stop()


@pytest.fixture
def line(twilio: TwilioStandIn) -> Line:
    return Line(twilio)
