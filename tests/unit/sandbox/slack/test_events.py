"""What people do in channels reaches the app as Slack would send it."""

import time

from slack_sdk import WebClient

from sandbox.messages import Response
from sandbox.slack import Patience, Settings, SlackStandIn
from sandbox.slack.people import Channel
from tests.unit.sandbox.slack.app_server import AppServer
from tests.unit.sandbox.slack.conftest import DESK, running

ANA, CARL, CARLS = "U0ANA00001", "U0CARL0004", "D0CARL0004"
FLOOR = "C0SHOPFLOOR"


def refuse() -> Response:
    return Response.text("not stored", 503)


def refuse_for_good() -> Response:
    return Response(500, headers={"X-Slack-No-Retry": "1"})


def hang() -> Response:
    time.sleep(0.5)
    return Response()


def test_a_direct_message_arrives_signed_and_whole(slack: SlackStandIn, app: AppServer) -> None:
    sent = slack.acting.post(CARL, CARLS, "Where is my order?")
    received = app.wait_for(1)[0]
    body, event = received.body, received.event
    assert app.unsigned == 0
    assert {name: body[name] for name in ("team_id", "context_team_id", "api_app_id", "type")} == {
        "team_id": "T0SANDBOX",
        "context_team_id": "T0SANDBOX",
        "api_app_id": "A0SANDBOX",
        "type": "event_callback",
    }
    assert body["authorizations"] == [
        {
            "enterprise_id": None,
            "team_id": "T0SANDBOX",
            "user_id": "U0WARMLINE",
            "is_bot": True,
            "is_enterprise_install": False,
        }
    ]
    assert str(body["event_id"]).startswith("Ev")
    assert str(body["event_context"]).startswith("4-")
    assert abs(int(str(body["event_time"])) - time.time()) < 5
    assert body["is_ext_shared_channel"] is False
    assert body["token"]
    assert event["channel_type"] == "im"
    assert (event["user"], event["channel"], event["ts"]) == (CARL, CARLS, sent.ts)
    assert (event["text"], event["event_ts"]) == ("Where is my order?", sent.ts)
    assert event["client_msg_id"]
    assert event["team"] == "T0SANDBOX"
    assert event["blocks"]
    assert "bot_id" not in event


def test_a_mention_arrives_as_two_events_with_one_ts(slack: SlackStandIn, app: AppServer) -> None:
    slack.acting.post(CARL, FLOOR, "@warmline where is my order?")
    both = app.wait_for(2)
    assert {row.kind for row in both} == {"message", "app_mention"}
    assert len({row.body["event_id"] for row in both}) == 2
    assert len({row.event["ts"] for row in both}) == 1
    assert {row.event["text"] for row in both} == {"<@U0WARMLINE> where is my order?"}


def test_a_mention_in_a_direct_message_is_a_message_only(
    slack: SlackStandIn, app: AppServer
) -> None:
    slack.acting.post(CARL, CARLS, "@warmline hello")
    slack.acting.post(CARL, CARLS, "again")
    assert [row.kind for row in app.wait_for(2)] == ["message", "message"]


def test_a_reply_names_its_thread_and_who_began_it(
    slack: SlackStandIn, app: AppServer, client: WebClient
) -> None:
    root = str(client.chat_postMessage(channel=DESK, text="card")["ts"])
    slack.acting.post(ANA, DESK, "on it", root)
    reply = next(row.event for row in app.wait_for(2) if row.event["user"] == ANA)
    assert (reply["thread_ts"], reply["parent_user_id"]) == (root, "U0WARMLINE")
    assert reply["channel_type"] == "channel"


def test_the_apps_own_posts_come_back_as_a_bots(app: AppServer, client: WebClient) -> None:
    client.chat_postMessage(channel=DESK, text="card")
    event = app.wait_for(1)[0].event
    assert (event["bot_id"], event["app_id"]) == ("B0WARMLINE", "A0SANDBOX")
    assert event["user"] == "U0WARMLINE"
    assert event["bot_profile"]


def test_edits_tell_both_forms(slack: SlackStandIn, app: AppServer) -> None:
    ts = slack.acting.post(ANA, DESK, "helo").ts
    slack.acting.edit(ANA, DESK, ts, "hello")
    event = next(row.event for row in app.wait_for(2) if "subtype" in row.event)
    message, before = event["message"], event["previous_message"]
    assert event["subtype"] == "message_changed"
    assert isinstance(message, dict)
    assert isinstance(before, dict)
    assert (message["ts"], message["text"], before["text"]) == (ts, "hello", "helo")
    assert message["edited"]["user"] == ANA
    assert event["ts"] != ts


