"""The key is read for each turn, doubted when it is refused, and never needed to hand off."""

import gc
from collections.abc import Callable, Iterator

import pytest

from tests.adapters.openai import model_server as model
from tests.adapters.openai.conftest import a_request, both
from tests.adapters.openai.model_server import Connection, ModelServer, a_reply
from tests.journeys.world import read_phrases
from warmline.adapters.openai.responder import Key, Model, OpenAIResponder
from warmline.application.ports import Answer, TurnRequest
from warmline.application.watched_responder import ModelOrArticles
from warmline.domain.errors import (
    ConfigurationError,
    ResponderUnavailable,
    StoreUnavailable,
)

pytestmark = pytest.mark.usefixtures("no_other_loop")

type Made = Callable[[Key], OpenAIResponder]


@pytest.fixture
def made(server: ModelServer) -> Iterator[Made]:
    open_: list[OpenAIResponder] = []

    def make(key: Key) -> OpenAIResponder:
        open_.append(OpenAIResponder(Model(server.base_url, "a-model"), key, both, read_phrases()))
        return open_[-1]

    yield make
    for one in open_:
        one.close()
    open_.clear()
    gc.collect()  # a connection that is collected unclosed warns, and a warning is a failure


def test_a_key_that_was_changed_is_used_from_the_next_turn_on(
    server: ModelServer, made: Made
) -> None:
    keys = ["sk-old"]
    responder = made(Key(lambda: keys[-1], lambda: keys.append("sk-new")))
    server.script = [model.body(401, b'{"error": {}}'), model.says(a_reply("Three days."))]

    with pytest.raises(ResponderUnavailable):
        responder.respond(a_request())
    assert responder.respond(a_request()).text == "Three days."

    sent = [headers["authorization"] for headers in server.headers]
    assert sent == ["Bearer sk-old", "Bearer sk-new"]


def test_no_connection_of_a_former_key_is_left_open(server: ModelServer, made: Made) -> None:
    keys = ["sk-old"]
    responder = made(Key(lambda: keys[-1], lambda: keys.append("sk-new")))

    def refuses_and_keeps_the_line(to: Connection, _: model.Json) -> None:
        to.body(401, b'{"error": {}}')
        to.wait(20)

    server.script = [refuses_and_keeps_the_line, model.says(a_reply("Three days."))]
    with pytest.raises(ResponderUnavailable):
        responder.respond(a_request())
    assert responder.respond(a_request()).text == "Three days."


@pytest.mark.parametrize("error", [StoreUnavailable("away"), ConfigurationError("none")])
def test_a_key_that_cannot_be_read_is_a_failure_of_ours(
    error: Exception, server: ModelServer, made: Made
) -> None:
    def read() -> str:
        raise error

    with pytest.raises(ResponderUnavailable):
        made(Key(read)).respond(a_request())
    assert server.requests == []


class Says:
    """A responder of one sentence."""

    def __init__(self, text: str) -> None:
        self.text = text

    def respond(self, _: TurnRequest) -> Answer:
        return Answer(self.text)


@pytest.mark.parametrize("has_key", [True, False])
def test_without_a_key_the_articles_answer(*, has_key: bool) -> None:
    either = ModelOrArticles(lambda: has_key, Says("model"), Says("articles"))

    assert either.respond(a_request()).text == ("model" if has_key else "articles")
