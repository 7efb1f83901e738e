"""A model's server of the test's own, and a responder that asks it."""

from collections.abc import Callable, Iterator, Sequence

import pytest

from tests.adapters.openai.model_server import ModelServer
from tests.journeys.world import read_phrases
from warmline.adapters.openai.responder import Key, Model, OpenAIResponder
from warmline.application.ports import TurnRequest
from warmline.application.sources import Source
from warmline.domain.address import Channel
from warmline.domain.articles import ArticleVersion

DELIVERY = Source(ArticleVersion("delivery", "v1"), "Delivery", "Delivery takes 3 days. Free.")
RETURNS = Source(ArticleVersion("returns", "v2"), "Returns", "Send it back within 30 days.")

type Ask = Callable[..., TurnRequest]


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer().running() as running:
        yield running


@pytest.fixture
def notes() -> list[str]:
    """What the responder told of its failures."""
    return []


@pytest.fixture
def responder(server: ModelServer, notes: list[str]) -> Iterator[OpenAIResponder]:
    model = Model(server.base_url, "a-model")
    made = OpenAIResponder(model, Key(lambda: "sk-1"), both, read_phrases(), notes.append)
    yield made
    made.close()


def both(_: Sequence[str]) -> Sequence[Source]:
    """Find the same two articles for whatever is asked."""
    return (DELIVERY, RETURNS)


def a_request(*questions: str, **more: object) -> TurnRequest:
    """Return a turn of the web with one question, and whatever a test changes."""
    values: dict[str, object] = {
        "channel": Channel.WEB,
        "language": "en",
        "history": (),
        "questions": questions or ("How long does delivery take?",),
        "seconds_left": 12.0,
        "conversation": "c1",
        "sequence": 3,
        "customer": "5e" * 32,
    }
    return TurnRequest(**(values | more))  # type: ignore[arg-type]  # a test's own
