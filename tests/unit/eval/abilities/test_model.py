"""The model is scored only with a key, and beside the embedded answerer on the same questions."""

import pytest

from eval.abilities.model import compare, measure, sample
from eval.report import Part
from eval.rows import Row
from eval.sets import Sets
from warmline.application.ports import Answer, TurnRequest
from warmline.domain.articles import ArticleVersion
from warmline.domain.errors import ResponderUnavailable
from warmline.domain.handoff import Reason

SHOP = [Row("bitext", text, ("cancel_order",), Part.REPORT) for text in ("cancel it", "fail")]
OUTSIDE = [Row("clinc150", "will it rain", ("oos",), Part.REPORT)]
CANCEL = ArticleVersion("orders/cancel-an-order", "1")


class Embedded:
    """Quotes the same article whatever it is asked."""

    def respond(self, request: TurnRequest) -> Answer:
        assert request.questions
        return Answer("Cancel it in your account.", articles=(CANCEL,))


class Model:
    """Knows one article, does not know the weather, and is away once."""

    def respond(self, request: TurnRequest) -> Answer:
        if request.questions == ("fail",):
            raise ResponderUnavailable("away")
        if request.questions == ("will it rain",):
            return Answer("No idea.", unsupported=True, handoff=Reason.NO_ANSWER_FOUND)
        return Answer("Cancel it in your account.", articles=(CANCEL,))


def test_both_are_scored_on_the_same_rows() -> None:
    found = {result.metric: result for result in compare(Model(), Embedded(), SHOP, OUTSIDE)}
    right = found["right article used"]
    assert (right.value, right.baseline_value, right.rows) == (0.5, 1.0, 2)
    left = found["out of scope, left unanswered"]
    assert (left.value, left.baseline_value) == (1.0, 0.0)
    failed = found["no answer came"]
    assert failed.value == pytest.approx(1 / 3)
    assert failed.rows == 3
    assert found["sent to a human, needing none"].value == 0.0


def test_no_figure_of_a_vendors_model_has_a_floor() -> None:
    assert not any(result.floored for result in compare(Model(), Embedded(), SHOP, OUTSIDE))


def test_without_a_key_nothing_is_asked_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    sets = Sets()
    assert list(measure(sets)) == []
    assert sets.missing == {"OPENAI_API_KEY (the model)"}


def test_the_same_questions_are_asked_each_time() -> None:
    assert sample(Sets()) == sample(Sets())
