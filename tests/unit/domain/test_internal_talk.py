"""Which words an agent is asked about once, and which are left alone."""

import pytest

from warmline.domain.internal_talk import internal_sign


@pytest.mark.parametrize(
    "text",
    [
        "@ben can you take this one?",
        "Thanks @colleague",
        "this customer is driving me mad",
        "The client says he never got it",
        "I think that the customer is wrong",
        "does anyone know the refund limit?",
        "Can somebody cover for me",
        "hey team, who can take a fraud case",
        "don't tell her yet",
        "Between us, it is lost",
        "Internal: see the other ticket",
        "¿alguien sabe cuánto tarda?",
        "este cliente ya llamó ayer",
        "Kann jemand übernehmen?",
        "dieser Kunde ruft jeden Tag an",
        "quelqu'un peut regarder ?",
        "ce client est revenu",
        "Esse cliente ligou ontem",
        "alguém pode ajudar",
        "هذا العميل اتصل أمس",
    ],
)
def test_talk_among_colleagues_is_asked_about(text: str) -> None:
    assert internal_sign(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hello, Ana here. Your parcel left on Monday.",
        "Please write to help@fernhill.example and name your order.",
        "Our customer service is open until six.",
        "The customer portal shows the label.",
        "You are a valued customer of ours.",
        "I have asked somebody in the warehouse to look for it.",
        "Nothing is missing between us and the courier's depot is open.",
        "See https://fern.example/@help for more",
        "We are an international team; I can help you myself.",
        "Nuestro servicio de atención al cliente abre a las nueve.",
        "Unser Kundendienst ist bis 18 Uhr da.",
        "Notre service clients est ouvert.",
        "O nosso serviço de apoio está aberto.",
        "سأتحقق من طلبك الآن.",
        "Tell them at the desk that I sent you.",
    ],
)
def test_what_agents_write_to_customers_is_not(text: str) -> None:
    assert not internal_sign(text)


def test_it_says_which_words_they_were() -> None:
    assert internal_sign("Sorry, @ben-k look at this") == "@ben-k"
