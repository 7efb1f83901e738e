"""`warmline agents` against a table in moto; against a stack it is tried end to end."""

import pytest
from click.testing import CliRunner

from deployer.agents import agents
from warmline.adapters.dynamodb.store import DynamoStore

pytestmark = pytest.mark.usefixtures("store")


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(agents, ["--table", "line", *arguments])
    return result.exit_code, result.output


def test_somebody_who_is_added_is_on_shift_under_their_name(store: DynamoStore) -> None:
    assert run("add", "U024BE7LH", "Ana", "--limit", "3") == (
        0,
        "Ana (U024BE7LH) is an agent, on shift.\n",
    )
    agent = store.find_agent("U024BE7LH")
    assert agent is not None
    assert (agent.display_name, agent.active, agent.on_shift, agent.limit) == ("Ana", True, True, 3)


def test_adding_again_changes_the_name_and_keeps_the_rest(store: DynamoStore) -> None:
    run("add", "U024BE7LH", "Ana", "--limit", "3")
    run("add", "U024BE7LH", "Ana B.")
    agent = store.find_agent("U024BE7LH")
    assert agent is not None
    assert (agent.display_name, agent.limit) == ("Ana B.", 3)


def test_somebody_suspended_is_no_longer_active(store: DynamoStore) -> None:
    run("add", "U024BE7LH", "Ana")
    assert run("suspend", "U024BE7LH")[0] == 0
    agent = store.find_agent("U024BE7LH")
    assert agent is not None
    assert not agent.active


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add", "ana", "Ana"), "not a Slack user id"),
        (("add", "U024BE7LH", " "), "a display name has"),
        (("suspend", "U024BE7LH"), "is not an agent"),
    ],
)
def test_what_cannot_be_done_is_one_clear_sentence(arguments: tuple[str, ...], said: str) -> None:
    code, output = run(*arguments)
    assert code == 1
    assert said in output
