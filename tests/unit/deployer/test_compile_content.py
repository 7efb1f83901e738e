"""The content becomes a layer: checked, whole, and the same bytes each time."""

import hashlib
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from deployer.compile_content import CONTENT, compile_content, main
from deployer.content.problems import ContentInvalid


def digests(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file()
    }


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


def test_two_compilations_are_the_same_bytes(tmp_path: Path) -> None:
    compile_content(tmp_path / "one")
    compile_content(tmp_path / "two")

    assert digests(tmp_path / "one") == digests(tmp_path / "two")


def test_the_order_in_which_files_were_made_does_not_matter(tmp_path: Path, content: Path) -> None:
    compile_content(tmp_path / "one", content=content, widget=None)
    first = next((content / "articles").rglob("*.md"))
    text = first.read_bytes()
    first.unlink()
    first.write_bytes(text)

    compile_content(tmp_path / "two", content=content, widget=None)

    assert digests(tmp_path / "one") == digests(tmp_path / "two")


def test_the_package_holds_what_the_functions_read(tmp_path: Path) -> None:
    widget = tmp_path / "widget.js"
    widget.write_text("// the widget", encoding="utf-8")

    package = compile_content(tmp_path / "out", widget=widget)

    assert package == tmp_path / "out" / "python" / "warmline_content"
    assert {file.name for file in package.iterdir()} == {
        "__init__.py",
        "articles.sqlite",
        "phrases.json",
        "policy.json",
        "replies.json",
        "tools",
        "tools.json",
        "widget.js",
    }
    assert json.loads((package / "policy.json").read_text("utf-8"))["lease_seconds"] == 900
    assert "answer" in json.loads((package / "phrases.json").read_text("utf-8"))["es"]
    with closing(sqlite3.connect(package / "articles.sqlite")) as database:
        count = database.execute("SELECT count(*) FROM articles").fetchone()[0]
    assert count == len(list((CONTENT / "articles").rglob("*.md")))


def test_without_a_built_widget_there_is_none(tmp_path: Path) -> None:
    package = compile_content(tmp_path, widget=tmp_path / "missing.js")

    assert not (package / "widget.js").exists()


def test_what_was_there_before_goes(tmp_path: Path) -> None:
    package = compile_content(tmp_path)
    (package / "stale.py").touch()

    compile_content(tmp_path)

    assert not (package / "stale.py").exists()


def test_mistakes_of_all_files_are_named_and_nothing_is_written(
    tmp_path: Path, content: Path
) -> None:
    (content / "policy.yaml").write_text("agent_limit: many\n", encoding="utf-8")
    (content / "phrases" / "de.yaml").write_text("answer: nur das\n", encoding="utf-8")
    (content / "articles" / "broken.md").write_text("no front matter\n", encoding="utf-8")

    with pytest.raises(ContentInvalid) as caught:
        compile_content(tmp_path / "out", content=content)

    assert {problem.file.name for problem in caught.value.problems} == {
        "policy.yaml",
        "de.yaml",
        "broken.md",
    }
    assert not (tmp_path / "out").exists()


def test_the_command_compiles_into_the_folder(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, [str(tmp_path)])

    assert result.exit_code == 0, result.output
    assert (tmp_path / "python" / "warmline_content" / "articles.sqlite").exists()
