"""The sample shop's articles can be quoted as they stand."""

import re

import pytest

from deployer.compile_content import CONTENT
from deployer.content.articles import Article, read_articles
from warmline.adapters.knowledge.quoting import sentences_of
from warmline.domain.sms_text import fits_segments

ARTICLES = read_articles(CONTENT / "articles")


def test_there_are_enough_to_try_the_line_on() -> None:
    topics = {topic for article in ARTICLES for topic in article.topics}

    assert len(ARTICLES) >= 25
    assert {"orders", "delivery", "returns", "refunds", "instalments", "fraud", "account"} <= topics


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_the_first_sentence_answers_by_sms(article: Article) -> None:
    answer = sentences_of(article.sections[0].text)[0]

    assert fits_segments(f"{answer} (From: {article.title})", segments=2)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_no_article_tells_a_customer_to_text_a_command(article: Article) -> None:
    text = "\n".join(section.text for section in article.sections)

    assert not re.search(
        r"(reply|text|send) (with )?(stop|end|quit|cancel|help)\b", text, re.IGNORECASE
    )


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_an_article_that_is_referred_to_exists(article: Article) -> None:
    titles = {other.title for other in ARTICLES}
    text = "\n".join(section.text for section in article.sections)

    assert set(re.findall(r'see "([^"]+)"', text, re.IGNORECASE)) <= titles
