"""Labels that we say are wrong: each with its reason, and each of a row that is there."""

import csv
from pathlib import Path

from eval.report import Part
from eval.sets import LABELS, Sets

MENDED = sorted(
    file for file in LABELS.glob("*.csv") if file.read_text("utf-8").startswith("set,text,")
)


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_each_says_why_and_none_twice() -> None:
    for file in MENDED:
        listed = rows(file)
        assert all(row["label"] and len(row["reason"]) > 9 for row in listed), file.name
        assert len({(row["set"], row["text"]) for row in listed}) == len(listed), file.name


def test_each_is_a_row_of_its_set() -> None:
    texts = shipped_texts()
    strays = [
        (file.name, row["text"])
        for file in MENDED
        for row in rows(file)
        if row["text"] not in texts.get(row["set"], {row["text"]})
    ]
    assert strays == []


def shipped_texts() -> dict[str, set[str]]:
    sets = Sets()
    found: dict[str, set[str]] = {}
    for part in Part:
        for row in (*sets.bitext(part), *sets.nlupp(part), *sets.banking77(part)):
            found.setdefault(row.set, set()).add(row.text)
    for split in ("train", "val", "test", "oos_train", "oos_val", "oos_test"):
        found.setdefault("clinc150", set()).update(row.text for row in sets.clinc150(split))
    for rows_of in (sets.rasa(), sets.botframework(), sets.natcs(), sets.self_harm()):
        found[rows_of[0].set] = {row.text for row in rows_of}
    return found
