"""The stand-in for Slack refuses what Slack refuses: checked without any stack."""

import json
import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests.contract.calls import Answer, call
from tests.contract.stand_ins import blocks
from tests.contract.stand_ins.loopback import Json, LoopbackServer, Reply, Request
from tests.contract.stand_ins.people import People
from tests.contract.stand_ins.signatures import slack_signature
from tests.contract.stand_ins.slack import SlackStandIn
from tests.contract.stand_ins.workspace import Workspace
from tests.contract.waiting import wait_for

DESK, TEAM, APP, TOKEN, SECRET = "C1", "T1", "A1", "xoxb-1", "secret"
AGENT = "U0AGENT"
BUTTON: Json = {
    "type": "button",
    "text": {"type": "plain_text", "text": "Claim"},
    "action_id": "claim",
    "value": "v1",
}
CARD: list[Json] = [
    {"type": "section", "text": {"type": "mrkdwn", "text": "A case &amp; more"}},
    {"type": "actions", "elements": [BUTTON]},
]
VIEW: Json = {
    "type": "modal",
    "title": {"type": "plain_text", "text": "Resolve"},
    "submit": {"type": "plain_text", "text": "Resolve"},
    "blocks": [
        {
            "type": "input",
            "block_id": "note",
            "label": {"type": "plain_text", "text": "Note"},
            "element": {"type": "plain_text_input", "action_id": "words"},
        }
    ],
}


@pytest.fixture
def slack() -> Iterator[SlackStandIn]:
    stand_in = SlackStandIn(Workspace(DESK, TEAM), TOKEN, APP).start()
    yield stand_in
    stand_in.stop()


