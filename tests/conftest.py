"""Engines that several folders of tests share, started once a run and only when asked for."""

import asyncio
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


@pytest.fixture
def no_other_loop() -> Iterator[None]:
    """Hide the event loop that Playwright leaves running between the browser's tests.

    A function of ours that runs a loop of its own meets no other one in the cloud.
    """
    running = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(running)


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
