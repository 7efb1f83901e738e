"""A card with a button and a modal with two inputs, and how a test presses and opens them."""

from collections.abc import Callable

from slack_sdk import WebClient

from sandbox.messages import Response
from sandbox.slack import SlackStandIn
from sandbox.slack.interacting import Press
from tests.unit.sandbox.slack.app_server import AppServer, Received
from tests.unit.sandbox.slack.conftest import DESK

ANA, BEN, CARL = "U0ANA00001", "U0BEN00002", "U0CARL0004"


def words(text: str) -> dict[str, object]:
    return {"type": "plain_text", "text": text}


CLAIM: dict[str, object] = {
    "type": "button",
    "text": words("Claim"),
    "action_id": "claim",
    "value": "c1.1",
    "style": "primary",
}
CARD: list[dict[str, object]] = [{"type": "actions", "block_id": "buttons", "elements": [CLAIM]}]
REASON: dict[str, object] = {
    "type": "input",
    "block_id": "why",
    "label": words("Why?"),
    "element": {"type": "plain_text_input", "action_id": "reason"},
}
TEAM: dict[str, object] = {
    "type": "input",
    "block_id": "team",
    "label": words("Team"),
    "optional": True,
    "element": {
        "type": "static_select",
        "action_id": "pick",
        "options": [{"text": words("Billing"), "value": "billing"}],
    },
}


def modal(**members: object) -> dict[str, object]:
    base = {
        "type": "modal",
        "callback_id": "transfer",
        "title": words("Transfer"),
        "submit": words("Send"),
    }
    return base | {"private_metadata": "c1", "blocks": [REASON, TEAM]} | members


def card(client: WebClient, thread_ts: str | None = None) -> str:
    answer = client.chat_postMessage(channel=DESK, text="card", blocks=CARD, thread_ts=thread_ts)
    return str(answer["ts"])


def press(slack: SlackStandIn, app: AppServer, ts: str, user: str = ANA) -> Received:
    before = len([row for row in app.received if row.kind == "block_actions"])
    slack.interacting.press(user, DESK, ts, Press("claim"))
    return app.wait_for(before + 1, "block_actions")[-1]


def opened(slack: SlackStandIn, app: AppServer, client: WebClient, **members: object) -> str:
    trigger = press(slack, app, card(client)).body["trigger_id"]
    return str(client.views_open(trigger_id=str(trigger), view=modal(**members))["view"]["id"])


def answer(body: object) -> list[Callable[[], Response]]:
    return [lambda: Response.json(body)]
