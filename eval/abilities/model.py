"""The model, beside the embedded answerer on the same questions; only with OPENAI_API_KEY set.

What it makes of them is the vendor's as much as ours, and costs money: a seeded sample is asked,
and no figure of it has a floor.
"""

import os
import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace

from deployer.embedded import Embedded, embedded_answerer
from deployer.up.settings import DEFAULT_MODEL
from eval.intervals import wilson
from eval.report import Part, Result, Unit
from eval.rows import Row
from eval.sets import Sets
from eval.shop import RIGHT_ARTICLE
from warmline.adapters.knowledge.sources import ArticleSources
from warmline.adapters.openai.responder import Key, Model, OpenAIResponder
from warmline.application.ports import Answer, Responder, TurnRequest
from warmline.domain.address import Channel
from warmline.domain.errors import ResponderError

BASELINE = "embedded answerer"
SHOP_ROWS, OUTSIDE_ROWS = 60, 40
SECONDS = 12.0


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, what came back (nothing, if no answer did) and how long that took."""

    row: Row
    answer: Answer | None
    milliseconds: float

    @property
    def right(self) -> bool:
        wanted = RIGHT_ARTICLE.get(self.row.label)
        return self.answer is not None and wanted in {each.id for each in self.answer.articles}

    @property
    def handed_off(self) -> bool:
        return self.answer is not None and self.answer.handoff is not None

    @property
    def left_unanswered(self) -> bool:
        return self.answer is None or self.answer.unsupported or self.handed_off


def measure(sets: Sets) -> Iterator[Result]:
    """Right articles, needless handoffs, out-of-scope questions left alone, failures and time."""
    if not os.environ.get("OPENAI_API_KEY"):
        sets.missing.add("OPENAI_API_KEY (the model)")
        return
    shop, outside = sample(sets)
    with embedded_answerer() as embedded, closing(_model(embedded)) as model:
        yield from compare(model, embedded.responder, shop, outside)


def sample(sets: Sets) -> tuple[list[Row], list[Row]]:
    """The shop's questions and those from elsewhere, the same ones each time."""
    choose = random.Random(11)  # noqa: S311 - a repeatable draw is wanted
    known = [row for row in sets.bitext(Part.REPORT) if row.label in RIGHT_ARTICLE]
    outside = sets.clinc150("oos_test")
    return (
        choose.sample(known, min(SHOP_ROWS, len(known))),
        choose.sample(outside, min(OUTSIDE_ROWS, len(outside))),
    )


def compare(
    model: Responder, embedded: Responder, shop: Sequence[Row], outside: Sequence[Row]
) -> Iterator[Result]:
    """Ask both everything, and say how they did."""
    ours, plain = _ask(model, [*shop, *outside]), _ask(embedded, [*shop, *outside])
    at = len(shop)
    yield _share("right article used", "bitext", lambda each: each.right, ours[:at], plain[:at])
    needless = _share(
        "sent to a human, needing none",
        "bitext",
        lambda each: each.handed_off,
        ours[:at],
        plain[:at],
    )
    yield replace(needless, higher_is_better=False)
    yield _share(
        "out of scope, left unanswered",
        "clinc150",
        lambda each: each.left_unanswered,
        ours[at:],
        plain[at:],
    )
    failed = _share("no answer came", "both", lambda each: each.answer is None, ours, plain)
    yield replace(failed, higher_is_better=False)
    yield _time(ours, plain)


def _ask(responder: Responder, rows: Sequence[Row]) -> list[Asked]:
    return [_ask_one(responder, row) for row in rows]


def _ask_one(responder: Responder, row: Row) -> Asked:
    request = TurnRequest(
        channel=Channel.WEB,
        language=row.language,
        history=(),
        questions=(row.text,),
        seconds_left=SECONDS,
    )
    began = time.perf_counter()
    try:
        answer = responder.respond(request)
    except ResponderError:
        answer = None
    return Asked(row, answer, (time.perf_counter() - began) * 1000)


def _share(
    metric: str,
    name: str,
    of: Callable[[Asked], bool],
    ours: Sequence[Asked],
    plain: Sequence[Asked],
) -> Result:
    hits = sum(map(of, ours))
    return Result(
        ability="model",
        set=name,
        metric=metric,
        value=hits / len(ours),
        interval=wilson(hits, len(ours)),
        rows=len(ours),
        baseline=BASELINE,
        baseline_value=sum(map(of, plain)) / len(plain),
        floored=False,
    )


def _time(ours: Sequence[Asked], plain: Sequence[Asked]) -> Result:
    return Result(
        ability="model",
        set="both",
        metric="median time of an answer",
        value=statistics.median(each.milliseconds for each in ours),
        interval=0.0,
        rows=len(ours),
        unit=Unit.MILLISECONDS,
        baseline=BASELINE,
        baseline_value=statistics.median(each.milliseconds for each in plain),
        higher_is_better=False,
        floored=False,
    )


def _model(embedded: Embedded) -> OpenAIResponder:
    return OpenAIResponder(
        Model(
            base_url=os.environ.get("OPENAI_BASE_URL") or "https://api.openai.com/v1",
            name=os.environ.get("OPENAI_MODEL") or DEFAULT_MODEL,
        ),
        Key(lambda: os.environ["OPENAI_API_KEY"]),
        ArticleSources(embedded.index),
        embedded.phrases,
    )
