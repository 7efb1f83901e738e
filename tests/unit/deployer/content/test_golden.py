"""The list of golden questions is read whole, or every mistake in it is named."""

from pathlib import Path

import pytest

from deployer.content.golden import Golden, GoldenList, read_golden
from deployer.content.problems import ContentInvalid
from warmline.domain.address import Channel
from warmline.domain.handoff import Reason


def read(tmp_path: Path, text: str) -> GoldenList:
    file = tmp_path / "golden.yaml"
    file.write_text(text, "utf-8")
    return read_golden(file)


def test_a_question_names_what_must_become_of_it(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        """
pass_rate: 0.9
questions:
  - { ask: "How?", article: [a/b, c/d], says: yes please, channel: sms, language: es }
  - { ask: "A human", handoff: asked_for_human }
  - { ask: "Rain?", answer: none }
""",
    )
    assert found == GoldenList(
        (
            Golden(
                "How?",
                articles=("a/b", "c/d"),
                says="yes please",
                channel=Channel.SMS,
                language="es",
            ),
            Golden("A human", handoff=Reason.ASKED_FOR_HUMAN),
            Golden("Rain?", no_answer=True),
        ),
        0.9,
    )


def test_no_file_is_no_question(tmp_path: Path) -> None:
    assert read_golden(tmp_path / "golden.yaml") == GoldenList(())


def test_every_question_must_be_right_unless_a_rate_is_given(tmp_path: Path) -> None:
    assert read(tmp_path, "questions: []").pass_rate == 1.0


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("questions: 3", "questions must be a list"),
        ("pass_rate: 2\nquestions: []", "pass_rate must be from 0 to 1"),
        ("passrate: 1\nquestions: []", "passrate is not known here"),
        ("questions: [{ ask: Why }]", "question 1: says nothing of what must become of it"),
        ("questions: [{ article: a }]", "question 1: expected `ask: ...`"),
        ("questions: [{ ask: a, article: 3 }]", "question 1: article must be"),
        ("questions: [{ ask: a, handoff: anger }]", "question 1: handoff must be one of"),
        ("questions: [{ ask: a, answer: some }]", "question 1: answer must be none"),
        ("questions: [{ ask: a, says: a, channel: fax }]", "question 1: channel must be one of"),
        ("questions: [{ ask: a, says: a, channel: [sms] }]", "question 1: channel must be one of"),
        ("questions: [{ ask: a, says: a, article: b, reply: c }]", "question 1: reply is not"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, mistake: str) -> None:
    with pytest.raises(ContentInvalid) as invalid:
        read(tmp_path, text)
    assert mistake in str(invalid.value)
