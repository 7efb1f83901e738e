"""The sandbox's page as people use it: three panes, found by what they show."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Frame,
    Locator,
    Page,
    Request,
    ViewportSize,
    expect,
)

from deployer.places import ROOT

type Pane = Literal["phone", "shop", "desk", "desk-2", "desk-3"]

WAIT_MILLISECONDS = 40_000
PLAYWRIGHTS_OWN = 5_000
A_PRESS = 12_000
"""Slack waits three seconds for the answer to a press; a card is edited a little later."""
SIZE = ViewportSize(width=1600, height=1000)
WIDER = ViewportSize(width=2000, height=1000)
MANY = 3
IMAGES = ROOT / "docs" / "images"


@dataclass(frozen=True, slots=True)
class Phone:
    """A customer's phone."""

    frame: Frame

    @property
    def heard(self) -> Locator:
        """What came in, oldest first."""
        return self.frame.locator("#texts li.text:not(.mine)")

    def text(self, words: str) -> None:
        """Write a text message, and send it."""
        self.frame.get_by_label("Text message", exact=True).fill(words)
        self.frame.get_by_label("Send", exact=True).click()


@dataclass(frozen=True, slots=True)
class Shop:
    """A shop's page with the widget on it."""

    frame: Frame

    @property
    def panel(self) -> Locator:
        return self.frame.get_by_role("dialog")

    @property
    def log(self) -> Locator:
        return self.panel.get_by_role("log")

    @property
    def state(self) -> Locator:
        """The line that says whom the visitor is writing with."""
        return self.panel.locator("p.state")

    def open(self) -> None:
        self.frame.get_by_role("button", name="Chat with us", exact=True).click()

    def ask_for_a_person(self, words: str) -> None:
        """Open the chat, press the button, and write what it is about."""
        self.open()
        self.panel.get_by_role("button", name="Talk to a person").click()
        expect(self.state).to_contain_text("Waiting for a person")
        self.write(words)

    def write(self, words: str) -> None:
        self.panel.get_by_role("textbox").fill(words)
        self.panel.get_by_role("textbox").press("Enter")


@dataclass(frozen=True, slots=True)
class Desk:
    """The team's Slack, as one of its people."""

    frame: Frame

    @property
    def thread(self) -> Locator:
        return self.frame.locator("#replies")

    @property
    def window(self) -> Locator:
        """The window that is open for this person."""
        return self.frame.locator("#modal")

    @property
    def pinned(self) -> Locator:
        """What is pinned in the channel, opened."""
        pins = self.frame.locator("#pins")
        if pins.get_attribute("open") is None:
            pins.locator("summary").click()
        return self.frame.locator("#pinned")

    @property
    def home(self) -> Locator:
        """What the app shows this person on its Home."""
        return self.frame.locator("#home")

    @property
    def messages(self) -> Locator:
        return self.frame.locator("#messages .message")

    def become(self, name: str) -> None:
        person = self.frame.get_by_role("radio", name=name)
        person.click()
        expect(person).to_be_checked()  # only now is what they see on the page

    def card(self, words: str) -> Locator:
        """The card that shows these words: the customer's last ones, or its alias."""
        return self.frame.locator("#messages .message:not(.ephemeral)").filter(has_text=words)

    def alias(self, words: str) -> str:
        """What the card with these words calls its customer."""
        return self.card(words).locator(".header").inner_text().splitlines()[-1].strip()

    def press(self, words: str, button: str) -> None:
        self.card(words).get_by_role("button", name=button, exact=True).click()

    def press_until(self, words: str, button: str, shown: str) -> None:
        """Press, and once more if Slack gave up waiting for the answer, as people do."""
        self.press(words, button)
        try:
            expect(self.card(words)).to_contain_text(shown, timeout=A_PRESS)
        except AssertionError:
            again = self.card(words).get_by_role("button", name=button, exact=True)
            if again.is_visible():
                again.click()
            expect(self.card(words)).to_contain_text(shown)

    def resolve(self, words: str) -> None:
        """Close the case; its card then says so."""
        self.close_thread()
        self.press_until(words, "Resolve", "Resolved")

    def press_pinned(self, button: str) -> None:
        self.pinned.get_by_role("button", name=button, exact=True).click()

    def send_window(self) -> None:
        """Send the open window off."""
        self.window.locator("#modal-submit").click()

    def close_window(self) -> None:
        self.window.locator("#modal-close").click()
        expect(self.window).to_be_hidden()

    def close_any_window(self) -> None:
        """Close what somebody left open: the sandbox's Slack keeps windows as it keeps words."""
        if self.window.is_visible():
            self.close_window()

    def go_home(self) -> None:
        """Open the app's Home."""
        self.frame.locator("#apps button").click()

    def go_to_desk(self) -> None:
        self.frame.locator("#channels button").first.click()

    def share(self, name: str, body: bytes, kind: str) -> None:
        """Share a file in the open thread."""
        picker = self.frame.locator("#reply-composer input[type=file]")
        picker.set_input_files({"name": name, "mimeType": kind, "buffer": body})

    def open_thread(self, words: str) -> None:
        self.close_thread()
        self.card(words).locator(".thread-link").click()

    def close_thread(self) -> None:
        close = self.frame.get_by_label("Close the thread")
        if close.is_visible():
            close.click()

    def reply(self, words: str) -> None:
        """Write in the open thread."""
        self.frame.locator("#reply-words").fill(words)
        self.frame.get_by_label("Send the reply").click()

    def write(self, words: str) -> None:
        """Write in the open channel or direct message."""
        self.frame.locator("#words").fill(words)
        self.frame.get_by_label("Send", exact=True).click()

    def edit(self, before: str, after: str) -> None:
        """Change what one wrote in the open thread."""
        message = self.said(before).last
        message.hover()
        message.get_by_label("Edit", exact=True).click()
        box = self.thread.get_by_label("Edit the message")
        box.fill(after)
        box.press("Enter")

    def told(self, words: str | re.Pattern[str]) -> Locator:
        """What is shown to this person alone, in the thread or in the channel."""
        return self.frame.locator(".ephemeral").filter(has_text=words)

    def said(self, words: str) -> Locator:
        """A message of the thread, with the marks beneath it."""
        return self.thread.locator(".message").filter(has_text=words)


