"""What the workers behind the webhooks are made of: each imports its own and no more."""

import os
import random
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from warmline.bootstrap.ground import (
    find_credentials,
    find_hints,
    find_house,
    find_store,
    make_patience,
    now,
)
from warmline.bootstrap.model import KEY
from warmline.bootstrap.tools import find_tools
from warmline.domain.address import Channel
from warmline.domain.policy import Policy
from warmline.settings import (
    DeliverMessageSettings,
    DispatchChangesSettings,
    SweepDeadlinesSettings,
    read_settings,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from slack_sdk import WebClient
    from twilio.rest import Client

    from warmline.adapters.dynamodb.store import DynamoStore
    from warmline.adapters.sqs.hints import QueuedHints
    from warmline.application.change import House
    from warmline.application.deliver import DeliverMessages
    from warmline.application.ports import CustomerChannel, Desk
    from warmline.application.sweep import CloseSilentSocket, LookAtConversation, SweepDeadlines

WORKER_PATIENCE = 4.0
TRANSLATION_PATIENCE = 0.3
"""For counting what it cost: words to the desk do not wait for that."""

SWEEPS_AT_ONCE = 8
"""One after the other, 2,000 looks would take longer than the sweeper may run."""


@dataclass(frozen=True, slots=True)
class Dispatcher:
    """What `dispatch_changes` works with."""

    hints: "QueuedHints"
    policy: Policy


@cache
def dispatcher() -> Dispatcher:
    settings = read_settings(DispatchChangesSettings, os.environ)
    return Dispatcher(_hints(settings), find_house(settings.policy_overrides).policy)


@cache
def deliver_messages() -> "DeliverMessages":
    from warmline.application.deliver import DeliverMessages  # noqa: PLC0415
    from warmline.application.settling import Settling  # noqa: PLC0415
    from warmline.application.tools_approved import RunApproved  # noqa: PLC0415

    settings = read_settings(DeliverMessageSettings, os.environ)
    house, store = find_house(settings.policy_overrides), find_store(settings.table_name)
    hints = find_hints(deliveries=settings.deliveries_queue_url)
    patience = make_patience(WORKER_PATIENCE)
    channels, desk = _providers(settings, store, house)
    desk = _translating(desk, settings, house, store)
    settling = Settling(store, hints, house, now, patience, random.random)
    catalogue, runner = find_tools(settings.tools_base_url, settings.credentials_secret)
    run_tool = RunApproved(store, hints, house, now, patience, catalogue, runner)
    return DeliverMessages(
        store,
        hints,
        now,
        patience,
        channels,
        desk,
        settling,
        settings.desk_channel,
        run_tool,
        note=_note_unreachable,
        woken_at_once=SWEEPS_AT_ONCE,
    )


def _note_unreachable(problem: str) -> None:
    from warmline.observability import Metric, get_logger  # noqa: PLC0415

    get_logger("deliver_message").error(Metric.DESK_UNREACHABLE, problem=problem)


def _translating(
    desk: "Desk", settings: DeliverMessageSettings, house: "House", store: "DynamoStore"
) -> "Desk":
    """With a model, agents read foreign words with their meaning beneath; without, as they are."""
    if not settings.openai_model:
        return desk
    from warmline.adapters.openai.translator import OpenAITranslator  # noqa: PLC0415
    from warmline.application.breaker import Breaker  # noqa: PLC0415
    from warmline.application.budget import Budget  # noqa: PLC0415
    from warmline.application.translating import TranslatingDesk  # noqa: PLC0415
    from warmline.domain.errors import ConfigurationError  # noqa: PLC0415

    secrets, policy = find_credentials(settings.credentials_secret), house.policy

    def key() -> str:
        try:
            return secrets.newest(KEY)
        except ConfigurationError:
            return ""

    patience = make_patience(TRANSLATION_PATIENCE)
    return TranslatingDesk(
        desk,
        OpenAITranslator(settings.openai_base_url, settings.openai_model, key, secrets.doubt),
        Breaker(store, now, patience, "translations"),
        Budget(store, now, patience, policy.budget_tokens_conversation, policy.budget_tokens_day),
    )


def _providers(
    settings: DeliverMessageSettings, store: "DynamoStore", house: "House"
) -> "tuple[Mapping[Channel, CustomerChannel], Desk]":
    from warmline.adapters.slack.channel import SlackChannel  # noqa: PLC0415
    from warmline.adapters.slack.client import WORKER_SECONDS, make_client  # noqa: PLC0415
    from warmline.adapters.slack.desk import SlackDesk  # noqa: PLC0415
    from warmline.adapters.slack.files import SlackFiles  # noqa: PLC0415
    from warmline.adapters.twilio.channel import TwilioChannel  # noqa: PLC0415
    from warmline.adapters.twilio.client import make_client as make_twilio  # noqa: PLC0415
    from warmline.adapters.web.channel import WebChannel  # noqa: PLC0415
    from warmline.adapters.web.sockets import GatewaySockets  # noqa: PLC0415
    from warmline.application.presence import NotePresence  # noqa: PLC0415
    from warmline.bootstrap.files import find_links, with_files  # noqa: PLC0415

    secrets = find_credentials(settings.credentials_secret)
    doubt = secrets.doubt

    def slack() -> "WebClient":
        token = secrets.newest("slack_bot_token")
        return make_client(settings.slack_api_url, token, WORKER_SECONDS)

    def twilio() -> "Client":
        account, token = secrets.newest("twilio_account_sid"), secrets.newest("twilio_auth_token")
        return make_twilio(settings.twilio_api_url, account, token)

    base_url = settings.public_base_url
    links = find_links(base_url, settings.files_bucket, secrets, house)
    sms = TwilioChannel(twilio, doubt, base_url, settings.messaging_service_sid, links)
    presence = NotePresence(store, house, now, make_patience(WORKER_PATIENCE))
    web = WebChannel(store, GatewaySockets.at(settings.sockets_endpoint_url), presence.left, links)
    channels: dict[Channel, CustomerChannel] = {
        Channel.SMS: sms,
        Channel.WEB: web,
        Channel.SLACK: SlackChannel(slack, doubt, links),
    }
    channels = with_files(channels, SlackFiles(slack, doubt), settings)
    return channels, SlackDesk(slack, doubt, settings.desk_channel)


@dataclass(frozen=True, slots=True)
class Sweeper:
    """What `sweep_deadlines` works with: the minute's sweep, and a wakeup for one thing."""

    sweep: "SweepDeadlines"
    look_at: "LookAtConversation"
    close_silent: "CloseSilentSocket"


def _count_broken(conversation: str) -> None:
    from warmline.observability import Metric, get_logger  # noqa: PLC0415

    get_logger("sweep_deadlines").warning(Metric.PROMISE_BROKEN, conversation=conversation)


@cache
def sweeper() -> Sweeper:
    from warmline.adapters.web.sockets import GatewaySockets  # noqa: PLC0415
    from warmline.application.sweep import (  # noqa: PLC0415
        CloseSilentSocket,
        LookAtConversation,
        SweepDeadlines,
    )

    settings = read_settings(SweepDeadlinesSettings, os.environ)
    store, house = find_store(settings.table_name), find_house(settings.policy_overrides)
    hints, patience = _hints(settings), make_patience(WORKER_PATIENCE)
    look_at = LookAtConversation(
        store, hints, house, now, patience, settings.first_lead, _count_broken
    )
    sockets = GatewaySockets.at(settings.sockets_endpoint_url)
    close_silent = CloseSilentSocket(store, sockets, now, patience)
    sweep = SweepDeadlines(store, hints, now, look_at, close_silent, SWEEPS_AT_ONCE)
    return Sweeper(sweep, look_at, close_silent)


def _hints(
    settings: DispatchChangesSettings | SweepDeadlinesSettings,
) -> "QueuedHints":
    return find_hints(
        settings.turns_queue_url, settings.deliveries_queue_url, settings.wakeups_queue_url
    )
