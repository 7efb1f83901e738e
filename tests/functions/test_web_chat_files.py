"""Files that an agent sent: what the customer is shown, and where its link leads, for how long."""

from dataclasses import replace
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.functions.web_chat_world import WebVisitor, WebWorld
from warmline.adapters.memory import identity
from warmline.application.reply import DeskWords
from warmline.domain.attachments import Attachment
from warmline.domain.entries import LogEntry

LABEL = Attachment(id="F0LABEL", name="label.pdf", media_type="application/pdf", size=48_213)


@pytest.fixture(autouse=True)
def _credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    """An address is signed without asking anybody."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")


def sent_a_file() -> tuple[WebWorld, WebVisitor, str]:
    """Ana has sent a file; returns its link too."""
    world = WebWorld()
    visitor = world.visitor()
    visitor.ask()
    world.settle()
    world.hire()
    [conversation] = {entry.conversation for entry in world.rows(LogEntry)}
    world.actions.claim("U0ANA", conversation)
    world.settle()
    world.reply(
        DeskWords(
            user="U0ANA",
            channel="C0DESK",
            thread_ts=world.desk.posted[-1],
            ts="900.1",
            text="Here it is",
            scope="slack:900.1",
            files=(LABEL,),
        )
    )
    world.settle()
    return world, visitor, visitor.messages()[-1]["files"][0]["url"]


def test_the_customer_is_shown_the_words_and_then_the_file() -> None:
    _, visitor, link = sent_a_file()

    words, file = visitor.messages()[-2:]
    assert words["text"] == "Here it is"
    assert file["text"] == f"label.pdf\n{link}"
    assert file["files"] == [
        {"name": "label.pdf", "url": link, "media_type": "application/pdf", "size": 48_213}
    ]
    assert link.startswith("https://line.example/chat/files/f1.")


def test_what_is_pushed_is_what_is_fetched() -> None:
    world, visitor, _ = sent_a_file()
    world.connect("socket-1")
    shown = world.frame("socket-1", {"action": "hello", "token": visitor.token, "since": 0})

    pushed = [frame["message"] for frame in shown if frame["type"] == "message"]
    assert pushed[-1] == visitor.messages()[-1]


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_link_leads_to_the_file_and_is_told_to_nobody(method: str) -> None:
    world, _, link = sent_a_file()

    answer = world.call(method, urlsplit(link).path, origin=None)

    address = urlsplit(answer.headers["Location"])
    [entry] = [entry for entry in world.rows(LogEntry) if entry.files]
    assert answer.status == 302
    assert address.path.endswith(f"/agents-files/{LABEL.place_in(entry.conversation)}")
    assert parse_qs(address.query)["X-Amz-Expires"] == ["300"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_a_link_ends() -> None:
    world, visitor, link = sent_a_file()
    world.clock.now += timedelta(seconds=world.house.policy.file_link_seconds)

    assert world.call("GET", urlsplit(link).path, origin=None).status == 404
    assert visitor.messages()[-1]["files"][0]["url"] == link


def test_a_link_that_we_did_not_make_leads_nowhere() -> None:
    world, visitor, link = sent_a_file()
    path = urlsplit(link).path
    start, place, ends, signature = path.rsplit("/", 1)[1].split(".")
    others = [
        f"{start}.{place}.{int(ends) + 1}.{signature}",
        f"{start}.{place[:-2]}AA.{ends}.{signature}",
        f"{start}.{place}.{ends}.{'A' * 43}",
        visitor.token,
        "",
        "../sessions",
        "f1....",
    ]

    answers = [world.call("GET", f"/chat/files/{one}", origin=None) for one in others]

    assert {answer.status for answer in answers} == {404}
    assert {answer.body for answer in answers} == {answers[0].body}


def test_nothing_else_is_done_with_a_link() -> None:
    world, _, link = sent_a_file()

    answer = world.call("POST", urlsplit(link).path, {})

    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")


def test_a_link_is_no_token() -> None:
    world, _, link = sent_a_file()
    token = urlsplit(link).path.rsplit("/", 1)[1]

    assert world.call("GET", "/chat/messages", token=token, query="since=0").status == 401


def test_without_a_place_for_files_there_are_no_links() -> None:
    class Without(WebWorld):
        files_bucket = ""

    world = Without()
    visitor = world.visitor()
    visitor.send("hello")
    [entry] = [entry for entry in world.rows(LogEntry) if entry.text == "hello"]
    world.memory.rows[identity(entry)] = replace(entry, files=(LABEL,))

    assert visitor.messages()[0]["files"] == []
    assert world.call("GET", "/chat/files/f1.x.1.y", origin=None).status == 404
