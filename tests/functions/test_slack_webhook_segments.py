"""Before words go out by text message, their writer learns how many parts of one they take."""

import pytest

from sandbox.slack.standin import SlackStandIn
from tests.events import AGENT
from tests.functions.slack_calls import in_thread, press
from tests.functions.slack_desk import told
from tests.functions.webhook_world import WebhookWorld
from tests.journeys.world import SLACK, SMS
from warmline.domain.address import Address


@pytest.mark.parametrize(
    ("text", "address", "told_of"),
    [
        ("x" * 161, SMS, " By SMS that is 2 segments."),
        ("ж" * 135, SMS, " By SMS that is 3 segments."),
        ("x" * 160, SMS, ""),
        ("x" * 500, SLACK, ""),
    ],
)
def test_who_writes_learns_how_long_it_is(
    api: SlackStandIn, text: str, address: Address, told_of: str
) -> None:
    world = WebhookWorld(slack_api_url=f"{api.url}/api/", undo_seconds=5)
    world.hire(AGENT, "Ada")
    world.customer("human please", address)
    world.settle()
    world.slack(press(world, "claim"))
    world.settle()

    world.slack(in_thread(world, text))

    assert told(api)[-1]["text"] == f"Goes to the customer in 5 s.{told_of}"
