"""`warmline why` tells from the table alone what everything stands on."""

from dataclasses import replace

import pytest
from click.testing import CliRunner

from deployer.why import why
from tests.journeys.world import WEB, World
from warmline.adapters.dynamodb.store import DynamoStore
from warmline.application.ports import Answer
from warmline.domain.articles import ArticleVersion
from warmline.domain.card import alias
from warmline.domain.tools import ToolStatus, ToolUse
from warmline.domain.writes import Put

ANSWER = Answer(
    "You can return it within 30 days.",
    articles=(ArticleVersion("returns/return-an-item", "0123456789abcdef"),),
    model="gpt-5-mini",
    prompt="9f3c1a",
    tools=(
        ToolUse(
            name="order_status",
            key="k1",
            status=ToolStatus.DONE,
            arguments='{"order": "7"}',
            output='{"state": "sent"}',
        ),
    ),
)


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(why, ["--table", "line", *arguments])
    return result.exit_code, result.output


def told(store: DynamoStore) -> str:
    """A conversation of a question, its answer and an ask for a human; returns its id."""
    world = World()
    world.script.append(ANSWER)
    conversation = world.customer(
        "Where do I return order 7? I am carl@mail.example", WEB
    ).conversation
    world.settle()
    world.customer("a person please", WEB)
    store.commit(
        [
            Put(replace(world.head(conversation), version=0)),
            *(Put(replace(entry, version=0)) for entry in world.log(conversation)),
        ]
    )
    return conversation


def test_every_answer_is_told_with_articles_model_prompt_and_tool_calls(store: DynamoStore) -> None:
    code, said = run(told(store))

    assert code == 0
    answer = said[said.index("The bot answered") : said.index("A human was brought")]
    for fact in (
        "asked: “Where do I return order 7? I am [email hidden]”",
        "article: returns/return-an-item, version 0123456789abcdef",
        "model: gpt-5-mini",
        "prompt: version 9f3c1a",
        'tool: order_status {"order": "7"} done -> {"state": "sent"} (key k1)',
    ):
        assert f"  {fact}\n" in answer
    assert "carl@mail.example" not in said


def test_a_handoff_is_told_with_its_signals_and_its_brief(store: DynamoStore) -> None:
    _, said = run(told(store))

    handoff = said[said.index("A human was brought") :]
    assert "  reason: asked_for_human\n" in handoff
    assert "signal: asked_for_human 0." in handoff or "signal: asked_for_human 1." in handoff
    assert "  brief: Tried: article returns/return-an-item" in handoff


def test_the_alias_of_the_card_names_the_conversation_however_it_is_typed(
    store: DynamoStore,
) -> None:
    conversation = told(store)

    by_alias = run(f"  {alias(conversation).upper()} ")

    assert by_alias == run(conversation)
    assert by_alias[1].startswith(f"{alias(conversation)} ({conversation}), web, waiting")


@pytest.mark.usefixtures("store")
def test_a_conversation_that_is_not_there_is_said_so() -> None:
    code, said = run("Teal Heron 4821")

    assert code == 1
    assert "there is no conversation Teal Heron 4821" in said


def test_a_table_that_is_not_there_is_said_so(store: DynamoStore) -> None:
    store.client.delete_table(TableName="line")

    code, said = run("c0001")

    assert code == 1
    assert "the table cannot be read" in said
