"""The sandbox as a newcomer uses it: one command, one address, and all three channels in a browser.

With WARMLINE_SCREENSHOTS=1 the README's pictures are taken anew on the way.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.e2e.commands import running_up
from tests.e2e.sandbox_page import SandboxPage, sandbox_page
from tests.e2e.stacks import SHORT_TIMES

pytestmark = pytest.mark.timeout(300)

MAYAS_NUMBER = "5550187"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with running_up([], SHORT_TIMES) as (_, first_line, _):
        yield first_line.removesuffix("\n")


@pytest.fixture
def sandbox(address: str, browser: Browser) -> Iterator[SandboxPage]:
    with sandbox_page(browser, address) as opened:
        yield opened


def test_the_command_prints_one_address(address: str) -> None:
    assert address.startswith("http://127.0.0.1:")
    assert not set(address) & set(" \n")


def test_a_texter_is_answered_and_then_helped_by_a_person(sandbox: SandboxPage) -> None:
    phone, shop, desk = sandbox.phone, sandbox.shop, sandbox.desk
    phone.text("How do I send something back?")
    expect(phone.heard.first).to_contain_text("AI assistant")
    expect(phone.heard.first).to_contain_text("From: How to return or exchange an item")

    phone.text("I want to talk to a person")
    expect(phone.heard.nth(1)).to_contain_text("in line for a person")
    card = desk.card("I want to talk to a person")
    expect(card).to_contain_text("Waiting for a person since")
    expect(card).to_contain_text("SMS")
    expect(card).to_contain_text("asked for a person")
    sandbox.picture("waiting", "desk")

    alias = desk.alias("I want to talk to a person")
    desk.press_until(alias, "Claim", "With @")
    expect(desk.card(alias)).to_contain_text("With @Ana")
    expect(phone.heard.nth(2)).to_contain_text("You are now talking with Ana, a person.")
    desk.open_thread(alias)
    expect(desk.thread).to_contain_text("Customer: How do I send something back?")

    desk.reply("Ana here: I have put a return label in your account.")
    expect(phone.heard.nth(3)).to_contain_text("I have put a return label in your account.")
    expect_sent(desk.said("I have put a return label"))
    phone.text("Found it, thank you!")
    expect(desk.said("Found it, thank you!").last).to_contain_text(alias)
    expect(phone.heard.nth(3)).to_contain_text("Delivered")
    # The bot meanwhile answers everybody else.
    shop.open()
    shop.write("Can I pay in instalments?")
    expect(shop.log).to_contain_text("Pay in 4")
    sandbox.picture("sandbox")
    sandbox.picture("phone", "phone")
    sandbox.picture("thread", "desk")
    assert MAYAS_NUMBER not in desk.frame.locator("body").inner_text().replace(" ", "")

    resolve(sandbox, alias)
    expect(phone.heard.nth(4)).to_contain_text("closed this conversation")


def test_a_visitor_of_the_shop_is_answered_and_then_helped_by_a_person(
    sandbox: SandboxPage,
) -> None:
    shop, desk = sandbox.shop, sandbox.desk
    shop.open()
    expect(shop.state).to_contain_text("You are writing with an AI")
    shop.write("Can I pay in instalments?")
    # The article's own words, which the question does not hold.
    expect(shop.log).to_contain_text("Pay in 4")

    shop.panel.get_by_role("button", name="Talk to a person").click()
    expect(shop.state).to_contain_text("Waiting for a person")
    shop.write("It is about order FO-48213")
    card = desk.card("It is about order FO-48213")
    expect(card).to_contain_text("Web chat")

    alias = desk.alias("It is about order FO-48213")
    desk.press_until(alias, "Claim", "With @")
    expect(shop.state).to_contain_text("You are talking with Ana")
    desk.open_thread(alias)
    desk.reply("I see it: your second payment is due on Friday.")
    expect(shop.log).to_contain_text("your second payment is due on Friday")
    expect_sent(desk.said("your second payment"))
    shop.write("Could I pay it today?")
    expect(desk.said("Could I pay it today?").last).to_be_visible()
    sandbox.picture("widget", "shop")

    resolve(sandbox, alias)
    expect(shop.log).to_contain_text("closed this conversation")


def test_a_customer_in_slack_is_answered_and_then_helped_by_a_person(
    sandbox: SandboxPage,
) -> None:
    desk = sandbox.desk
    desk.become("Carl")
    desk.write("Where is my order?")
    expect(desk.messages.last).to_contain_text("How to track an order")
    desk.write("Can a human look at it, please?")
    expect(desk.messages.last).to_contain_text("in line for a person")

    desk.become("Ana")
    expect(desk.card("Can a human look at it")).to_contain_text("Slack")
    alias = desk.alias("Can a human look at it")
    desk.press_until(alias, "Claim", "With @")
    desk.open_thread(alias)
    desk.reply("Hello, it is on the van today.")
    expect_sent(desk.said("it is on the van today"))

    desk.become("Carl")
    expect(desk.messages.last).to_contain_text("Ana: Hello, it is on the van today.")
    sandbox.picture("slack-customer", "desk")
    desk.write("Great, thanks")
    desk.become("Ana")
    resolve(sandbox, alias)
    desk.become("Carl")
    expect(desk.messages.last).to_contain_text("closed this conversation")


def test_the_second_agent_learns_who_has_the_case_and_cannot_write_into_it(
    sandbox: SandboxPage,
) -> None:
    phone, desk = sandbox.phone, sandbox.desk
    phone.frame.get_by_role("button", name="Jonas").click()
    phone.text("I need a human, the lamp came broken")
    desk.press_until("the lamp came broken", "Claim", "With @")
    alias = desk.alias("the lamp came broken")
    expect(desk.card(alias)).to_contain_text("With @Ana")

    desk.become("Ben")
    expect(desk.card(alias)).to_contain_text("With @Ana")
    desk.open_thread(alias)
    desk.reply("I would just refund it")
    expect(desk.thread.locator(".ephemeral")).to_contain_text("not sent to the customer")
    expect(desk.thread.locator(".ephemeral")).to_contain_text("Ana")

    desk.become("Ana")
    resolve(sandbox, alias)
    expect(phone.heard.last).to_contain_text("closed this conversation")
    expect(phone.frame.locator("#texts")).not_to_contain_text("I would just refund it")


def test_the_bot_looks_up_starts_what_the_visitor_agrees_to_and_asks_the_desk_for_the_rest(
    sandbox: SandboxPage,
) -> None:
    shop, desk = sandbox.shop, sandbox.desk
    shop.open()
    shop.write("Where is my order FO-20260117?")
    expect(shop.log).to_contain_text("Order FO-20260117: Sent.")

    shop.write("I want to return the items of order FO-20260098")
    expect(shop.log).to_contain_text("Shall I start the return of order FO-20260098?")
    shop.write("yes please")
    expect(shop.log).to_contain_text("has the number RT-20260098")

    shop.write("I want a refund for my order FO-20260098")
    expect(shop.log).to_contain_text("needs a colleague's approval first")
    alias = desk.alias("I want a refund for my order")
    desk.open_thread(alias)
    request = desk.said("Needs your approval").filter(has_text="Refund order FO-20260098")
    request.get_by_role("button", name="Approve", exact=True).click()
    expect(shop.log).to_contain_text("Your refund of $49.00 for order FO-20260098")
    expect(desk.thread).to_contain_text("refund_number: RF-20260098")


def expect_sent(message: Locator) -> None:
    """The customer's provider took it, and the agent sees so."""
    expect(message.locator(".pill [aria-label=':white_check_mark:']")).to_be_visible()


def resolve(sandbox: SandboxPage, alias: str) -> None:
    """Close the case; its card then has no more buttons of a holder."""
    sandbox.desk.resolve(alias)
    card = sandbox.desk.card(alias)
    expect(card.get_by_role("button", name="Claim", exact=True)).to_have_count(0)
    expect(card.get_by_role("button", name="Resolve", exact=True)).to_have_count(0)
