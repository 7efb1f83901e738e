"""Slash commands and response URLs, against a real app server."""

import pytest
from slack_sdk import WebClient
from slack_sdk.webhook import WebhookClient

from sandbox.messages import Response
from sandbox.slack import SlackStandIn
from tests.unit.sandbox.slack.app_server import AppServer
from tests.unit.sandbox.slack.cards import (
    ANA,
    BEN,
    CARD,
    answer,
    card,
    press,
)
from tests.unit.sandbox.slack.conftest import DESK


def test_a_command_arrives_as_a_form_and_its_answer_is_for_one_person(
    slack: SlackStandIn, app: AppServer
) -> None:
    app.answers = answer({"text": "2 waiting"})
    assert slack.commands.give(ANA, DESK, "/warmline", "queue")["ok"] is True
    form = app.wait_for(1, "/warmline")[0].body
    assert app.unsigned == 0
    assert (form["command"], form["text"]) == ("/warmline", "queue")
    assert (form["user_id"], form["user_name"]) == (ANA, "ana")
    assert (form["channel_id"], form["channel_name"]) == (DESK, "support-desk")
    assert (form["team_id"], form["team_domain"], form["api_app_id"]) == (
        "T0SANDBOX",
        "sandbox",
        "A0SANDBOX",
    )
    assert form["is_enterprise_install"] == "false"
    assert form["trigger_id"]
    assert str(form["response_url"]).startswith(f"{slack.url}/commands/")
    assert [row.text for row in slack.workspace.messages(DESK, seen_by=ANA)] == ["2 waiting"]
    assert slack.workspace.messages(DESK, seen_by=BEN) == []


def test_a_command_with_no_words_in_a_direct_message_still_has_all_fields(
    slack: SlackStandIn, app: AppServer
) -> None:
    slack.commands.give(ANA, "D0ANA00001", "/warmline")
    form = app.wait_for(1, "/warmline")[0].body
    assert form["channel_name"] == "directmessage"


def test_a_plain_text_answer_is_shown_and_an_empty_one_is_not(
    slack: SlackStandIn, app: AppServer
) -> None:
    app.answers = [lambda: Response.text("You are on shift."), Response]
    slack.commands.give(ANA, DESK, "/warmline", "on")
    slack.commands.give(ANA, DESK, "/warmline", "on")
    assert [row.text for row in slack.workspace.messages(DESK, seen_by=ANA)] == [
        "You are on shift."
    ]


@pytest.mark.parametrize(
    ("status", "command", "word"),
    [(500, "/warmline", "dispatch_failed"), (200, "/coldline", "unknown_command")],
)
def test_a_command_that_fails_is_explained_by_slackbot(
    slack: SlackStandIn, app: AppServer, status: int, command: str, word: str
) -> None:
    app.answers = [lambda: Response(status)]
    assert slack.commands.give(ANA, DESK, command)["error"] == word
    notice = slack.workspace.messages(DESK, seen_by=ANA)[0]
    assert (notice.user, command in notice.text) == ("USLACKBOT", True)


def response_url(slack: SlackStandIn, app: AppServer, ts: str) -> WebhookClient:
    return WebhookClient(str(press(slack, app, ts).body["response_url"]))


def test_a_response_url_answers_one_person_and_replaces_what_it_answers(
    slack: SlackStandIn, app: AppServer, client: WebClient
) -> None:
    ts = card(client)
    hook = response_url(slack, app, ts)
    assert hook.send(text="only you").status_code == 200
    assert hook.send(text="claimed", replace_original=True).status_code == 200
    assert [row.text for row in slack.workspace.messages(DESK, seen_by=BEN)] == ["claimed"]
    assert [row.text for row in slack.workspace.messages(DESK, seen_by=ANA)] == [
        "claimed",
        "only you",
    ]
    assert hook.send(text="all", response_type="in_channel").status_code == 200
    assert hook.send(delete_original=True).status_code == 200
    assert [row.text for row in slack.workspace.messages(DESK)] == ["all"]


def test_a_response_url_replaces_an_ephemeral_too(
    slack: SlackStandIn, app: AppServer, client: WebClient
) -> None:
    ts = client.chat_postEphemeral(channel=DESK, user=ANA, text="sure?", blocks=CARD)["message_ts"]
    response_url(slack, app, str(ts)).send(text="done", replace_original=True)
    assert [row.text for row in slack.workspace.messages(DESK, seen_by=ANA)] == ["done"]


def test_a_response_url_is_spent_after_five_uses_and_an_invented_one_is_refused(
    slack: SlackStandIn, app: AppServer, client: WebClient
) -> None:
    hook = response_url(slack, app, card(client))
    assert [hook.send(text="again").status_code for _ in range(6)] == [200] * 5 + [404]
    assert "used_url" in hook.send(text="again").body
    invented = WebhookClient(f"{slack.url}/actions/T0SANDBOX/1/invented").send(text="hi")
    assert (invented.status_code, "expired_url" in invented.body) == (404, True)
