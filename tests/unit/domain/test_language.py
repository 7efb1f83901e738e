"""The language of a first text, by its small words."""

import pytest

from warmline.domain.language import guess_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Where is my order?", "en"),
        ("How do I return an item?", "en"),
        ("¿Dónde está mi pedido?", "es"),
        ("¿Cómo puedo devolver un artículo?", "es"),
        ("¿Cómo devuelvo algo?", "es"),
        ("Quiero hablar con una persona", "es"),
        ("Wie geht eine Rückgabe?", "de"),
        ("Wo ist meine Bestellung?", "de"),
        ("Ich möchte meine Bestellung stornieren", "de"),
    ],
)
def test_a_question_tells_its_language(text: str, language: str) -> None:
    assert guess_language(text) == language


@pytest.mark.parametrize("text", ["", "123456", "ok", "Ana", "hola", "人工", "no"])
def test_what_does_not_tell_is_not_guessed(text: str) -> None:
    assert guess_language(text) == ""
