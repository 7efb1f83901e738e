"""The sample shop's articles and phrases say nothing that its own policy would hold back."""

from pathlib import Path

import pytest
import yaml

from deployer.compile_content import CONTENT
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
