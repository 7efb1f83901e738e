"""The built artifact: made by what `make build` runs, and again only when its sources changed."""

import fcntl
import hashlib
import os
import platform
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from deployer.places import BUILT, CACHE, ROOT
from deployer.processes import run

SOURCES = ("template.yaml", "functions", "layers", "content", "widget", "deployer")
# What runs the stack is no part of it.
NOT_SOURCES = ("deployer/up/", "deployer/demo/")
STAMP = BUILT / "warmline-sources.txt"
LOCK = CACHE / "build.lock"
LOG = CACHE / "logs" / "build.log"


def machine_architecture() -> Literal["arm64", "x86_64"]:
    """Return this machine's processor in Lambda's words; the engine runs functions on it."""
    return "arm64" if platform.machine() in {"arm64", "aarch64"} else "x86_64"


def is_fresh() -> bool:
    """Tell whether what is built is for this machine and of these sources."""
    return STAMP.exists() and STAMP.read_text(encoding="ascii") == _fingerprint()


def build() -> None:
    """Build for this machine; the stamp is written last, so that half a build is no build."""
    STAMP.unlink(missing_ok=True)
    fingerprint = _fingerprint()
    run(
        [
            *(sys.executable, "-m", "deployer.build"),
            *("--architecture", machine_architecture()),
            *("--build-dir", str(BUILT)),
        ],
        environment=os.environ,
        log=LOG,
        purpose="The build",
        folder=ROOT,
    )
    STAMP.write_text(fingerprint, encoding="ascii")


@contextmanager
def build_lock(*, shared: bool) -> Iterator[None]:
    """Keep two stacks of one checkout from building over what the other is deploying."""
    LOCK.parent.mkdir(parents=True, exist_ok=True)
    with LOCK.open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_SH if shared else fcntl.LOCK_EX)
        yield


def _fingerprint() -> str:
    digest = hashlib.sha256(machine_architecture().encode())
    for path in sorted(_source_files()):
        digest.update(f"\n{path.relative_to(ROOT)}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _source_files() -> Iterator[Path]:
    for source in SOURCES:
        path = ROOT / source
        if path.is_file():
            yield path
        yield from (file for file in path.rglob("*") if file.is_file() and _is_source(file))


def _is_source(file: Path) -> bool:
    name = file.relative_to(ROOT).as_posix()
    return "__pycache__" not in file.parts and not name.startswith(NOT_SOURCES)
