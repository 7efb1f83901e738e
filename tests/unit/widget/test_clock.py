"""What happens by the clock, which the test moves: pings, renewal before two hours, sleep."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from sandbox.shop.shop import ShopPage
from tests.unit.widget.fake_chat import FakeChat
from tests.unit.widget.seen import Seen

MINUTE = 60_000


@pytest.fixture
def clocked(page: Page, shop: ShopPage, chat: FakeChat) -> Iterator[Seen]:
    """An open chat, connected, whose browser's clock only the test moves from now on."""
    page.add_init_script("Math.random = () => 0.5")
    page.clock.install()
    page.goto(shop.url)
    seen = Seen(page)
    seen.open()
    seen.until(lambda: chat.sockets.count == 1)
    seen.says("You are writing with an AI")
    now = page.evaluate("Date.now()") / 1000
    page.clock.pause_at(datetime.fromtimestamp(now + 1, UTC))
    yield seen
    assert seen.problems == []


def pings(chat: FakeChat) -> int:
    return chat.sockets.received.count({"action": "ping"})


def test_a_quiet_line_is_pinged_every_five_minutes(chat: FakeChat, clocked: Seen) -> None:
    clocked.page.clock.run_for(4 * MINUTE + 55_000)
    assert pings(chat) == 0

    clocked.page.clock.run_for(10_000)

    clocked.until(lambda: pings(chat) == 1)
    assert len(chat.sockets.hellos) == 1


def test_a_line_that_answers_no_ping_is_replaced(chat: FakeChat, clocked: Seen) -> None:
    chat.faults.deaf_sockets = True

    clocked.page.clock.run_for(5 * MINUTE + 1_000)
    clocked.until(lambda: pings(chat) == 1)
    clocked.page.clock.run_for(12_000)

    clocked.until(lambda: len(chat.sockets.hellos) == 2)


def test_a_line_is_renewed_before_it_is_two_hours_old(chat: FakeChat, clocked: Seen) -> None:
    for number in range(1, 22):
        clocked.page.clock.run_for(5 * MINUTE)
        clocked.until(lambda: pings(chat) == number)  # noqa: B023 - waited for in this turn
        chat.say(f"after ping {number}")
        expect(clocked.bubbles).to_have_count(number)
    clocked.page.clock.run_for(2 * MINUTE)
    assert len(chat.sockets.hellos) == 1

    clocked.page.clock.run_for(20_000)

    clocked.until(lambda: len(chat.sockets.hellos) == 2)
    chat.say("still here")
    expect(clocked.bubbles.last).to_have_text("still here")


def test_a_computer_that_slept_asks_whether_anyone_is_there(chat: FakeChat, clocked: Seen) -> None:
    clocked.page.clock.fast_forward(3 * MINUTE)

    clocked.page.clock.run_for(20_000)

    clocked.until(lambda: pings(chat) >= 1)
