"""Small screens, keyboards, screen readers, light and dark."""

from collections.abc import Callable
from itertools import product
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from sandbox.shop.shop import ShopPage
from tests.unit.widget.contrast import weak_contrasts
from tests.unit.widget.fake_chat import FakeChat
from tests.unit.widget.seen import Seen

LONG = "https://example.com/" + "a" * 300


def talk(chat: FakeChat, seen: Seen) -> None:
    """Every kind of row there is."""
    seen.until(lambda: chat.sockets.count == 1)
    seen.send(LONG)
    seen.shows(LONG)
    chat.say(f"An answer. {LONG}")
    chat.say("Ana is here.", kind="notice")
    chat.say("Hello.", role="agent", name="Ana " + "Maria " * 20)
    chat.become("waiting", position=12, estimated_wait_seconds=900)
    chat.push({"type": "draft", "turn": "t1", "text": "Just a"})
    seen.says("Waiting")
    expect(seen.log.locator(".row.draft")).to_be_hidden()


@pytest.mark.parametrize("locale", ["en", "es", "de"])
def test_nothing_is_wider_than_a_phone_of_320_pixels(
    chat: FakeChat, page: Page, shop: ShopPage, locale: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 568})
    page.goto(f"{shop.url}/?locale={locale}")
    seen = Seen(page)
    launcher = seen.launcher.bounding_box()
    seen.open()
    seen.until(lambda: chat.sockets.count == 1)
    chat.say(f"{LONG} {LONG}", role="agent", name="Ana" * 60)
    chat.say("Danke", kind="notice")
    expect(seen.bubbles).to_have_count(2)

    assert launcher is not None
    assert launcher["x"] >= 0
    assert launcher["x"] + launcher["width"] <= 320
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert seen.log.evaluate("log => log.scrollWidth - log.clientWidth") == 0
    assert seen.panel.bounding_box() == {"x": 0, "y": 0, "width": 320, "height": 568}
    for part in seen.panel.get_by_role("button").all():
        box = part.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320


def test_on_a_desk_the_panel_stays_in_its_corner(seen: Seen) -> None:
    box = seen.panel.bounding_box()

    assert box is not None
    assert box["width"] < 420
    assert box["x"] + box["width"] <= 1280
    assert box["y"] + box["height"] <= 800


def test_everything_can_be_done_with_the_keyboard_alone(
    chat: FakeChat, page: Page, shop: ShopPage
) -> None:
    chat.answer = lambda text: f"re {text}"
    page.goto(shop.url)
    seen = Seen(page)
    seen.launcher.focus()
    page.keyboard.press("Enter")
    expect(seen.input).to_be_focused()

    page.keyboard.type("first line")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("second line")
    page.keyboard.press("Enter")
    seen.shows("first line\nsecond line", "re first line\nsecond line")
    page.keyboard.press("Shift+Tab")
    expect(seen.person).to_be_focused()
    page.keyboard.press("Space")
    seen.says("Waiting for a person…")
    page.keyboard.press("Shift+Tab")
    expect(seen.log).to_be_focused()
    page.keyboard.press("Escape")

    expect(seen.panel).to_be_hidden()
    expect(seen.launcher).to_be_focused()


def test_on_a_whole_screen_the_focus_stays_in_the_panel(page: Page, shop: ShopPage) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(shop.url)
    seen = Seen(page)
    seen.open()
    close = seen.panel.get_by_role("button", name="Close chat")
    send = seen.panel.get_by_role("button", name="Send")

    close.focus()
    page.keyboard.press("Shift+Tab")
    expect(send).to_be_focused()
    page.keyboard.press("Tab")

    expect(close).to_be_focused()


def test_new_messages_are_in_a_polite_live_region_and_each_is_added_once(
    chat: FakeChat, seen: Seen
) -> None:
    seen.until(lambda: chat.sockets.count == 1)
    expect(seen.log).to_have_attribute("aria-live", "polite")
    seen.log.evaluate(
        "log => { window.added = []; new MutationObserver(changes => changes.forEach(change =>"
        " change.addedNodes.forEach(node => node.className?.startsWith('row') &&"
        " window.added.push(node.querySelector('.bubble').textContent))))"
        ".observe(log, { childList: true }) }"
    )

    seen.send("one")
    expect(seen.log.get_by_text("Sent", exact=True)).to_be_visible()
    chat.say("two")
    chat.become("waiting")
    seen.says("Waiting")
    seen.shows("one", "two")

    assert seen.page.evaluate("window.added") == ["one", "two"]


@pytest.mark.parametrize(("scheme", "width"), [*product(("light", "dark"), (320, 1280))])
def test_every_text_has_enough_contrast(
    browser: Browser, chat: FakeChat, shop: ShopPage, scheme: Literal["light", "dark"], width: int
) -> None:
    context = browser.new_context(
        color_scheme=scheme,
        locale="en",
        viewport={"width": width, "height": 700},
        reduced_motion="reduce",
    )
    seen = Seen(context.new_page())
    seen.page.goto(shop.url)
    assert weak_contrasts(seen.page) == []
    seen.open()
    assert weak_contrasts(seen.page) == []
    talk(chat, seen)
    chat.sockets.cut_all()
    chat.faults.refused_sockets = True
    chat.faults.message_statuses = [503, 503]
    seen.send("not sent")
    expect(seen.log.get_by_text("Not sent")).to_be_visible()

    assert weak_contrasts(seen.page) == []
    context.close()


@pytest.mark.parametrize("colour", ["#ffe14d", "#2f6b4f", "#000000", "#ffffff", "#777777"])
def test_a_sites_own_colour_stays_readable(
    chat: FakeChat, page: Page, site: Callable[[str], str], colour: str
) -> None:
    page.goto(site(f'data-color="{colour}"'))
    seen = Seen(page)
    seen.open()
    seen.until(lambda: chat.sockets.count == 1)
    seen.send("hello")
    seen.shows("hello")

    assert weak_contrasts(page) == []


def test_a_long_talk_stays_at_its_end_unless_one_reads_above(chat: FakeChat, seen: Seen) -> None:
    seen.until(lambda: chat.sockets.count == 1)
    for number in range(40):
        chat.say(f"line {number}")
    expect(seen.bubbles.last).to_be_in_viewport()

    seen.log.evaluate("log => log.scrollTo(0, 0)")
    expect(seen.bubbles.first).to_be_in_viewport()
    chat.say("the newest")
    to_end = seen.panel.get_by_role("button", name="New messages")
    expect(to_end).to_be_visible()
    expect(seen.bubbles.first).to_be_in_viewport()
    to_end.click()

    expect(seen.bubbles.last).to_be_in_viewport()
    expect(to_end).to_be_hidden()
