"""What a test sees and does as the customers and the agents of a deployed line."""

import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime

from sandbox.slack.interacting import Press
from sandbox.slack.messages import Message
from sandbox.slack.wire import RefusedError
from sandbox.twilio.texts import Direction
from tests.e2e.stacks import DESK, DeployedLine
from warmline.adapters.dynamodb.store import DynamoStore
from warmline.domain.address import Address
from warmline.domain.card import alias
from warmline.domain.conversation import Head

RECOVERED_WITHIN = 120.0


class Customer:
    """Somebody with a phone of their own."""

    def __init__(self, line: DeployedLine, phone: str) -> None:
        self.line, self.phone = line, phone
        self.address = Address.sms(phone, line.ready.phone_number).value
        self.store = DynamoStore(
            line.engine.dynamodb(), line.ready.table, lambda: datetime.now(UTC)
        )

    def text(self, words: str) -> None:
        self.line.twilio.send_as_phone(self.phone, words)

    @property
    def received(self) -> list[str]:
        texts = self.line.twilio.texts(self.phone)
        return [one.body for one in texts if one.direction is not Direction.INBOUND]

    def find_head(self) -> Head | None:
        address = self.store.find_address(self.address)
        return self.store.find_head(address.last_conversation) if address else None

    @property
    def head(self) -> Head:
        """The customer's latest conversation, which must be there."""
        return until(self.find_head, "no conversation")

    @property
    def cards(self) -> list[Message]:
        """The cards of the latest conversation at the desk: one, where all is well."""
        name = alias(self.head.id)
        posted = self.line.slack.workspace.messages(DESK)
        return [one for one in posted if name in one.text and one.thread_ts is None]

    @property
    def thread(self) -> list[Message]:
        """What stands under the customer's card."""
        [card] = self.cards
        return [
            one for one in self.line.slack.workspace.replies(DESK, card.ts) if one.ts != card.ts
        ]

    def press(self, user: str, action: str) -> None:
        """An agent presses a button as soon as it is on the customer's card."""

        def pressed() -> bool:
            for card in self.cards:
                with suppress(RefusedError):  # the card has not been brought up to date yet
                    self.line.slack.interacting.press(user, DESK, card.ts, Press(action))
                    return True
            return False

        until_true(pressed, f"no button {action}")

    def write(self, user: str, words: str) -> None:
        """An agent writes under the customer's card."""
        [card] = self.cards
        self.line.slack.acting.post(user, DESK, words, card.ts)


def until[Found](
    look: Callable[[], Found | None], complaint: str, seconds: float = RECOVERED_WITHIN
) -> Found:
    """Return the first thing found; fail with the complaint after two minutes."""
    deadline = time.monotonic() + seconds
    while True:
        found = look()
        if found is not None:
            return found
        assert time.monotonic() < deadline, complaint
        time.sleep(0.1)


def until_true(look: Callable[[], bool], complaint: str, seconds: float = RECOVERED_WITHIN) -> None:
    until(lambda: look() or None, complaint, seconds)
