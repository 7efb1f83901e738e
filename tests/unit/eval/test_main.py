"""`python -m eval`: what it prints, what it keeps, and when it fails."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from eval.__main__ import main

KEY = "over_escalation / tau2 airline / report / sent to a human by rule, needing none"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder whose airline has one customer in two who asks for a human without need."""
    folder = tmp_path / "data" / "tau2_airline_retail"
    folder.mkdir(parents=True)
    tasks = [
        {"id": str(number), "instructions": {"reason_for_call": reason}, "actions": []}
        for number, reason in enumerate(("You want to talk to a human.", "You want a refund."))
    ]
    for domain in ("airline", "retail"):
        lines = (json.dumps({**task, "domain": domain}) + "\n" for task in tasks)
        (folder / f"{domain}_tasks.jsonl").write_text("".join(lines), "utf-8")
    for part in ("train", "dev"):
        rows = "utterance,intent,tags\nWhere is my order?,track_order,B\n"
        _write(tmp_path, f"bitext_intents/{part}.csv", rows)
    return tmp_path / "data"


def _write(tmp_path: Path, name: str, text: str) -> None:
    file = tmp_path / "data" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")


def run(data: Path, tmp_path: Path, *options: str) -> Result:
    out = tmp_path / "out"
    out.mkdir(exist_ok=True)
    words = ["--data", str(data), "--out", str(out), "--only", "over_escalation", *options]
    return CliRunner().invoke(main, words)


def test_a_run_prints_a_row_a_figure_and_keeps_them(data: Path, tmp_path: Path) -> None:
    result = run(data, tmp_path)
    assert result.exit_code == 0, result.output
    assert "tau2 airline" in result.output
    assert "keyword list" in result.output
    kept = json.loads((tmp_path / "out" / "results.json").read_text("utf-8"))
    assert kept["all"]["results"][0]["value"] == 0.5


def test_a_figure_below_its_floor_fails_the_run_and_is_named(data: Path, tmp_path: Path) -> None:
    assert run(data, tmp_path, "--write-floors").exit_code == 0
    floors = tmp_path / "out" / "floors.toml"
    floors.write_text(f'[all]\n"{KEY}" = 0.1\n', "utf-8")
    result = run(data, tmp_path)
    assert result.exit_code == 1
    assert f"{KEY}: 0.5000 is worse than its floor, 0.1" in result.output.replace("\n", "")


def test_what_was_measured_is_not_below_the_floors_that_it_wrote(
    data: Path, tmp_path: Path
) -> None:
    assert run(data, tmp_path, "--write-floors").exit_code == 0
    assert f'"{KEY}"' in (tmp_path / "out" / "floors.toml").read_text("utf-8")
    assert run(data, tmp_path).exit_code == 0


def test_misses_are_listed_when_asked_for(data: Path, tmp_path: Path) -> None:
    line = "alarm: tau2 airline 0 [asked_for_human]: I want to talk to a human."
    assert line in run(data, tmp_path, "--misses").output
    assert line not in run(data, tmp_path).output
