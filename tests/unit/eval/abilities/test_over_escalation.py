"""What the customer of a task would write, and when a handoff counts as one too many."""

import json
from pathlib import Path

from eval.abilities.over_escalation import customer_messages, first_person, measure
from eval.rows import Task
from eval.sets import Sets


def test_the_task_is_told_as_the_customer_would() -> None:
    assert first_person("You want to cancel your order, and it was sent to you late.") == (
        "I want to cancel my order, and it was sent to me late."
    )


def test_what_depends_on_an_answer_is_left_out() -> None:
    task = Task(
        id="1",
        domain="retail",
        text="",
        reason="You want a refund. If the agent refuses, ask for a human.\n\nYour card is new.",
        documents=(),
        actions=(),
    )
    assert customer_messages(task) == ("I want a refund.", "my card is new.")


def test_only_tasks_that_need_no_human_are_counted(tmp_path: Path) -> None:
    folder = tmp_path / "tau2_airline_retail"
    folder.mkdir()
    ask = "You want to talk to a human."
    rows = [
        _task("1", "You want to change your flight."),
        _task("2", ask),
        _task("3", ask, "transfer_to_human_agents"),
    ]
    for domain in ("airline", "retail"):
        (folder / f"{domain}_tasks.jsonl").write_text(
            "".join(json.dumps({**row, "domain": domain}) + "\n" for row in rows), "utf-8"
        )
    airline = next(measure(Sets((tmp_path,))))
    assert (airline.value, airline.rows) == (0.5, 2)
    assert airline.listed == (
        "alarm: tau2 airline 2 [asked_for_human]: I want to talk to a human.",
    )


def _task(name: str, reason: str, *actions: str) -> dict[str, object]:
    told = {"reason_for_call": reason}
    return {"id": name, "instructions": told, "actions": [{"name": each} for each in actions]}
