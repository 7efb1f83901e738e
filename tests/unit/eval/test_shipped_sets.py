"""The sets in the project: whole, small, and each with its source and its licence."""

import re
from pathlib import Path

import pytest

from eval.report import Part
from eval.sets import SHIPPED, SetMissingError, Sets

FOLDERS = sorted(
    folder
    for place in SHIPPED
    for folder in place.iterdir()
    if folder.is_dir() and folder.name != "share-alike"
)
SHARING = re.compile(r"Agreement \S Sharing")
MOST_BYTES = 8_000_000


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_each_says_where_it_comes_from_and_its_licence_is_there(folder: Path) -> None:
    source = (folder / "SOURCE.md").read_text("utf-8")
    assert "commit " in source
    assert list(folder.glob("LICENSE*")) or "CC BY" in source


def test_what_may_only_be_shared_alike_lies_apart() -> None:
    alike = {
        folder.name
        for folder in FOLDERS
        if any(SHARING.search(file.read_text("utf-8")) for file in folder.glob("LICENSE*"))
    }
    assert alike == {"bitext_intents"}
    assert (SHIPPED[1] / "bitext_intents").is_dir()


def test_all_together_are_small_enough_for_a_checkout() -> None:
    assert sum(file.stat().st_size for file in SHIPPED[0].rglob("*")) < MOST_BYTES


def test_the_readers_find_every_row_in_its_part() -> None:
    sets = Sets()
    assert [len(sets.bitext(part)) for part in Part] == [6480, 810]
    assert [len(sets.nlupp(part)) for part in Part] == [1039, 1032]
    assert [len(sets.banking77(part)) for part in Part] == [10_003, 3080]
    assert [len(sets.clinc150(split)) for split in ("train", "oos_val", "oos_test")] == [
        15_000,
        100,
        1000,
    ]
    assert len(sets.rasa()) == 2194
    assert {row.language for row in sets.botframework()} == {"de", "en", "fr"}
    assert len(sets.natcs()) == 2450
    assert len(sets.goemotions(Part.REPORT)) == 5427
    assert sum(row.label == "self_harm" for row in sets.self_harm()) == 51


def test_the_readers_find_tasks_documents_and_spans() -> None:
    sets = Sets()
    assert len(sets.tau2_documents()) == 698
    known = {document.id for document in sets.tau2_documents()}
    tasks = sets.tau2_banking_tasks()
    assert len(tasks) == 49
    assert all(set(task.documents) <= known for task in tasks)
    assert len(sets.tau2_service_tasks()) == 164
    marked = next(text for text in sets.personal_data() if text.spans)
    assert [(span.kind, marked.text[span.start : span.end]) for span in marked.spans] == [
        ("STREET_ADDRESS", "6750 Koskikatu 25 Apt. 864\nArtilleros\n, CO\n Uruguay 64677"),
        ("ORGANIZATION", "Persint"),
    ]
    assert len(sets.planted_instructions()) == 150


def test_a_set_that_is_not_shipped_is_named() -> None:
    sets = Sets()
    with pytest.raises(SetMissingError):
        sets.multidogo()
    with pytest.raises(SetMissingError):
        sets.goemotions(Part.DEVELOPMENT)
    assert sets.missing == {"multidogo", "goemotions/train.csv"}
