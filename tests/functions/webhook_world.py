"""The real handlers of both vendors' webhooks over a whole line in memory."""

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from functions.slack_webhook import app as slack_webhook
from functions.sms_webhook import app as sms_webhook
from tests.events import (
    PHONE_NUMBER,
    SLACK_APP,
    SLACK_SIGNING_SECRET,
    SLACK_TEAM,
    TWILIO_ACCOUNT_SID,
    TWILIO_AUTH_TOKEN,
    Event,
)
from tests.functions.web_chat_world import FakeSecrets, Troubles
from tests.journeys.world import DESK, World
from warmline.adapters.credentials import Credentials
from warmline.bootstrap import Ground, make_slack_line, make_sms_line
from warmline.domain.conversation import Head
from warmline.domain.entries import Kind, LogEntry
from warmline.domain.outgoing import Outgoing, Task
from warmline.settings import SlackWebhookSettings, SmsWebhookSettings

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient

BOT_TOKEN = "xoxb-events-bot-token"
NOBODY = "http://127.0.0.1:9/api/"
"""An address where nothing listens."""


@dataclass(frozen=True, slots=True)
class BuggyTable:
    """A table whose calls end as nobody foresaw, where `bugs` says so."""

    bugs: dict[str, Exception]
    table: Any

    def __getattr__(self, name: str) -> object:
        if name in self.bugs:
            raise self.bugs[name]
        return getattr(self.table, name)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a handler answered."""

    status: int
    headers: dict[str, str]
    body: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever was answered
        return json.loads(self.body)


class WebhookWorld(World):
    """A line whose customers and agents come through the webhooks' own doors."""

    def __init__(
        self,
        *,
        slack_api_url: str = NOBODY,
        desk_channel: str = DESK,
        public_base_url: str = "",
        first_lead: str = "",
        **policy: object,
    ) -> None:
        self.troubles, self.bugs = Troubles(), dict[str, Exception]()
        super().__init__(around=self._around, responder=None, **policy)
        self.secrets = FakeSecrets(
            {
                "twilio_account_sid": TWILIO_ACCOUNT_SID,
                "twilio_auth_token": TWILIO_AUTH_TOKEN,
                "slack_signing_secret": SLACK_SIGNING_SECRET,
                "slack_bot_token": BOT_TOKEN,
            }
        )
        client = cast("SecretsManagerClient", self.secrets)
        self.credentials = Credentials(client, "warmline", lambda: self.clock().timestamp())
        ground = Ground(self.house, self.store, self.credentials, self.clock)
        sms = SmsWebhookSettings(
            table_name="t",
            credentials_secret="warmline",
            public_base_url=public_base_url,
            phone_numbers=(PHONE_NUMBER,),
            policy_overrides={},
        )
        slack = SlackWebhookSettings(
            table_name="t",
            credentials_secret="warmline",
            slack_api_url=slack_api_url,
            slack_team=SLACK_TEAM,
            slack_app=SLACK_APP,
            desk_channel=desk_channel,
            first_lead=first_lead,
            policy_overrides={},
        )
        self._sms = sms_webhook.make_handler(cache(lambda: make_sms_line(sms, ground)))
        self._slack = slack_webhook.make_handler(cache(lambda: make_slack_line(slack, ground)))

    def _around(self, adapter: Any) -> Any:  # noqa: ANN401 - whatever the line is made of
        troubled = self.troubles.around(adapter)
        return BuggyTable(self.bugs, troubled) if troubled is not adapter else adapter

    def text(self, event: Event) -> Answer:
        """Twilio calls."""
        return _answer(self._sms(event, None))

    def slack(self, event: Event) -> Answer:
        """Slack calls."""
        return _answer(self._slack(event, None))

    # What there is to see

    @property
    def heads(self) -> list[Head]:
        return [row for row in self.memory.rows.values() if isinstance(row, Head)]

    def the_head(self) -> Head:
        """The only conversation that there is."""
        [head] = self.heads
        return head

    @property
    def said(self) -> list[str]:
        """Every message in every log, oldest first."""
        entries = [row for row in self.memory.rows.values() if isinstance(row, LogEntry)]
        said = [entry for entry in entries if entry.kind is Kind.MESSAGE]
        return [entry.text for entry in sorted(said, key=lambda one: one.sequence)]

    @property
    def owed(self) -> list[Outgoing]:
        """Everything that customers are to be told."""
        rows = [row for row in self.memory.rows.values() if isinstance(row, Outgoing)]
        return [row for row in rows if row.task is Task.SAY]

    def traces(self) -> tuple[object, ...]:
        """All that a refused request must leave as it was."""
        sent = [len(channel.sent) for channel in self.channels.values()]
        return (dict(self.memory.rows), list(self.listed.pending), sent, list(self.desk.posted))


def _answer(given: dict[str, object]) -> Answer:
    headers, body = given["headers"], given["body"]
    assert isinstance(headers, dict)
    assert isinstance(body, str)
    return Answer(int(str(given["statusCode"])), headers, body)
