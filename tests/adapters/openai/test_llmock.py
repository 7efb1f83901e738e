"""The same failures from a server that others wrote to fail as model servers do."""

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from llmock.pytest_plugin import LLMock

from tests.adapters.openai.conftest import a_request, both
from tests.adapters.openai.model_server import a_reply
from tests.adapters.openai.test_tools import Box, done
from tests.journeys.world import read_phrases
from warmline.adapters.openai.responder import Key, Model, OpenAIResponder
from warmline.domain.errors import ResponderError
from warmline.domain.handoff import Reason

pytestmark = pytest.mark.usefixtures("no_other_loop")

SECONDS = 1.0
FAILURES: dict[str, Callable[[LLMock], Any]] = {
    "rate limit": lambda mock: mock.rate_limit(retry_after=4),
    "long rate limit": lambda mock: mock.rate_limit(retry_after=200),
    "500": lambda mock: mock.fail(500),
    "503 for ever": lambda mock: mock.outage(),
    "context overflow": lambda mock: mock.context_overflow(),
    "slow": lambda mock: mock.reply(a_reply()).delay(3),
    "first token late": lambda mock: mock.reply(a_reply()).slow_first_token(3),
    "connection dropped": lambda mock: mock.reply(a_reply()).disconnect(after_chunks=3),
    "stream cut": lambda mock: mock.reply(a_reply()).truncate(after_chunks=4),
    "stream stalled": lambda mock: mock.reply(a_reply()).stall(seconds=3, after_chunks=3),
    "chunk that is no JSON": lambda mock: mock.reply(a_reply()).corrupt(after_chunks=3),
    "plain words": lambda mock: mock.reply("It takes three days."),
}


@pytest.fixture
def asking(llmock: LLMock) -> Iterator[OpenAIResponder]:
    model = Model(llmock.base_url("openai"), "gpt-test")
    made = OpenAIResponder(model, Key(lambda: "sk-1"), both, read_phrases())
    yield made
    made.close()


@pytest.mark.fault(15)
@pytest.mark.fault(17)
@pytest.mark.fault(19)
@pytest.mark.parametrize("shape", FAILURES)
def test_a_failure_ends_in_time_after_one_attempt(
    shape: str, llmock: LLMock, asking: OpenAIResponder
) -> None:
    FAILURES[shape](llmock)
    began = time.monotonic()

    with pytest.raises(ResponderError) as failed:
        asking.respond(a_request(seconds_left=SECONDS))

    assert failed.value.reason is Reason.MODEL_UNAVAILABLE
    assert time.monotonic() - began < SECONDS + 1
    assert len(llmock.requests) <= 1  # one that it still holds back is not listed


def test_a_whole_stream_is_an_answer(llmock: LLMock, asking: OpenAIResponder) -> None:
    llmock.reply(a_reply("Three days."))

    answer = asking.respond(a_request())

    assert answer.text == "Three days."
    assert answer.tokens > 0
    llmock.assert_resilient(strict=True)


@pytest.mark.fault(21)
def test_a_tool_that_was_never_offered_is_not_run(llmock: LLMock, asking: OpenAIResponder) -> None:
    box = Box(done)
    llmock.break_tool_call("unknown_tool")

    with pytest.raises(ResponderError) as failed:
        asking.respond(a_request(tools=box))

    assert failed.value.reason is Reason.TOOL_FAILED
    assert box.made == []


def test_an_offered_tool_is_run_and_its_result_used(
    llmock: LLMock, asking: OpenAIResponder
) -> None:
    box = Box(done)
    llmock.call_tool("order_status", {"order": "FO-1"}).reply(a_reply("Sent.", articles=[]))

    assert asking.respond(a_request(tools=box)).text == "Sent."
    assert [use.name for use in box.made] == ["order_status"]
