"""The embedded answerer as it would be deployed with a folder of content, on this machine."""

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from deployer.compile_content import CONTENT, compile_content
from warmline.adapters.knowledge.index import ArticleIndex
from warmline.adapters.knowledge.nearness import with_model
from warmline.adapters.knowledge.responder import EmbeddedResponder
from warmline.application.phrases import Phrases
from warmline.domain.policy import Policy


@dataclass(frozen=True, slots=True)
class Embedded:
    """The answerer, and what it is made of."""

    responder: EmbeddedResponder
    index: ArticleIndex
    phrases: Phrases


@contextmanager
def embedded_answerer(content: Path = CONTENT) -> Iterator[Embedded]:
    """Compile the content and open it; raises ContentInvalid where it has mistakes."""
    with TemporaryDirectory() as work:
        package = compile_content(Path(work), content=content, widget=None)
        policy = Policy.read(json.loads((package / "policy.json").read_text("utf-8")))
        phrases = Phrases(json.loads((package / "phrases.json").read_text("utf-8")))
        with closing(ArticleIndex.open(package / "articles.sqlite", meaning=with_model)) as index:
            responder = EmbeddedResponder(index, phrases, threshold=policy.answer_threshold)
            yield Embedded(responder, index, phrases)
