"""The model is scored only with a key, and beside the embedded answerer on the same questions."""

from pathlib import Path

import pytest

from eval.abilities.model import compare, measure, sample
from eval.report import Part
from eval.rows import Row
from eval.sets import Sets
from tests.adapters.openai.model_server import ModelServer, a_reply, says
from warmline.application.ports import Answer, TurnRequest
from warmline.domain.articles import ArticleVersion
from warmline.domain.errors import ResponderUnavailable
from warmline.domain.handoff import Reason

pytestmark = pytest.mark.usefixtures("no_other_loop")

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


def test_with_a_key_the_deployed_responder_is_asked_every_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(
        tmp_path / "bitext_intents/dev.csv",
        "utterance,intent,tags",
        "cancel my order,cancel_order,B",
    )
    write(tmp_path / "clinc150/data_full.csv", "split,text,intent", "oos_test,will it rain,oos")
    with ModelServer([says(a_reply(articles=["orders/cancel-an-order"]))]).running() as server:
        monkeypatch.setenv("OPENAI_API_KEY", "sk-1")
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
        sets = Sets((tmp_path,))
        found = {result.metric: result for result in measure(sets)}
    assert len(server.requests) == found["no answer came"].rows == 2
    assert found["right article used"].value == 1.0
    assert sets.missing == set()


def write(file: Path, *lines: str) -> None:
    file.parent.mkdir()
    file.write_text("\n".join(lines) + "\n", "utf-8")


def test_the_same_questions_are_asked_each_time() -> None:
    assert sample(Sets()) == sample(Sets())
