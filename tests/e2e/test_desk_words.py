"""What an agent sends without typing it, by mouse: files, drafts, canned replies; notes to the bot.

With WARMLINE_SCREENSHOTS=1 the README's pictures are taken anew on the way.
"""

import base64
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.sandbox_page import SandboxPage, sandbox_page

pytestmark = pytest.mark.timeout(300)

LABEL = b"%PDF-1.7 a return label"
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.fixture
def sandbox(sandbox_address: str, browser: Browser) -> Iterator[SandboxPage]:
    with sandbox_page(browser, sandbox_address) as opened:
        opened.desk.close_any_window()
        yield opened


def claimed(sandbox: SandboxPage, words: str) -> str:
    """Have a visitor ask for a person, and Ana take the case; returns what it goes by."""
    sandbox.shop.ask_for_a_person(words)
    alias = sandbox.desk.alias(words)
    sandbox.desk.press_until(alias, "Claim", "With @")
    expect(sandbox.shop.state).to_contain_text("You are talking with Ana")
    return alias


def test_a_file_reaches_a_visitor_as_a_link(sandbox: SandboxPage) -> None:
    shop, desk = sandbox.shop, sandbox.desk
    alias = claimed(sandbox, "How do I send the lamp back?")
    desk.open_thread(alias)
    desk.share("label.pdf", LABEL, "application/pdf")

    link = shop.log.get_by_role("link", name="label.pdf")
    address = link.get_attribute("href")
    assert address is not None
    assert sandbox.page.context.request.get(address).body() == LABEL
    desk.resolve(alias)


def test_a_picture_reaches_a_phone_and_what_no_phone_takes_is_said(sandbox: SandboxPage) -> None:
    phone, desk = sandbox.phone, sandbox.desk
    phone.frame.get_by_role("button", name="Lucía").click()
    phone.text("A human please, how does it look when it is open?")
    alias = desk.alias("how does it look when it is open?")
    desk.press_until(alias, "Claim", "With @")
    expect(phone.heard.last).to_contain_text("You are now talking with Ana")
    desk.open_thread(alias)
    desk.share("open.png", PICTURE, "image/png")
    expect(phone.heard.last.locator("img")).to_have_js_property("naturalWidth", 1)
    desk.share("plan.zip", b"PK", "application/zip")

    expect(desk.thread).to_contain_text("phones take pictures")
    expect(phone.frame.locator("#texts")).not_to_contain_text("plan.zip")
    desk.resolve(alias)


def test_a_draft_comes_from_the_articles_and_goes_when_it_is_sent(sandbox: SandboxPage) -> None:
    shop, desk = sandbox.shop, sandbox.desk
    alias = claimed(sandbox, "Can I pay in instalments?")
    desk.press(alias, "Draft…")
    field = desk.window.get_by_label("To the customer")
    expect(field).to_have_value(re.compile("Pay in 4"))
    sandbox.picture("draft", "desk")
    field.fill("Yes: Pay in 4, without interest.")
    desk.send_window()

    expect(shop.log).to_contain_text("Yes: Pay in 4, without interest.")
    desk.open_thread(alias)
    expect(desk.thread).to_contain_text("Yes: Pay in 4, without interest.")
    shop.write("And without a card?")
    expect(desk.thread).to_contain_text("And without a card?")
    desk.resolve(alias)


def test_a_canned_reply_is_picked_filled_in_and_changed(sandbox: SandboxPage) -> None:
    shop, desk = sandbox.shop, sandbox.desk
    alias = claimed(sandbox, "My order is not complete")
    desk.press(alias, "Canned reply…")
    desk.window.get_by_label("Search the replies").select_option(label="Which order is it?")
    field = desk.window.get_by_label("To the customer")
    expect(field).to_have_value(re.compile("order number"))
    desk.send_window()

    expect(shop.log).to_contain_text("Could you tell me the order number?")
    desk.resolve(alias)


def test_the_bot_that_gets_a_case_back_does_not_contradict_the_note(sandbox: SandboxPage) -> None:
    shop, desk = sandbox.shop, sandbox.desk
    alias = claimed(sandbox, "Can I send it back after 40 days?")
    desk.press(alias, "Hand back with note…")
    desk.window.get_by_label("What should the bot know?").fill("Sixty days, as we agreed.")
    desk.send_window()
    expect(desk.card(alias)).to_contain_text("Back with the bot")
    expect(shop.state).to_contain_text("AI")
    shop.write("How many days do I have to send it back?")

    expect(shop.log).to_contain_text("what they said holds")
    expect(shop.log).not_to_contain_text("30 days")
    shop.panel.get_by_role("button", name="Talk to a person").click()
    desk.press_until(alias, "Claim", "With @")
    expect(shop.state).to_contain_text("You are talking with Ana")
    desk.resolve(alias)
