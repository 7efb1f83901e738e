"""Promises that the bot cannot keep are told from what the shop does and from offers."""

# ruff: noqa: RUF001  # quotes as people type them

import pytest

from warmline.domain.address import Channel
from warmline.domain.guarding import guard
from warmline.domain.promises import is_promise
from warmline.domain.tools import ToolStatus, ToolUse

PROMISES = """
I'll check and get back to you.
I will look into this and let you know.
Let me check that for you.
One moment please.
Our team will contact you within 24 hours.
Someone will be in touch shortly.
A member of our support team will reach out to you by email.
You will hear from us tomorrow.
I've forwarded your complaint to our manager.
I'm looking into it now.
Hold on while I check your order.
I’ll refund you right away.
Send me your order number and I'll refund you.
Your case will be reviewed by a specialist.
Lo revisaré y te respondo mañana.
Voy a comprobarlo y le avisaré.
Nos pondremos en contacto contigo.
Un agente te llamará hoy.
Déjame verificarlo.
Je vais vérifier et je reviens vers vous.
Je vous recontacterai demain.
Un conseiller va vous rappeler.
Laissez-moi vérifier.
Ich werde das prüfen und melde mich bei Ihnen.
Ich kümmere mich darum.
Wir melden uns bei Ihnen.
Ein Mitarbeiter wird Sie anrufen.
Einen Moment bitte.
Vou verificar e retorno em breve.
Entraremos em contato com você.
Um atendente vai te ligar.
Deixe-me verificar.
سأتحقق من ذلك وأعود إليك.
سنتواصل معك قريبا.
دعني أتحقق من طلبك.
""".strip().splitlines()

NO_PROMISES = """
Once your parcel is back, we will refund you within 5 days.
I'm an AI assistant, not a person.
Shall I get a person?
Would you like me to check your order?
I'll need your order number to help with that.
We will never ask for your password.
If you cancel before it ships, we refund the whole amount.
I'll be happy to help!
I won't be able to change that.
Let me know if there is anything else.
You will receive an email with a tracking link when your order ships.
Give me your order number and I'll check it.
Let me explain how returns work.
Hold on to your receipt.
Please wait 30 minutes before trying again.
Si quieres, puedo buscar a una persona.
Una vez recibido el paquete, le devolveremos el dinero.
Estaré encantado de ayudarte.
Je serai ravi de vous aider.
Une fois le colis reçu, nous vous rembourserons.
Ich helfe Ihnen gern.
Sobald das Paket da ist, erstatten wir den Betrag.
Quando recebermos o pacote, reembolsaremos o valor.
عندما نستلم الطرد سنعيد لك المبلغ.
""".strip().splitlines()


@pytest.mark.parametrize("sentence", PROMISES)
def test_a_promise_is_recognised(sentence: str) -> None:
    assert is_promise(sentence)


@pytest.mark.parametrize("sentence", NO_PROMISES)
def test_a_rule_an_offer_or_a_courtesy_is_no_promise(sentence: str) -> None:
    assert not is_promise(sentence)


def test_the_first_promise_of_an_answer_is_told() -> None:
    said = "Returns are free. I'll check and get back to you. I'll call you."

    assert guard(said, Channel.WEB).promise == "I'll check and get back to you."


def test_a_look_that_a_tool_has_taken_is_no_promise_any_more() -> None:
    looked = ToolUse(name="order_status", key="k", status=ToolStatus.DONE)
    said = "Let me check. It was sent on Monday."

    assert guard(said, Channel.WEB, tools=(looked,)).promise == ""
    assert guard(said, Channel.WEB).promise == "Let me check."


def test_what_an_article_says_of_the_house_is_no_promise() -> None:
    article = "Complaints: our team will contact you by email within 2 days of your complaint."
    said = "Our team will contact you by email within 2 days."

    assert is_promise(said)
    assert not is_promise(said, sources=[article])
    assert is_promise(said, sources=["Returns are free within 30 days."])
    assert is_promise("I'll contact you by email within 2 days.", sources=[article])
