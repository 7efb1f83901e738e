"""Agents read what a customer means, soon or not at all: words never wait for a translation."""

import time
from dataclasses import replace

import pytest

from tests.adapters.openai.model_server import (
    Act,
    ModelServer,
    body,
    drips_headers,
    ends,
    hangs,
    refuses,
    says_at_once,
)
from tests.journeys.remembering import RememberingDesk
from tests.journeys.world import World, impatient
from warmline.adapters.openai.translator import OpenAITranslator
from warmline.application.breaker import Breaker
from warmline.application.budget import Budget
from warmline.application.translating import TranslatingDesk
from warmline.domain.conversation import Posted
from warmline.domain.errors import ResponderUnavailable
from warmline.domain.outgoing import Outgoing, Task, thread_target

WORDS = "¿Dónde está mi pedido? Soy carl@mail.example, 0171 2345678"
SECONDS = 0.3


def translator(server: ModelServer, key: str = "sk-1") -> OpenAITranslator:
    return OpenAITranslator(server.base_url, "a-model", lambda: key, lambda: None, SECONDS)


def test_a_key_that_is_refused_is_read_anew(server: ModelServer) -> None:
    doubts: list[bool] = []
    server.script = [body(401, b"{}"), body(500, b"{}")]
    made = OpenAITranslator(
        server.base_url, "a-model", lambda: "sk-1", lambda: doubts.append(True), SECONDS
    )
    for _ in range(2):
        with pytest.raises(ResponderUnavailable):
            made(WORDS)

    assert doubts == [True]


def row(text: str, name: str = "Teal Heron 4821") -> Outgoing:
    return Outgoing(
        target=thread_target("c0001"),
        sequence=3,
        task=Task.POST,
        conversation="c0001",
        created_at=World().clock(),
        text=text,
        name=name,
    )


def post(server: ModelServer, row: Outgoing, *, limit: float = 0) -> tuple[str, World]:
    """Post a row at a desk that translates; return what stands there."""
    world, inner = World(), RememberingDesk()
    desk = TranslatingDesk(
        inner,
        translator(server),
        Breaker(world.store, world.clock, impatient(), "translations"),
        Budget(world.store, world.clock, impatient(), limit, 0),
    )
    desk.post_in_thread(Posted(channel="C1", ts="1.1"), row)
    [(_, [line])] = inner.threads.items()
    return line, world


def test_foreign_words_are_shown_with_their_meaning_beneath(server: ModelServer) -> None:
    server.script.append(says_at_once("Where is my order?"))

    said, world = post(server, row("¿Dónde está mi pedido?"), limit=900)

    assert said.endswith("¿Dónde está mi pedido?\n\nIn English: Where is my order?")
    spending = world.store.find_spending("conversation:c0001")
    assert spending is not None
    assert spending.tokens == 500


def test_the_model_gets_the_words_as_data_without_numbers_and_stores_nothing(
    server: ModelServer,
) -> None:
    server.script.append(says_at_once("Where is my order?"))

    translator(server)(WORDS)

    [request] = server.requests
    assert request["store"] is False
    assert request["input"] == [
        {
            "role": "user",
            "content": "¿Dónde está mi pedido? Soy [email hidden], [phone number hidden]",
        }
    ]
    assert "pedido" not in request["instructions"]
    assert server.headers[0]["authorization"] == "Bearer sk-1"


@pytest.mark.parametrize(
    "words",
    [
        row("Where is my order?"),
        row("ok"),
        row("No answer in time: Teal Heron 4821 is back in the queue.", name=""),
        row("¿Dónde está mi pedido? " * 100),
    ],
    ids=["English", "nothing that tells", "the line's own", "too long to wait for"],
)
def test_what_needs_no_translation_asks_no_model(server: ModelServer, words: Outgoing) -> None:
    said, _ = post(server, words)

    assert words.text in said
    assert "In English" not in said
    assert server.requests == []


FAILURES: tuple[Act, ...] = (
    hangs,
    drips_headers,
    refuses,
    ends("incomplete"),
    body(429, b"{}"),
    body(500, b"oops"),
    body(200, b"<html>", "text/html"),
    body(200, b""),
    body(200, b"[1]"),
    body(200, b'{"status": "completed", "output": [{"type": "message"}]}'),
    says_at_once(" "),
)


@pytest.mark.parametrize("failure", FAILURES)
def test_whatever_the_model_does_the_words_are_posted_soon(
    server: ModelServer, failure: Act
) -> None:
    server.script.append(failure)
    began = time.monotonic()

    said, _ = post(server, row("¿Dónde está mi pedido?"))

    assert said.endswith("¿Dónde está mi pedido?")
    assert time.monotonic() - began < SECONDS + 0.5


def test_a_model_that_keeps_failing_is_left_alone_for_a_while(server: ModelServer) -> None:
    server.script.append(body(500, b"oops"))
    world, words = World(), row("¿Dónde está mi pedido?")
    desk = TranslatingDesk(
        RememberingDesk(),
        translator(server),
        Breaker(world.store, world.clock, impatient(), "translations"),
        Budget(world.store, world.clock, impatient(), 0, 0),
    )

    for number in range(9):
        desk.post_in_thread(Posted(channel="C1", ts="1.1"), replace(words, sequence=number))

    assert len(server.requests) == 5


def test_without_a_key_nothing_is_asked(server: ModelServer) -> None:
    with pytest.raises(ResponderUnavailable, match="no_key"):
        translator(server, key="")(WORDS)
    assert server.requests == []
