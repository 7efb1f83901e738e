"""The parts of the desk that answer Slack, each made once: one line for each of them here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from slack_sdk import WebClient

    from warmline.adapters.slack.parts import Part
    from warmline.adapters.slack.tell import Teller
    from warmline.application.agent_actions import AgentActions
    from warmline.application.reply import ReplyToCustomer
    from warmline.application.retrying import Patience
    from warmline.bootstrap.ground import Ground
    from warmline.settings import SlackWebhookSettings


@dataclass(frozen=True, slots=True)
class DeskGround:
    """What a part of the desk may be made of."""

    settings: "SlackWebhookSettings"
    ground: "Ground"
    patience: "Patience"
    client: "Callable[[], WebClient]"
    teller: "Teller"
    actions: "AgentActions"
    reply: "ReplyToCustomer"


def make_parts(desk: DeskGround) -> "tuple[Part, ...]":
    """Return every part, in no order: no two of them answer the same thing."""
    _ = desk
    return ()
