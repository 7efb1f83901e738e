"""The sandbox as a newcomer uses it: one command, one address, a browser.

With WARMLINE_SCREENSHOTS=FOLDER the pictures of the README are taken on the way.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Frame, Page, expect

from tests.e2e.commands import running_up
from tests.e2e.stacks import SHORT_TIMES

pytestmark = pytest.mark.timeout(300)

WAIT_MILLISECONDS = 20_000


@dataclass(frozen=True, slots=True)
class Sandbox:
    """The page with its three panes."""

    page: Page
    phone: Frame
    shop: Frame
    desk: Frame

    def picture(self, name: str) -> None:
        """Keep a screenshot where the environment asks for it."""
        folder = os.environ.get("WARMLINE_SCREENSHOTS")
        if folder:
            self.page.wait_for_timeout(500)
            self.page.screenshot(path=Path(folder) / f"{name}.png")

    def text(self, words: str) -> None:
        """Write on the phone, and send."""
        self.phone.get_by_label("Text message", exact=True).fill(words)
        self.phone.get_by_label("Send", exact=True).click()

    def reply(self, words: str) -> None:
        """Write in the thread that is open at the desk, and send."""
        self.desk.locator("#reply-words").fill(words)
        self.desk.get_by_label("Send the reply").click()


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with running_up([], SHORT_TIMES) as (_, first_line, _):
        yield first_line.strip()


@pytest.fixture
def sandbox(address: str, browser: Browser) -> Iterator[Sandbox]:
    expect.set_options(timeout=WAIT_MILLISECONDS)
    context = browser.new_context(viewport={"width": 1600, "height": 1000})
    page = context.new_page()
    page.goto(address)
    yield Sandbox(page, *(_frame(page, name) for name in ("phone", "shop", "desk")))
    context.close()


def _frame(page: Page, pane: str) -> Frame:
    handle = page.locator(f"#{pane} iframe").element_handle()
    frame = handle.content_frame()
    assert frame is not None
    frame.wait_for_load_state()
    return frame


def test_the_command_prints_one_address(address: str) -> None:
    assert address.startswith("http://127.0.0.1:")
    assert " " not in address


def test_a_texter_is_answered_then_helped_by_a_person(sandbox: Sandbox) -> None:
    texts = sandbox.phone.locator("#texts")
    sandbox.text("How do I send something back?")
    expect(texts.locator("li.text:not(.mine)").first).to_be_visible()
    sandbox.picture("answered")

    sandbox.text("I want to talk to a person")
    sandbox.desk.get_by_role("button", name="Claim").click()
    sandbox.desk.locator("button.thread-link").last.click()
    sandbox.reply("Ana here: I have put a return label in your account.")

    expect(texts).to_contain_text("I have put a return label in your account.")
    expect(sandbox.desk.locator("#replies .pill").first).to_be_visible()
    sandbox.picture("helped")

    sandbox.desk.get_by_role("button", name="Resolve").first.click()
    expect(sandbox.desk.get_by_role("button", name="Resolve")).to_have_count(0)


def test_a_visitor_of_the_shop_is_answered(sandbox: Sandbox) -> None:
    sandbox.shop.get_by_role("button", name="Help").click()
    sandbox.shop.get_by_role("textbox").fill("Can I pay in instalments?")
    sandbox.shop.get_by_role("textbox").press("Enter")

    # The article's own words, which the question does not hold.
    expect(sandbox.shop.get_by_role("log")).to_contain_text("Pay in 4")
    sandbox.picture("chat")
