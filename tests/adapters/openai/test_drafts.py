"""What is shown of an answer while it is being written."""

import pytest

from tests.adapters.openai import model_server as model
from tests.adapters.openai.conftest import a_request
from tests.adapters.openai.model_server import ModelServer, a_reply
from warmline.adapters.openai.responder import OpenAIResponder
from warmline.domain.errors import ResponderUnavailable

pytestmark = pytest.mark.usefixtures("no_other_loop")

TEXT = 'It takes 3 days. It is "free" 😀. Ask\nus!'


def drafts_of(
    server: ModelServer, responder: OpenAIResponder, reply: str, pieces: int
) -> list[str]:
    shown: list[str] = []
    server.script = [model.says(reply, pieces=pieces)]
    responder.respond(a_request(draft=lambda text, _sources: shown.append(text)))
    return shown


@pytest.mark.parametrize("pieces", [1, 2, 7, 60, 500])
def test_drafts_grow_by_whole_sentences_however_the_stream_is_cut(
    pieces: int, server: ModelServer, responder: OpenAIResponder
) -> None:
    shown = drafts_of(server, responder, a_reply(TEXT), pieces)

    assert shown
    assert set(shown) <= {
        "It takes 3 days.",
        'It takes 3 days. It is "free" 😀.',
        'It takes 3 days. It is "free" 😀. Ask',
    }
    assert shown == sorted(set(shown), key=len)
    if pieces == 500:
        assert len(shown) == 3


@pytest.mark.parametrize(
    "reply",
    [
        a_reply(TEXT, unsupported=True),
        a_reply(TEXT, articles=["nowhere"]),
        a_reply(TEXT, articles=[], promise='a "reply": "It takes 3 days. Yes."'),
    ],
    ids=["unsupported", "no such article", "a reply in the promise"],
)
def test_nothing_is_shown_of_what_stands_on_nothing(
    reply: str, server: ModelServer, responder: OpenAIResponder
) -> None:
    assert drafts_of(server, responder, reply, 100) == []


def test_what_comes_in_another_order_is_not_shown_early(
    server: ModelServer, responder: OpenAIResponder
) -> None:
    reply = a_reply(TEXT)
    turned = '{"reply": "It takes 3 days. Yes.", ' + reply[1:].replace('"reply"', '"x"')

    assert drafts_of(server, responder, turned, 100) == []


def test_a_draft_may_be_cut_short_and_is_then_no_answer(
    server: ModelServer, responder: OpenAIResponder
) -> None:
    shown: list[str] = []
    server.script = [model.cut(after=10_000)]

    with pytest.raises(ResponderUnavailable):
        responder.respond(a_request(draft=shown.append))
