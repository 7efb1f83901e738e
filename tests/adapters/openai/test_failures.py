"""Whatever a model's server does wrong, a turn ends in time, in one of our errors."""

import time

import pytest

from tests.adapters.openai import model_server as model
from tests.adapters.openai.conftest import a_request
from tests.adapters.openai.model_server import Act, ModelServer, a_reply
from warmline.adapters.openai.responder import OpenAIResponder
from warmline.domain.errors import ResponderError
from warmline.domain.handoff import Reason

pytestmark = pytest.mark.usefixtures("no_other_loop")

HTML = b"<html><body>502 Bad Gateway</body></html>"
UNAVAILABLE: dict[str, Act] = {
    "429": model.body(429, b'{"error":{"message":"slow down"}}', Retry_After="4"),
    "429 for long": model.body(429, b'{"error":{"message":"slow down"}}', Retry_After="200"),
    "500": model.body(500, b'{"error":{"message":"oops"}}'),
    "503 with HTML": model.body(503, HTML, "text/html"),
    "401": model.body(401, b'{"error":{"message":"bad key"}}'),
    "400": model.body(400, b'{"error":{"message":"too long","code":"context_length_exceeded"}}'),
    "HTML with 200": model.body(200, HTML, "text/html"),
    "HTML that calls itself a stream": model.body(200, HTML, "text/event-stream"),
    "nothing with 200": model.body(200, b""),
    "an empty stream": model.body(200, b"", "text/event-stream"),
    "JSON that is no response": model.body(200, b'{"hello": 1}'),
    "a JSON list": model.body(200, b"[]"),
    "null": model.body(200, b"null"),
    "JSON cut short": model.body(200, b'{"status":"completed","output":[{"ty'),
    "an error in the stream": model.body(
        200,
        b'event: error\ndata: {"type":"error","code":"server_error","message":"x"}\n\n',
        "text/event-stream",
    ),
    "an event that is no JSON": model.body(200, b"data: {oh no\n\n", "text/event-stream"),
    "an event of another shape": model.body(
        200, b'data: {"type":"response.completed","response":7}\n\n', "text/event-stream"
    ),
    "a stream cut in the reply": model.cut(after=150),
    "a stream cut before it": model.cut(after=5),
    "too long an answer": model.ends(
        "incomplete", incomplete_details={"reason": "max_output_tokens"}
    ),
    "a failed response": model.ends("failed", error={"code": "server_error", "message": "x"}),
    "text that is no JSON": model.says("Sure! It takes 3 days."),
    "half of the JSON": model.says(a_reply()[:-9]),
    "another shape": model.says('{"answer": "It takes 3 days."}'),
    "a list": model.says("[]"),
    "wrong types": model.says(a_reply(articles="delivery")),
    "an empty reply": model.says(a_reply("")),
    "a blank reply": model.says(a_reply("  \n ")),
    "no reply": model.says(a_reply().replace('"reply"', '"text"')),
    "no text at all": model.says(""),
    "no content": lambda to, _: to.body(200, b'{"status":"completed","output":null,"usage":null}'),
}


@pytest.mark.fault(15)
@pytest.mark.fault(19)
@pytest.mark.parametrize("shape", UNAVAILABLE)
def test_a_failure_is_one_attempt_and_no_answer(
    shape: str, server: ModelServer, responder: OpenAIResponder, notes: list[str]
) -> None:
    server.script = [UNAVAILABLE[shape]]
    began = time.monotonic()

    with pytest.raises(ResponderError) as failed:
        responder.respond(a_request())

    assert failed.value.reason is Reason.MODEL_UNAVAILABLE
    assert time.monotonic() - began < 3
    assert len(server.requests) == 1
    assert len(notes) == 1
    assert "3 days" not in notes[0]


@pytest.mark.fault(19)
@pytest.mark.parametrize(
    "act",
    [model.refuses, model.ends("incomplete", incomplete_details={"reason": "content_filter"})],
    ids=["a refusal", "a filter"],
)
def test_a_refusal_is_told_from_a_failure(
    act: Act, server: ModelServer, responder: OpenAIResponder
) -> None:
    server.script = [act]

    with pytest.raises(ResponderError) as refused:
        responder.respond(a_request())

    assert refused.value.reason is Reason.MODEL_REFUSED
    assert refused.value.tokens == 500


@pytest.mark.fault(17)
@pytest.mark.fault(18)
@pytest.mark.parametrize(
    "act",
    [model.hangs, model.drips, model.drips_headers, model.says(a_reply(), pieces=99, pause=1)],
)
def test_the_turns_time_cuts_a_server_off_whatever_it_sends_meanwhile(
    act: Act, server: ModelServer, responder: OpenAIResponder
) -> None:
    server.script = [act]
    began = time.monotonic()

    with pytest.raises(ResponderError) as failed:
        responder.respond(a_request(seconds_left=2.5))

    assert 2.4 < time.monotonic() - began < 3.5
    assert failed.value.reason is Reason.MODEL_UNAVAILABLE
    assert failed.value.problem == "timeout"
    assert failed.value.tokens > 300


def test_a_server_that_is_not_there_is_a_failure_at_once(
    server: ModelServer, responder: OpenAIResponder
) -> None:
    server._server.server_close()

    with pytest.raises(ResponderError) as failed:
        responder.respond(a_request())

    assert failed.value.problem == "connection"


def test_after_a_failure_the_next_turn_is_answered(
    server: ModelServer, responder: OpenAIResponder
) -> None:
    server.script = [model.drips, model.says(a_reply("Three days."))]
    with pytest.raises(ResponderError):
        responder.respond(a_request(seconds_left=0.5))

    assert responder.respond(a_request()).text == "Three days."
