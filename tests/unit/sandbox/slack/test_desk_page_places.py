"""The desk's page: files, pins, the app's Home, windows that change, and links to a thread."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from slack_sdk import WebClient

from sandbox.slack import SlackStandIn
from tests.unit.sandbox.slack.app_server import AppServer
from tests.unit.sandbox.slack.cards import ANA, CARD, card, modal, words
from tests.unit.sandbox.slack.conftest import DESK

LEA, NOOR = "U0LEA00003", "U0NOOR0005"


type Desk = Callable[[str], Page]


@pytest.fixture
def desk(browser: Browser, slack: SlackStandIn) -> Iterator[Desk]:
    context = browser.new_context(viewport={"width": 1200, "height": 800})

    def open_as(user: str) -> Page:
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.goto(f"{slack.url}/desk?as={user}")
        page.wait_for_selector("#people button")
        return page

    yield open_as
    context.close()


def test_a_file_is_shared_in_a_thread_by_mouse(
    desk: Desk, slack: SlackStandIn, app: AppServer, client: WebClient, tmp_path: Path
) -> None:
    ts = card(client)
    slack.acting.post(ANA, DESK, "one moment", ts)
    page = desk(ANA)
    page.click(".thread-link")
    label = tmp_path / "label.pdf"
    label.write_bytes(b"%PDF-1.7")
    page.set_input_files("#reply-composer input[type=file]", label)
    expect(page.locator("#replies .file")).to_contain_text("label.pdf8 B")
    with page.expect_download() as download:
        page.click("#replies .file")
    assert download.value.path().read_bytes() == b"%PDF-1.7"
    shared = [row.event for row in app.wait_for(3) if row.event.get("subtype") == "file_share"]
    assert [event["thread_ts"] for event in shared] == [ts]


def test_a_reply_is_sent_to_the_channel_too_when_ticked(
    desk: Desk, slack: SlackStandIn, client: WebClient
) -> None:
    ts = card(client)
    slack.acting.post(ANA, DESK, "one moment", ts)
    page = desk(ANA)
    page.click(".thread-link")
    page.check("#both input")
    page.fill("#reply-words", "for all")
    page.press("#reply-words", "Enter")
    expect(page.locator("#messages .message", has_text="for all")).to_contain_text(
        "replied to a thread"
    )
    expect(page.locator("#both input")).not_to_be_checked()


def test_a_pinned_message_is_at_hand_with_its_buttons(
    desk: Desk, app: AppServer, client: WebClient
) -> None:
    client.pins_add(channel=DESK, timestamp=card(client))
    page = desk(NOOR)
    page.click("#pins summary")
    page.click("#pinned [data-action=claim]")
    assert app.wait_for(1, "block_actions")


def test_the_apps_home_is_opened_and_pressed_but_not_by_a_guest(
    desk: Desk, app: AppServer, client: WebClient
) -> None:
    client.views_publish(user_id=ANA, view={"type": "home", "blocks": CARD})
    page = desk(ANA)
    page.click("#apps button")
    page.click("#home [data-action=claim]")
    assert app.wait_for(1, "app_home_opened")[0].event["user"] == ANA
    assert app.wait_for(1, "block_actions")[0].body["container"]
    expect(desk(NOOR).locator("#apps button")).to_have_count(0)


def test_what_was_typed_in_a_window_stays_when_it_is_updated(
    desk: Desk, app: AppServer, client: WebClient
) -> None:
    card(client)
    page = desk(ANA)
    page.click("[data-action=claim]")
    trigger = str(app.wait_for(1, "block_actions")[0].body["trigger_id"])
    view = client.views_open(trigger_id=trigger, view=modal())["view"]["id"]
    page.fill("#modal .typed", "half a sen")
    client.views_update(view_id=view, view=modal(title=words("Changed")))
    expect(page.locator("#modal-title")).to_have_text("Changed")
    expect(page.locator("#modal .typed")).to_have_value("half a sen")


def test_a_link_to_a_message_opens_its_thread(
    desk: Desk, slack: SlackStandIn, client: WebClient
) -> None:
    ts = card(client)
    slack.acting.post(ANA, DESK, "under the card", ts)
    link = client.chat_getPermalink(channel=DESK, message_ts=ts)["permalink"]
    client.chat_postEphemeral(channel=DESK, user=ANA, text=f"<{link}|Your case>")
    page = desk(ANA)
    page.click("text=Your case")
    expect(page.locator("#replies")).to_contain_text("under the card")


def test_a_lead_deletes_a_card_and_its_thread_stays(
    desk: Desk, slack: SlackStandIn, client: WebClient
) -> None:
    ts = card(client)
    slack.acting.post(ANA, DESK, "under the card", ts)
    page = desk(LEA)
    page.hover("#messages .message")
    page.locator("#messages").get_by_label("Delete").click()
    expect(page.locator("#messages .tombstone")).to_contain_text("This message was deleted.")
    page.click(".thread-link")
    expect(page.locator("#replies")).to_contain_text("under the card")
