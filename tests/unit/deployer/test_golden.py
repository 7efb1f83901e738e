"""`warmline golden` keeps a line that gets its deployer's own questions wrong from AWS."""

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deployer.compile_content import CONTENT
from deployer.golden import golden
from deployer.places import ROOT

ARTICLES = ("orders/cancel-an-order", "returns/refund-policy", "help/contact-us")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The sample shop's content with three articles, which are compiled in no time."""
    content = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    shutil.rmtree(content / "articles")
    for name in ARTICLES:
        kept = content / "articles" / f"{name}.md"
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(CONTENT / "articles" / f"{name}.md", kept)
    (content / "tools.yaml").unlink()
    return content


def asked(content: Path, questions: str) -> Result:
    (content / "golden.yaml").write_text(questions, "utf-8")
    return CliRunner().invoke(golden, ["--content", str(content)])


def test_the_sample_shops_own_questions_are_right() -> None:
    result = CliRunner().invoke(golden, [])
    assert result.exit_code == 0, result.output


def test_too_few_right_answers_fail_and_each_wrong_one_is_told(content: Path) -> None:
    result = asked(
        content,
        """
pass_rate: 0.75
questions:
  - { ask: "How do I cancel my order?", article: orders/cancel-an-order }
  - { ask: "How do I cancel my order?", article: returns/refund-policy }
  - { ask: "How do I cancel my order?", handoff: asked_for_human }
""",
    )
    assert result.exit_code == 1
    assert "expected the article returns/refund-policy, not orders/cancel-an-order" in result.output
    assert "expected asked_for_human, not an answer of the bot" in result.output
    assert "golden questions: 1 of 3 right" in result.output


def test_enough_right_answers_pass_and_the_wrong_one_is_still_told(content: Path) -> None:
    result = asked(
        content,
        """
pass_rate: 0.5
questions:
  - { ask: "I want to talk to a human", handoff: asked_for_human }
  - { ask: "I want to talk to a human", article: help/contact-us }
""",
    )
    assert result.exit_code == 0
    assert "expected no human, not asked_for_human" in result.output


@pytest.mark.parametrize(
    ("question", "problem"),
    [
        ('{ ask: "How do I cancel my order?", answer: none }', "expected no answer"),
        ('{ ask: "Will it rain tomorrow?", says: umbrella }', 'expected "umbrella" in the answer'),
    ],
)
def test_what_is_said_is_held_to_the_list_too(content: Path, question: str, problem: str) -> None:
    result = asked(content, f"questions: [{question}]")
    assert result.exit_code == 1
    assert problem in result.output


def test_the_rules_of_the_content_decide_and_not_those_of_the_project(content: Path) -> None:
    policy = content / "policy.yaml"
    rules = policy.read_text("utf-8")
    policy.write_text(
        rules.replace("  self_harm:", "  boats: [catamaran]\n  self_harm:", 1), "utf-8"
    )
    result = asked(
        content, 'questions: [{ ask: "I broke my catamaran", handoff: sensitive_topic }]'
    )
    assert result.exit_code == 0, result.output


def test_an_article_that_went_missing_is_noticed(content: Path) -> None:
    (content / "articles" / "orders" / "cancel-an-order.md").unlink()
    result = asked(
        content,
        'questions: [{ ask: "How do I cancel my order?", article: orders/cancel-an-order }]',
    )
    assert result.exit_code == 1


def test_a_line_without_golden_questions_may_be_deployed(content: Path) -> None:
    (content / "golden.yaml").unlink()
    assert CliRunner().invoke(golden, ["--content", str(content)]).exit_code == 0


def test_make_deploy_asks_them_before_it_sends_anything() -> None:
    told = subprocess.run(
        ["make", "--dry-run", "deploy"],  # noqa: S607 - make is where the person has it
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert 0 < told.index("warmline golden") < told.index("sam deploy")
