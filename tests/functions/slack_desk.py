"""A desk of three, with Slack's Web API on loopback, and one case that waits there."""

from sandbox.slack.people import Part, Person
from sandbox.slack.standin import Settings, SlackStandIn
from sandbox.slack.wire import Fields
from tests.events import AGENT, SLACK_APP, SLACK_SIGNING_SECRET, SLACK_TEAM
from tests.functions.slack_calls import direct, press
from tests.functions.webhook_world import BOT_TOKEN, WebhookWorld
from tests.journeys.world import DESK
from warmline.domain.conversation import Head

STRANGER, RIVAL, LEAD = "U0STRANGER", "U0RIVAL001", "U0LEAD0001"
NOT_AN_AGENT = "You are not an agent of this desk. A lead can add you."
PEOPLE = (
    Person(AGENT, "ada", "Ada Lund"),
    Person(RIVAL, "ben", "Ben Okafor"),
    Person(STRANGER, "sam", "Sam Stranger"),
    Person(LEAD, "lea", "Lea Brandt", Part.LEAD),
    Person("U0CUSTOM01", "carl", "Carl Meyer", Part.CUSTOMER),
)


def make_api() -> SlackStandIn:
    """Slack's Web API, as the webhook calls it; not started."""
    return SlackStandIn(
        0,
        bot_token=BOT_TOKEN,
        signing_secret=SLACK_SIGNING_SECRET,
        team=SLACK_TEAM,
        app=SLACK_APP,
        desk_channel=DESK,
        people=PEOPLE,
        settings=Settings(post_interval=0.0),
    )


def make_desk(api: SlackStandIn, *, undo_seconds: float = 0) -> WebhookWorld:
    """A line where one case waits, its card up, and two agents are on shift."""
    world = WebhookWorld(
        slack_api_url=f"{api.url}/api/", first_lead=LEAD, undo_seconds=undo_seconds
    )
    world.hire(AGENT, "Ada")
    world.hire(RIVAL, "Ben")
    world.slack(direct("a human please"))
    world.settle()
    return world


def told(api: SlackStandIn) -> list[Fields]:
    """What single people were told."""
    return [call.arguments for call in api.web_api.calls("chat.postEphemeral")]


def claimed(world: WebhookWorld, user: str = AGENT) -> Head:
    assert world.slack(press(world, "claim", user=user)).status == 200
    world.settle(5)
    return world.the_head()
