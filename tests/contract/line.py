"""One stack with its own stand-ins around it: everything that a test of the line needs."""

import itertools
import secrets
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.contract.customers import Customer, SlackCustomer, Texter, Visitor
from tests.contract.desk import Agent, Desk
from tests.contract.stack import Ready, Stack
from tests.contract.stand_ins.people import People
from tests.contract.stand_ins.phone import Phone
from tests.contract.stand_ins.slack import SlackStandIn
from tests.contract.stand_ins.twilio import TwilioStandIn
from tests.contract.stand_ins.workspace import Workspace

CHANNELS = ("sms", "web", "slack")
AGENTS = 150
LEAD = Agent("U0LEAD0001", "lead")
OTHER_CHANNEL = "C0GENERAL1"
GIVEN = {
    "TWILIO_ACCOUNT_SID": "AC" + "4e" * 16,
    "TWILIO_AUTH_TOKEN": "contract-twilio-auth-token",
    "PHONE_NUMBER": "+15550006789",
    "SLACK_SIGNING_SECRET": "contract-slack-signing-secret",
    "SLACK_BOT_TOKEN": "xoxb-contract-bot-token",
    "SLACK_TEAM": "T0CONTRACT",
    "SLACK_APP": "A0CONTRACT",
    "DESK_CHANNEL": "C0DESK0001",
    "CHAT_ORIGIN": "http://shop.example:8080",
    "IDENTITY_KEY": "contract-identity-key",
}


@dataclass(slots=True)
class Line:
    """A running stack, and the people on both of its ends."""

    ready: Ready
    stack: Stack
    twilio: TwilioStandIn
    slack: SlackStandIn
    people: People
    _agents: Iterator[Agent] = field(default_factory=lambda: iter(all_agents()))
    _customers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    @property
    def desk(self) -> Desk:
        return Desk(self.people)

    def agent(self) -> Agent:
        """Give an agent who has no case yet."""
        return next(self._agents)

    def customer(self, channel: str) -> Customer:
        """Give a customer whom nobody has heard of."""
        makers: dict[str, Callable[[], Customer]] = {
            "sms": self.texter,
            "web": self.visitor,
            "slack": self.slack_customer,
        }
        return makers[channel]()

    def texter(self, prefix: str = "") -> Texter:
        number = f"{prefix}+1415{secrets.randbelow(8) + 2}{secrets.randbelow(10**6):06d}"
        return Texter(Phone(number, self.twilio, f"{self.ready.http_url}/sms/inbound"))

    def visitor(self) -> Visitor:
        visitor = Visitor(self.ready)
        answer = visitor.open()
        assert answer.status == 201, answer
        return visitor

    def slack_customer(self) -> SlackCustomer:
        number = next(self._customers)
        user = f"U0CUSTOM{number:03d}"
        self.people.join(user, f"customer{number}")
        return SlackCustomer(self.people, user)


def tag() -> str:
    """Make a word that occurs nowhere else, to know a case by."""
    return "K" + uuid.uuid4().hex[:6].upper()


def all_agents() -> list[Agent]:
    return [Agent(f"U0AGENT{number:03d}", f"agent{number:03d}") for number in range(AGENTS)]


@contextmanager
def running_line(**seconds: str) -> Iterator[Line]:
    """Start stand-ins and a stack, and stop them; a stack that leaves anything is a failure."""
    twilio = TwilioStandIn(
        GIVEN["TWILIO_ACCOUNT_SID"], GIVEN["TWILIO_AUTH_TOKEN"], GIVEN["PHONE_NUMBER"]
    ).start()
    workspace = Workspace(GIVEN["DESK_CHANNEL"], GIVEN["SLACK_TEAM"], {OTHER_CHANNEL})
    slack = SlackStandIn(workspace, GIVEN["SLACK_BOT_TOKEN"], GIVEN["SLACK_APP"]).start()
    people = People(slack, GIVEN["SLACK_SIGNING_SECRET"])
    for agent in [*all_agents(), LEAD]:
        people.join(agent.user, agent.name)
    stack = Stack(environment_for(twilio, slack) | seconds)
    try:
        ready = stack.start()
        people.webhook = f"{ready.http_url}/slack/events"
        slack.listener = people.tell_of_post
        try:
            yield Line(ready, stack, twilio, slack, people)
        finally:
            stack.stop()
    finally:
        people.stop()
        slack.stop()
        twilio.stop()


def environment_for(twilio: TwilioStandIn, slack: SlackStandIn) -> dict[str, str]:
    """Give what the command is told by the environment."""
    return GIVEN | {
        "TWILIO_API_URL": twilio.url,
        "SLACK_API_URL": slack.api_url,
        "WARMLINE_AGENTS": ",".join(agent.user for agent in all_agents()),
        "WARMLINE_LEAD": LEAD.user,
        "WARMLINE_QUIET_SECONDS": "0",
        "WARMLINE_UNDO_SECONDS": "0",
    }
