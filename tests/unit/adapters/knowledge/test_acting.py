"""The embedded answerer takes an action where an article leads to it and the words hold enough."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from deployer.compile_content import compile_content
from tests.tools import FO, RememberingShop
from warmline.adapters.knowledge.index import ArticleIndex
from warmline.adapters.knowledge.responder import EmbeddedResponder
from warmline.adapters.memory import MemoryStore
from warmline.adapters.tools.runner import read_catalogue
from warmline.application.change import House
from warmline.application.phrases import Phrases
from warmline.application.ports import Answer, TurnRequest, Utterance
from warmline.application.retrying import Patience
from warmline.application.tool_running import Caller
from warmline.application.tools import TurnTools
from warmline.application.tools_once import RunOnce
from warmline.domain.address import Channel
from warmline.domain.entries import Role
from warmline.domain.errors import ToolFailed
from warmline.domain.guarding import guard
from warmline.domain.policy import Policy
from warmline.domain.sms_text import fits_segments
from warmline.domain.tool_catalogue import Catalogue
from warmline.domain.tools import ToolStatus

ASK = "If you tell me your order number (FO- and eight digits), I can look it up."


class Bot:
    """The sample shop's answerer and its actions."""

    def __init__(self, package: Path) -> None:
        self.index = ArticleIndex.open(package / "articles.sqlite")
        self.phrases = Phrases(json.loads((package / "phrases.json").read_text("utf-8")))
        self.catalogue: Catalogue = read_catalogue(package / "tools.json")
        self.responder = EmbeddedResponder(
            self.index, self.phrases, threshold=0.22, catalogue=self.catalogue
        )
        self.shop = RememberingShop()

    def asked(
        self,
        *questions: str,
        history: tuple[Utterance, ...] = (),
        language: str = "en",
        channel: Channel = Channel.WEB,
    ) -> Answer:
        house = House(Policy.read({}), self.phrases)
        patience = Patience(1, lambda _: None, lambda: 0.0, lambda: 0.0)
        once = RunOnce(MemoryStore(), self.shop, house, None, patience)  # type: ignore[arg-type]
        caller = Caller(conversation="c1", sequence=len(history) + 1, language=language)
        tools = TurnTools(self.catalogue, once, caller)
        request = TurnRequest(channel, language, history, questions, seconds_left=10, tools=tools)
        return self.responder.respond(request)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compile_content(tmp_path_factory.mktemp("content"), widget=None)


@pytest.fixture
def bot(package: Path) -> Iterator[Bot]:
    bot = Bot(package)
    yield bot
    bot.index.close()


def said(text: str, role: Role = Role.BOT) -> Utterance:
    return Utterance(role, text)


def test_a_question_with_its_number_is_looked_up(bot: Bot) -> None:
    answer = bot.asked(f"where is my order {FO}?")

    assert answer.text.startswith(f"Order {FO}: Sent.")
    assert [use.status for use in answer.tools] == [ToolStatus.DONE]
    assert answer.articles == (), "it stands on what was found, and looking again is no standstill"


def test_without_its_number_the_article_is_quoted_and_the_number_asked_for(bot: Bot) -> None:
    answer = bot.asked("how can I track my order?")

    assert answer.text.startswith("Open Account, then Orders")
    assert answer.text.endswith(ASK)
    assert bot.shop.calls == []


@pytest.mark.parametrize(
    "words",
    [
        FO,
        f"it's {FO.lower()}",
        f"sure, {FO.replace('-', '')} thanks",
        f"number\u00a0{FO}.",
        "FO\u201320260117",
        "رقم الطلب FO-٢٠٢٦٠١١٧",
        "订单FO-20260117在哪里",
    ],
)
def test_the_number_that_was_asked_for_is_enough(bot: Bot, words: str) -> None:
    answer = bot.asked(words, history=(said("how can I track it?", Role.CUSTOMER), said(ASK)))

    assert bot.shop.names == ["order_status"]
    assert "Sent" in answer.text


def test_a_bare_number_is_looked_up_in_the_customers_language(bot: Bot) -> None:
    answer = bot.asked(FO, language="es")

    assert answer.text.startswith(f"Pedido {FO}: enviado.")


def test_nobody_is_asked_twice_in_a_row_for_the_same(bot: Bot) -> None:
    answer = bot.asked("how can I track my order?", history=(said(f"... {ASK}"),))

    assert ASK not in answer.text


def test_a_return_is_asked_about_before_anything_happens(bot: Bot) -> None:
    answer = bot.asked(f"I want to return the items of order {FO}")

    assert answer.text == f"Shall I start the return of order {FO}? Please answer yes or no."
    assert answer.offers_human is False, "a yes must not mean a person"
    assert bot.shop.calls == []


def test_a_refund_is_passed_on_for_approval(bot: Bot) -> None:
    answer = bot.asked(f"I want a refund for my order {FO}")

    assert answer.text == "That needs a colleague's approval first."
    assert [use.status for use in answer.tools] == [ToolStatus.ASKED_AGENT]


def test_a_number_said_earlier_changes_nothing_by_itself(bot: Bot) -> None:
    history = (said(f"where is {FO}?", Role.CUSTOMER), said(f"Order {FO}: Sent."))

    answer = bot.asked("how do I return an item?", history=history)

    assert answer.tools == ()
    assert answer.text.endswith("I can start the return for you.")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("not_found", f"I can't find an order {FO}."),
        ("timeout", "I can't look that up just now."),
    ],
)
def test_a_look_up_that_fails_offers_a_person(bot: Bot, code: str, text: str) -> None:
    bot.shop.fails = [ToolFailed(code)]

    answer = bot.asked(f"where is my order {FO}?")

    assert answer.text.startswith(text)
    assert answer.text.endswith("Shall I get a person?")
    assert answer.offers_human


def test_by_sms_the_article_and_the_ask_stay_short(bot: Bot) -> None:
    answer = bot.asked("how can I track my order?", channel=Channel.SMS)

    assert answer.text.endswith(ASK)
    assert fits_segments(answer.text, segments=2)


def test_what_the_bot_says_of_its_actions_passes_its_own_guard(bot: Bot) -> None:
    said = [
        bot.asked(words.format(order=FO), language=language)
        for language in ("en", "es", "de", "fr", "pt", "ar")
        for words in (
            "where is my order {order}?",
            "how can I track my order?",
            "I want to return the items of order {order}",
            "I want a refund for my order {order}",
        )
    ]

    held_back = [
        answer.text
        for answer in said
        if guard(answer.text, Channel.WEB, tools=answer.tools).text != answer.text
        or guard(answer.text, Channel.WEB, tools=answer.tools).promise
    ]
    assert held_back == []
