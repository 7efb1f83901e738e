"""The rows of what bots said: both parts, six languages, none in both."""

from eval.abilities.guards import measure
from eval.report import Part
from eval.sets import Sets, labels


def test_no_sentence_is_in_both_parts_and_every_language_is_in_each() -> None:
    parts = {part: labels("said_by_bots_six_languages", part) for part in Part}

    texts = [{row["text"] for row in part} for part in parts.values()]
    assert texts[0] & texts[1] == set()
    for part in parts.values():
        assert {row["language"] for row in part} == {"en", "es", "fr", "de", "pt", "ar"}
        assert {row["label"] for row in part} == {"promise", "claim", "neither"}


def test_recall_and_false_alarms_are_told_for_both_parts() -> None:
    results = [one for one in measure(Sets(())) if one.set == "said by bots"]

    told = {(one.part, one.metric) for one in results}
    metrics = ("promises recognised", "claims recognised", "taken for a promise or a claim")
    assert told == {(part, metric) for part in Part for metric in metrics}
    assert all(one.value >= (one.baseline_value or 0) for one in results if one.higher_is_better)
