"""The language of a first text, by its small words."""

import pytest

from warmline.domain.language import guess_language, language_of


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
        ("Où est ma commande ?", "fr"),
        ("Je voudrais parler à quelqu'un", "fr"),
        ("Onde está o meu pedido?", "pt"),
        ("Quero falar com uma pessoa", "pt"),
        ("أين طلبي؟ لم يصل بعد", "ar"),
        ("Voglio parlare con una persona", "it"),
        ("Ik wil graag een medewerker spreken", "nl"),
        ("Chcę rozmawiać z konsultantem", "pl"),
        ("Bir temsilci ile konuşmak istiyorum", "tr"),
        ("我想找人工客服", "zh"),
        ("मुझे किसी से बात करनी है", "hi"),
    ],
)
def test_a_question_tells_its_language(text: str, language: str) -> None:
    assert guess_language(text) == language


@pytest.mark.parametrize("text", ["", "123456", "ok", "Ana", "hola", "人工", "no"])
def test_what_does_not_tell_is_not_guessed(text: str) -> None:
    assert guess_language(text) == ""


@pytest.mark.parametrize("text", ["これは日本語です", "این فارسی است، لطفاً پاسخ بدهید"])
def test_a_script_that_others_write_too_is_not_taken_for_ours(text: str) -> None:
    assert guess_language(text) == ""


def test_a_customer_who_changes_the_language_is_answered_in_the_new_one() -> None:
    assert language_of("¿Dónde está mi pedido?", "en") == "es"
    assert language_of("Where is my order?", "es") == "en"


@pytest.mark.parametrize("text", ["ok", "hola", "DHL 12345", "Fern & Oak", "de nada"])
def test_a_word_or_two_do_not_change_the_language(text: str) -> None:
    assert language_of(text, "en") == "en"


def test_english_on_a_page_of_another_language_leaves_the_pages() -> None:
    assert language_of("Where is my order?", "", page="de-AT") == "de-AT"
    assert language_of("Where is my order?", "de", page="de") == "de"
    assert language_of("¿Dónde está mi pedido?", "de", page="de") == "es"
    assert language_of("Where is my order?", "es", page="en-GB") == "en"


def test_a_first_text_by_sms_tells() -> None:
    assert language_of("Où est ma commande ?", "") == "fr"
