"""Files that an agent sends, on the real stack: out of Slack, by the bucket, to the customer."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.sandbox_page import SandboxPage, sandbox_page

pytestmark = pytest.mark.timeout(300)

LABEL = b"%PDF-1.4 the label of a parcel"


@pytest.fixture
def sandbox(sandbox_address: str, browser: Browser) -> Iterator[SandboxPage]:
    with sandbox_page(browser, sandbox_address, desks=2) as opened:
        yield opened


def test_a_file_reaches_the_web_by_a_link_and_a_phone_as_mms_where_that_carries_it(
    sandbox: SandboxPage,
) -> None:
    ana = sandbox.desks[0]
    sandbox.look_at("shop")
    sandbox.shop.ask_for_a_person("I need the label of my return")
    alias = ana.alias("label of my return")
    ana.press(alias, "Claim")
    ana.open_thread(alias)
    ana.share("label.pdf", LABEL, "application/pdf")
    ana.reply("Here is your label.")

    link = sandbox.shop.log.get_by_role("link", name="label.pdf")
    expect(link).to_be_visible()
    got = sandbox.shop.log.page.request.get(str(link.get_attribute("href")))
    assert got.ok
    assert got.body() == LABEL
    assert "attachment" in got.headers["content-disposition"]

    sandbox.look_at("phone")
    sandbox.phone.text("A human please, about my invoice")
    alias = ana.alias("about my invoice")
    ana.press(alias, "Claim")
    ana.open_thread(alias)
    ana.share("all.zip", b"PK", "application/zip")
    ana.reply("All of your invoices.")

    expect(sandbox.phone.heard.last).to_contain_text("All of your invoices.")
    expect(ana.thread).to_contain_text("but no such file): “all.zip”")
