"""Trouble on order, through the JSON API that other tests use too."""

import time

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox.slack import SlackStandIn
from tests.unit.sandbox.slack.app_server import AppServer, control
from tests.unit.sandbox.slack.conftest import DESK, TOKEN

ANA = "U0ANA00001"


def test_the_next_calls_of_a_method_fail_with_the_word_asked_for(
    slack: SlackStandIn, client: WebClient
) -> None:
    control(
        slack.url, "fail", method="chat.postMessage", trouble="error", word="fatal_error", times=2
    )
    for _ in range(2):
        with pytest.raises(SlackApiError, match="fatal_error"):
            client.chat_postMessage(channel=DESK, text="hello")
    assert client.auth_test()["ok"] is True
    assert client.chat_postMessage(channel=DESK, text="hello")["ok"] is True
    assert len(slack.workspace.messages(DESK)) == 1


def test_a_rate_limit_says_how_long_to_wait(slack: SlackStandIn, client: WebClient) -> None:
    control(slack.url, "fail", method="*", trouble="rate_limited", seconds=30)
    with pytest.raises(SlackApiError) as error:
        client.reactions_add(channel=DESK, timestamp="1.1", name="tada")
    assert error.value.response.status_code == 429
    assert error.value.response.headers["Retry-After"] == "30"


def test_an_outage_is_no_json_at_all(slack: SlackStandIn, client: WebClient) -> None:
    control(slack.url, "fail", method="chat.update", trouble="server_error")
    with pytest.raises(SlackApiError) as error:
        client.chat_update(channel=DESK, ts="1.1", text="x")
    assert error.value.response.status_code == 503


def test_a_hang_does_the_work_and_the_caller_never_learns(slack: SlackStandIn) -> None:
    control(slack.url, "fail", method="chat.postMessage", trouble="hang", seconds=1)
    impatient = WebClient(TOKEN, base_url=f"{slack.url}/api/", timeout=0.2)  # type: ignore[arg-type] # the SDK passes it on as it is
    with pytest.raises(TimeoutError):
        impatient.chat_postMessage(channel=DESK, text="hello")
    assert [row.text for row in slack.workspace.messages(DESK)] == ["hello"]


def test_healing_forgets_what_was_ordered(slack: SlackStandIn, client: WebClient) -> None:
    control(slack.url, "fail", method="*", trouble="error", times=9)
    control(slack.url, "heal", all=True)
    assert client.auth_test()["ok"] is True


def test_an_unknown_trouble_is_refused(slack: SlackStandIn) -> None:
    assert control(slack.url, "fail", trouble="earthquake")["error"] == "unknown_trouble"


def test_the_calls_received_and_the_requests_sent_can_be_read(
    slack: SlackStandIn, app: AppServer, client: WebClient
) -> None:
    ts = client.chat_postMessage(channel=DESK, text="hello")["ts"]
    app.wait_for(1)
    time.sleep(0.05)
    calls, sent = (
        control(slack.url, "calls?method=chat.postMessage"),
        control(slack.url, "requests"),
    )
    assert isinstance(calls["calls"], list)
    assert isinstance(sent["requests"], list)
    assert calls["calls"][0]["arguments"]["text"] == "hello"
    assert calls["calls"][0]["answer"]["ts"] == ts
    assert TOKEN not in str(calls)
    assert (sent["requests"][0]["name"], sent["requests"][0]["status"]) == ("message", 200)


def test_people_act_through_the_same_api(slack: SlackStandIn, app: AppServer) -> None:
    ts = control(slack.url, "post", **{"as": ANA}, channel=DESK, text="hello")["ts"]
    control(slack.url, "edit", **{"as": ANA}, channel=DESK, ts=ts, text="hello there")
    control(slack.url, "react", **{"as": ANA}, channel=DESK, ts=ts, name="eyes")
    row = slack.workspace.messages(DESK)[0]
    assert (row.text, row.reacted_with("eyes")) == ("hello there", (ANA,))
    assert (
        control(slack.url, "post", **{"as": ANA}, channel=DESK, text="/warmline me")["ok"] is True
    )
    assert app.wait_for(1, "/warmline")[0].body["text"] == "me"
    control(slack.url, "delete", **{"as": ANA}, channel=DESK, ts=ts)
    assert slack.workspace.messages(DESK) == []


def test_a_command_in_a_thread_is_not_sent(
    slack: SlackStandIn, app: AppServer, client: WebClient
) -> None:
    root = client.chat_postMessage(channel=DESK, text="card")["ts"]
    said = control(
        slack.url, "post", **{"as": ANA}, channel=DESK, text="/warmline me", thread_ts=root
    )
    assert said["error"] == "not_supported_in_threads"
    assert not [row for row in app.received if row.kind == "/warmline"]


def test_nobody_reads_or_writes_where_they_are_not_a_member(slack: SlackStandIn) -> None:
    slack.acting.post(ANA, DESK, "secret")
    state = control(slack.url, "state?as=U0CARL0004")
    assert "secret" not in str(state)
    assert (
        control(slack.url, "post", **{"as": "U0CARL0004"}, channel=DESK, text="x")["error"]
        == "not_in_channel"
    )
    assert (
        control(slack.url, "post", **{"as": "U0NOBODY"}, channel=DESK, text="x")["error"]
        == "user_not_found"
    )
