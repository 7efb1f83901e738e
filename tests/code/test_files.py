"""Tracked files name no machine and no package index; lock files hold versions and hashes only."""

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

from tests.code.imports import ROOT

# In pieces, so that this file does not hold what it looks for.
INDEX_HOSTS = re.compile(
    "|".join(
        rf"{host}\.{domain}"
        for host, domain in (
            ("pypi", "org"),
            ("pythonhosted", "org"),
            ("registry.npmjs", "org"),
            ("registry.yarnpkg", "com"),
        )
    )
)
MACHINE_PATHS = re.compile(
    rf"(?<![\w.\]/-])/({'|'.join(('ro' + 'ot', 'ho' + 'me', 'wo' + 'rk'))})/\w"
)
LOCKS = ("requirements/*.txt", "layers/*/requirements.txt", "**/package-lock.json")
PINNED = re.compile(r"^[a-z0-9][a-z0-9._-]*(\[[a-z0-9,_-]+\])?==\S+( ; .+)? \\$")


def test_no_tracked_file_names_a_package_index() -> None:
    assert files_with(INDEX_HOSTS) == []


def test_no_tracked_file_names_a_path_of_a_machine() -> None:
    assert files_with(MACHINE_PATHS) == []


def test_what_is_looked_for_would_be_found() -> None:
    assert INDEX_HOSTS.search("https://pypi" + ".org/simple")
    assert MACHINE_PATHS.search('open("/ho' + 'me/somebody/notes")')


@pytest.mark.parametrize("lock", sorted(p for g in LOCKS for p in ROOT.glob(g)), ids=str)
def test_a_lock_file_holds_no_address(lock: Path) -> None:
    if "node_modules" in lock.parts:
        return
    text = lock.read_text(encoding="utf-8")

    assert "://" not in text
    assert "index-url" not in text


@pytest.mark.parametrize("lock", sorted(p for g in LOCKS[:2] for p in ROOT.glob(g)), ids=str)
def test_every_requirement_is_pinned_and_hashed(lock: Path) -> None:
    lines = [line for line in lock.read_text(encoding="utf-8").splitlines() if line]
    requirements = [line for line in lines if not line.startswith((" ", "#"))]

    assert requirements
    assert [line for line in requirements if not PINNED.match(line)] == []


@pytest.mark.parametrize("layer", ["dependencies", "twilio", "slack"])
def test_a_layer_ships_the_versions_that_the_tests_run_with(layer: str) -> None:
    shipped = versions(ROOT / "layers" / layer / "requirements.txt")
    tested = versions(ROOT / "requirements" / "dev.txt")

    assert shipped == {name: tested.get(name) for name in shipped}


def files_with(pattern: re.Pattern[str]) -> list[str]:
    """Return where tracked text files match."""
    return [
        f"{name}:{number}"
        for name, text in tracked_texts()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


@cache
def tracked_texts() -> tuple[tuple[str, str], ...]:
    """Return name and text of every tracked file that is text."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607 - git is where the person who runs this has it
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found = []
    for name in filter(None, listed.stdout.split("\0")):
        path = ROOT / name
        if path.is_file() and b"\0" not in (raw := path.read_bytes()):
            found.append((name, raw.decode("utf-8", errors="replace")))
    return tuple(found)


def versions(lock: Path) -> dict[str, str]:
    pinned = re.findall(r"^([a-z0-9._-]+)==(\S+)", lock.read_text(encoding="utf-8"), re.MULTILINE)
    return dict(pinned)
