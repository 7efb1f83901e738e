"""Customers are answered in their language where an article is written in it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from deployer.compile_content import compile_content
from deployer.content.articles import read_plain_articles
from deployer.content.search_index import write_index
from tests.journeys.world import read_phrases
from warmline.adapters.knowledge.index import ArticleIndex
from warmline.adapters.knowledge.responder import EmbeddedResponder
from warmline.application.ports import TurnRequest
from warmline.domain.address import Channel
from warmline.domain.policy import Policy


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArticleIndex]:
    """The sample shop: all of it in English, the most asked in five more languages."""
    package = compile_content(tmp_path_factory.mktemp("layer"), widget=None)
    with closing(ArticleIndex.open(package / "articles.sqlite")) as opened:
        yield opened


@pytest.fixture
def shop(index: ArticleIndex) -> EmbeddedResponder:
    threshold = Policy.read({}).answer_threshold
    return EmbeddedResponder(index, read_phrases(), threshold=threshold)


def asked(language: str, question: str) -> TurnRequest:
    return TurnRequest(Channel.WEB, language, (), (question,), 10)


@pytest.mark.parametrize(
    ("language", "question", "article", "frame"),
    [
        ("es", "¿Dónde está mi pedido?", "orders/track-an-order.es", "De nuestro texto"),
        ("es-MX", "¿Cómo hago una devolución?", "returns/return-an-item.es", "De nuestro texto"),
        ("es", "¿Cuánto tarda el envío?", "delivery/delivery-times.es", "De nuestro texto"),
        ("fr", "Où est mon colis ?", "orders/track-an-order.fr", "Extrait de notre article"),
        ("fr", "Comment retourner un article ?", "returns/return-an-item.fr", "Extrait de"),
        ("de", "Wo ist meine Bestellung?", "orders/track-an-order.de", "Aus unserem Artikel"),
        ("de", "Kann ich etwas umtauschen?", "returns/return-an-item.de", "Aus unserem Artikel"),
        ("pt", "Onde está a minha encomenda?", "orders/track-an-order.pt", "Do nosso artigo"),
        ("pt", "Como devolver um artigo?", "returns/return-an-item.pt", "Do nosso artigo"),
        ("ar", "أين طلبي؟", "orders/track-an-order.ar", "من مقالنا"),
        ("ar", "كيف أعيد سلعة؟", "returns/return-an-item.ar", "من مقالنا"),
        ("en", "Where is my order?", "orders/track-an-order", "From our article"),
    ],
)
def test_a_question_is_answered_from_the_article_in_its_language(
    shop: EmbeddedResponder, language: str, question: str, article: str, frame: str
) -> None:
    answer = shop.respond(asked(language, question))

    assert [one.id for one in answer.articles] == [article]
    assert frame in answer.text


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("es", "¿Me recomiendas un restaurante?"),
        ("fr", "Quel temps fait-il à Paris ?"),
        ("de", "Wie wird das Wetter morgen?"),
        ("pt", "Qual é a capital da França?"),
        ("ar", "ما هو الطقس اليوم؟"),
    ],
)
def test_what_no_article_answers_is_said_in_the_customers_language(
    shop: EmbeddedResponder, language: str, question: str
) -> None:
    answer = shop.respond(asked(language, question))

    assert answer.unsupported
    assert answer.text == read_phrases().say("no_answer", language, Channel.WEB)


@pytest.mark.parametrize("language", ["es", "pt", "en"])
def test_of_two_articles_with_the_same_words_the_customers_language_is_quoted(
    tmp_path: Path, language: str
) -> None:
    for written_in in ("en", "es", "pt"):
        file = tmp_path / "articles" / f"visa.{written_in}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"---\ntitle: Visa\nlanguages: [{written_in}]\n---\n\nVisa, PayPal.\n")
    write_index(read_plain_articles(tmp_path / "articles"), tmp_path / "articles.sqlite")
    with closing(ArticleIndex.open(tmp_path / "articles.sqlite")) as index:
        answer = EmbeddedResponder(index, read_phrases(), threshold=0.22).respond(
            asked(language, "Visa, PayPal?")
        )

    assert [one.id for one in answer.articles] == [f"visa.{language}"]


def test_an_english_question_finds_no_translation(index: ArticleIndex) -> None:
    found = index.search("Where is my order? no", limit=40, language="en").articles

    assert found
    assert not [one.article.id for one in found if one.article.id.endswith((".es", ".pt", ".de"))]
