"""Modals, against a real app server."""

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox.slack import SlackStandIn
from sandbox.slack.wire import Fields, fields
from tests.unit.sandbox.slack.app_server import AppServer, control
from tests.unit.sandbox.slack.cards import (
    ANA,
    answer,
    card,
    modal,
    opened,
    press,
    words,
)
from tests.unit.sandbox.slack.conftest import Clock


def visible(slack: SlackStandIn) -> Fields:
    """Return the modal that Ana's page shows."""
    return fields(control(slack.url, f"state?as={ANA}")["view"])


def test_a_modal_opens_and_its_submission_carries_what_was_typed(
    slack: SlackStandIn, app: AppServer, client: WebClient
) -> None:
    view_id = opened(slack, app, client)
    outcome = slack.interacting.submit(
        ANA, view_id, {"why": {"reason": "card expired"}, "team": {"pick": "billing"}}
    )
    assert outcome["ok"] is True
    body = app.wait_for(1, "view_submission")[0].body
    view = body["view"]
    assert isinstance(view, dict)
    assert view["state"]["values"]["why"]["reason"] == {
        "type": "plain_text_input",
        "value": "card expired",
    }
    assert view["state"]["values"]["team"]["pick"]["selected_option"]["value"] == "billing"
    assert (view["id"], view["root_view_id"], view["previous_view_id"]) == (view_id, view_id, None)
    assert (view["callback_id"], view["private_metadata"]) == ("transfer", "c1")
    assert (view["app_id"], view["bot_id"], view["team_id"]) == (
        "A0SANDBOX",
        "B0WARMLINE",
        "T0SANDBOX",
    )
    assert body["response_urls"] == []
    assert body["trigger_id"]
    assert visible(slack) == {}


def test_an_unfinished_modal_is_not_sent(
    slack: SlackStandIn, app: AppServer, client: WebClient
) -> None:
    view_id = opened(slack, app, client)
    outcome = slack.interacting.submit(ANA, view_id, {"why": {"reason": ""}})
    assert outcome["errors"] == {"why": "Please complete this required field."}
    assert not [row for row in app.received if row.kind == "view_submission"]


def test_the_apps_errors_keep_the_modal_open_and_are_shown(
    slack: SlackStandIn, app: AppServer, client: WebClient
) -> None:
    view_id = opened(slack, app, client)
    app.wait_for(2)
    app.answers = answer({"response_action": "errors", "errors": {"why": "Too short"}})
    slack.interacting.submit(ANA, view_id, {"why": {"reason": "x"}})
    assert visible(slack)["errors"] == {"why": "Too short"}


@pytest.mark.parametrize(
    ("action", "title"), [("update", "Next"), ("push", "Next"), ("clear", None)]
)
def test_the_app_may_answer_a_submission_with_another_modal(
    slack: SlackStandIn, app: AppServer, client: WebClient, action: str, title: str | None
) -> None:
    view_id = opened(slack, app, client)
    app.wait_for(2)
    app.answers = answer({"response_action": action, "view": modal(title=words("Next"))})
    slack.interacting.submit(ANA, view_id, {"why": {"reason": "x"}})
    assert fields(visible(slack).get("title")).get("text") == title


@pytest.mark.parametrize("notify", [True, False])
def test_closing_is_told_only_where_asked(
    slack: SlackStandIn, app: AppServer, client: WebClient, *, notify: bool
) -> None:
    view_id = opened(slack, app, client, notify_on_close=notify)
    slack.interacting.close(ANA, view_id)
    closed = [row.body for row in app.received if row.kind == "view_closed"]
    assert [body["is_cleared"] for body in closed] == ([False] if notify else [])


def test_a_view_is_updated_by_its_id_unless_its_hash_is_old(
    slack: SlackStandIn, app: AppServer, client: WebClient
) -> None:
    view_id = opened(slack, app, client)
    client.views_update(view_id=view_id, view=modal(title=words("Changed")))
    assert fields(visible(slack)["title"])["text"] == "Changed"
    with pytest.raises(SlackApiError, match="hash_conflict"):
        client.views_update(view_id=view_id, view=modal(), hash="1.old")
    with pytest.raises(SlackApiError, match="not_found"):
        client.views_update(view_id="V0NOWHERE", view=modal())


def test_a_trigger_opens_one_modal_within_three_seconds(
    slack: SlackStandIn, app: AppServer, client: WebClient, clock: Clock
) -> None:
    ts = card(client)
    first, second = (str(press(slack, app, ts).body["trigger_id"]) for _ in range(2))
    client.views_open(trigger_id=first, view=modal())
    clock.at += 3.1
    refusals = {
        first: "exchanged_trigger_id",
        second: "expired_trigger_id",
        "1.2.3": "invalid_trigger_id",
    }
    for trigger, word in refusals.items():
        with pytest.raises(SlackApiError) as error:
            client.views_open(trigger_id=trigger, view=modal())
        assert error.value.response["error"] == word


@pytest.mark.parametrize(
    ("members", "problem"),
    [
        (
            {"title": words("x" * 25)},
            "must be less than 25 characters [json-pointer:/view/title/text]",
        ),
        ({"title": None}, "missing required field: title [json-pointer:/view]"),
        (
            {"private_metadata": "x" * 3001},
            "must be less than 3001 characters [json-pointer:/view/private_metadata]",
        ),
        (
            {"blocks": [{"type": "divider"}] * 101},
            "no more than 100 items allowed [json-pointer:/view/blocks]",
        ),
        ({"type": "window"}, "unsupported type: window [json-pointer:/view/type]"),
        (
            {"submit": None},
            (
                "must define `submit` to use an `input` block in modals"
                " [json-pointer:/view/blocks/0/input]"
            ),
        ),
    ],
)
def test_a_modal_that_breaks_a_rule_is_refused_with_the_place(
    client: WebClient, members: dict[str, object], problem: str
) -> None:
    with pytest.raises(SlackApiError) as error:
        client.views_open(trigger_id="1.2.3", view=modal(**members))
    assert error.value.response["error"] == "invalid_arguments"
    assert f"[ERROR] {problem}" in error.value.response["response_metadata"]["messages"]
