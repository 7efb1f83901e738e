"""What the web chat writes down: an event and its numbers, never words, tokens or customers."""

import pytest

from tests.functions.conftest import Logged
from tests.functions.web_chat_world import SESSION_KEY, WebWorld, proof_of

SECRET_WORDS = "My dog is called Rosebud"


def test_a_message_is_logged_without_a_word_of_it(logged: Logged) -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.hello("c1")

    visitor.send(SECRET_WORDS, "m1")
    visitor.send(SECRET_WORDS, "m1")
    world.frame("c1", {"action": "send", "client_message_id": "m2", "text": SECRET_WORDS})
    visitor.ask(note=SECRET_WORDS)

    assert logged.names == ["message_received", "message_repeated", "message_received"]
    assert "Rosebud" not in logged.text
    assert visitor.token not in logged.text


def test_a_refusal_is_one_line_with_its_reason(logged: Logged) -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.hello("c1")

    visitor.send({"$regex": SECRET_WORDS})
    world.call("GET", "/chat/messages", token=f"{visitor.token}x")
    world.call("GET", "/chat/messages", origin="https://evil.example")
    world.connect("c2", "https://evil.example")
    world.frame("c1", {"action": SECRET_WORDS})

    assert logged.names == [
        "anomalous_payload",
        "signature_rejected",
        "not_allowed",
        "not_allowed",
        "anomalous_payload",
    ]
    assert all(line["problem"] and line["request"] for line in logged.lines)
    for unsaid in ("Rosebud", visitor.token, "evil.example"):
        assert unsaid not in logged.text


def test_nothing_of_an_identity_is_logged(logged: Logged) -> None:
    world = WebWorld()
    proof = proof_of("ana@example.com", 1)
    world.visitor(customer_id="ana@example.com", identity_proof=proof_of("ana@example.com", 10**10))
    world.call(
        "POST",
        "/chat/sessions",
        {"customer_id": "ana@example.com", "identity_proof": proof},
    )

    for unsaid in ("ana@example.com", proof, SESSION_KEY):
        assert unsaid not in logged.text


@pytest.mark.parametrize("failing", ["commit", "everything"])
def test_what_was_not_stored_is_an_error(logged: Logged, failing: str) -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.hello("c1")
    world.troubles.failing = {failing}

    visitor.send(SECRET_WORDS)
    world.frame("c1", {"action": "send", "client_message_id": "m2", "text": SECRET_WORDS})

    assert logged.names == ["not_stored", "not_stored"]
    assert {line["level"] for line in logged.lines} == {"ERROR"}
    assert "Rosebud" not in logged.text


def test_a_hostile_name_makes_no_second_line(logged: Logged) -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.send("x", 'm1\n{"level": "ERROR", "message": "forged"}')
    world.call("GET", '/chat/x\n{"message": "forged"}')

    assert "forged" not in logged.names
