"""`warmline agents` on a deployed stack."""

from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from deployer.agents import agents
from tests.e2e.stacks import DeployedLine
from warmline.adapters.dynamodb.store import DynamoStore


@pytest.fixture
def store(line: DeployedLine, monkeypatch: pytest.MonkeyPatch) -> DynamoStore:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    return DynamoStore(line.engine.dynamodb(), line.ready.table, lambda: datetime.now(UTC))


def warmline_agents(line: DeployedLine, stack: str, *arguments: str) -> tuple[int, str]:
    where = ["--stack", stack, "--endpoint-url", line.ready.endpoint_url]
    result = CliRunner().invoke(agents, [*where, *arguments])
    return result.exit_code, result.output


def test_the_stacks_name_is_enough_to_add_and_suspend(
    line: DeployedLine, store: DynamoStore
) -> None:
    assert warmline_agents(line, line.ready.stack, "add", "U0NEWHERE1", "Noor")[0] == 0
    added = store.find_agent("U0NEWHERE1")
    assert added is not None
    assert (added.display_name, added.active, added.on_shift) == ("Noor", True, True)

    assert warmline_agents(line, line.ready.stack, "suspend", "U0NEWHERE1")[0] == 0
    suspended = store.find_agent("U0NEWHERE1")
    assert suspended is not None
    assert not suspended.active


@pytest.mark.usefixtures("store")
def test_a_stack_that_is_not_there_is_one_clear_sentence(line: DeployedLine) -> None:
    code, said = warmline_agents(line, "no-such-stack", "add", "U0NEWHERE1", "Noor")
    assert code == 1
    assert "no-such-stack cannot be read" in said
