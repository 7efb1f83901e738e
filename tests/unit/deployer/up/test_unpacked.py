"""Code of functions is unpacked once, kept for the next stack, and forgotten after a week."""

import os
import time
import zipfile
from pathlib import Path

import pytest

from deployer.up import engine
from deployer.up.engine_entry import SharedZipFile

NOON = (2026, 1, 1, 12, 0, 0)
ONE = (2026, 1, 1, 13, 0, 0)


def pack(path: Path, content: str, packed_at: tuple[int, int, int, int, int, int]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        info = zipfile.ZipInfo("functions/sms_webhook/app.py", packed_at)
        archive.writestr(info, content)
    return path


def unpack(archive: Path, folder: Path) -> Path:
    folder.mkdir()
    with SharedZipFile(archive) as opened:
        opened.extractall(folder)
    return folder / "functions" / "sms_webhook" / "app.py"


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    monkeypatch.setattr(SharedZipFile, "shelf", shelf, raising=False)
    monkeypatch.setattr(engine, "UNPACKED", shelf)
    return shelf


def test_the_same_content_is_unpacked_once_whenever_it_was_packed(
    shelf: Path, tmp_path: Path
) -> None:
    first = unpack(pack(tmp_path / "a.zip", "code", NOON), tmp_path / "a")
    second = unpack(pack(tmp_path / "b.zip", "code", ONE), tmp_path / "b")

    assert first.read_text(encoding="ascii") == "code"
    assert first.samefile(second)
    assert len(list(shelf.iterdir())) == 1


def test_other_content_is_unpacked_beside_it(shelf: Path, tmp_path: Path) -> None:
    first = unpack(pack(tmp_path / "a.zip", "code", NOON), tmp_path / "a")
    second = unpack(pack(tmp_path / "b.zip", "edoc", NOON), tmp_path / "b")

    assert (first.read_text(encoding="ascii"), second.read_text(encoding="ascii")) == (
        "code",
        "edoc",
    )
    assert len(list(shelf.iterdir())) == 2


def test_what_nobody_used_for_a_week_is_forgotten(shelf: Path) -> None:
    for name, days in (("kept", 6), ("forgotten", 8)):
        (shelf / name).mkdir()
        moment = time.time() - days * 24 * 3600
        os.utime(shelf / name, (moment, moment))

    engine._tidied_shelf()

    assert [folder.name for folder in shelf.iterdir()] == ["kept"]