class App:
    """An app that takes what Slack sends and answers with the next of some replies."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.replies: list[Reply] = []
        self.server = LoopbackServer(self._handle).start()

    def _handle(self, request: Request) -> Reply:
        self.requests.append(request)
        return self.replies.pop(0) if self.replies else Reply(200)

    def payload(self) -> Json:
        payload: Json = json.loads(self.requests[-1].form["payload"])
        return payload


@pytest.fixture
def app() -> Iterator[App]:
    started = App()
    yield started
    started.server.stop()


@pytest.fixture
def people(slack: SlackStandIn, app: App) -> Iterator[People]:
    everybody = People(slack, SECRET, f"{app.server.url}/slack/events")
    everybody.join(AGENT, "ada")
    yield everybody
    everybody.stop()


def ask(slack: SlackStandIn, method: str, token: str = TOKEN, **arguments: Any) -> Answer:  # noqa: ANN401 - as Slack's JSON
    return call(
        "POST",
        slack.api_url + method,
        headers=[("Content-Type", "application/json"), ("Authorization", f"Bearer {token}")],
        body=json.dumps(arguments).encode(),
    )


def post_card(slack: SlackStandIn) -> str:
    answer = ask(slack, "chat.postMessage", channel=DESK, text="A case", blocks=CARD)
    return str(answer.json["ts"])


def test_signatures_are_those_that_slack_publishes() -> None:
    body = (
        b"token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
        b"&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
        b"&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2F"
        b"commands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        b"&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
    )

    signature = slack_signature("8f742231b10e8888abcd99yyyzzz85a5", "1531420618", body)

    assert signature == "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"


def test_a_wrong_token_and_an_unknown_method_are_refused(slack: SlackStandIn) -> None:
    assert ask(slack, "auth.test", token="xoxb-2").json["error"] == "invalid_auth"
    assert ask(slack, "auth.test", token="").json["error"] == "not_authed"
    assert ask(slack, "chat.shout").json["error"] == "unknown_method"


def test_a_second_post_in_a_second_is_429_and_another_channel_is_not(slack: SlackStandIn) -> None:
    slack.workspace.channels.add("C2")

    first, second = (ask(slack, "chat.postMessage", channel=DESK, text="x") for _ in range(2))
    other = ask(slack, "chat.postMessage", channel="C2", text="x")
    later = wait_for(
        lambda: next(
            (
                a
                for a in [ask(slack, "chat.postMessage", channel=DESK, text="y")]
                if a.status == 200
            ),
            None,
        ),
        "a place for the next post",
    )

    assert (first.status, second.status, other.status) == (200, 429, 200)
    assert second.headers["retry-after"] == "1"
    assert later.json["ok"]
    assert len(slack.workspace.posts(DESK)) == 2


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"channel": "C9", "text": "x"}, "channel_not_found"),
        ({"channel": DESK}, "no_text"),
        ({"channel": DESK, "text": "x" * 40_001}, "msg_too_long"),
        ({"channel": DESK, "text": "x", "thread_ts": "1.1"}, "thread_not_found"),
        ({"channel": DESK, "text": "x", "blocks": [{"type": "poem"}]}, "invalid_blocks"),
    ],
)
def test_a_post_that_slack_refuses_is_refused(
    slack: SlackStandIn, arguments: dict[str, Any], error: str
) -> None:
    assert ask(slack, "chat.postMessage", **arguments).json["error"] == error


def section(words: str) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": words}}


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param([section("x")] * 51, id="51 blocks"),
        pytest.param([section("x" * 3001)], id="a section of 3,001 characters"),
        pytest.param([section("")], id="an empty section"),
        pytest.param([{"type": "header", "text": {"type": "mrkdwn", "text": "x"}}], id="mrkdwn"),
        pytest.param(
            [{"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}], id="header"
        ),
        pytest.param([{"type": "actions", "elements": []}], id="no elements"),
        pytest.param([{"type": "actions", "elements": [BUTTON, BUTTON]}], id="action_id twice"),
        pytest.param(
            [{"type": "actions", "elements": [BUTTON | {"value": "x" * 2001}]}], id="value"
        ),
        pytest.param([{"type": "actions", "elements": [BUTTON | {"style": "gold"}]}], id="style"),
        pytest.param([section("x") | {"block_id": "b"}] * 2, id="block_id twice"),
        pytest.param([{"type": "context", "elements": [{"type": "mrkdwn"}] * 11}], id="context"),
    ],
)
def test_blocks_over_slacks_limits_are_invalid(wrong: list[Json]) -> None:
    assert blocks.fault_of_message(wrong) == "invalid_blocks"


def test_blocks_within_slacks_limits_are_fine_until_they_are_too_long_together() -> None:
    assert blocks.fault_of_message(CARD) is None
    assert blocks.fault_of_message([section("x" * 3000)] * 5) == "msg_blocks_too_long"


@pytest.mark.parametrize(
    "changed",
    [
        {"title": {"type": "plain_text", "text": "x" * 25}},
        {"submit": None},
        {"blocks": []},
        {"private_metadata": "x" * 3001},
    ],
)
def test_views_over_slacks_limits_are_refused(changed: Json) -> None:
    assert blocks.fault_of_view(VIEW) is None
    assert blocks.fault_of_view(VIEW | changed) == "invalid_arguments"


def test_markup_is_live_in_mrkdwn_alone() -> None:
    live, escaped = "<!channel> <@U1>", "&lt;!channel&gt;"
    plain = {"type": "section", "text": {"type": "plain_text", "text": live}}

    assert blocks.live_markup({"text": live})
    assert blocks.live_markup({"text": "x", "blocks": [section(live)]})
    assert not blocks.live_markup({"text": escaped, "blocks": [plain, section(escaped)]})
    assert blocks.words_in(section(escaped)) == "<!channel>"


def test_a_message_is_edited_in_place_by_the_app_alone(slack: SlackStandIn, people: People) -> None:
    ts = post_card(slack)
    theirs = people.write(AGENT, DESK, "mine")

    edited = ask(slack, "chat.update", channel=DESK, ts=ts, text="closed", blocks=[])
    refused = ask(slack, "chat.update", channel=DESK, ts=theirs.ts, text="yours")
    unknown = ask(slack, "chat.update", channel=DESK, ts="1.1", text="x")

    assert edited.json["ok"]
    assert refused.json["error"] == "cant_update_message"
    assert unknown.json["error"] == "message_not_found"
    assert [m.words for m in slack.workspace.posts(DESK)] == ["closed"]


def test_reactions_are_kept_and_not_doubled(slack: SlackStandIn, people: People) -> None:
    said = people.write(AGENT, DESK, "mine")
    arguments = {"channel": DESK, "timestamp": said.ts, "name": "white_check_mark"}

    first, second = (ask(slack, "reactions.add", **arguments) for _ in range(2))

    assert first.json["ok"]
    assert second.json["error"] == "already_reacted"
    assert said.reactions == ["white_check_mark"]


def test_form_arguments_are_read_like_json(slack: SlackStandIn) -> None:
    answer = call(
        "POST",
        f"{slack.api_url}chat.postMessage",
        headers=[("Content-Type", "application/x-www-form-urlencoded")],
        body=b"token=xoxb-1&channel=C1&text=x&blocks=%5B%7B%22type%22%3A%22divider%22%7D%5D",
    )

    assert answer.json["message"]["blocks"][0]["type"] == "divider"


def test_an_outage_ends(slack: SlackStandIn) -> None:
    slack.be_down_for(2)

    assert [ask(slack, "auth.test").status for _ in range(3)] == [503, 503, 200]


def test_a_press_carries_what_slack_sends_and_whispers_come_back(
    slack: SlackStandIn, people: People, app: App
) -> None:
    card = slack.workspace.find(DESK, post_card(slack))
    assert card
    app.replies = [Reply(200, {"response_type": "ephemeral", "text": "by the answer"})]

    people.press(AGENT, card, "claim")
    payload = app.payload()
    call("POST", payload["response_url"], body=b'{"text": "by the response_url"}')
    ask(slack, "chat.postEphemeral", channel=DESK, user=AGENT, text="by the method")

    assert payload["actions"][0]["value"] == "v1"
    assert payload["actions"][0]["block_id"]
    assert payload["container"]["message_ts"] == card.ts
    assert payload["message"]["blocks"][0]["text"]["text"] == "A case &amp; more"
    assert slack.workspace.told(AGENT) == ["by the answer", "by the response_url", "by the method"]


def test_a_trigger_opens_one_modal_and_spends_itself(
    slack: SlackStandIn, people: People, app: App
) -> None:
    trigger = slack.workspace.new_trigger(AGENT)

    opened = ask(slack, "views.open", trigger_id=trigger, view=VIEW)
    again = ask(slack, "views.open", trigger_id=trigger, view=VIEW)
    people.submit(AGENT, slack.workspace.views[0])

    assert opened.json["view"]["id"]
    assert again.json["error"] == "expired_trigger_id"
    assert app.payload()["view"]["state"]["values"]["note"]["words"]["value"] == "As discussed."


def test_events_are_signed_and_come_again_until_they_are_taken(people: People, app: App) -> None:
    app.replies = [Reply(503)]

    people.write(AGENT, DESK, "a < b & c", "1.1")

    body = app.requests[-1].body
    timestamp = app.requests[-1].headers["x-slack-request-timestamp"]
    event = json.loads(body)["event"]
    assert app.requests[-1].headers["x-slack-signature"] == slack_signature(SECRET, timestamp, body)
    assert abs(time.time() - int(timestamp)) < 10
    assert [r.headers.get("x-slack-retry-num") for r in app.requests] == [None, "1"]
    assert len({json.loads(r.body)["event_id"] for r in app.requests}) == 1
    assert (event["text"], event["thread_ts"]) == ("a &lt; b &amp; c", "1.1")


def test_the_app_hears_of_its_own_posts_and_edits(
    slack: SlackStandIn, people: People, app: App
) -> None:
    slack.listener = people.tell_of_post

    ts = post_card(slack)
    ask(slack, "chat.update", channel=DESK, ts=ts, text="closed", blocks=[])
    wait_for(lambda: len(app.requests) == 2, "both events")

    events = [json.loads(request.body)["event"] for request in app.requests]
    by_subtype = {event.get("subtype"): event for event in events}
    assert by_subtype[None]["bot_id"]
    assert by_subtype["message_changed"]["message"]["text"] == "closed"
    assert by_subtype["message_changed"]["previous_message"]["text"] == "A case"


def test_a_slash_command_brings_its_words(people: People, app: App) -> None:
    people.command(AGENT, "claim heron")

    form = app.requests[-1].form
    assert (form["command"], form["text"], form["user_id"]) == ("/warmline", "claim heron", AGENT)
    assert form["channel_id"] == DESK
