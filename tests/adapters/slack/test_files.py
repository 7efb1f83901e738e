"""Files out of Slack, and what a customer in Slack gets of an agent's words."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sandbox.slack.files import Upload
from sandbox.slack.people import SCOPES
from tests.adapters.slack.conftest import Slack, say
from warmline.adapters.slack.files import SlackFiles
from warmline.domain.attachments import Attachment
from warmline.domain.entries import Kind, LogEntry, Role
from warmline.domain.errors import PermanentDeliveryError, TemporaryDeliveryError
from warmline.domain.states import State

PDF = b"%PDF-1.4 a label"
MOST = 1_000
ENTRY = LogEntry(
    conversation="c0001",
    sequence=7,
    at=datetime(2026, 3, 2, 9, tzinfo=UTC),
    kind=Kind.MESSAGE,
    role=Role.AGENT,
    state=State.WITH_AGENT,
    epoch=3,
    text="label.pdf",
    name="Ana",
)


def shared(slack: Slack, body: bytes = PDF) -> Attachment:
    """An agent has put a file into Slack."""
    kept = slack.api.files.keep("U0ANA", Upload("label.pdf", "application/pdf", body))
    return Attachment(id=str(kept["id"]), name="label.pdf", media_type="application/pdf")


def files(slack: Slack) -> SlackFiles:
    return SlackFiles(slack.client, slack.doubt)


def test_a_file_is_fetched_with_the_apps_token(slack: Slack) -> None:
    assert files(slack).fetch(shared(slack), most=MOST) == PDF


def test_no_more_is_read_than_is_brought(slack: Slack) -> None:
    with pytest.raises(PermanentDeliveryError, match="file_too_large"):
        files(slack).fetch(shared(slack, b"x" * (MOST + 1)), most=MOST)


def test_a_file_that_is_gone_is_gone(slack: Slack) -> None:
    with pytest.raises(PermanentDeliveryError, match="file_not_found"):
        files(slack).fetch(Attachment(id="F0NOWHERE", name="x"), most=MOST)


def test_the_page_for_signing_in_is_no_file(slack: Slack) -> None:
    file = shared(slack)
    found = files(slack).client()
    found.token = "xoxb-another"
    asked = SlackFiles(lambda: found, slack.doubt)

    with pytest.raises((PermanentDeliveryError, TemporaryDeliveryError)):
        asked.fetch(file, most=MOST)


@pytest.mark.parametrize(
    "address",
    ["https://evil.example/label.pdf", "http://files.slack.com/label.pdf", "file:///etc/passwd"],
)
def test_the_token_goes_to_no_other_address(slack: Slack, address: str) -> None:
    file = shared(slack)
    shown = slack.api.files.info({"file": file.id})["file"]
    assert isinstance(shown, dict)
    shown["url_private_download"] = address

    with pytest.raises(PermanentDeliveryError, match="file_not_in_slack"):
        files(slack).fetch(file, most=MOST)


def test_a_customer_in_slack_gets_a_link_under_the_name(slack: Slack) -> None:
    file = Attachment(id="F1", name="label.pdf")
    told = say("label.pdf", name="Ana", entry=replace(ENTRY, files=(file,)))

    replace(slack.channel, links=lambda _: ["https://line.example/x"]).send(told)

    assert slack.messages("D0CARL0004")[-1].text == "*Ana*: label.pdf\nhttps://line.example/x"


def test_an_edit_changes_the_message_where_the_customer_reads_it(slack: Slack) -> None:
    first = say("It is in Leads.", name="Ana", entry=replace(ENTRY, text="It is in Leads."))
    ts = slack.channel.send(first)
    edit = replace(ENTRY, kind=Kind.EDIT, edits=7, text="It is in Leeds.")

    assert slack.channel.send(say("It is in Leeds.", name="Ana", entry=edit, ts=ts)) == ts

    [message] = [one for one in slack.messages("D0CARL0004") if one.ts == ts]
    assert message.text == "*Ana*: It is in Leeds."


def test_the_sandboxs_slack_asks_for_the_right_to_files() -> None:
    assert "files:read" in SCOPES
