"""The world around a local stack: stand-ins for all that it calls, unless addresses are given."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from deployer.up.settings import LocalSettings
from sandbox.shop.orders import ShopOrders
from sandbox.slack.people import PEOPLE, Part, Person
from sandbox.slack.standin import SlackStandIn
from sandbox.twilio.account import Account
from sandbox.twilio.stand_in import TwilioStandIn

# Twilio sends a message again after a 5xx only if the number's URL says so.
ASKING_AGAIN = "#rc=3&rp=5xx,ct,rt"


@dataclass(frozen=True, slots=True)
class Outside:
    """Where the stack finds Twilio, Slack and the shop's service, and what was started for it."""

    twilio_api_url: str
    slack_api_url: str
    tools_base_url: str
    twilio: TwilioStandIn | None
    slack: SlackStandIn | None


@contextmanager
def outside(settings: LocalSettings, http_url: str) -> Iterator[Outside]:
    """Run the stand-ins that nobody replaced while the block lasts."""
    with ExitStack() as started:
        twilio = slack = None
        if not settings.twilio_api_url:
            twilio = _start_twilio(settings, http_url, started)
        if not settings.slack_api_url:
            slack = _start_slack(settings, http_url, started)
        tools_base_url = settings.tools_base_url or _start_shop(started)
        yield Outside(
            twilio_api_url=settings.twilio_api_url or (twilio.url if twilio else ""),
            slack_api_url=settings.slack_api_url or (f"{slack.url}/api/" if slack else ""),
            tools_base_url=tools_base_url,
            twilio=twilio,
            slack=slack,
        )


def _start_twilio(settings: LocalSettings, http_url: str, started: ExitStack) -> TwilioStandIn:
    account = Account(
        sid=settings.credentials.twilio_account_sid,
        auth_token=settings.credentials.twilio_auth_token,
        numbers=(settings.names.phone_number,),
        webhook_url=f"{http_url}/sms/inbound{ASKING_AGAIN}",
    )
    twilio = TwilioStandIn(account)
    twilio.start()
    started.callback(twilio.stop)
    return twilio


def _start_slack(settings: LocalSettings, http_url: str, started: ExitStack) -> SlackStandIn:
    slack = SlackStandIn(
        0,
        bot_token=settings.credentials.slack_bot_token,
        signing_secret=settings.credentials.slack_signing_secret,
        team=settings.names.slack_team,
        app=settings.names.slack_app,
        desk_channel=settings.names.desk_channel,
        events_url=f"{http_url}/slack/events",
        people=people_of(settings),
    )
    slack.start()
    started.callback(slack.stop)
    return slack


def _start_shop(started: ExitStack) -> str:
    """Run the sample shop's service, which the actions of content/tools.yaml call."""
    shop = ShopOrders()
    shop.start()
    started.callback(shop.stop)
    return shop.url


def people_of(settings: LocalSettings) -> tuple[Person, ...]:
    """Return the sandbox's people and whoever else the environment names as an agent."""
    known = {person.id for person in PEOPLE}
    named = dict.fromkeys(settings.agents, Part.AGENT)
    if settings.lead:
        named[settings.lead] = Part.LEAD
    others = (
        Person(user, user.lower(), f"Agent {number}", part)
        for number, (user, part) in enumerate(named.items(), start=1)
        if user not in known
    )
    return (*PEOPLE, *others)
