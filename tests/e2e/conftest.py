"""The deployed line that the end-to-end tests share, and a real browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.e2e.stacks import DeployedLine, deployed_line
from tests.engines import CHROMIUM_ARGUMENTS, CHROMIUM_NAMES, find_program, require


@pytest.fixture(scope="session")
def line() -> Iterator[DeployedLine]:
    """Yield a line that is deployed once for all tests: use a customer of your own."""
    with deployed_line() as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Yield a Chromium of this run's own."""
    chromium = require(find_program(*CHROMIUM_NAMES), "Chromium (apt-get install chromium)")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=chromium, args=list(CHROMIUM_ARGUMENTS), headless=True
        )
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Yield a tab that shares nothing with other tests."""
    context = browser.new_context()
    yield context.new_page()
    context.close()
