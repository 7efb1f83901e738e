"""Every test, in less time: the contract's wait on their stack while the others use the processor.

What measures time runs last and alone. `make test` calls this; with ARGS it is plain pytest.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

CONTRACT = "tests/contract"
TIMED = (f"{CONTRACT}/test_times.py", f"{CONTRACT}/test_race.py")
PYTEST = (sys.executable, "-m", "pytest", "--durations=10")


def main() -> int:
    """Run all three parts, whatever the others come to; 0 only if every test passed."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "contract.log"
        with log.open("w") as output:
            waiting = subprocess.Popen(  # noqa: S603 - our own tests
                [*PYTEST, CONTRACT, *(f"--ignore={timed}" for timed in TIMED)],
                stdout=output,
                stderr=subprocess.STDOUT,
            )
            try:
                others = _run("tests", f"--ignore={CONTRACT}")
                contract = waiting.wait()
            finally:
                waiting.terminate()
        print(log.read_text(), flush=True)  # noqa: T201 - it is what pytest prints
    timed = _run(*TIMED)
    return int(any((others, contract, timed)))


def _run(*arguments: str) -> int:
    return subprocess.call([*PYTEST, *arguments])  # noqa: S603 - our own tests


if __name__ == "__main__":
    sys.exit(main())
