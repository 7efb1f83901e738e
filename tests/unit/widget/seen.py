"""What a customer sees of the widget, and does with it; everything by role and name."""

import time
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect


class Seen:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.problems: list[str] = []
        page.on("pageerror", lambda error: self.problems.append(str(error)))

    @property
    def launcher(self) -> Locator:
        return self.page.locator("button.launcher")

    @property
    def panel(self) -> Locator:
        return self.page.get_by_role("dialog")

    @property
    def log(self) -> Locator:
        return self.panel.get_by_role("log")

    @property
    def input(self) -> Locator:
        return self.panel.get_by_role("textbox")

    @property
    def person(self) -> Locator:
        return self.panel.get_by_role("button", name="Talk to a person")

    @property
    def retry(self) -> Locator:
        return self.panel.get_by_role("button", name="Try again")

    @property
    def state(self) -> Locator:
        return self.panel.locator("p.state")

    @property
    def bubbles(self) -> Locator:
        return self.log.locator(".row:not(.draft) .bubble")

    def open(self) -> None:
        self.launcher.click()
        expect(self.panel).to_be_visible()

    def send(self, text: str) -> None:
        self.input.fill(text)
        self.input.press("Enter")

    def shows(self, *texts: str) -> None:
        """Exactly these messages, in this order, each once."""
        expect(self.bubbles).to_have_text(list(texts))

    def says(self, text: str) -> None:
        expect(self.state).to_contain_text(text)

    def until(self, happened: Callable[[], bool], seconds: float = 10) -> None:
        """Wait for something on the server's side while the browser goes on."""
        deadline = time.monotonic() + seconds
        while not happened():
            assert time.monotonic() < deadline, "it did not happen in time"
            self.page.wait_for_timeout(20)
