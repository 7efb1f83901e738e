"""Files, replies sent to the channel too, what one says of oneself, and what a deletion leaves."""

from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox.slack import SlackStandIn
from sandbox.slack.files import Upload
from sandbox.slack.wire import Fields, RefusedError, fields, rows
from tests.unit.sandbox.slack.app_server import AppServer
from tests.unit.sandbox.slack.cards import ANA, BEN, card
from tests.unit.sandbox.slack.conftest import DESK, TOKEN

LEA = "U0LEA00003"
LABEL = Upload("Return label.pdf", "application/pdf", b"%PDF-1.7 label")


def fetched(address: object, token: str | None) -> tuple[int, str, bytes]:
    parts = urlsplit(str(address))
    connection = HTTPConnection(parts.netloc, timeout=5)
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    connection.request("GET", parts.path, headers=headers)
    with connection.getresponse() as answer:
        seen = answer.status, answer.headers.get("Content-Type", ""), answer.read()
    connection.close()
    return seen


def told(app: AppServer, subtype: str) -> Fields:
    """Return the first message event of a subtype; one other event came before it."""
    return next(row.event for row in app.wait_for(2) if row.event.get("subtype") == subtype)


def test_a_shared_file_arrives_with_its_words_and_an_address(
    slack: SlackStandIn, app: AppServer, client: WebClient
) -> None:
    root = card(client)
    slack.acting.share(ANA, DESK, LABEL, root, typed="here you are")
    event = told(app, "file_share")
    [file] = rows(event["files"])
    assert (event["text"], event["thread_ts"], event["upload"]) == ("here you are", root, True)
    assert (file["name"], file["mimetype"], file["size"]) == (LABEL.name, LABEL.mimetype, 14)
    assert str(file["url_private_download"]).endswith(f"-{file['id']}/download/return_label.pdf")
    assert client.files_info(file=str(file["id"]))["file"] == file


def test_a_file_is_given_for_the_token_alone(slack: SlackStandIn, client: WebClient) -> None:
    [file] = slack.acting.share(ANA, DESK, LABEL).files
    address = file["url_private_download"]
    assert fetched(address, TOKEN) == (200, "application/pdf", LABEL.body)
    for token in (None, "xoxb-other"):
        status, kind, body = fetched(address, token)
        assert (status, kind.split(";")[0]) == (200, "text/html")
        assert LABEL.body not in body
    slack.web_api.grant(frozenset({"chat:write"}))
    assert LABEL.body not in fetched(address, TOKEN)[2]
    with pytest.raises(SlackApiError, match="missing_scope"):
        client.files_info(file=str(file["id"]))


def test_a_reply_that_is_sent_to_the_channel_too_says_what_it_replies_to(
    slack: SlackStandIn, app: AppServer, client: WebClient
) -> None:
    root = card(client)
    slack.acting.post(ANA, DESK, "for all to see", root, to_channel=True)
    event = told(app, "thread_broadcast")
    beginning = fields(event["root"])
    assert (event["thread_ts"], beginning["ts"]) == (root, root)
    assert (beginning["reply_count"], beginning["reply_users"]) == (1, [ANA])


def test_what_one_says_of_oneself_has_a_subtype(
    slack: SlackStandIn, app: AppServer, client: WebClient
) -> None:
    slack.acting.say_of_oneself(ANA, DESK, "is looking into it", card(client))
    assert told(app, "me_message")["text"] == "is looking into it"


def test_a_deleted_card_with_replies_leaves_a_tombstone(
    slack: SlackStandIn, app: AppServer, client: WebClient
) -> None:
    root = card(client)
    slack.acting.post(ANA, DESK, "mine", root)
    slack.acting.delete(LEA, DESK, root)
    events = [row.event for row in app.wait_for(3)]
    changed = next(event for event in events if event.get("subtype") == "message_changed")
    left = fields(changed["message"])
    assert (left["ts"], left["subtype"], left["user"]) == (root, "tombstone", "USLACKBOT")
    assert "blocks" not in left
    with pytest.raises(SlackApiError, match="cant_update_message"):
        client.chat_update(channel=DESK, ts=root, text="again")


def test_a_deleted_card_without_replies_is_gone(
    slack: SlackStandIn, app: AppServer, client: WebClient
) -> None:
    root = card(client)
    slack.acting.delete(LEA, DESK, root)
    assert told(app, "message_deleted")["deleted_ts"] == root
    with pytest.raises(SlackApiError, match="message_not_found"):
        client.chat_update(channel=DESK, ts=root, text="again")


def test_only_who_leads_the_workspace_deletes_what_others_wrote(
    slack: SlackStandIn, client: WebClient
) -> None:
    with pytest.raises(RefusedError, match="cant_delete_message"):
        slack.acting.delete(BEN, DESK, card(client))
