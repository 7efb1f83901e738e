"""Engines that several folders of tests share, started once a run and only when asked for."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.engines import (
    CHROMIUM_ARGUMENTS,
    CHROMIUM_NAMES,
    find_program,
    require,
    running_dynamodb_local,
)


@pytest.fixture(scope="session")
def dynamodb_local() -> Iterator[str]:
    """Yield the address of a DynamoDB Local of this run's own; tables are the test's affair."""
    with running_dynamodb_local() as endpoint_url:
        yield endpoint_url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Yield a Chromium of this run's own; Playwright allows no second one beside it."""
    chromium = require(find_program(*CHROMIUM_NAMES), "Chromium (apt-get install chromium)")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=chromium, args=list(CHROMIUM_ARGUMENTS), headless=True
        )
        yield opened
        opened.close()
