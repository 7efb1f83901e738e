"""Promises and leases of seconds: what happens at the desk when nobody is quick enough.

With WARMLINE_SCREENSHOTS=1 the README's pictures are taken anew on the way.
"""

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.commands import running_up
from tests.e2e.sandbox_page import SandboxPage, sandbox_page
from tests.e2e.stacks import SHORT_TIMES

pytestmark = pytest.mark.timeout(300)

IN_TIME = 60_000  # milliseconds: the times below and a sweep, on a slow machine
HURRY = SHORT_TIMES | {
    "WARMLINE_LEASE_SECONDS": "20",
    "WARMLINE_POLICY": json.dumps(
        {
            "lease_reminder_seconds": 8,
            "waiting_seconds": 24,
            "first_reply_seconds": 600,
            "promise_warning_share": 0.5,
        }
    ),
}


@pytest.fixture(scope="module")
def hurried_address() -> Iterator[str]:
    with running_up([], HURRY) as (_, first_line, _):
        yield first_line.removesuffix("\n")


@pytest.fixture
def sandbox(hurried_address: str, browser: Browser) -> Iterator[SandboxPage]:
    with sandbox_page(browser, hurried_address, desks=2) as opened:
        opened.look_at("shop")
        yield opened


def test_the_desk_is_warned_before_a_promise_is_broken_and_a_lead_is_called_after(
    sandbox: SandboxPage,
) -> None:
    shop, (ana, lea) = sandbox.shop, sandbox.desks
    lea.become("Lea")
    shop.ask_for_a_person("My table wobbles")
    alias = ana.alias("My table wobbles")
    expect(ana.card(alias)).to_contain_text("Answer promised by")
    ana.open_thread(alias)
    lea.open_thread(alias)

    expect(ana.thread).to_contain_text("was promised a person within 24 s", timeout=IN_TIME)
    sandbox.picture("warning", "desk")
    expect(lea.thread).to_contain_text("nobody has taken the case", timeout=IN_TIME)
    expect(lea.said("nobody has taken the case")).to_contain_text("@Lea")
    ana.close_thread()
    ana.press_until(alias, "Claim", "With @")
    expect(shop.state).to_contain_text("You are talking with Ana")
    ana.resolve(alias)


def test_who_claims_and_says_nothing_loses_the_case_to_whoever_is_there(
    sandbox: SandboxPage,
) -> None:
    shop, (ana, ben) = sandbox.shop, sandbox.desks
    shop.ask_for_a_person("My chair is late")
    alias = ana.alias("My chair is late")
    ana.press_until(alias, "Claim", "With @")
    expect(shop.state).to_contain_text("You are talking with Ana")
    ana.open_thread(alias)

    expect(ana.thread).to_contain_text(
        re.compile("waiting for you. In [0-9]+ s the"), timeout=IN_TIME
    )
    expect(ana.thread).to_contain_text("is back in the queue", timeout=IN_TIME)
    expect(shop.state).to_contain_text("Waiting for a person")
    expect(ben.card(alias)).to_contain_text("Waiting for a person")
    ana.reply("Sorry, I was away")
    expect(ana.told("not sent to the customer")).to_be_visible()
    sandbox.picture("lost-lease")
    ben.press_until(alias, "Claim", "With @Ben")
    expect(shop.state).to_contain_text("You are talking with Ben")
    ben.open_thread(alias)
    ben.reply("It leaves the warehouse today.")
    expect(shop.log).to_contain_text("It leaves the warehouse today.")
    expect(shop.log).not_to_contain_text("Sorry, I was away")
    ben.resolve(alias)
