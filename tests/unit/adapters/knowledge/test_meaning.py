"""Articles are found by what a question means, where the words do not tell."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from deployer.compile_content import CONTENT
from deployer.content.articles import Article, read_articles
from deployer.content.markdown import Section
from deployer.content.meanings import Meanings
from deployer.content.search_index import write_index
from warmline.adapters.knowledge.index import ArticleIndex
from warmline.adapters.knowledge.meaning import Meaning, packed, unpacked
from warmline.adapters.knowledge.nearness import is_readable, opened_with

THRESHOLD = 0.22


@pytest.fixture(scope="module")
def meaning() -> Meaning:
    return Meaning.load(threads=1)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory, meaning: Meaning) -> Path:
    made = tmp_path_factory.mktemp("index") / "articles.sqlite"
    write_index(read_articles(CONTENT / "articles"), made, meanings=Meanings(meaning))
    return made


@pytest.fixture(scope="module")
def index(file: Path, meaning: Meaning) -> Iterator[ArticleIndex]:
    opened = ArticleIndex.open(file, meaning=opened_with(meaning))
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("question", "article"),
    [
        ("can I pay with my phone", "payments/payment-methods"),
        ("how quick are you with sending things", "delivery/delivery-times"),
        ("somebody else is logging in as me", "fraud/account-taken-over"),
        ("stop sending me marketing emails", "account/newsletter"),
        ("where is my order?", "orders/track-an-order"),
        ("i forgot my pasword", "account/reset-your-password"),
    ],
)
def test_other_words_find_the_same_article(
    index: ArticleIndex, question: str, article: str
) -> None:
    found = index.search(question)

    assert found.articles[0].article.id == article
    assert found.confidence >= THRESHOLD


@pytest.mark.parametrize(
    "question",
    [
        "what is the weather in Paris tomorrow",
        "tell me a joke about elephants",
        "how many calories are in a banana",
        "who was the first president",
        "can you help me with that please",
        "wie ist das Wetter heute",
        "今天天气怎么样",
    ],
)
def test_what_no_article_is_about_is_doubted(index: ArticleIndex, question: str) -> None:
    assert index.search(question).confidence < THRESHOLD


def test_scores_fall_and_are_shares(index: ArticleIndex) -> None:
    scores = [article.score for article in index.search("refund of an instalment").articles]

    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_order_numbers_change_nothing(index: ArticleIndex) -> None:
    plain = index.search("cancel my order")

    assert index.search("cancel my order FO-12345678").confidence == plain.confidence
    assert index.search("FO-12345678").articles == ()


def test_a_long_story_is_searched_for_what_the_articles_know(index: ArticleIndex) -> None:
    story = (
        "Hello, my name is Anna and I moved in with my sister last spring, in a small flat under "
        "the roof, with two cats and far too many plants. We both liked the green lamp in your "
        "window, so I ordered it on a rainy Tuesday, and it looked lovely in the evening light. "
        "Yesterday one of the cats jumped on the shelf. Anyway, the money: I sent the lamp back "
        "three weeks ago and still have not seen my refund on my account."
    )

    names = [article.article.id for article in index.search(story).articles[:3]]

    assert "returns/track-a-refund" in names


def test_an_index_made_without_the_model_is_searched_by_words(
    tmp_path: Path, meaning: Meaning
) -> None:
    plain = tmp_path / "plain.sqlite"
    write_index(read_articles(CONTENT / "articles"), plain)

    with (
        closing(ArticleIndex.open(plain, meaning=opened_with(meaning))) as with_model,
        closing(ArticleIndex.open(plain)) as by_words,
    ):
        assert with_model.search("where is my order") == by_words.search("where is my order")


def test_two_indexes_of_the_same_articles_are_the_same_bytes(
    file: Path, tmp_path: Path, meaning: Meaning
) -> None:
    again = tmp_path / "again.sqlite"
    write_index(read_articles(CONTENT / "articles"), again, meanings=Meanings(meaning))

    assert again.read_bytes() == file.read_bytes()


def test_a_line_means_the_same_alone_and_among_others(meaning: Meaning) -> None:
    lines = ["where is my parcel", "a much longer line about something else entirely, you see"]
    together = meaning.of_pieces([meaning.pieces(line, 64) for line in lines])

    assert np.allclose(together[0], meaning.of(lines[0]), atol=1e-4)
    assert np.allclose(unpacked([packed(together)]), together, atol=5e-3)


def test_many_long_articles_are_read_in_part_and_each_by_its_title(meaning: Meaning) -> None:
    long = [[f"Title {number}", "some words in a line " * 40] for number in range(3)]

    kept = list(Meanings(meaning, most=100).of_articles(long))

    assert len(kept) == 3
    assert all(kept)


def test_each_example_of_an_article_is_read_by_itself(tmp_path: Path, meaning: Meaning) -> None:
    articles = [
        _article("a", "Cards", ("where is my new card", "how do I get a second card")),
        _article("b", "Sending money", ("my transfer has not arrived", "which fees are there")),
    ]
    made = tmp_path / "articles.sqlite"
    write_index(articles, made, meanings=Meanings(meaning))

    with closing(ArticleIndex.open(made, meaning=opened_with(meaning))) as index:
        found = index.search("does a payment cost me")

    assert found.articles[0].article.id == "b"


@pytest.mark.parametrize(
    ("text", "readable"),
    [
        ("where is my order", True),
        ("¿dónde está mi pedido y cuándo llega?", False),
        ("wo ist mein Paket und wann kommt es", False),
        ("你们几点开门", False),
        ("أين طلبي", False),
        ("", False),
        ("12345 67", False),
    ],
)
def test_only_what_the_model_was_made_for_is_asked_of_it(text: str, *, readable: bool) -> None:
    assert is_readable(text) is readable


def _article(name: str, title: str, examples: tuple[str, ...]) -> Article:
    return Article(
        id=name,
        version="0" * 16,
        title=title,
        topics=(),
        languages=(),
        updated="",
        questions=examples,
        sections=(Section("", title),),
    )
