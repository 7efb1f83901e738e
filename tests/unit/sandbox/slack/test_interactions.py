"""Buttons and menus, against a real app server."""

import pytest
from slack_sdk import WebClient

from sandbox.messages import Response
from sandbox.slack import SlackStandIn
from sandbox.slack.interacting import Press
from sandbox.slack.wire import RefusedError
from tests.unit.sandbox.slack.app_server import AppServer
from tests.unit.sandbox.slack.cards import (
    ANA,
    BEN,
    CARD,
    CARL,
    card,
    press,
    words,
)
from tests.unit.sandbox.slack.conftest import DESK


def test_a_press_arrives_with_all_that_slack_tells(
    slack: SlackStandIn, app: AppServer, client: WebClient
) -> None:
    ts = card(client)
    body = press(slack, app, ts).body
    assert app.unsigned == 0
    assert body["user"] == {"id": ANA, "username": "ana", "name": "ana", "team_id": "T0SANDBOX"}
    assert body["team"] == {"id": "T0SANDBOX", "domain": "sandbox"}
    assert body["api_app_id"] == "A0SANDBOX"
    assert body["channel"] == {"id": DESK, "name": "support-desk"}
    assert body["container"] == {
        "type": "message",
        "message_ts": ts,
        "channel_id": DESK,
        "is_ephemeral": False,
    }
    assert body["state"] == {"values": {}}
    message, actions = body["message"], body["actions"]
    assert isinstance(message, dict)
    assert isinstance(actions, list)
    assert (message["ts"], message["bot_id"]) == (ts, "B0WARMLINE")
    expected = {"action_id": "claim", "block_id": "buttons", "value": "c1.1", "type": "button"}
    assert expected.items() <= actions[0].items()
    assert actions[0]["action_ts"]
    assert body["trigger_id"]
    assert str(body["response_url"]).startswith(f"{slack.url}/actions/T0SANDBOX/")
    assert body["enterprise"] is None
    assert body["is_enterprise_install"] is False


def test_a_press_in_a_thread_names_the_thread(
    slack: SlackStandIn, app: AppServer, client: WebClient
) -> None:
    root = card(client)
    container = press(slack, app, card(client, thread_ts=root)).body["container"]
    assert isinstance(container, dict)
    assert container["thread_ts"] == root


def test_an_ephemeral_can_be_pressed_by_its_reader_and_is_not_sent_along(
    slack: SlackStandIn, app: AppServer, client: WebClient
) -> None:
    ts = client.chat_postEphemeral(channel=DESK, user=ANA, text="sure?", blocks=CARD)["message_ts"]
    body = press(slack, app, str(ts)).body
    assert "message" not in body
    assert isinstance(body["container"], dict)
    assert body["container"]["is_ephemeral"] is True
    with pytest.raises(RefusedError, match="message_not_found"):
        slack.interacting.press(BEN, DESK, str(ts), Press("claim"))


def test_a_press_that_fails_is_shown_and_not_sent_again(
    slack: SlackStandIn, app: AppServer, client: WebClient
) -> None:
    app.wait_for(0)
    ts = card(client)
    app.wait_for(1)
    app.answers = [lambda: Response(500)]
    outcome = slack.interacting.press(ANA, DESK, ts, Press("claim"))
    assert (outcome["ok"], outcome["error"]) == (False, "dispatch_failed")
    assert len([row for row in app.received if row.kind == "block_actions"]) == 1


def test_a_stranger_to_the_channel_cannot_press(slack: SlackStandIn, client: WebClient) -> None:
    ts = card(client)
    with pytest.raises(RefusedError, match="not_in_channel"):
        slack.interacting.press(CARL, DESK, ts, Press("claim"))
    slack.acting.join(CARL, DESK)
    assert slack.interacting.press(CARL, DESK, ts, Press("claim"))["ok"] is True


def test_a_choice_in_a_menu_arrives_as_the_whole_option(
    slack: SlackStandIn, app: AppServer, client: WebClient
) -> None:
    menu: dict[str, object] = {
        "type": "section",
        "block_id": "b",
        "text": words("Team"),
        "accessory": {
            "type": "static_select",
            "action_id": "pick",
            "options": [{"text": words("Billing"), "value": "billing"}],
        },
    }
    ts = str(client.chat_postMessage(channel=DESK, text="menu", blocks=[menu])["ts"])
    slack.interacting.press(ANA, DESK, ts, Press("pick", given="billing"))
    body = app.wait_for(1, "block_actions")[0].body
    assert isinstance(body["actions"], list)
    assert body["actions"][0]["selected_option"]["value"] == "billing"
    assert body["state"] == {
        "values": {"b": {"pick": {"type": "static_select", "selected_option": None}}}
    }