@dataclass(frozen=True, slots=True)
class SandboxPage:
    """The page with a phone, a shop, and as many desks as were asked for."""

    page: Page
    phone: Phone
    shop: Shop
    desks: tuple[Desk, ...]

    @property
    def desk(self) -> Desk:
        """The first desk, where Ana sits unless somebody else is chosen."""
        return self.desks[0]

    def look_at(self, pane: Literal["phone", "shop"]) -> None:
        """Choose what stands beside the desks, where there is room for one only."""
        self.page.locator(f"#tab-{pane}").click()

    def picture(self, name: str, pane: Pane | None = None) -> None:
        """Renew a picture of the README, of one pane or of all, where the environment asks."""
        if not os.environ.get("WARMLINE_SCREENSHOTS"):
            return
        IMAGES.mkdir(parents=True, exist_ok=True)
        self.page.mouse.move(0, 0)
        self.page.wait_for_timeout(700)  # for what fades in
        target = self.page.locator(f"#{pane}") if pane else self.page
        target.screenshot(path=IMAGES / f"{name}.png")


@contextmanager
def sandbox_page(browser: Browser, address: str, desks: int = 1) -> Iterator[SandboxPage]:
    """Open the page; an error in its console, a script's or a policy's, fails whoever opened it."""
    expect.set_options(timeout=WAIT_MILLISECONDS)
    context = browser.new_context(viewport=SIZE if desks < MANY else WIDER)
    problems: list[str] = []
    try:
        page = context.new_page()
        page.set_default_timeout(WAIT_MILLISECONDS)
        _watch(page, problems)
        page.goto(f"{address}?desks={desks}")
        phone, shop = (_frame(page, pane) for pane in ("phone", "shop"))
        seats = ("desk", "desk-2", "desk-3")[:desks]
        yield SandboxPage(
            page, Phone(phone), Shop(shop), tuple(Desk(_frame(page, seat)) for seat in seats)
        )
        seen = list(problems)
    finally:
        context.close()
        expect.set_options(timeout=PLAYWRIGHTS_OWN)
    assert seen == []


def _watch(page: Page, problems: list[str]) -> None:
    def heard(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            problems.append(f"{message.type}: {message.text}")

    def failed(request: Request) -> None:
        problems.append(f"failed: {request.method} {request.url}: {request.failure}")

    page.on("console", heard)
    page.on("requestfailed", failed)
    page.on("pageerror", lambda error: problems.append(str(error)))


def _frame(page: Page, pane: str) -> Frame:
    frame = page.locator(f"#{pane} iframe").element_handle().content_frame()
    assert frame is not None
    frame.wait_for_load_state()
    return frame
