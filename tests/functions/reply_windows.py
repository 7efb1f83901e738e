"""A desk with a case in Ada's hands, and the windows in which she writes to its customer."""

from dataclasses import dataclass, replace

from sandbox.slack.standin import SlackStandIn
from sandbox.slack.wire import Fields
from tests.events import AGENT
from tests.functions.slack_calls import direct
from tests.functions.slack_desk import claimed, make_desk
from tests.functions.slack_windows import pressed, sent_off, shown
from tests.functions.webhook_world import BOT_TOKEN, Answer, WebhookWorld
from tests.journeys.world import DESK, RememberingDesk
from warmline.adapters.slack.client import make_client
from warmline.adapters.slack.desk import SlackDesk
from warmline.application.ports import Answer as Written
from warmline.domain.address import Channel
from warmline.domain.articles import ArticleVersion
from warmline.domain.drafts import Draft

QUESTION = "How long do I have to send it back?"
DRAFT = "You can send it back within 30 days."


@dataclass
class WindowDesk(RememberingDesk):
    """A desk whose windows are those of Slack on loopback."""

    windows: SlackDesk | None = None

    def show_draft(self, window: str, draft: Draft) -> None:
        super().show_draft(window, draft)
        assert self.windows is not None
        self.windows.show_draft(window, draft)


def writing_desk(api: SlackStandIn) -> WebhookWorld:
    """Return a desk with a case in Ada's hands: its customer asked, then wanted a person."""
    world = make_desk(api, undo_seconds=5)
    world.slack(direct(QUESTION))
    claimed(world)
    windows = SlackDesk(
        lambda: make_client(f"{api.url}/api/", BOT_TOKEN, 1), lambda: None, channel=DESK
    )
    desk = WindowDesk(windows=windows)
    desk.__dict__.update({**world.desk.__dict__, "windows": windows})
    world.desk = desk
    world.deliver = replace(world.deliver, desk=desk)
    world.script.append(written(DRAFT))
    return world


def written(text: str, **more: object) -> Written:
    articles = (ArticleVersion("returns/how-long", "v1"),)
    return Written(text, articles=articles, **more)  # type: ignore[arg-type]  # a test's own


def opened(world: WebhookWorld, api: SlackStandIn, action: str, user: str = AGENT) -> None:
    assert world.slack(pressed(world, api, action, user=user)).status == 200


def drafted(world: WebhookWorld, api: SlackStandIn) -> Fields:
    """Ada has pressed Draft, and looks at it."""
    opened(world, api, "draft")
    world.settle(2)
    return shown(api)


def field_of(view: Fields) -> tuple[str, str]:
    """The block of the text to send, and what stands in it."""
    blocks = view["blocks"]
    assert isinstance(blocks, list)
    [field] = [one for one in blocks if one["type"] == "input"]
    return field["block_id"], field["element"].get("initial_value", "")


def sent(world: WebhookWorld, api: SlackStandIn, text: str) -> Answer:
    block, _ = field_of(shown(api))
    answer = world.slack(sent_off(api, {block: text}))
    assert answer.status == 200
    return answer


def to_customer(world: WebhookWorld) -> list[str]:
    return world.channels[Channel.SLACK].texts
