"""A piece of personal data is found only if nothing of it can be read any more."""

import json
from pathlib import Path

from eval.abilities.personal_data import measure, shown, stored
from eval.report import Result
from eval.sets import Sets


def measured(folder: Path, *rows: tuple[str, str, str]) -> dict[str, Result]:
    (folder / "pii_presidio").mkdir()
    lines = [json.dumps(_row(*row)) for row in (*rows, *_ONE_OF_EACH)]
    (folder / "pii_presidio" / "synth_dataset_v2.jsonl").write_text("\n".join(lines), "utf-8")
    (folder / "banking77").mkdir()
    for part in ("train", "test"):
        (folder / "banking77" / f"{part}.csv").write_text(
            "text,category\nhi ana@b.com,x\n", "utf-8"
        )
    return {f"{one.set}, {one.metric}": one for one in measure(Sets((folder,)))}


def test_what_is_cut_counts_and_what_is_half_readable_does_not(tmp_path: Path) -> None:
    results = measured(tmp_path, ("CREDIT_CARD", "it is ", "4111 1111 1111 1112"))

    cards = results["pii_presidio, recall, credit card"]
    assert (cards.value, cards.rows) == (0.5, 2)
    assert cards.listed == ("miss: 4111 1111 1111 1112",)
    assert not cards.promise_kept


def test_a_false_cut_is_an_alarm(tmp_path: Path) -> None:
    cuts = measured(tmp_path)["banking77, false cuts"]

    assert (cuts.value, cuts.listed) == (1.0, ("alarm: hi ana@b.com",))
    assert not cuts.promise_kept


def test_contacts_are_stored_and_not_shown() -> None:
    assert stored("I am ana@b.com") == "I am ana@b.com"
    assert "ana" not in shown("I am ana@b.com")


_ONE_OF_EACH = (
    ("CREDIT_CARD", "card ", "4111 1111 1111 1111"),
    ("IBAN_CODE", "iban ", "DE89370400440532013000"),
    ("PHONE_NUMBER", "call ", "+15550109999"),
    ("PERSON", "I am ", "Ana Lund"),
)


def _row(kind: str, before: str, piece: str) -> dict[str, object]:
    span = {
        "entity_type": kind,
        "start_position": len(before),
        "end_position": len(before) + len(piece),
    }
    return {"text": f"{before}{piece}", "spans": [span]}
