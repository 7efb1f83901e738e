import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox.slack import Settings, SlackStandIn
from sandbox.slack.people import SCOPES
from tests.unit.sandbox.slack.app_server import control
from tests.unit.sandbox.slack.conftest import DESK, TOKEN, running

ANA, CARL = "U0ANA00001", "U0CARL0004"


def refusal(error: pytest.ExceptionInfo[SlackApiError]) -> str:
    assert error.value.response["ok"] is False
    return str(error.value.response["error"])


def posted(client: WebClient, **arguments: object) -> str:
    call = {"channel": DESK, "text": "hello", **arguments}
    return str(client.api_call("chat.postMessage", json=call)["ts"])


def test_the_token_tells_which_app_and_team_it_belongs_to(client: WebClient) -> None:
    answer = client.auth_test()
    assert (answer["team_id"], answer["bot_id"]) == ("T0SANDBOX", "B0WARMLINE")
    assert answer.headers["X-OAuth-Scopes"] == ",".join(sorted(SCOPES))


def test_no_token_is_not_authed_and_a_wrong_one_invalid_auth(slack: SlackStandIn) -> None:
    for token, word in ((None, "not_authed"), ("xoxb-other", "invalid_auth")):
        with pytest.raises(SlackApiError) as error:
            WebClient(token, base_url=f"{slack.url}/api/").chat_postMessage(channel=DESK, text="x")
        assert refusal(error) == word


def test_a_method_without_its_scope_is_refused_and_says_which_it_needs(
    slack: SlackStandIn, client: WebClient
) -> None:
    slack.web_api.grant(frozenset({"reactions:write"}))
    with pytest.raises(SlackApiError) as error:
        client.chat_postMessage(channel=DESK, text="hello")
    assert refusal(error) == "missing_scope"
    assert error.value.response["needed"] == "chat:write"
    assert error.value.response["provided"] == "reactions:write"


def test_an_unknown_method_is_refused_by_name(client: WebClient) -> None:
    with pytest.raises(SlackApiError) as error:
        client.api_call("chat.shout")
    assert refusal(error) == "unknown_method"


def test_json_and_form_bodies_mean_the_same(client: WebClient) -> None:
    blocks = '[{"type":"section","text":{"type":"mrkdwn","text":"*hi*"}}]'
    form = client.api_call(
        "chat.postMessage", params={"channel": DESK, "text": "hi", "blocks": blocks}
    )
    text = {"type": "mrkdwn", "text": "*hi*", "verbatim": False}
    assert form["message"]["blocks"][0]["text"] == text
    json = client.chat_postMessage(
        channel=DESK, text="hi", blocks=[{"type": "section", "text": text}]
    )
    assert json["message"]["blocks"][0]["text"] == text


def test_a_message_comes_back_whole_with_the_ids_that_slack_adds(client: WebClient) -> None:
    button = {"type": "button", "text": {"type": "plain_text", "text": "Go"}}
    blocks = [{"type": "actions", "elements": [button]}]
    message = client.chat_postMessage(channel=DESK, text="hi", blocks=blocks)["message"]
    assert (message["bot_id"], message["app_id"]) == ("B0WARMLINE", "A0SANDBOX")
    assert message["bot_profile"]["name"] == "Warmline"
    assert message["blocks"][0]["block_id"]
    assert message["blocks"][0]["elements"][0]["action_id"]


def test_a_persons_id_as_channel_means_their_direct_messages(client: WebClient) -> None:
    assert client.chat_postMessage(channel=CARL, text="hello")["channel"] == "D0CARL0004"
    assert client.conversations_open(users=CARL)["channel"]["id"] == "D0CARL0004"


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ({"channel": "C0NOWHERE"}, "channel_not_found"),
        ({"text": " "}, "no_text"),
        ({"text": "x" * 40_001}, "msg_too_long"),
        ({"thread_ts": "1700000000.000001"}, "thread_not_found"),
        ({"thread_ts": "yesterday"}, "thread_not_found"),
        ({"metadata": {"event_type": "x"}}, "invalid_metadata_format"),
        ({"blocks": "[{"}, "invalid_blocks_format"),
        ({"blocks": '{"type":"divider"}'}, "invalid_blocks_format"),
        ({"blocks": ["text"]}, "invalid_blocks_format"),
    ],
)
def test_post_message_refuses_in_slacks_words(
    client: WebClient, arguments: dict[str, object], word: str
) -> None:
    with pytest.raises(SlackApiError) as error:
        client.api_call("chat.postMessage", json={"channel": DESK, "text": "hello", **arguments})
    assert refusal(error) == word


def test_a_channel_without_the_app_or_an_archived_one_is_refused(
    slack: SlackStandIn, client: WebClient
) -> None:
    for change, word in (
        ({"has_app": False}, "not_in_channel"),
        ({"is_archived": True}, "is_archived"),
    ):
        control(slack.url, "channel", channel=DESK, has_app=True, is_archived=False)
        control(slack.url, "channel", channel=DESK, **change)
        with pytest.raises(SlackApiError) as error:
            posted(client)
        assert refusal(error) == word


def test_a_reply_cannot_begin_a_thread_of_its_own(client: WebClient) -> None:
    reply = posted(client, thread_ts=posted(client))
    with pytest.raises(SlackApiError) as error:
        posted(client, thread_ts=reply)
    assert refusal(error) == "thread_not_found"


