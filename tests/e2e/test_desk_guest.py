"""A guest's shift: no command, no app of their own, nothing but messages and buttons."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.sandbox_page import SandboxPage, sandbox_page

pytestmark = pytest.mark.timeout(300)


def test_a_guest_begins_takes_the_next_case_ends_it_and_leaves_by_buttons_alone(
    sandbox_address: str, browser: Browser
) -> None:
    with sandbox_page(browser, sandbox_address) as sandbox:
        work_a_shift(sandbox)


def work_a_shift(sandbox: SandboxPage) -> None:
    shop, noor = sandbox.shop, sandbox.desk
    noor.become("Noor")
    expect(noor.frame.locator("#apps button")).to_have_count(0)
    noor.press_pinned("Next case")
    expect(noor.told("You are off shift")).to_be_visible()
    noor.press_pinned("On shift")
    expect(noor.told("You are on shift")).to_be_visible()
    noor.press_pinned("Next case")
    expect(noor.told("Nobody is waiting")).to_be_visible()

    shop.ask_for_a_person("The drawer does not close")
    alias = noor.alias("The drawer does not close")
    noor.press_pinned("Next case")
    expect(noor.told(f"{alias} is yours now")).to_be_visible()
    sandbox.picture("shift-message", "desk")
    expect(shop.state).to_contain_text("You are talking with Noor")
    noor.open_thread(alias)
    noor.reply("I send you a new runner for it.")
    expect(shop.log).to_contain_text("I send you a new runner for it.")
    noor.close_thread()
    noor.press_pinned("My cases")
    expect(noor.window).to_contain_text(alias)
    noor.close_window()
    noor.resolve(alias)
    expect(shop.log).to_contain_text("closed this conversation")
    noor.press_pinned("Off shift")
    expect(noor.told(re.compile("You are off shift\\.$"))).to_be_visible()
