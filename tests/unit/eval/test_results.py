"""What a run keeps, and what it says when a set is not there."""

import json
from collections.abc import Iterator
from pathlib import Path

from eval.report import Result
from eval.results import keep, measured, measured_side_by_side
from eval.sets import Sets


def figure(ability: str, value: float) -> Result:
    return Result(ability=ability, set="s", metric="recall", value=value, interval=0.0, rows=1)


def test_an_ability_keeps_what_it_measured_before_a_set_was_missing(tmp_path: Path) -> None:
    def ability(sets: Sets) -> Iterator[Result]:
        yield figure("asking", 0.9)
        sets.natcs()
        yield figure("asking", 0.1)

    sets = Sets((tmp_path,))
    assert [result.value for result in measured(ability, sets)] == [0.9]
    assert sets.missing == {"natcs_dstc11"}


def test_what_is_asked_for_and_absent_is_noted(tmp_path: Path) -> None:
    (tmp_path / "banking77").mkdir()
    sets = Sets((tmp_path,))
    assert sets.has("banking77")
    assert not sets.has("banking77", "clinc150")
    assert sets.missing == {"clinc150"}


def test_side_by_side_every_ability_tells_what_it_missed(tmp_path: Path) -> None:
    sets = Sets((tmp_path,))
    found = list(measured_side_by_side(["over_escalation", "over_escalation"], sets))
    assert found == [("over_escalation", []), ("over_escalation", [])]
    assert sets.missing == {"tau2_airline_retail"}


def test_a_run_replaces_only_the_abilities_and_the_scope_that_it_measured(tmp_path: Path) -> None:
    file = tmp_path / "results.json"
    keep("all", [figure("asking", 0.1), figure("scope", 0.2)], [], file)
    keep("shipped", [figure("asking", 0.3)], ["multidogo"], file)
    keep("all", [figure("asking", 0.4)], [], file)
    kept = json.loads(file.read_text("utf-8"))
    assert {row["ability"]: row["value"] for row in kept["all"]["results"]} == {
        "asking": 0.4,
        "scope": 0.2,
    }
    assert kept["shipped"]["not_there"] == ["multidogo"]


def test_the_first_folder_with_a_set_has_it(tmp_path: Path) -> None:
    own, shipped = tmp_path / "own", tmp_path / "shipped"
    for folder, text in ((own, "mine"), (shipped, "theirs")):
        (folder / "rasa_bots").mkdir(parents=True)
        (folder / "rasa_bots" / "nlu.csv").write_text(f"intent,text\nx,{text}\n", "utf-8")
    assert [row.text for row in Sets((own, shipped)).rasa()] == ["mine"]
