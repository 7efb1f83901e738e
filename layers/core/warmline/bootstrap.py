"""Puts the pieces together, once a process: only this module knows which adapter serves a port.

Every builder imports what its function needs and no more, so that a webhook starts fast.
"""

import json
import os
import random
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from warmline.application.change import House
from warmline.application.phrases import Phrases
from warmline.application.retrying import Patience
from warmline.domain.address import Channel
from warmline.domain.errors import ConfigurationError
from warmline.domain.policy import Policy
from warmline.settings import (
    DeliverMessageSettings,
    DispatchChangesSettings,
    SlackWebhookSettings,
    SmsWebhookSettings,
    SweepDeadlinesSettings,
    TakeTurnSettings,
    WebChatSettings,
    read_settings,
)

if TYPE_CHECKING:
    from slack_bolt import App
    from slack_sdk import WebClient
    from twilio.rest import Client

    from warmline.adapters.credentials import Credentials
    from warmline.adapters.dynamodb.store import DynamoStore
    from warmline.adapters.sqs.hints import QueuedHints
    from warmline.adapters.web.chat import WebChat
    from warmline.adapters.web.visits import SocketVisits
    from warmline.adapters.web.widget import Widget
    from warmline.application.deliver import DeliverMessages
    from warmline.application.ports import Clock, ConversationStore
    from warmline.application.receipts import RecordReceipt
    from warmline.application.receive_message import ReceiveMessage
    from warmline.application.settling import Settling
    from warmline.application.sweep import CloseSilentSocket, LookAtConversation, SweepDeadlines
    from warmline.application.take_turn import TakeTurn

SLACK_PATIENCE = 2.3
"""Slack waits three seconds in all; a 503 before that is sent again."""

SMS_PATIENCE = 8.0
"""Twilio waits 15 seconds in all."""

WEB_PATIENCE = 6.0
"""The widget waits ten seconds, and asks again by itself."""

WORKER_PATIENCE = 4.0

SWEEPS_AT_ONCE = 8
"""One after the other, 2,000 looks would take longer than the sweeper may run."""


def now() -> datetime:
    return datetime.now(UTC)


def new_id() -> str:
    """128 bits that nobody can guess."""
    return uuid.uuid4().hex


def make_patience(seconds: float) -> Patience:
    return Patience(seconds, time.sleep, time.monotonic, random.random)


@cache
def make_house(overrides: str) -> House:
    """The deployer's policy with the deployment's overrides over it, and the phrases."""
    policy = Policy.read({**_content("policy.json"), **json.loads(overrides)})
    return House(policy, Phrases(_content("phrases.json")))


def _house(overrides: Mapping[str, object]) -> House:
    return make_house(json.dumps(overrides, sort_keys=True))


def _content(name: str) -> dict[str, dict[str, str]]:
    values = json.loads(_content_file(name).read_text("utf-8"))
    if not isinstance(values, dict):
        raise ConfigurationError(f"{name} is not an object")
    return values


def _content_file(name: str) -> Path:
    """A file of the content layer, which is a package without code."""
    return Path(str(resources.files("warmline_content").joinpath(name)))


@cache
def _store(table: str) -> "DynamoStore":
    from warmline.adapters.dynamodb.client import make_client  # noqa: PLC0415
    from warmline.adapters.dynamodb.store import DynamoStore  # noqa: PLC0415

    return DynamoStore(make_client(), table, now)


@cache
def _credentials(secret: str) -> "Credentials":
    from warmline.adapters.credentials import Credentials, make_client  # noqa: PLC0415

    return Credentials(make_client(), secret)


@cache
def _hints(turns: str = "", deliveries: str = "", wakeups: str = "") -> "QueuedHints":
    from warmline.adapters.sqs.hints import QueuedHints, make_client  # noqa: PLC0415

    return QueuedHints(make_client(), turns, deliveries, wakeups)


def _settling(store: "DynamoStore", hints: "QueuedHints", house: House) -> "Settling":
    from warmline.application.settling import Settling  # noqa: PLC0415

    return Settling(store, hints, house, now, make_patience(WORKER_PATIENCE), random.random)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a webhook's line stands on; a test puts a table in memory under the same line."""

    house: House
    store: "ConversationStore"
    credentials: "Credentials"
    clock: "Clock"


def _ground(settings: SmsWebhookSettings | SlackWebhookSettings) -> Ground:
    return Ground(
        _house(settings.policy_overrides),
        _store(settings.table_name),
        _credentials(settings.credentials_secret),
        now,
    )


