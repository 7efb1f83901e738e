"""Programs are stopped whole."""

import os
import sys
import time
from pathlib import Path

import pytest

from deployer.errors import CannotContinue
from deployer.processes import run, running

# A program that starts another one, tells its id, and ends with the signal or not at all.
PARENT = """
import signal, subprocess, sys, time
if "stubborn" in sys.argv:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
print(child.pid, flush=True)
time.sleep(60)
"""


def is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="ascii")
    except FileNotFoundError:
        return False
    return state.rpartition(")")[2].split()[0] != "Z"


def read_when_there(log: Path) -> str:
    deadline = time.monotonic() + 10
    while not (text := log.read_text(encoding="ascii")) and time.monotonic() < deadline:
        time.sleep(0.01)
    return text


@pytest.mark.parametrize(
    ("manner", "grace_seconds"), [("polite", 5), ("stubborn", 0.2), ("polite", 0)]
)
def test_a_programs_children_end_with_it(tmp_path: Path, manner: str, grace_seconds: float) -> None:
    log = tmp_path / "program.log"

    command = [sys.executable, "-c", PARENT, manner]
    with running(command, environment=os.environ, log=log, grace_seconds=grace_seconds) as process:
        child = int(read_when_there(log))
        assert is_alive(child)

    assert process.returncode is not None
    assert not is_alive(child)


def test_a_failing_program_is_told_with_its_last_lines(tmp_path: Path) -> None:
    log = tmp_path / "program.log"
    command = [sys.executable, "-c", "import sys; print('the reason'); sys.exit(7)"]

    with pytest.raises(CannotContinue) as told:
        run(command, environment=os.environ, log=log, purpose="The build")

    assert told.value.message.startswith("The build failed (exit code 7):\n  the reason")
    assert str(log) in told.value.message