def test_an_update_changes_the_message_in_place(client: WebClient) -> None:
    ts = posted(client, blocks=[{"type": "divider", "block_id": "line"}])
    kept = client.chat_update(channel=DESK, ts=ts, text="new words")["message"]
    assert (kept["text"], kept["blocks"][0]["block_id"]) == ("new words", "line")
    bare = client.chat_update(channel=DESK, ts=ts, text="bare", blocks=[])["message"]
    assert "blocks" not in bare
    assert [row["text"] for row in client.conversations_history(channel=DESK)["messages"]] == [
        "bare"
    ]


def test_only_ones_own_messages_can_be_updated_or_deleted(
    slack: SlackStandIn, client: WebClient
) -> None:
    ts = slack.acting.post(ANA, DESK, "mine").ts
    with pytest.raises(SlackApiError) as error:
        client.chat_update(channel=DESK, ts=ts, text="yours")
    assert refusal(error) == "cant_update_message"
    with pytest.raises(SlackApiError) as error:
        client.chat_delete(channel=DESK, ts=ts)
    assert refusal(error) == "cant_delete_message"


def test_a_message_that_is_gone_or_ephemeral_cannot_be_updated(client: WebClient) -> None:
    ts = posted(client)
    client.chat_delete(channel=DESK, ts=ts)
    only_ana = client.chat_postEphemeral(channel=DESK, user=ANA, text="psst")["message_ts"]
    for lost in (ts, str(only_ana)):
        with pytest.raises(SlackApiError) as error:
            client.chat_update(channel=DESK, ts=lost, text="again")
        assert refusal(error) == "message_not_found"


def test_an_update_takes_a_shorter_text_than_a_post(client: WebClient) -> None:
    ts = posted(client, text="x" * 4001)
    with pytest.raises(SlackApiError) as error:
        client.chat_update(channel=DESK, ts=ts, text="x" * 4001)
    assert refusal(error) == "msg_too_long"


def test_an_ephemeral_needs_its_reader_in_the_channel_and_is_seen_by_no_one_else(
    slack: SlackStandIn, client: WebClient
) -> None:
    client.chat_postEphemeral(channel=DESK, user=ANA, text="psst")
    for person, seen in ((ANA, ["psst"]), ("U0BEN00002", [])):
        rows = slack.workspace.messages(DESK, seen_by=person)
        assert [row.text for row in rows] == seen
    with pytest.raises(SlackApiError) as error:
        client.chat_postEphemeral(channel=DESK, user=CARL, text="psst")
    assert refusal(error) == "user_not_in_channel"


def test_a_reaction_is_added_once_and_taken_back_once(client: WebClient) -> None:
    ts = posted(client)
    client.reactions_add(channel=DESK, timestamp=ts, name="white_check_mark")
    with pytest.raises(SlackApiError) as error:
        client.reactions_add(channel=DESK, timestamp=ts, name="white_check_mark")
    assert refusal(error) == "already_reacted"
    client.reactions_remove(channel=DESK, timestamp=ts, name="white_check_mark")
    with pytest.raises(SlackApiError) as error:
        client.reactions_remove(channel=DESK, timestamp=ts, name="white_check_mark")
    assert refusal(error) == "no_reaction"


@pytest.mark.parametrize(
    ("name", "ts", "word"),
    [
        (":tada:", "1.1", "invalid_name"),
        ("tada", "1.1", "message_not_found"),
        ("tada", "", "no_item_specified"),
    ],
)
def test_a_reaction_needs_a_plain_name_and_a_message(
    client: WebClient, name: str, ts: str, word: str
) -> None:
    with pytest.raises(SlackApiError) as error:
        client.reactions_add(channel=DESK, timestamp=ts, name=name)
    assert refusal(error) == word


def test_people_and_channels_can_be_looked_up(client: WebClient) -> None:
    assert client.users_info(user=ANA)["user"]["profile"]["display_name"] == "Ana"
    assert client.conversations_info(channel=DESK)["channel"]["is_member"] is True
    assert client.conversations_info(channel="D0ANA00001")["channel"]["user"] == ANA
    with pytest.raises(SlackApiError) as error:
        client.users_info(user="U0NOBODY")
    assert refusal(error) == "user_not_found"
    with pytest.raises(SlackApiError) as error:
        client.conversations_info(channel="C0NOWHERE")
    assert refusal(error) == "channel_not_found"


def test_a_thread_can_be_read_back_with_the_metadata_that_names_a_send(client: WebClient) -> None:
    root = posted(client)
    metadata = {"event_type": "entry", "event_payload": {"sequence": 7}}
    posted(client, thread_ts=root, text="reply", metadata=metadata)
    rows = client.conversations_replies(channel=DESK, ts=root, include_all_metadata=True)
    assert [row["text"] for row in rows["messages"]] == ["hello", "reply"]
    assert rows["messages"][0]["reply_count"] == 1
    assert rows["messages"][1]["metadata"] == metadata


def test_a_second_post_within_a_second_is_429_in_that_channel_only() -> None:
    with running(Settings(post_interval=0.3)) as slack:
        client = WebClient(TOKEN, base_url=f"{slack.url}/api/", timeout=5)
        posted(client)
        with pytest.raises(SlackApiError) as error:
            posted(client)
        posted(client, channel=ANA)
        slack.server.stopping.wait(0.35)
        posted(client)
    assert refusal(error) == "ratelimited"
    assert error.value.response.status_code == 429
    assert int(error.value.response.headers["Retry-After"]) >= 1


def test_the_pace_is_one_post_a_second_unless_told_otherwise() -> None:
    assert Settings().post_interval == 1.0
