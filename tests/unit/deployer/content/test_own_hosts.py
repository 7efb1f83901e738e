"""Articles say nothing that the policy's own hosts would hold back, or their writer is told."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from deployer.compile_content import CONTENT
from deployer.content.article_advice import advise
from deployer.content.articles import read_articles
from warmline.domain.address import Channel
from warmline.domain.guarding import Refusal, guard
from warmline.domain.plain_text import without_markup

OWN_HOSTS = yaml.safe_load((CONTENT / "policy.yaml").read_text("utf-8"))["own_hosts"]
ARTICLES = sorted((CONTENT / "articles").rglob("*.md"))


@pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.stem)
def test_every_link_and_address_of_an_article_may_be_said(file: Path) -> None:
    text = without_markup(file.read_text("utf-8").split("---", 2)[-1])

    for paragraph in text.split("\n\n"):
        guarded = guard(paragraph, Channel.WEB, own_hosts=OWN_HOSTS, quoted=True)
        assert Refusal.LINK not in guarded.refused, paragraph


def test_a_link_that_no_answer_may_say_is_told_to_the_writer_with_its_line(tmp_path: Path) -> None:
    article = (
        "---\ntitle: Tracking\ntopics: [delivery]\nlanguages: [en]\nupdated: 2026-01-01\n---\n\n"
        "Track it in your account.\n\nOr at www.courier.example, or shop.example.\n"
    )
    (tmp_path / "tracking.md").write_text(article, "utf-8")

    advice = advise(
        tmp_path,
        read_articles(tmp_path),
        languages=["en"],
        today=date(2026, 3, 2),
        own_hosts=["shop.example"],
    )

    told = [one for one in advice if "own_hosts" in str(one)]
    assert len(told) == 1
    assert "www.courier.example" in str(told[0])
    assert ":10" in str(told[0])
