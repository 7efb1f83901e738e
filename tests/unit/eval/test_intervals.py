"""How sure a figure is."""

import pytest

from eval.intervals import auroc, bootstrap, mean_of_draws, wilson


def test_a_share_of_few_rows_is_less_sure_than_one_of_many() -> None:
    assert wilson(97, 100) == pytest.approx(0.0372, abs=0.0005)
    assert wilson(9700, 10_000) < 0.004


def test_a_share_of_all_or_none_is_still_unsure() -> None:
    assert wilson(0, 3000) > 0
    assert wilson(3000, 3000) == wilson(0, 3000)


def test_no_rows_have_no_interval() -> None:
    assert wilson(0, 0) == 0.0


def test_five_draws_are_weighed_by_students_t() -> None:
    mean, interval = mean_of_draws([0.82, 0.83, 0.84, 0.83, 0.83])
    assert mean == pytest.approx(0.83)
    assert interval == pytest.approx(2.776 * 0.00707 / 5**0.5, abs=1e-4)


def test_a_bootstrap_is_the_same_each_time() -> None:
    rows = [0.0] * 30 + [1.0] * 70
    first = bootstrap(rows, lambda drawn: sum(drawn) / len(drawn))
    assert first == bootstrap(rows, lambda drawn: sum(drawn) / len(drawn))
    assert first == pytest.approx(wilson(70, 100), abs=0.02)


def test_auroc_is_one_when_all_inside_scores_above_all_outside() -> None:
    assert auroc([0.9, 0.8], [0.1, 0.2]) == 1.0
    assert auroc([0.1], [0.9]) == 0.0
    assert auroc([0.5, 0.5], [0.5]) == 0.5
    assert auroc([0.9, 0.3], [0.5, 0.1]) == 0.75
