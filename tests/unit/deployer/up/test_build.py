"""The artifact is built again when its sources changed, and only then."""

from pathlib import Path

import pytest

from deployer.up import build


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("template.yaml", "functions/sms_webhook/app.py", "deployer/up/command.py"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("first", encoding="ascii")
    monkeypatch.setattr(build, "ROOT", tmp_path)
    monkeypatch.setattr(build, "STAMP", tmp_path / "stamp.txt")
    monkeypatch.setattr(build, "run", lambda *_words, **_named: None)
    return tmp_path


def test_nothing_built_is_not_fresh(checkout: Path) -> None:
    assert checkout.exists()
    assert not build.is_fresh()


def test_what_was_just_built_is_fresh(checkout: Path) -> None:
    build.build()

    assert (checkout / "stamp.txt").exists()
    assert build.is_fresh()


@pytest.mark.parametrize("name", ["template.yaml", "functions/sms_webhook/app.py"])
def test_a_changed_source_is_not_fresh(checkout: Path, name: str) -> None:
    build.build()
    (checkout / name).write_text("second", encoding="ascii")

    assert not build.is_fresh()


def test_a_new_source_and_a_renamed_one_are_not_fresh(checkout: Path) -> None:
    build.build()
    source = checkout / "functions/sms_webhook/app.py"
    source.rename(source.with_name("answer.py"))

    assert not build.is_fresh()


def test_what_runs_the_stack_is_no_source_of_it(checkout: Path) -> None:
    build.build()
    (checkout / "deployer/up/command.py").write_text("second", encoding="ascii")
    (checkout / "functions/__pycache__").mkdir()
    (checkout / "functions/__pycache__/app.pyc").write_text("compiled", encoding="ascii")

    assert build.is_fresh()


def test_another_machine_builds_its_own(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert checkout.exists()
    monkeypatch.setattr("platform.machine", lambda: "x86_64")
    build.build()
    monkeypatch.setattr("platform.machine", lambda: "aarch64")

    assert not build.is_fresh()


def test_a_build_that_fails_leaves_nothing_that_looks_fresh(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build.build()

    def fail(*_words: object, **_named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(build, "run", fail)
    with pytest.raises(KeyboardInterrupt):
        build.build()

    assert not (checkout / "stamp.txt").exists()
