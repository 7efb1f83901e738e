"""What leads do in Slack: on their Home, in a window, by command."""

from collections.abc import Mapping

from sandbox.slack.standin import SlackStandIn
from sandbox.slack.wire import Fields
from tests.events import AGENT
from tests.functions.slack_calls import command
from tests.functions.slack_desk import LEAD
from tests.functions.slack_windows import (
    in_window,
    pressed,
    sent_off,
)
from tests.functions.webhook_world import WebhookWorld
from warmline.domain.agent import Agent

NEW = "U0NEW00001"


def agent(world: WebhookWorld, user: str) -> Agent:
    found = world.memory.find_agent(user)
    assert found is not None
    return found


def by_lead(text: str, world: WebhookWorld, api: SlackStandIn, user: str = LEAD) -> str:
    """What a lead is told of a command, with the right to open a window."""
    trigger = api.views.new_trigger(user)
    answer = world.slack(command(text, user=user, trigger_id=trigger))
    return str(answer.json["text"]) if answer.body else ""


def on_home(world: WebhookWorld, api: SlackStandIn, action: str, of: str, user: str = LEAD) -> None:
    """A lead presses a button on their Home, about somebody."""
    view = {"id": "V0HOME0001", "type": "home", "private_metadata": "events"}
    place: Fields = {"channel": None, "message": None, "container": {"type": "view"}, "view": view}
    event = pressed(world, api, action, user=user, value=f"{of}.0", **place)
    assert world.slack(event).status == 200


def in_their_window(
    world: WebhookWorld, api: SlackStandIn, action: str, of: str, user: str = LEAD
) -> None:
    place = in_window(api, user)
    event = pressed(world, api, action, user=user, value=f"{of}.0", **place)
    assert world.slack(event).status == 200


def errors(world: WebhookWorld, api: SlackStandIn, values: Mapping[str, object]) -> dict[str, str]:
    answer = world.slack(sent_off(api, values, user=LEAD)).json
    assert answer["response_action"] == "errors"
    return dict(answer["errors"])


def desk_with_skills(api: SlackStandIn) -> WebhookWorld:
    world = WebhookWorld(
        slack_api_url=f"{api.url}/api/",
        first_lead=LEAD,
        skills={"fraud": "payments", "vip": "vip"},
        languages=["es"],
        teams={"gold": None},
    )
    world.hire(AGENT, "Ada")
    return world
