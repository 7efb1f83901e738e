"""A model gets whole articles: the ones asked about, or all where no search can tell."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from deployer.compile_content import CONTENT
from deployer.content.articles import read_articles
from deployer.content.search_index import write_index
from warmline.adapters.knowledge import sources as module
from warmline.adapters.knowledge.index import ArticleIndex
from warmline.adapters.knowledge.sources import MOST_SOURCES, ArticleSources
from warmline.domain.errors import ResponderUnavailable


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArticleIndex]:
    made = tmp_path_factory.mktemp("index") / "articles.sqlite"
    write_index(read_articles(CONTENT / "articles"), made)
    opened = ArticleIndex.open(made)
    yield opened
    opened.close()


def ids(sources: object) -> list[str]:
    assert isinstance(sources, list | tuple)
    return [source.article.id for source in sources]


def test_an_article_comes_whole_and_with_its_version(index: ArticleIndex) -> None:
    [first, *_] = ArticleSources(index)(["How long does delivery take?"])

    text = (CONTENT / "articles" / "delivery" / "delivery-times.md").read_text("utf-8")
    body = text.split("---", 2)[2]
    assert first.article.id == "delivery/delivery-times"
    assert first.article.version
    lines = [line.lstrip("# ").strip() for line in body.splitlines() if line.strip()]
    assert [line for line in lines if line not in first.text and line != first.title] == []
    assert "when will my item, article" not in first.text


def test_every_question_of_a_turn_has_its_best_article_among_the_first(index: ArticleIndex) -> None:
    asked = ["i forgot my password", "i need a copy of my invoice", "my parcel never arrived"]

    found = ids(ArticleSources(index)(asked))

    assert found[:3] == [
        "account/reset-your-password",
        "orders/invoices",
        "delivery/late-or-missing-parcel",
    ]
    assert len(found) == MOST_SOURCES


def test_a_question_that_no_search_understands_gets_all_articles(index: ArticleIndex) -> None:
    everything = sorted(
        path.relative_to(CONTENT / "articles").with_suffix("").as_posix()
        for path in (CONTENT / "articles").rglob("*.md")
    )

    assert ids(ArticleSources(index)(["納期はどのくらいですか"])) == everything


def test_many_articles_are_never_sent_together(
    index: ArticleIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_BYTES_OF_ALL", 5000)

    assert len(ArticleSources(index)(["納期はどのくらいですか"])) <= MOST_SOURCES


def test_articles_that_cannot_be_read_are_a_failure_of_ours(tmp_path: Path) -> None:
    made = tmp_path / "articles.sqlite"
    write_index(read_articles(CONTENT / "articles"), made)
    opened = ArticleIndex.open(made)
    opened.close()

    with pytest.raises(ResponderUnavailable):
        ArticleSources(opened)(["How long does delivery take?"])