def test_the_apps_own_edits_come_back_too(app: AppServer, client: WebClient) -> None:
    ts = str(client.chat_postMessage(channel=DESK, text="waiting")["ts"])
    client.chat_update(channel=DESK, ts=ts, text="claimed")
    event = next(row.event for row in app.wait_for(2) if "subtype" in row.event)
    assert event["subtype"] == "message_changed"


def test_a_deletion_tells_what_is_gone(slack: SlackStandIn, app: AppServer) -> None:
    ts = slack.acting.post(ANA, DESK, "oops").ts
    slack.acting.delete(ANA, DESK, ts)
    event = next(row.event for row in app.wait_for(2) if "subtype" in row.event)
    assert (event["subtype"], event["deleted_ts"]) == ("message_deleted", ts)


def test_what_people_type_cannot_become_a_command_of_slacks(
    slack: SlackStandIn, app: AppServer
) -> None:
    slack.acting.post(CARL, CARLS, "<!channel> & <https://evil|bank> see https://shop.example/a")
    event = app.wait_for(1)[0].event
    assert event["text"] == (
        "&lt;!channel&gt; &amp; &lt;<https://evil|bank>&gt; see <https://shop.example/a>"
    )


def test_a_channel_without_the_app_is_not_told_of(
    slack: SlackStandIn, app: AppServer, client: WebClient
) -> None:
    slack.workspace.put_channel(Channel("C0OTHER", "other", frozenset({ANA}), has_app=False))
    slack.acting.post(ANA, "C0OTHER", "@warmline psst")
    client.chat_postMessage(channel=DESK, text="marker")
    assert [row.event["text"] for row in app.wait_for(1)] == ["marker"]


def test_a_refused_event_comes_again_with_the_same_id(slack: SlackStandIn, app: AppServer) -> None:
    app.answers = [refuse, refuse, refuse]
    slack.acting.post(ANA, DESK, "hello")
    tries = app.wait_for(4)
    assert len({row.body["event_id"] for row in tries}) == 1
    assert [row.headers.get("x-slack-retry-num") for row in tries] == [None, "1", "2", "3"]
    assert [row.headers.get("x-slack-retry-reason") for row in tries][1:] == ["http_error"] * 3


def test_an_event_is_given_up_after_three_retries(slack: SlackStandIn, app: AppServer) -> None:
    app.answers = [refuse] * 5
    slack.acting.post(ANA, DESK, "hello")
    app.wait_for(4)
    time.sleep(0.1)
    assert len(app.received) == 4


def test_an_app_may_ask_not_to_be_tried_again(slack: SlackStandIn, app: AppServer) -> None:
    app.answers = [refuse_for_good]
    slack.acting.post(ANA, DESK, "hello")
    app.wait_for(1)
    time.sleep(0.1)
    assert len(app.received) == 1


def test_an_answer_that_takes_too_long_is_a_timeout_and_retried(
    slack: SlackStandIn, app: AppServer
) -> None:
    app.answers = [hang]
    slack.acting.post(ANA, DESK, "hello")
    assert app.wait_for(2)[1].headers["x-slack-retry-reason"] == "http_timeout"


def test_an_app_that_is_away_gets_the_event_when_it_is_back(app: AppServer) -> None:
    settings = Settings(Patience(retry_delays=(0.3,)))
    with running(settings, "http://127.0.0.1:9/slack/events") as slack:
        slack.acting.post(ANA, DESK, "hello")
        while not slack.sender.attempts():
            time.sleep(0.01)
        slack.events_url = app.url
        received = app.wait_for(1)[0]
    assert received.headers["x-slack-retry-reason"] == "connection_failed"


def test_the_address_is_verified_by_a_challenge(slack: SlackStandIn) -> None:
    assert slack.verify_events_url() is True
    slack.events_url = f"{slack.url}/api/api.test"
    assert slack.verify_events_url() is False


def test_slack_waits_three_seconds_and_retries_at_once_then_after_one_and_five_minutes() -> None:
    assert Settings().patience == Patience(answer_seconds=3.0, retry_delays=(0.0, 60.0, 300.0))
