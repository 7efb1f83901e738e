"""How the explicit ask is measured: which rows ask, and what is told of them."""

from collections.abc import Sequence

import pytest

from eval.abilities import asking
from eval.report import Part, Result
from eval.sets import Sets


@pytest.fixture(scope="module")
def results() -> Sequence[Result]:
    return list(asking.measure(Sets()))


def figure(results: Sequence[Result], name: str, metric: str, part: Part = Part.REPORT) -> Result:
    return next(
        each for each in results if (each.set, each.metric, each.part) == (name, metric, part)
    )


def test_contact_with_the_service_asks_and_its_hours_do_not(results: Sequence[Result]) -> None:
    name = "bitext: customer service"

    assert figure(results, name, "recall").rows == 16
    assert figure(results, name, "false alarms").rows == 12


def test_mended_labels_are_shown_beside_the_raw_figure(results: Sequence[Result]) -> None:
    nlupp = figure(results, "nlupp", "recall")

    assert nlupp.rows == 32
    assert nlupp.raw is not None
    assert nlupp.raw < nlupp.value


def test_every_public_miss_is_listed_and_none_of_what_is_kept_unseen(
    results: Sequence[Result],
) -> None:
    nlupp = figure(results, "nlupp", "recall")
    own = figure(results, asking.OWN_SET, "recall")

    assert len(nlupp.listed) == nlupp.rows - round(nlupp.value * nlupp.rows)
    assert own.value < 1
    assert own.listed == ()


def test_the_pooled_figures_are_promised_and_beat_a_list_of_keywords(
    results: Sequence[Result],
) -> None:
    recall = figure(results, "pooled", "recall")
    alarms = figure(results, "pooled", "false alarms")

    assert (recall.at_least, alarms.at_most) == (0.97, 0.002)
    assert recall.baseline_value is not None
    assert recall.value > recall.baseline_value
    assert alarms.rows > 10_000


def test_development_promises_nothing(results: Sequence[Result]) -> None:
    development = [result for result in results if result.part is Part.DEVELOPMENT]

    assert development
    assert all(result.at_least is result.at_most is None for result in development)


def test_our_own_rows_are_in_twelve_languages_in_both_parts() -> None:
    for part in Part:
        assert len({row.language for row in asking.own_rows(part)}) == 12
