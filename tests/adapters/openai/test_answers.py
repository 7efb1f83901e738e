"""What a model's good answer becomes, and what is made of one that stands on nothing."""

import pytest

from tests.adapters.openai import model_server as model
from tests.adapters.openai.conftest import DELIVERY, a_request
from tests.adapters.openai.model_server import ModelServer, a_reply
from warmline.adapters.openai.prompt import VERSION
from warmline.adapters.openai.responder import OpenAIResponder
from warmline.domain.address import Channel
from warmline.domain.handoff import Reason

pytestmark = pytest.mark.usefixtures("no_other_loop")

NO_ANSWER = "I don't have that in our articles, and I'd rather not guess. Shall I get a person?"


@pytest.mark.parametrize("say", [model.says, model.says_at_once], ids=["streamed", "at once"])
def test_an_answer_brings_what_it_stands_on(
    say: type, server: ModelServer, responder: OpenAIResponder
) -> None:
    server.script = [say(a_reply("Three days.", articles=["delivery"]))]

    answer = responder.respond(a_request())

    assert answer.text == "Three days."
    assert answer.articles == (DELIVERY.article,)
    assert (answer.model, answer.prompt, answer.tokens) == ("a-model", VERSION, 500)
    assert not answer.unsupported
    assert answer.handoff is None
    assert DELIVERY.text in answer.sources


def test_an_article_that_was_not_given_is_none(
    server: ModelServer, responder: OpenAIResponder
) -> None:
    server.script = [model.says(a_reply("It costs $9.", articles=["prices", "secret/plans"]))]

    answer = responder.respond(a_request())

    assert answer.text == NO_ANSWER
    assert answer.articles == ()
    assert answer.unsupported
    assert answer.offers_human


@pytest.mark.parametrize(
    "claim",
    [
        "It takes 14 business days.",
        "Refunds are 20% off.",
        "See https://shop.example/help.",
        "We open at 9:30.",
        "Son 5 días hábiles.",
        "It is fine. " * 40,
    ],
)
def test_a_claim_with_nothing_behind_it_is_not_said(
    claim: str, server: ModelServer, responder: OpenAIResponder
) -> None:
    server.script = [model.says(a_reply(claim, articles=[]))]

    assert responder.respond(a_request()).text == NO_ANSWER


@pytest.mark.parametrize("remark", ["You're welcome!", "Which order do you mean?", "¡De nada!"])
def test_a_remark_needs_no_article(
    remark: str, server: ModelServer, responder: OpenAIResponder
) -> None:
    server.script = [model.says(a_reply(remark, articles=[]))]

    answer = responder.respond(a_request("Thanks"))

    assert answer.text == remark
    assert not answer.unsupported


def test_the_model_may_say_itself_that_nothing_answers_it(
    server: ModelServer, responder: OpenAIResponder
) -> None:
    server.script = [model.says(a_reply("Perhaps on Mars?", unsupported=True))]

    answer = responder.respond(a_request(channel=Channel.SMS, language="es"))

    assert answer.unsupported
    assert "Responde 1" in answer.text or "1" in answer.text
    assert "Mars" not in answer.text


@pytest.mark.parametrize(
    ("named", "reason"),
    [
        ("sensitive_topic", Reason.SENSITIVE_TOPIC),
        ("policy", Reason.POLICY),
        ("", Reason.POLICY),
        ("because I say so", Reason.POLICY),
    ],
)
def test_the_models_wish_is_the_code_that_it_names_or_policy(
    named: str, reason: Reason, server: ModelServer, responder: OpenAIResponder
) -> None:
    wish = {"wanted": True, "reason": named, "why": 'says "my lawyer"'}
    lines = "\n".join(f"line {number}" for number in range(9))
    server.script = [model.says(a_reply(handoff=wish, brief=lines, promise="A person will call."))]

    answer = responder.respond(a_request())

    assert answer.handoff is reason
    assert answer.evidence == 'says "my lawyer"'
    assert answer.promise == "A person will call."
    assert answer.brief.splitlines() == ["line 0", "line 1", "line 2", "line 3", "line 4"]


def test_an_offer_of_a_person_is_known_as_one(
    server: ModelServer, responder: OpenAIResponder
) -> None:
    server.script = [model.says(a_reply("Three days. A person?", handoff={"offered": True}))]

    assert responder.respond(a_request()).offers_human
