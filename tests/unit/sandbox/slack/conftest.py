"""A workspace, the app behind it, and the vendor's own client to call it with."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from slack_sdk import WebClient

from sandbox.slack import Patience, Settings, SlackStandIn
from tests.unit.sandbox.slack.app_server import SECRET, AppServer

DESK = "C0DESK00001"
TOKEN = "xoxb-sandbox"
BRIEF = Patience(answer_seconds=0.3, retry_delays=(0.0, 0.02, 0.02))


@dataclass
class Clock:
    """A clock that a test moves."""

    at: float = 1000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app() -> Iterator[AppServer]:
    server = AppServer()
    server.server.start()
    yield server
    server.server.stop()


@contextmanager
def running(settings: Settings, events_url: str | None = None) -> Iterator[SlackStandIn]:
    stand_in = SlackStandIn(
        0,
        bot_token=TOKEN,
        signing_secret=SECRET,
        team="T0SANDBOX",
        app="A0SANDBOX",
        desk_channel=DESK,
        events_url=events_url,
        settings=settings,
    )
    stand_in.start()
    try:
        yield stand_in
    finally:
        stand_in.stop()


@pytest.fixture
def slack(app: AppServer, clock: Clock) -> Iterator[SlackStandIn]:
    """Give a workspace that waits little, with the app behind it."""
    settings = Settings(BRIEF, post_interval=0, clock=clock)
    with running(settings, app.url) as stand_in:
        yield stand_in


@pytest.fixture(scope="module")
def shared_slack() -> Iterator[SlackStandIn]:
    """Give a workspace without an app to tests that leave nothing behind."""
    with running(Settings(post_interval=0)) as stand_in:
        yield stand_in


@pytest.fixture
def client(slack: SlackStandIn) -> WebClient:
    return WebClient(TOKEN, base_url=f"{slack.url}/api/", timeout=5)
