"""The stacks of the contract tests: one for most of them, one whose leases are short."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contract.line import CHANNELS, Line, running_line
from tests.contract.warm import warm_up

HERE = Path(__file__).parent
LEASE_SECONDS = 6


@pytest.fixture(scope="session")
def line() -> Iterator[Line]:
    """Run a stack with quiet time and undo time 0; everything else is as deployed."""
    with running_line() as started:
        warm_up(started)
        yield started


@pytest.fixture(scope="session")
def brief_line() -> Iterator[Line]:
    """Run a stack where a claim that is not answered ends after a few seconds."""
    with running_line(
        WARMLINE_LEASE_SECONDS=str(LEASE_SECONDS), WARMLINE_SWEEP_SECONDS="2"
    ) as started:
        yield started


@pytest.fixture(params=CHANNELS)
def channel(request: pytest.FixtureRequest) -> str:
    """Give each of the three channels in turn."""
    name: str = request.param
    return name


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Run these tests together and after all others, the short leases last; give them time."""
    ours = [item for item in items if HERE in item.path.parents]
    for item in ours:
        item.add_marker(pytest.mark.timeout(600))
        if config.pluginmanager.hasplugin("socket"):
            item.add_marker(pytest.mark.enable_socket)
    places = {item.nodeid: 1 + uses_brief_line(item) for item in ours}
    items.sort(key=lambda item: places.get(item.nodeid, 0))


def uses_brief_line(item: pytest.Item) -> bool:
    return "brief_line" in getattr(item, "fixturenames", ())