@dataclass(frozen=True, slots=True)
class SmsLine:
    """What `sms_webhook` works with."""

    settings: SmsWebhookSettings
    credentials: "Credentials"
    receive: "ReceiveMessage"
    record_receipt: "RecordReceipt"


@cache
def sms_line() -> SmsLine:
    settings = read_settings(SmsWebhookSettings, os.environ)
    return make_sms_line(settings, _ground(settings))


def make_sms_line(settings: SmsWebhookSettings, ground: Ground) -> SmsLine:
    from warmline.application.receipts import RecordReceipt  # noqa: PLC0415
    from warmline.application.receive_message import ReceiveMessage  # noqa: PLC0415

    house, store, patience = ground.house, ground.store, make_patience(SMS_PATIENCE)
    return SmsLine(
        settings,
        ground.credentials,
        ReceiveMessage(store, house, ground.clock, new_id, patience),
        RecordReceipt(store, house, ground.clock, patience),
    )


@dataclass(frozen=True, slots=True)
class SlackDeskLine:
    """What `slack_webhook` works with."""

    settings: SlackWebhookSettings
    credentials: "Credentials"
    app: "App"


@cache
def slack_line() -> SlackDeskLine:
    settings = read_settings(SlackWebhookSettings, os.environ)
    return make_slack_line(settings, _ground(settings))


def make_slack_line(settings: SlackWebhookSettings, ground: Ground) -> SlackDeskLine:
    from warmline.adapters.slack.bolt import make_app  # noqa: PLC0415
    from warmline.adapters.slack.client import WEBHOOK_SECONDS, make_client  # noqa: PLC0415
    from warmline.adapters.slack.line import SlackLine  # noqa: PLC0415
    from warmline.adapters.slack.tell import Teller  # noqa: PLC0415
    from warmline.application.agent_actions import AgentActions  # noqa: PLC0415
    from warmline.application.note_card import NoteCard  # noqa: PLC0415
    from warmline.application.receive_message import ReceiveMessage  # noqa: PLC0415
    from warmline.application.reply import ReplyToCustomer  # noqa: PLC0415
    from warmline.observability import get_logger  # noqa: PLC0415

    house, store, clock = ground.house, ground.store, ground.clock
    patience = make_patience(SLACK_PATIENCE)

    def bot_token() -> str:
        return ground.credentials.newest("slack_bot_token")

    line = SlackLine(
        settings.slack_team,
        settings.desk_channel,
        store,
        ReceiveMessage(store, house, clock, new_id, patience),
        ReplyToCustomer(store, house, clock, patience),
        AgentActions(store, house, clock, patience, settings.first_lead),
        NoteCard(store, clock, patience),
        Teller(
            lambda: make_client(settings.slack_api_url, bot_token(), WEBHOOK_SECONDS),
            ground.credentials.doubt,
            get_logger("slack_webhook"),
        ),
    )
    app = make_app(line, team=settings.slack_team, bot_token=bot_token)
    return SlackDeskLine(settings, ground.credentials, app)


@dataclass(frozen=True, slots=True)
class WebLine:
    """What `web_chat` works with."""

    settings: WebChatSettings
    chat: "WebChat"
    visits: "SocketVisits"
    widget: Callable[[], "Widget"]


@cache
def web_line() -> WebLine:
    from warmline.adapters.web.chat import WebChat  # noqa: PLC0415
    from warmline.adapters.web.sockets import GatewaySockets  # noqa: PLC0415
    from warmline.adapters.web.visits import SocketVisits  # noqa: PLC0415
    from warmline.adapters.web.widget import Widget  # noqa: PLC0415
    from warmline.application.receive_message import ReceiveMessage  # noqa: PLC0415

    settings = read_settings(WebChatSettings, os.environ)
    house, store = _house(settings.policy_overrides), _store(settings.table_name)
    secret, patience = _credentials(settings.credentials_secret), make_patience(WEB_PATIENCE)
    receive = ReceiveMessage(store, house, now, new_id, patience)
    chat = WebChat(store, receive, now, secret, settings.websocket_url)
    visits = SocketVisits(
        store,
        GatewaySockets.at(settings.sockets_endpoint_url),
        chat,
        now,
        patience,
        house.policy.hello_seconds,
        settings.chat_origins,
    )
    widget = cache(lambda: Widget.read(_content_file("widget.js")))
    return WebLine(settings, chat, visits, widget)


@dataclass(frozen=True, slots=True)
class Dispatcher:
    """What `dispatch_changes` works with."""

    hints: "QueuedHints"
    policy: Policy


