"""Pins, the app's Home, and what a guest has not."""

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox.slack import SlackStandIn
from sandbox.slack.interacting import Press
from sandbox.slack.wire import fields
from tests.unit.sandbox.slack.app_server import AppServer, control
from tests.unit.sandbox.slack.cards import ANA, CARD, REASON, card, modal
from tests.unit.sandbox.slack.conftest import DESK

NOOR = "U0NOOR0005"
HOME: dict[str, object] = {"type": "home", "blocks": CARD, "callback_id": "mine"}


def test_a_message_is_pinned_once_and_listed(client: WebClient) -> None:
    ts = card(client)
    client.pins_add(channel=DESK, timestamp=ts)
    with pytest.raises(SlackApiError, match="already_pinned"):
        client.pins_add(channel=DESK, timestamp=ts)
    [pin] = client.pins_list(channel=DESK)["items"]
    assert (pin["message"]["ts"], pin["message"]["pinned_to"]) == (ts, [DESK])
    client.pins_remove(channel=DESK, timestamp=ts)
    with pytest.raises(SlackApiError, match="no_pin"):
        client.pins_remove(channel=DESK, timestamp=ts)


def test_what_is_not_there_cannot_be_pinned(client: WebClient) -> None:
    with pytest.raises(SlackApiError, match="message_not_found"):
        client.pins_add(channel=DESK, timestamp="1.1")


def test_opening_the_apps_home_is_told_and_shows_what_was_published(
    slack: SlackStandIn, app: AppServer, client: WebClient
) -> None:
    slack.homes.open(ANA)
    event = app.wait_for(1, "app_home_opened")[0].event
    assert (event["user"], event["tab"], event["channel"]) == (ANA, "home", "D0ANA00001")
    assert "view" not in event
    view = client.views_publish(user_id=ANA, view=HOME)["view"]
    assert (view["type"], view["callback_id"], view["root_view_id"]) == ("home", "mine", view["id"])
    slack.homes.open(ANA)
    known = fields(app.wait_for(2, "app_home_opened")[1].event["view"])
    assert (known["id"], known["hash"]) == (view["id"], view["hash"])
    assert fields(control(slack.url, f"state?as={ANA}")["home"])["blocks"] == view["blocks"]
    assert control(slack.url, "state?as=U0BEN00002")["home"] is None


def test_a_press_in_the_home_names_it_and_may_open_a_window(
    slack: SlackStandIn, app: AppServer, client: WebClient
) -> None:
    home = client.views_publish(user_id=ANA, view=HOME)["view"]["id"]
    slack.interacting.press_in_view(ANA, home, Press("claim"))
    body = app.wait_for(1, "block_actions")[0].body
    assert body["container"] == {"type": "view", "view_id": home}
    assert fields(body["view"])["type"] == "home"
    assert "channel" not in body
    client.views_open(trigger_id=str(body["trigger_id"]), view=modal())
    assert slack.views.home(ANA) is not None


def test_a_home_is_replaced_in_place_unless_it_has_changed_meanwhile(client: WebClient) -> None:
    first = client.views_publish(user_id=ANA, view=HOME)["view"]
    second = client.views_publish(user_id=ANA, view=HOME, hash=first["hash"])["view"]
    assert second["id"] == first["id"]
    with pytest.raises(SlackApiError, match="hash_conflict"):
        client.views_publish(user_id=ANA, view=HOME, hash=first["hash"])
    updated = client.views_update(view_id=first["id"], view=HOME)["view"]
    assert updated["type"] == "home"


@pytest.mark.parametrize(
    "view", [modal(), {"type": "home", "blocks": CARD, "title": {"type": "plain_text"}}, {}]
)
def test_a_home_is_checked_as_slack_does(client: WebClient, view: dict[str, object]) -> None:
    with pytest.raises(SlackApiError, match="invalid_arguments"):
        client.views_publish(user_id=ANA, view=view)


def test_a_home_may_hold_inputs_without_a_submit(client: WebClient) -> None:
    assert client.views_publish(user_id=ANA, view={"type": "home", "blocks": [REASON]})["ok"]


def test_a_guest_works_with_buttons_alone(
    slack: SlackStandIn, app: AppServer, client: WebClient
) -> None:
    assert client.users_info(user=NOOR)["user"]["is_ultra_restricted"] is True
    assert slack.commands.give(NOOR, DESK, "/warmline", "next")["error"] == "not_for_guests"
    slack.interacting.press(NOOR, DESK, card(client), Press("claim"))
    assert fields(app.wait_for(1, "block_actions")[0].body["user"])["id"] == NOOR
