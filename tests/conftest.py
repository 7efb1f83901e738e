"""Engines that several folders of tests share, started once a run and only when asked for."""

from collections.abc import Iterator

import pytest

from tests.engines import running_dynamodb_local


@pytest.fixture(scope="session")
def dynamodb_local() -> Iterator[str]:
    """Yield the address of a DynamoDB Local of this run's own; tables are the test's affair."""
    with running_dynamodb_local() as endpoint_url:
        yield endpoint_url
