"""Labels that we say are wrong: each with its reason, and each of a row that is there."""

from eval.report import Part
from eval.sets import LABELS, Sets, labels

MENDED = sorted(
    file.stem for file in LABELS.glob("*.csv") if file.read_text("utf-8").startswith("set,text,")
)
NOT_SHIPPED = {"multidogo"}


def test_there_are_some() -> None:
    assert MENDED


def test_each_says_why_and_none_twice() -> None:
    for name in MENDED:
        listed = labels(name)
        assert all(row["label"] and len(row["reason"]) > 9 for row in listed), name
        assert len({(row["set"], row["text"]) for row in listed}) == len(listed), name


def test_each_is_a_row_of_its_set() -> None:
    texts = shipped_texts()
    strays = [
        (name, row["set"], row["text"])
        for name in MENDED
        for row in labels(name)
        if row["set"] not in NOT_SHIPPED and row["text"] not in texts.get(row["set"], ())
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
    for task in sets.tau2_service_tasks():
        found.setdefault(f"tau2 {task.domain}", set()).add(f"tau2 {task.domain} {task.id}")
    return found
