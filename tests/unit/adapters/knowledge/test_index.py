"""The right article comes first, and confidence falls with what no article knows."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from deployer.compile_content import CONTENT
from deployer.content.articles import read_articles
from deployer.content.search_index import write_index
from warmline.adapters.knowledge.index import ArticleIndex


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("index") / "articles.sqlite"
    write_index(read_articles(CONTENT / "articles"), made)
    made.chmod(0o444)
    return made


@pytest.fixture(scope="module")
def index(file: Path) -> Iterator[ArticleIndex]:
    opened = ArticleIndex.open(file)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("question", "article"),
    [
        ("where is my order?", "orders/track-an-order"),
        ("I want to cancel order 00123842", "orders/cancel-an-order"),
        ("How long does delivery take", "delivery/delivery-times"),
        ("what payment methods do you accept?", "payments/payment-methods"),
        ("i forgot my password", "account/reset-your-password"),
        ("how do i return a lamp", "returns/return-an-item"),
        ("wheres my refund", "returns/track-a-refund"),
        ("can I pay my installments early?", "instalments/change-or-pay-early"),
        ("somebody hacked my account", "fraud/account-taken-over"),
        ("unsubscribe me from the newsletter", "account/newsletter"),
        ("i need a copy of my invoice", "orders/invoices"),
        ("my parcel never arrived", "delivery/late-or-missing-parcel"),
    ],
)
def test_the_right_article_comes_first(index: ArticleIndex, question: str, article: str) -> None:
    found = index.search(question)

    assert found.articles[0].article.id == article
    assert found.confidence >= 0.22


@pytest.mark.parametrize(
    "question",
    [
        "what is the weather in Paris tomorrow",
        "tell me a joke about elephants",
        "how many calories are in a banana",
        "what can you do for me",
        "wie ist das Wetter heute",
        "who was the first president",
    ],
)
def test_other_questions_have_little_confidence(index: ArticleIndex, question: str) -> None:
    assert index.search(question).confidence < 0.22


def test_unknown_words_lower_the_confidence(index: ArticleIndex) -> None:
    known = index.search("cancel an order")
    diluted = index.search("cancel an order of zebra hovercraft xylophones")

    assert 0 < diluted.confidence < known.confidence <= 1


def test_a_slip_of_the_finger_still_finds_but_counts_less(index: ArticleIndex) -> None:
    right = index.search("reset my password")
    slipped = index.search("reset my pasword")

    assert slipped.articles[0].article == right.articles[0].article
    assert 0.22 <= slipped.confidence < right.confidence


def test_order_numbers_change_nothing(index: ArticleIndex) -> None:
    plain = index.search("cancel my order")

    assert index.search("cancel my order FO-12345678").confidence == plain.confidence
    assert index.search("FO-12345678").articles == ()


def test_carrier_words_alone_explain_nothing(index: ArticleIndex) -> None:
    assert index.search("can you help me with that please").confidence < 0.22


def test_scores_fall_and_are_shares(index: ArticleIndex) -> None:
    scores = [article.score for article in index.search("refund of an instalment").articles]

    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert len(scores) == 10


def test_a_very_long_question_is_searched(index: ArticleIndex) -> None:
    words = " ".join(f"word{number}" for number in range(3000))

    assert index.search(f"refund {words}").articles


def test_an_article_carries_its_title_and_version(index: ArticleIndex) -> None:
    (best,) = index.search("where is my order", limit=1).articles

    assert best.title == "How to track an order"
    assert len(best.article.version) == 16


def test_passages_come_in_the_articles_order(index: ArticleIndex) -> None:
    (best,) = index.search("why does my tracking not move", limit=1).articles
    lead, *others = index.passages("why does my tracking not move", best)

    assert lead.text.startswith("Open Account, then Orders")
    assert (
        max(others, key=lambda passage: passage.score).heading == "Why does my tracking not move?"
    )


def test_the_file_is_opened_without_being_written(file: Path) -> None:
    before = file.stat().st_mtime_ns

    opened = ArticleIndex.open(file)
    opened.search("refund")
    opened.close()

    assert file.stat().st_mtime_ns == before
    assert [other.name for other in file.parent.iterdir()] == [file.name]
