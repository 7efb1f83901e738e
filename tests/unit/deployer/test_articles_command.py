"""`warmline articles`: what a deploy would change, and what a writer should look at."""

import io
import subprocess
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from deployer.article_snapshots import INDEX, of_deployment, of_folder, of_revision
from deployer.articles import articles, changes
from deployer.compile_content import CONTENT
from deployer.content.articles import read_articles
from deployer.content.search_index import write_index
from deployer.deployment import Deployment
from deployer.errors import CannotContinue

RETURNS = """---
title: How to return an item
topics: [returns]
languages: [en]
updated: 2026-05-01
questions:
  - send something back
---

Return it within {days} days.
"""


def write(folder: Path, name: str, text: str) -> Path:
    file = folder / f"{name}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(articles, list(arguments))
    return result.exit_code, result.output


def git(folder: Path, *words: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *who, *words], check=True, capture_output=True)  # noqa: S603, S607


def test_a_deploy_is_told_as_new_changed_and_gone_with_the_lines_that_change(
    tmp_path: Path,
) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    write(before, "returns", RETURNS.format(days=30))
    write(before, "old", RETURNS.format(days=1))
    write(before, "same", RETURNS.format(days=2))
    write(after, "returns", RETURNS.format(days=60))
    write(after, "new", RETURNS.format(days=3))
    write(after, "same", RETURNS.format(days=2))
    was, will_be = of_folder(before), of_folder(after)

    versions = f"{was['returns'].version} -> {will_be['returns'].version}"
    assert list(changes(was, will_be)) == [
        f"+ new  How to return an item  (version {will_be['new'].version})",
        f"~ returns  How to return an item  ({versions})",
        "    -Return it within 30 days.",
        "    +Return it within 60 days.",
        f"- old  How to return an item  (version {was['old'].version})",
        "1 new, 1 changed, 1 gone, 1 as they are.",
    ]


def test_going_back_in_git_is_going_back_to_the_same_versions(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "articles"
    git(tmp_path, "init", "-q")
    write(folder, "returns", RETURNS.format(days=30))
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "one")
    write(folder, "returns", RETURNS.format(days=60))
    git(tmp_path, "commit", "-qam", "two")
    git(tmp_path, "revert", "--no-edit", "HEAD")

    then = of_revision("HEAD~2", root=tmp_path)

    assert of_folder(folder) == then
    assert of_revision("HEAD~1", root=tmp_path) != then


def test_a_revision_that_git_does_not_know_is_said_so() -> None:
    code, said = run("diff", "--since", "--output=/tmp/x")

    assert code == 1
    assert "git has no content/articles at --output=/tmp/x." in said


@dataclass
class Stack:
    """A stack's answers, as far as the content layer is concerned."""

    resources: list[dict[str, str]]
    asked: str = ""

    def client(self, _: str, **__: object) -> "Stack":
        return self

    def get_paginator(self, _: str) -> "Stack":
        return self

    def paginate(self, **_: object) -> list[dict[str, object]]:
        return [{"StackResourceSummaries": []}, {"StackResourceSummaries": self.resources}]

    def get_layer_version_by_arn(self, *, Arn: str) -> dict[str, object]:  # noqa: N803 - boto's
        self.asked = Arn
        return {"Content": {"Location": f"https://layers.example/{Arn}"}}


class Deployed(Deployment):
    """A deployment whose stack is given."""

    stack_itself: Stack

    def session(self) -> Stack:  # type: ignore[override]  # a test's own
        return type(self).stack_itself


def layer_of(folder: Path, work: Path) -> bytes:
    write_index(read_articles(folder), work / "articles.sqlite")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.write(work / "articles.sqlite", INDEX)
    return packed.getvalue()


def test_what_a_stack_answers_from_is_read_out_of_its_content_layer(tmp_path: Path) -> None:
    write(tmp_path / "articles", "returns", RETURNS.format(days=30))
    package = layer_of(tmp_path / "articles", tmp_path)
    arn = "arn:aws:lambda:eu-central-1:1:layer:content:7"
    Deployed.stack_itself = Stack(
        [
            {"LogicalResourceId": "CoreLayer1a2b", "PhysicalResourceId": "arn:other"},
            {"LogicalResourceId": "ContentLayer9f8e7d", "PhysicalResourceId": arn},
        ]
    )

    found = of_deployment(
        Deployed("warmline", None, None, None, None),
        {f"https://layers.example/{arn}": package}.__getitem__,
    )

    assert found == of_folder(tmp_path / "articles")
    assert Deployed.stack_itself.asked == arn


def test_a_stack_without_a_content_layer_is_no_warmline() -> None:
    Deployed.stack_itself = Stack([])

    with pytest.raises(CannotContinue, match="no content layer"):
        of_deployment(Deployed("warmline", None, None, None, None), lambda _: b"")


@pytest.mark.parametrize("package", [b"", b"no archive"])
def test_a_layer_that_is_no_content_is_said_so(package: bytes) -> None:
    Deployed.stack_itself = Stack(
        [{"LogicalResourceId": "ContentLayer9f8e7d", "PhysicalResourceId": "arn:1"}]
    )

    with pytest.raises(CannotContinue, match="holds no articles"):
        of_deployment(Deployed("warmline", None, None, None, None), lambda _: package)


def test_the_sample_articles_have_nothing_to_advise() -> None:
    assert run("lint", str(CONTENT / "articles"), "--strict")[0] == 0


def test_mistakes_are_told_with_file_and_line_and_stop(tmp_path: Path) -> None:
    file = write(tmp_path, "returns", RETURNS.replace("updated: 2026-05-01", "updated: soon"))

    code, said = run("lint", str(tmp_path))

    assert code == 1
    assert f"{file}:5: updated must be a date such as 2026-03-31" in said


@pytest.mark.parametrize(
    ("said", "advice"),
    [
        ("Reply STOP to end.", ":10: tells customers to text a word that carriers take as a"),
        ("| a | b |", ":10: a table is quoted as lines with bars"),
        ("![map](map.png) It is here.", ":10: a picture is not shown"),
        ("It is <b>here</b>.", ":10: HTML is quoted as it stands"),
        ("See [us](https://shop.example/returns).", ":10: the address behind a link"),
        ('It is easy, see "How to fly".', ':10: no article is called "How to fly"'),
        ("word " * 90, ": its first sentence is too long for two text messages"),
    ],
)
def test_what_makes_worse_answers_is_advised_and_stops_only_when_strict(
    tmp_path: Path, said: str, advice: str
) -> None:
    file = write(tmp_path, "returns", RETURNS.replace("Return it within {days} days.", said))

    code, told = run("lint", str(tmp_path))

    assert code == 0
    assert f"advice: {file}{advice}" in told
    assert run("lint", str(tmp_path), "--strict")[0] == 1


def test_what_is_said_twice_or_too_early_or_in_no_known_language_is_advised(
    tmp_path: Path,
) -> None:
    write(tmp_path, "returns", RETURNS)
    later = RETURNS.replace("2026-05-01", "2999-01-01").replace("[en]", "[xx]")
    file = write(tmp_path, "returns.es", later)

    _, told = run("lint", str(tmp_path))

    for advice in (
        "updated says 2999-01-01, which is still to come",
        "there is no content/phrases/xx.yaml to go with it",
        "its name ends in .es, and its languages do not say es",
        'has the title "how to return an item" of returns too',
        'has the question "send something back" of returns too',
    ):
        assert f"advice: {file}: {advice}\n" in told
