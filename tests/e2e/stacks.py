"""A deployed line for tests: `warmline up --headless` as a program of its own."""

import json
import os
import select
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from typing import IO

import boto3
import pytest
from mypy_boto3_cloudformation.client import CloudFormationClient
from mypy_boto3_dynamodb.client import DynamoDBClient
from mypy_boto3_lambda.client import LambdaClient
from mypy_boto3_sqs.client import SQSClient

from deployer.places import CACHE, ROOT, tool
from deployer.processes import last_lines
from deployer.up.engine import any_free_port
from deployer.up.stack import http_url
from sandbox.shop.shop import ShopPage
from sandbox.slack.sender import Patience
from sandbox.slack.standin import Settings as SlackSettings
from sandbox.slack.standin import SlackStandIn
from sandbox.twilio.account import Account
from sandbox.twilio.stand_in import TwilioStandIn

READY_SECONDS = 240
STOP_SECONDS = 30
# The contract's times are made for people; a test waits for none of them.
SHORT_TIMES = {
    "WARMLINE_QUIET_SECONDS": "0",
    "WARMLINE_UNDO_SECONDS": "1",
    "WARMLINE_SWEEP_SECONDS": "2",
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


@dataclass(frozen=True, slots=True)
class Ready:
    """The ready line, key by key."""

    ready: bool
    http_url: str
    websocket_url: str
    sandbox_url: str | None
    stack: str
    endpoint_url: str
    table: str
    twilio_account_sid: str
    twilio_auth_token: str
    phone_number: str
    slack_signing_secret: str
    slack_bot_token: str
    slack_team: str
    slack_app: str
    desk_channel: str
    chat_origin: str
    identity_key: str


@dataclass(frozen=True, slots=True)
class Running:
    """A `warmline up` that is ready."""

    ready: Ready
    process: subprocess.Popen[str]
    log: Path

    @property
    def port(self) -> int:
        return int(self.ready.endpoint_url.rpartition(":")[2])


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
    shop = ShopPage(0, f"{url}/chat/widget.js")
    with ExitStack() as started:
        for stand_in in (twilio, slack, shop):
            stand_in.start()
            started.callback(stand_in.stop)
        environment = _environment_between(twilio, slack) | {
            "CHAT_ORIGIN": shop.url,
            "WARMLINE_PORT": str(port),
        }
        running = started.enter_context(running_stack(environment | dict(given or {})))
        assert running.ready.http_url == url
        yield DeployedLine(running, twilio, slack, shop)


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


@contextmanager
def running_stack(given: Mapping[str, str]) -> Iterator[Running]:
    """Run `warmline up --headless` on a free port; afterwards no process of it is left."""
    with running_up(["--headless"], given) as (process, first_line, log):
        values = json.loads(first_line)
        assert [field.name for field in fields(Ready)] == list(values)
        yield Running(Ready(**values), process, log)


@contextmanager
def running_up(
    arguments: list[str], given: Mapping[str, str]
) -> Iterator[tuple[subprocess.Popen[str], str, Path]]:
    """Run the command until it printed its one line; afterwards no process of it is left."""
    port = int(given.get("WARMLINE_PORT", any_free_port()))
    log = CACHE / "logs" / f"e2e-up-{port}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("w") as errors:
        process = subprocess.Popen(  # noqa: S603 - our own command
            [tool("warmline"), "up", *arguments],
            env=clean_environment() | dict(given) | {"WARMLINE_PORT": str(port)},
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
    assert process.stdout is not None
    try:
        yield process, _read_line(process.stdout, log), log
    finally:
        stop(process)
        process.stdout.close()
        assert processes_on(port) == []


def clean_environment() -> dict[str, str]:
    """Return this process's environment without what `up` would read from it."""
    prefixes = ("WARMLINE_", "SLACK_", "TWILIO_", "OPENAI_", "AWS_", "DESK_", "PHONE_", "CHAT_")
    return {key: value for key, value in os.environ.items() if not key.startswith(prefixes)}


def stop(process: subprocess.Popen[str]) -> None:
    """End a stack as an operator does, with SIGTERM."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        pytest.fail(f"`warmline up` did not stop within {STOP_SECONDS} s")


def processes_on(port: int, within_seconds: float = 5) -> list[int]:
    """Return the engine's and its functions' processes of a port that do not go away."""
    deadline = time.monotonic() + within_seconds
    while (found := _engine_processes(port)) and time.monotonic() < deadline:
        time.sleep(0.1)
    return found


def _engine_processes(port: int) -> list[int]:
    """Find them by the engine's own setting, which every function's process inherits."""
    setting = f"GATEWAY_PORT={port}".encode()
    found = []
    for environment in Path("/proc").glob("[0-9]*/environ"):
        try:
            if setting in environment.read_bytes().split(b"\0"):
                found.append(int(environment.parent.name))
        except OSError:
            continue
    return found


def _read_line(output: IO[str], log: Path) -> str:
    waiting, _, _ = select.select([output], [], [], READY_SECONDS)
    line = output.readline() if waiting else ""
    if not line:
        pytest.fail(f"`warmline up` did not become ready:\n{last_lines(log)}")
    return line
