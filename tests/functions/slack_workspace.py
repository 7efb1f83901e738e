"""A loopback Slack whose people work at the desk, and the line, wired to each other by HTTP."""

import threading
from dataclasses import replace

from sandbox.messages import Request, Response
from sandbox.server import StandInServer
from sandbox.slack.interacting import Press
from sandbox.slack.messages import Message
from sandbox.slack.sender import Patience
from sandbox.slack.standin import Settings, SlackStandIn
from sandbox.slack.views import View
from sandbox.slack.wire import Fields
from tests.events import AGENT, SLACK_APP, SLACK_SIGNING_SECRET, SLACK_TEAM, load_event
from tests.functions.slack_desk import PEOPLE, RIVAL
from tests.functions.webhook_world import BOT_TOKEN, WebhookWorld
from tests.journeys.world import DESK
from warmline.adapters.slack.client import make_client
from warmline.adapters.slack.desk import SlackDesk


class Workspace:
    """Slack and the line, wired to each other by HTTP; one thing happens at a time."""

    def __init__(self) -> None:
        self.one_at_a_time = threading.RLock()
        self.door = StandInServer()
        self.door.route("POST", "/slack/events", self._receive)
        self.door.start()
        self.api = SlackStandIn(
            0,
            bot_token=BOT_TOKEN,
            signing_secret=SLACK_SIGNING_SECRET,
            team=SLACK_TEAM,
            app=SLACK_APP,
            desk_channel=DESK,
            events_url=f"{self.door.url}/slack/events",
            people=PEOPLE,
            settings=Settings(post_interval=0.0, patience=Patience(3.0, (0.05, 0.1, 0.2))),
        )
        self.api.start()
        url = f"{self.api.url}/api/"
        self.line = WebhookWorld(slack_api_url=url)
        self.line.hire(AGENT, "Ada")
        self.line.hire(RIVAL, "Ben")
        desk = SlackDesk(lambda: make_client(url, BOT_TOKEN, 1), lambda: None, DESK)
        self.line.deliver = replace(self.line.deliver, desk=desk)

    def stop(self) -> None:
        self.api.stop()
        self.door.stop()

    def _receive(self, request: Request) -> Response:
        event = load_event("slack_webhook", "direct_message")
        event |= {"body": request.body.decode(), "isBase64Encoded": False}
        event["headers"] = dict(request.headers)
        with self.one_at_a_time:
            answer = self.line.slack(event)
        return Response(answer.status, answer.body.encode(), answer.headers["Content-Type"])

    def work(self, seconds: float = 30) -> None:
        """Let the line work, then Slack's events arrive, until both are at rest."""
        for _ in range(4):
            with self.one_at_a_time:
                self.line.settle(seconds / 4)
            threading.Event().wait(0.15)

    @property
    def cards(self) -> list[Message]:
        return [one for one in self.api.workspace.messages(DESK) if one.thread_ts is None]

    def press(self, user: str, action: str) -> None:
        self.api.interacting.press(user, DESK, self.cards[-1].ts, Press(action))

    def press_on(self, user: str, ts: str, action: str) -> Fields:
        """A button of any message in the channel."""
        return self.api.interacting.press(user, DESK, ts, Press(action))

    def press_in_window(self, user: str, action: str) -> Fields:
        return self.api.interacting.press_in_view(user, self.window(user).id, Press(action))

    def submit(self, user: str, **values: str) -> Fields:
        """The window that somebody has open, filled in by its blocks' ids and sent."""
        given: Fields = {block: {block: value} for block, value in values.items()}
        return self.api.interacting.submit(user, self.window(user).id, given)

    def window(self, user: str) -> View:
        return self.api.views.of(user)[-1]

    def told(self, user: str) -> list[str]:
        """What one person alone was told, in order."""
        calls = self.api.web_api.calls("chat.postEphemeral")
        return [str(one.arguments["text"]) for one in calls if one.arguments["user"] == user]
