"""What the documents promise is there: commands, paths, pictures, figures."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from deployer.main import COMMANDS
from tests.code.imports import ROOT

DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
TEXTS = {name: (ROOT / name).read_text(encoding="utf-8") for name in DOCUMENTS}
README = TEXTS["README.md"]

CODE = re.compile(r"```\w*\n(.*?)```|`([^`\n]+)`", re.DOTALL)
MAKE = re.compile(r"^\s*(?:\w+=\S+ )*make ([a-z ]*[a-z])", re.MULTILINE)
WARMLINE = re.compile(r"(?:^|bin/|[\s|])warmline ([a-z]+)", re.MULTILINE)
PATH = re.compile(r"[\w.][\w.@-]*(?:/[\w.@-]*)+")
PICTURE = re.compile(r'(?:\]\(|src=")(docs/images/[^)"]+)')
MAP = re.compile(r"### The tree\n\n```\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_make_target_that_is_named_exists(document: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = {word for found in MAKE.findall(code(document)) for word in found.split()}

    assert named <= targets
    assert document != "README.md" or {"up", "test", "deploy", "destroy", "demo"} <= named


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_subcommand_that_is_named_exists(document: str) -> None:
    named = set(WARMLINE.findall(code(document)))

    assert named <= set(COMMANDS)
    assert document != "README.md" or {"secrets", "agents", "decide", "find"} <= named


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_that_is_named_exists(document: str) -> None:
    named = {path for span in spans(document) if (path := as_path(span))}

    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


def test_every_picture_exists_and_is_shown() -> None:
    pictures = {path.relative_to(ROOT).as_posix() for path in (ROOT / "docs/images").glob("*")}

    assert set(PICTURE.findall(README)) == pictures


def test_the_map_of_the_tree_is_the_tree() -> None:
    drawn = MAP.search(README)
    assert drawn
    named = {line.split()[0].rstrip("/") for line in drawn[1].splitlines()}
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, check=True)  # noqa: S607
    tracked = {Path(line).parts[0] for line in listed.stdout.decode().splitlines()}

    assert named == tracked


def test_the_test_levels_are_the_folders_of_tests() -> None:
    named = {Path(path).name for path in re.findall(r"`(tests/\w+)/`", TEXTS["CONTRIBUTING.md"])}
    folders = {path.parent.name for path in (ROOT / "tests").glob("*/*.py")}
    folders |= {path.parents[1].name for path in (ROOT / "tests").glob("*/*/*.py")} - {"tests"}

    assert named == folders


def test_the_access_patterns_name_every_kind_of_key() -> None:
    keys = (ROOT / "layers/core/warmline/adapters/dynamodb/keys.py").read_text(encoding="utf-8")
    prefixes = set(re.findall(r'Key\(f"([A-Z]+)#', keys)) | {"D", "Q"}

    assert prefixes > {"CONV", "OUT", "SEEN", "ADDR"}
    assert [prefix for prefix in sorted(prefixes) if f"{prefix}#" not in README] == []


def test_the_capacity_figures_are_those_that_were_measured() -> None:
    store = json.loads((ROOT / "bench/results.json").read_text(encoding="utf-8"))["store"]
    for name in ("one customer turn", "one case at the desk"):
        row = next(line for line in README.splitlines() if line.startswith(f"| {name}:"))
        units = (store[name]["write units"], store[name]["read units"])

        assert [float(cell) for cell in row.split("|")[2:4]] == list(units)


def test_what_is_looked_for_would_be_found() -> None:
    assert MAKE.findall("CI=true make test lint") == ["test lint"]
    assert WARMLINE.findall(".venv/bin/warmline secrets --rotate x") == ["secrets"]
    assert WARMLINE.findall("/warmline resolve") == []
    assert as_path("docs/nothing.yaml") == "docs/nothing.yaml"


def code(document: str) -> str:
    """Return what a document sets as code."""
    return "\n".join(spans(document))


def spans(document: str) -> list[str]:
    return [block or span for block, span in CODE.findall(TEXTS[document])]


def as_path(span: str) -> str | None:
    """Return the path of the tree that a piece of code is, if it is one."""
    made = (".venv/", ".engine/")
    return span if PATH.fullmatch(span) and not span.startswith(("...", *made)) else None
