"""The deployed lines that the end-to-end tests share, and a tab to look at them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.commands import running_up
from tests.e2e.stacks import SANDBOX_TIMES, DeployedLine, deployed_line


@pytest.fixture(scope="session")
def line() -> Iterator[DeployedLine]:
    """Yield a line that is deployed once for all tests: use a customer of your own."""
    with deployed_line() as running:
        yield running


@pytest.fixture(scope="session")
def sandbox_address() -> Iterator[str]:
    """Yield the address that `warmline up` prints: use a case of your own, and leave no window."""
    with running_up([], SANDBOX_TIMES) as (_, first_line, _):
        yield first_line.removesuffix("\n")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Yield a tab that shares nothing with other tests."""
    context = browser.new_context()
    yield context.new_page()
    context.close()