@cache
def dispatcher() -> Dispatcher:
    settings = read_settings(DispatchChangesSettings, os.environ)
    hints = _hints(
        settings.turns_queue_url, settings.deliveries_queue_url, settings.wakeups_queue_url
    )
    return Dispatcher(hints, _house(settings.policy_overrides).policy)


@cache
def take_turn() -> "TakeTurn":
    from warmline.adapters.knowledge.index import ArticleIndex  # noqa: PLC0415
    from warmline.adapters.knowledge.responder import EmbeddedResponder  # noqa: PLC0415
    from warmline.application.take_turn import TakeTurn  # noqa: PLC0415

    settings = read_settings(TakeTurnSettings, os.environ)
    hints = _hints(
        settings.turns_queue_url, settings.deliveries_queue_url, settings.wakeups_queue_url
    )
    house = _house(settings.policy_overrides)
    return TakeTurn(
        _store(settings.table_name),
        hints,
        house,
        EmbeddedResponder(
            ArticleIndex.open(_content_file("articles.sqlite")),
            house.phrases,
            threshold=house.policy.answer_threshold,
        ),
        now,
        make_patience(WORKER_PATIENCE),
    )


@cache
def deliver_messages() -> "DeliverMessages":
    from warmline.adapters.slack.channel import SlackChannel  # noqa: PLC0415
    from warmline.adapters.slack.client import WORKER_SECONDS, make_client  # noqa: PLC0415
    from warmline.adapters.slack.desk import SlackDesk  # noqa: PLC0415
    from warmline.adapters.twilio.channel import TwilioChannel  # noqa: PLC0415
    from warmline.adapters.twilio.client import make_client as make_twilio  # noqa: PLC0415
    from warmline.adapters.web.channel import WebChannel  # noqa: PLC0415
    from warmline.adapters.web.sockets import GatewaySockets  # noqa: PLC0415
    from warmline.application.deliver import DeliverMessages  # noqa: PLC0415

    settings = read_settings(DeliverMessageSettings, os.environ)
    house, store = _house(settings.policy_overrides), _store(settings.table_name)
    hints = _hints(deliveries=settings.deliveries_queue_url)
    secrets = _credentials(settings.credentials_secret)

    def slack() -> "WebClient":
        token = secrets.newest("slack_bot_token")
        return make_client(settings.slack_api_url, token, WORKER_SECONDS)

    def twilio() -> "Client":
        account, token = secrets.newest("twilio_account_sid"), secrets.newest("twilio_auth_token")
        return make_twilio(settings.twilio_api_url, account, token)

    doubt = secrets.doubt
    sms = TwilioChannel(twilio, doubt, settings.public_base_url, settings.messaging_service_sid)
    web = WebChannel(store, GatewaySockets.at(settings.sockets_endpoint_url))
    return DeliverMessages(
        store,
        hints,
        now,
        make_patience(WORKER_PATIENCE),
        {Channel.SMS: sms, Channel.WEB: web, Channel.SLACK: SlackChannel(slack, doubt)},
        SlackDesk(slack, doubt, settings.desk_channel),
        _settling(store, hints, house),
        settings.desk_channel,
    )


@dataclass(frozen=True, slots=True)
class Sweeper:
    """What `sweep_deadlines` works with: the minute's sweep, and a wakeup for one thing."""

    sweep: "SweepDeadlines"
    look_at: "LookAtConversation"
    close_silent: "CloseSilentSocket"


@cache
def sweeper() -> Sweeper:
    from warmline.adapters.web.sockets import GatewaySockets  # noqa: PLC0415
    from warmline.application.sweep import (  # noqa: PLC0415
        CloseSilentSocket,
        LookAtConversation,
        SweepDeadlines,
    )

    settings = read_settings(SweepDeadlinesSettings, os.environ)
    store, house = _store(settings.table_name), _house(settings.policy_overrides)
    hints = _hints(
        settings.turns_queue_url, settings.deliveries_queue_url, settings.wakeups_queue_url
    )
    patience = make_patience(WORKER_PATIENCE)
    look_at = LookAtConversation(store, hints, house, now, patience)
    sockets = GatewaySockets.at(settings.sockets_endpoint_url)
    close_silent = CloseSilentSocket(store, sockets, now, patience)
    sweep = SweepDeadlines(store, hints, now, look_at, close_silent, SWEEPS_AT_ONCE)
    return Sweeper(sweep, look_at, close_silent)
