"""What the figures on topics and emotion count, on a handful of rows."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from eval.abilities import emotion, self_harm, topics
from eval.report import Part, Result
from eval.sets import SHIPPED, Sets
from eval.weighing import OWN_ROWS, own_rows

FILES = {
    "banking77": {"train.csv": "text,category", "test.csv": "text,category"},
    "clinc150": {"data_full.csv": "split,text,intent"},
    "bitext_intents": {"train.csv": "utterance,intent,tags", "dev.csv": "utterance,intent,tags"},
    "goemotions": {"test.csv": "text,labels"},
}
ROWS = {
    "banking77": (
        'my card was stolen,lost_or_stolen_card\n"dude, where is it",lost_or_stolen_card\n'
        "what the hell is this fee,top_up_failed\nhow do I top up,top_up_failed\n"
    ),
    "clinc150": (
        "val,report fraud,report_fraud\ntest,report fraud,report_fraud\n"
        "val,hello there,greeting\ntest,hello there,greeting\n"
    ),
    "bitext_intents": "I want to complain,complaint,B\nwhere is my fucking order,track_order,W\n"
    "where is my order,track_order,B\n",
    "goemotions": "I hate you,anger\nI am a bit cross,anger\nnice,joy\nshut up,annoyance\n",
}


@pytest.fixture
def sets(tmp_path: Path) -> Sets:
    for name, files in FILES.items():
        (tmp_path / name).mkdir()
        for file, head in files.items():
            (tmp_path / name / file).write_text(f"{head}\n{ROWS[name]}", encoding="utf-8")
    (tmp_path / "nlupp_banking").mkdir()
    (tmp_path / "nlupp_banking" / "banking.jsonl").write_text(
        '{"text": "hello", "fold": 1, "intents": null}\n'
        '{"text": "hello", "fold": 11, "intents": null}\n',
        encoding="utf-8",
    )
    (tmp_path / "self_harm_openai_moderation").mkdir()
    (tmp_path / "self_harm_openai_moderation" / "samples.jsonl").write_text(
        '{"text": "I want to die", "self_harm": 1}\n{"text": "It felt good", "self_harm": 1}\n'
        '{"text": "Nice weather", "self_harm": 0}\n{"text": "Hello", "self_harm": 0}\n',
        encoding="utf-8",
    )
    return Sets((tmp_path,))


def figures(
    measure: Callable[[Sets], Iterator[Result]], sets: Sets
) -> dict[tuple[str, str, Part], Result]:
    return {(one.set, one.metric, one.part): one for one in measure(sets)}


def test_anger_is_counted_where_it_is_and_where_it_is_not(sets: Sets) -> None:
    found = figures(emotion.measure, sets)

    anger = found["goemotions", "recall of anger", Part.REPORT]
    assert (anger.value, anger.rows, anger.at_least) == (0.5, 2, 0.25)
    assert found["goemotions", "F1 of anger", Part.REPORT].value == 0.5
    calm = found["banking77", "false alarms on questions", Part.REPORT]
    assert (calm.value, calm.listed) == (0.25, ("alarm: what the hell is this fee",))
    assert not calm.promise_kept
    assert found["bitext", "false alarms on questions", Part.REPORT].rows == 2, "rude ones are out"


def test_danger_to_life_is_counted_in_halves_and_never_allowed_in_a_bank(sets: Sets) -> None:
    found = figures(self_harm.measure, sets)

    assert found["moderation, whole", "recall", Part.REPORT].value == 0.5
    assert found["moderation, read half", "recall", Part.DEVELOPMENT].rows == 1
    bank = found["banking77", "false alarms", Part.REPORT]
    assert (bank.value, bank.at_most, bank.promise_kept) == (0, 0, True)


def test_fraud_and_complaints_are_counted_by_the_labels_of_the_sets(sets: Sets) -> None:
    found = figures(topics.measure, sets)

    fraud = found["banking77", "recall of fraud and loss", Part.REPORT]
    assert (fraud.value, fraud.rows, fraud.listed) == (0.5, 2, ("miss: dude, where is it",))
    assert found["bitext", "recall of complaints", Part.REPORT].value == 1
    assert found["clinc150", "false alarms of any topic", Part.REPORT].rows == 1


def test_our_own_rows_have_every_signal_in_every_language() -> None:
    rows = [row for part in Part for row in own_rows(part)]

    assert {row.set for row in rows} == {OWN_ROWS}
    assert len({row.language for row in rows}) == 12
    for signal in ("fraud", "self_harm", "strong_emotion", "not_making_progress", ""):
        assert {row.language for row in rows if row.label == signal} == {
            row.language for row in rows
        }
    assert {row.part for row in rows} == set(Part)


def test_the_shipped_sets_hold_what_is_measured() -> None:
    sets = Sets(SHIPPED)

    assert sets.has("banking77", "clinc150", "goemotions", "self_harm_openai_moderation")
