"""Start programs so that they can be stopped whole: each leads a process group of its own."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from deployer.errors import CannotContinue

GRACE_SECONDS = 5.0


@contextmanager
def running(
    command: Sequence[str | Path],
    *,
    environment: Mapping[str, str],
    log: Path,
    folder: Path | None = None,
    grace_seconds: float = GRACE_SECONDS,
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program while the block lasts; afterwards none of its group is left."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 - the caller's own program, no shell
            [str(word) for word in command],
            env=dict(environment),
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        stop_group(process, grace_seconds)


def run(
    command: Sequence[str | Path],
    *,
    environment: Mapping[str, str],
    log: Path,
    purpose: str,
    folder: Path | None = None,
) -> None:
    """Run a program to its end, or raise with the last lines that it wrote."""
    with running(command, environment=environment, log=log, folder=folder) as process:
        code = process.wait()
    if code:
        raise CannotContinue(f"{purpose} failed (exit code {code}):\n{last_lines(log)}")


def last_lines(log: Path, count: int = 15) -> str:
    """Return the end of a log, for an error message."""
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return "\n".join(f"  {line}" for line in [*lines[-count:], f"(all of it: {log})"])


def stop_group(process: subprocess.Popen[bytes], grace_seconds: float) -> None:
    """End a program and whatever it started: asked first, if there is time, then killed."""
    if process.stdin:
        with suppress(BrokenPipeError):
            process.stdin.close()
    if grace_seconds:
        _signal_group(process.pid, signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            process.wait(grace_seconds)
    deadline = time.monotonic() + 1
    while _signal_group(process.pid, signal.SIGKILL) and time.monotonic() < deadline:
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.05)


def _signal_group(group: int, number: signal.Signals) -> bool:
    """Send a signal to a whole group; False when none of it is left."""
    try:
        os.killpg(group, number)
    except ProcessLookupError:
        return False
    return True
