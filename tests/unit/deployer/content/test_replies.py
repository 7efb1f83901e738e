"""Canned replies: what a deployer may write, and what is said when it is wrong."""

from pathlib import Path

import pytest

from deployer.content.problems import ContentInvalid
from deployer.content.replies import read_replies
from tests.journeys.world import CONTENT


def written(folder: Path, text: str) -> Path:
    file = folder / "replies.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_projects_own_replies_are_in_order_and_in_the_languages_of_its_customers() -> None:
    replies = read_replies(CONTENT / "replies.yaml")

    assert replies[0]["title"] == "Hello, I am looking into it"
    assert isinstance(replies[0]["texts"], dict)
    assert set(replies[0]["texts"]) >= {"en", "es"}


def test_one_text_is_a_text_in_english(tmp_path: Path) -> None:
    file = written(tmp_path, "Thanks: Thank you, {agent}")

    assert read_replies(file) == [{"title": "Thanks", "texts": {"en": "Thank you, {agent}"}}]


@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
def test_nobody_must_have_canned_replies(text: str, tmp_path: Path) -> None:
    assert read_replies(written(tmp_path, text)) == []
    assert read_replies(tmp_path / "missing.yaml") == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Hello: Hello {customer}", "'Hello' has {customer}, which nobody fills in"),
        ("Hello: Hello {agent", "'Hello' has a brace without its partner"),
        ("Hello: 5", "'Hello' must have a text"),
        ("Hello: {en: ''}", "'Hello' must have a text"),
        ("Hello: {}", "'Hello' has no text"),
        (f"{'x' * 76}: Hello", "is no title of 1 to 75 characters"),
        (f"Hello: {'x' * 3001}", "'Hello' is longer than 3000 characters"),
        ("Hello: a\nHello: b", "Hello is said twice"),
        ("\n".join(f"t{number}: x" for number in range(101)), "has more than 100 replies"),
    ],
)
def test_a_mistake_is_named_with_its_reply(text: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(ContentInvalid) as invalid:
        read_replies(written(tmp_path, text))

    assert problem in str(invalid.value)
