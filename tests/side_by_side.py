"""Every test, in less time: those that wait on a deployed stack run beside those that compute.

What measures time runs last and alone. `make test` calls this; with ARGS it is plain pytest.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

CONTRACT = "tests/contract"
END_TO_END = "tests/e2e"
TIMED = (f"{CONTRACT}/test_times.py", f"{CONTRACT}/test_race.py")
PYTEST = (sys.executable, "-m", "pytest", "--durations=10")


def main() -> int:
    """Run all four parts, whatever they come to; 0 only if every test passed."""
    timed_apart = [f"--ignore={timed}" for timed in TIMED]
    with ExitStack() as waiting:
        parts = [
            waiting.enter_context(_beside(CONTRACT, *timed_apart)),
            waiting.enter_context(_beside(END_TO_END)),
        ]
        others = _run("tests", f"--ignore={CONTRACT}", f"--ignore={END_TO_END}")
        beside = [part() for part in parts]
    timed = _run(*TIMED)
    return int(any((others, *beside, timed)))


@contextmanager
def _beside(*arguments: str) -> Iterator[Callable[[], int]]:
    """Run tests while the block lasts; what is yielded waits for them and prints what they said."""
    with tempfile.TemporaryFile("w+") as output:
        running = subprocess.Popen(  # noqa: S603 - our own tests
            [*PYTEST, *arguments], stdout=output, stderr=subprocess.STDOUT
        )

        def wait() -> int:
            code = running.wait()
            output.seek(0)
            print(output.read(), flush=True)  # noqa: T201 - it is what pytest prints
            return code

        try:
            yield wait
        finally:
            running.terminate()


def _run(*arguments: str) -> int:
    return subprocess.call([*PYTEST, *arguments])  # noqa: S603 - our own tests


if __name__ == "__main__":
    sys.exit(main())
