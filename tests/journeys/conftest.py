"""What the journeys with actions share: a line that has some."""

from collections.abc import Iterator

import pytest

from tests.journeys.tool_world import ToolWorld
from tests.laws.checks import check_safety


@pytest.fixture
def world() -> Iterator[ToolWorld]:
    """A line with actions, which keeps the laws whatever is done."""
    world = ToolWorld()
    yield world
    check_safety(world)
