"""The lines of the three webhooks: each imports what its function needs and no more."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from warmline.bootstrap.ground import Ground, content_file, find_ground, make_patience, new_id
from warmline.settings import (
    SlackWebhookSettings,
    SmsWebhookSettings,
    WebChatSettings,
    read_settings,
)

if TYPE_CHECKING:
    from slack_bolt import App
    from slack_sdk import WebClient

    from warmline.adapters.credentials import Credentials
    from warmline.adapters.slack.line import SlackLine
    from warmline.adapters.web.chat import WebChat
    from warmline.adapters.web.visits import SocketVisits
    from warmline.adapters.web.widget import Widget
    from warmline.application.receipts import RecordReceipt
    from warmline.application.receive_message import ReceiveMessage
    from warmline.bootstrap.files import CustomerFiles

SLACK_PATIENCE = 2.3
"""Slack waits three seconds in all; a 503 before that is sent again."""

SMS_PATIENCE = 8.0
"""Twilio waits 15 seconds in all."""

WEB_PATIENCE = 6.0
"""The widget waits ten seconds, and asks again by itself."""


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
    line: "SlackLine"


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
    from warmline.bootstrap.desk_parts import DeskGround, make_parts  # noqa: PLC0415
    from warmline.observability import get_logger  # noqa: PLC0415

    house, store, clock = ground.house, ground.store, ground.clock
    patience = make_patience(SLACK_PATIENCE)

    def bot_token() -> str:
        return ground.credentials.newest("slack_bot_token")

    def client() -> "WebClient":
        return make_client(settings.slack_api_url, bot_token(), WEBHOOK_SECONDS)

    actions = AgentActions(store, house, clock, patience, new_id, settings.first_lead)
    reply = ReplyToCustomer(store, house, clock, patience)
    teller = Teller(client, ground.credentials.doubt, get_logger("slack_webhook"))
    parts = make_parts(DeskGround(settings, ground, patience, client, teller, actions, reply))
    line = SlackLine(
        settings.slack_team,
        settings.desk_channel,
        store,
        ReceiveMessage(store, house, clock, new_id, patience),
        actions,
        NoteCard(store, clock, patience),
        teller,
        parts,
    )
    app = make_app(line, team=settings.slack_team, bot_token=bot_token)
    return SlackDeskLine(settings, ground.credentials, app, line)


@dataclass(frozen=True, slots=True)
class WebLine:
    """What `web_chat` works with."""

    settings: WebChatSettings
    chat: "WebChat"
    visits: "SocketVisits"
    widget: Callable[[], "Widget"]
    files: "CustomerFiles"


@cache
def web_line() -> WebLine:
    from warmline.adapters.web.chat import WebChat  # noqa: PLC0415
    from warmline.adapters.web.sockets import GatewaySockets  # noqa: PLC0415
    from warmline.adapters.web.visits import SocketVisits  # noqa: PLC0415
    from warmline.adapters.web.widget import Widget  # noqa: PLC0415
    from warmline.application.presence import NotePresence  # noqa: PLC0415
    from warmline.application.receive_message import ReceiveMessage  # noqa: PLC0415
    from warmline.bootstrap.files import find_customer_files  # noqa: PLC0415

    settings = read_settings(WebChatSettings, os.environ)
    ground, patience = _ground(settings), make_patience(WEB_PATIENCE)
    house, store, clock = ground.house, ground.store, ground.clock
    receive = ReceiveMessage(store, house, clock, new_id, patience)
    files = find_customer_files(settings, ground)
    chat = WebChat(store, receive, clock, ground.credentials, settings.websocket_url, files.links)
    visits = SocketVisits(
        store,
        GatewaySockets.at(settings.sockets_endpoint_url),
        chat,
        clock,
        patience,
        house.policy.hello_seconds,
        settings.chat_origins,
        NotePresence(store, house, clock, patience),
    )
    widget = cache(lambda: Widget.read(content_file("widget.js")))
    return WebLine(settings, chat, visits, widget, files)


def _ground(settings: SmsWebhookSettings | SlackWebhookSettings | WebChatSettings) -> Ground:
    return find_ground(settings.policy_overrides, settings.table_name, settings.credentials_secret)
