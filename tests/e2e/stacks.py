"""A deployed line for tests, between a Twilio, a Slack and a shop of the tests' own."""

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import boto3
from mypy_boto3_cloudformation.client import CloudFormationClient
from mypy_boto3_dynamodb.client import DynamoDBClient
from mypy_boto3_lambda.client import LambdaClient
from mypy_boto3_sqs.client import SQSClient

from deployer.up.engine import any_free_port
from deployer.up.stack import http_url
from sandbox.shop.orders import ShopOrders
from sandbox.shop.shop import ShopPage
from sandbox.slack.sender import Patience
from sandbox.slack.standin import Settings as SlackSettings
from sandbox.slack.standin import SlackStandIn
from sandbox.twilio.account import Account
from sandbox.twilio.stand_in import TwilioStandIn
from tests.e2e.commands import Ready, Running, running_stack

# The contract's times are made for people; a test waits for none of them.
SHORT_TIMES = {
    "WARMLINE_QUIET_SECONDS": "0",
    "WARMLINE_UNDO_SECONDS": "1",
    "WARMLINE_SWEEP_SECONDS": "2",
}
# With the page: time enough to press Undo, and to see what is shown for a while.
SANDBOX_TIMES = SHORT_TIMES | {
    "WARMLINE_UNDO_SECONDS": "3",
    "WARMLINE_POLICY": json.dumps({"reveal_seconds": 6, "agent_limit": 50}),
}
TWILIO_SID = "AC" + "7e" * 16
TWILIO_TOKEN = "e2e-twilio-auth-token"
SLACK_TOKEN = "xoxb-e2e-bot-token"
SLACK_SECRET = "e2e-slack-signing-secret"
TEAM = "T0E2E00001"
APP = "A0E2E00001"
DESK = "C0E2EDESK1"
NUMBER = "+15550006789"
ANA = "U0ANA00001"
BEN = "U0BEN00002"
LEA = "U0LEA00003"


class Engine:
    """The engine's own services, for tests that look at or break what is beneath."""

    def __init__(self, endpoint_url: str, session: boto3.Session | None = None) -> None:
        self._endpoint_url = endpoint_url
        self._session = session or boto3.Session("test", "test", region_name="us-east-1")

    def assuming(self, role: str) -> "Engine":
        """Return the engine as a function with this role meets it."""
        sts = self._session.client("sts", endpoint_url=self._endpoint_url)
        given = sts.assume_role(RoleArn=role, RoleSessionName="e2e")["Credentials"]
        session = boto3.Session(
            given["AccessKeyId"],
            given["SecretAccessKey"],
            given["SessionToken"],
            region_name="us-east-1",
        )
        return Engine(self._endpoint_url, session)

    def dynamodb(self) -> DynamoDBClient:
        return self._session.client("dynamodb", endpoint_url=self._endpoint_url)

    def sqs(self) -> SQSClient:
        return self._session.client("sqs", endpoint_url=self._endpoint_url)

    def functions(self) -> LambdaClient:
        return self._session.client("lambda", endpoint_url=self._endpoint_url)

    def cloudformation(self) -> CloudFormationClient:
        return self._session.client("cloudformation", endpoint_url=self._endpoint_url)


@dataclass(frozen=True, slots=True)
class DeployedLine:
    """A stack with the tests' own Twilio and Slack around it."""

    running: Running
    twilio: TwilioStandIn
    slack: SlackStandIn
    shop: ShopPage
    orders: ShopOrders

    @property
    def ready(self) -> Ready:
        return self.running.ready

    @property
    def engine(self) -> Engine:
        return Engine(self.ready.endpoint_url)


@contextmanager
def deployed_line(given: Mapping[str, str] | None = None) -> Iterator[DeployedLine]:
    """Run a line between the tests' own stand-ins; `given` changes its environment."""
    twilio = TwilioStandIn(
        Account(TWILIO_SID, TWILIO_TOKEN, (NUMBER,), seconds_to_sent=0.05, seconds_to_delivered=0.1)
    )
    slack = SlackStandIn(
        0,
        bot_token=SLACK_TOKEN,
        signing_secret=SLACK_SECRET,
        team=TEAM,
        app=APP,
        desk_channel=DESK,
        settings=SlackSettings(patience=Patience(retry_delays=(1, 5, 30))),
    )
    port = any_free_port()
    url = http_url(port)
    twilio.account.webhook_url = f"{url}/sms/inbound#rc=3&rp=5xx,ct,rt"
    slack.events_url = f"{url}/slack/events"
    shop, orders = ShopPage(0, f"{url}/chat/widget.js"), ShopOrders()
    with ExitStack() as started:
        for stand_in in (twilio, slack, shop, orders):
            stand_in.start()
            started.callback(stand_in.stop)
        environment = _environment_between(twilio, slack) | {
            "CHAT_ORIGIN": shop.url,
            "TOOLS_BASE_URL": orders.url,
            "WARMLINE_PORT": str(port),
        }
        running = started.enter_context(running_stack(environment | dict(given or {})))
        assert running.ready.http_url == url
        yield DeployedLine(running, twilio, slack, shop, orders)


def _environment_between(twilio: TwilioStandIn, slack: SlackStandIn) -> dict[str, str]:
    return SHORT_TIMES | {
        "TWILIO_API_URL": twilio.url,
        "TWILIO_ACCOUNT_SID": TWILIO_SID,
        "TWILIO_AUTH_TOKEN": TWILIO_TOKEN,
        "PHONE_NUMBER": NUMBER,
        "SLACK_API_URL": f"{slack.url}/api/",
        "SLACK_BOT_TOKEN": SLACK_TOKEN,
        "SLACK_SIGNING_SECRET": SLACK_SECRET,
        "SLACK_TEAM": TEAM,
        "SLACK_APP": APP,
        "DESK_CHANNEL": DESK,
        "WARMLINE_AGENTS": f"{ANA},{BEN}",
        "WARMLINE_LEAD": LEA,
    }
