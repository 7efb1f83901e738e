"""The floors: what a figure is held to, and when the run fails."""

from dataclasses import replace
from pathlib import Path

from eval.floors import breaches, floors_of, read_floors, write_floors
from eval.report import Part, Result, Unit

FIGURE = Result(
    ability="asking", set="pooled", metric="recall", value=0.98, interval=0.005, rows=400
)


def test_a_floor_is_the_figure_less_its_interval() -> None:
    assert floors_of([replace(FIGURE, value=0.98, interval=0.005)]) == {FIGURE.key: 0.975}


def test_a_floor_is_never_below_what_was_promised() -> None:
    assert floors_of([replace(FIGURE, value=0.98, interval=0.05, at_least=0.97)]) == {
        FIGURE.key: 0.97
    }


def test_where_less_is_better_the_limit_is_above_the_figure_and_never_above_the_promise() -> None:
    alarms = replace(FIGURE, value=0.001, interval=0.0005, higher_is_better=False)
    assert floors_of([alarms]) == {alarms.key: 0.0015}
    held = replace(FIGURE, value=0.001, interval=0.005, higher_is_better=False, at_most=0.002)
    assert floors_of([held]) == {held.key: 0.002}


def test_a_time_is_held_to_its_promise_alone_for_machines_differ() -> None:
    time = replace(FIGURE, value=0.1, unit=Unit.MILLISECONDS, higher_is_better=False, at_most=1.0)
    assert floors_of([time]) == {time.key: 1.0}


def test_development_rows_have_floors_of_their_own() -> None:
    developed = replace(FIGURE, part=Part.DEVELOPMENT)
    assert floors_of([FIGURE, developed]).keys() == {FIGURE.key, developed.key}


def test_what_a_vendors_model_makes_of_it_has_no_floor() -> None:
    assert floors_of([replace(FIGURE, floored=False)]) == {}


def test_a_figure_below_its_floor_is_a_breach() -> None:
    found = list(breaches([replace(FIGURE, value=0.95)], {FIGURE.key: 0.975}))
    assert [breach.key for breach in found] == [FIGURE.key]
    assert not list(breaches([replace(FIGURE, value=0.975)], {FIGURE.key: 0.975}))


def test_a_figure_above_its_ceiling_is_a_breach() -> None:
    alarms = replace(FIGURE, value=0.003, higher_is_better=False)
    assert list(breaches([alarms], {alarms.key: 0.002}))
    assert not list(breaches([alarms], {alarms.key: 0.003}))


def test_a_promise_is_held_to_without_any_floor() -> None:
    assert list(breaches([replace(FIGURE, value=0.96, at_least=0.97)], {}))
    assert list(breaches([replace(FIGURE, value=0.8, baseline_value=0.8, above_baseline=True)], {}))
    assert not list(
        breaches([replace(FIGURE, value=0.8, baseline_value=0.79, above_baseline=True)], {})
    )


def test_a_mean_of_draws_may_meet_its_promise_within_the_interval() -> None:
    draws = replace(FIGURE, value=0.829, interval=0.004, at_least=0.83, within=True)
    assert not list(breaches([draws], floors_of([draws])))
    assert list(breaches([replace(FIGURE, value=0.829, interval=0.004, at_least=0.83)], {}))


def test_a_floor_that_nothing_measured_is_a_breach() -> None:
    assert [breach.key for breach in breaches([], {"asking / pooled / report / recall": 0.9})]


def test_two_figures_of_one_name_are_a_breach_for_one_would_hide_the_other() -> None:
    found = list(breaches([FIGURE, replace(FIGURE, value=0.1)], {}))
    assert [breach.problem for breach in found] == ["was measured twice"]


def test_writing_one_scope_leaves_the_other(tmp_path: Path) -> None:
    file = tmp_path / "floors.toml"
    write_floors("shipped", {"a / b / report / top-1, 10 examples": 0.8}, file)
    write_floors("all", {"a / b / report / top-1, 10 examples": 0.9}, file)
    write_floors("shipped", {"a / b / report / top-1, 10 examples": 0.7}, file)
    assert read_floors("shipped", file) == {"a / b / report / top-1, 10 examples": 0.7}
    assert read_floors("all", file) == {"a / b / report / top-1, 10 examples": 0.9}
