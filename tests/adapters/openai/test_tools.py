"""What the model may ask for, and what happens when it asks for too much."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from tests.adapters.openai import model_server as model
from tests.adapters.openai.conftest import a_request
from tests.adapters.openai.model_server import ModelServer, a_reply
from tests.journeys.world import read_phrases
from warmline.adapters.openai.responder import OpenAIResponder
from warmline.application.ports import ToolOffer
from warmline.application.tools_consent import HeedsConsent
from warmline.domain.errors import ResponderError
from warmline.domain.handoff import Reason
from warmline.domain.tools import Risk, ToolStatus, ToolUse

pytestmark = pytest.mark.usefixtures("no_other_loop")

ORDER = {"type": "object", "properties": {"order": {"type": "string"}}}
STRICT = ORDER | {"required": ["order"], "additionalProperties": False}
ROUNDS = 4


@dataclass
class Box:
    """A ToolBox that answers as it is told and keeps every call."""

    answer: Callable[[str, str], ToolUse]
    made: list[ToolUse] = field(default_factory=list)

    def offers(self) -> tuple[ToolOffer, ...]:
        return (
            ToolOffer("order_status", "Where an order is", STRICT, Risk.READ),
            ToolOffer("start_return", "Start a return", ORDER, Risk.WRITE),
        )

    def call(self, name: str, arguments: str) -> ToolUse:
        self.made.append(self.answer(name, arguments))
        return self.made[-1]

    def uses(self) -> tuple[ToolUse, ...]:
        return tuple(self.made)


def done(name: str, arguments: str) -> ToolUse:
    return ToolUse(
        name=name,
        key="k",
        status=ToolStatus.DONE,
        arguments=arguments,
        output='{"status": "Sent"}',
        summary="Order FO-1: Sent.",
    )


def test_a_tools_result_goes_back_and_the_answer_stands_on_it(
    server: ModelServer, responder: OpenAIResponder
) -> None:
    box = Box(done)
    asks, tells = model.calls("order_status", '{"order": "FO-1"}'), a_reply("Sent.", articles=[])
    server.script = [asks, model.says(tells)]

    answer = responder.respond(a_request(tools=box))

    assert answer.text == "Sent."
    assert not answer.unsupported
    assert answer.tools == tuple(box.made)
    assert '{"status": "Sent"}' in answer.sources
    assert answer.tokens == 1000
    first, second = server.requests
    assert [tool["name"] for tool in first["tools"]] == ["order_status", "start_return"]
    assert [tool["strict"] for tool in first["tools"]] == [True, False]
    called, output = second["input"][-2:]
    assert (called["type"], called["call_id"]) == ("function_call", output["call_id"])
    assert json.loads(output["output"])["status"] == "done"


def test_a_question_that_needs_a_yes_is_asked_word_for_word(
    server: ModelServer, responder: OpenAIResponder
) -> None:
    question = "Shall I start the return of FO-1? Please answer yes or no."
    asked = ToolUse(
        name="start_return", key="k", status=ToolStatus.ASKED_CUSTOMER, summary=question
    )
    server.script = [model.calls("start_return"), model.says(a_reply("I can do that."))]

    wired = HeedsConsent(responder, read_phrases())
    answer = wired.respond(a_request(tools=Box(lambda *_: asked)))

    assert answer.text == f"I can do that. {question}"


@pytest.mark.fault(21)
def test_bad_arguments_are_told_to_the_model_which_may_try_again(
    server: ModelServer, responder: OpenAIResponder
) -> None:
    refused = ToolUse(name="order_status", key="k", status=ToolStatus.REFUSED, output='{"error":1}')
    box = Box(lambda name, arguments: refused if arguments == "{oops" else done(name, arguments))
    server.script = [
        model.calls("order_status", "{oops"),
        model.calls("order_status", '{"order": "FO-1"}'),
        model.says(a_reply("Sent.")),
    ]

    assert responder.respond(a_request(tools=box)).text == "Sent."
    assert json.loads(server.requests[1]["input"][-1]["output"])["status"] == "refused"


@pytest.mark.fault(21)
@pytest.mark.parametrize("name", ["delete_everything", "", "Order_Status"])
def test_an_unknown_tool_is_refused_and_a_human_comes(
    name: str, server: ModelServer, responder: OpenAIResponder
) -> None:
    box = Box(done)
    server.script = [model.calls(name), model.says(a_reply())]

    with pytest.raises(ResponderError) as failed:
        responder.respond(a_request(tools=box))

    assert failed.value.reason is Reason.TOOL_FAILED
    assert failed.value.tokens == 500
    assert box.made == []
    assert len(server.requests) == 1


def test_a_tool_where_none_was_offered_is_unknown(
    server: ModelServer, responder: OpenAIResponder
) -> None:
    server.script = [model.calls("order_status")]

    with pytest.raises(ResponderError) as failed:
        responder.respond(a_request())

    assert failed.value.reason is Reason.TOOL_FAILED


@pytest.mark.fault(21)
def test_a_loop_of_tools_ends_after_four_rounds(
    server: ModelServer, responder: OpenAIResponder
) -> None:
    box = Box(done)
    server.script = [model.calls("order_status", '{"order": "FO-1"}')]

    with pytest.raises(ResponderError) as failed:
        responder.respond(a_request(tools=box))

    assert failed.value.reason is Reason.TOOL_FAILED
    assert len(box.made) == ROUNDS
    assert len(server.requests) == ROUNDS + 1
