"""The functions' processes on the local engine: found, frozen, and killed by their ids."""

import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tests.e2e.stacks import DeployedLine

A_STEP = 0.003
"""Seconds that a frozen worker runs between two looks: less than a turn takes."""


class Worker:
    """All processes that run one function of one stack."""

    def __init__(self, line: DeployedLine, folder: str) -> None:
        self.port = line.running.port
        functions = line.engine.functions().get_paginator("list_functions").paginate()
        [self.name] = [
            one["FunctionName"]
            for page in functions
            for one in page["Functions"]
            if one["Handler"] == f"functions.{folder}.app.handler"
        ]

    def processes(self) -> list[int]:
        """Find them by the environment that the engine gave them."""
        wanted = {
            f"GATEWAY_PORT={self.port}".encode(),
            f"AWS_LAMBDA_FUNCTION_NAME={self.name}".encode(),
        }
        found = []
        for environment in Path("/proc").glob("[0-9]*/environ"):
            with suppress(OSError):
                if wanted <= set(environment.read_bytes().split(b"\0")):
                    found.append(int(environment.parent.name))
        return found

    def kill(self) -> int:
        """Kill every process; returns how many there were."""
        return sum(signalled(process, signal.SIGKILL) for process in self.processes())

    def kill_during(self, seconds: float) -> int:
        """Kill whatever begins or goes on during this time."""
        end, killed = time.monotonic() + seconds, 0
        while time.monotonic() < end:
            killed += self.kill()
            time.sleep(0.01)
        return killed

    def kill_once(self, is_at_it: Callable[[], bool], start: Callable[[], None]) -> bool:
        """Let the worker run step by step once started, and kill it when it is at it.

        False when it was done between two looks.
        """
        processes = self.processes()
        for process in processes:
            signalled(process, signal.SIGSTOP)
        try:
            start()
            for _ in range(400):
                self._step(processes)
                if is_at_it():
                    return sum(signalled(one, signal.SIGKILL) for one in processes) > 0
        finally:
            for process in processes:
                signalled(process, signal.SIGCONT)
        return False

    def _step(self, processes: list[int]) -> None:
        for process in processes:
            signalled(process, signal.SIGCONT)
        time.sleep(A_STEP)
        for process in processes:
            signalled(process, signal.SIGSTOP)


def signalled(process: int, what: signal.Signals) -> bool:
    with suppress(ProcessLookupError):
        os.kill(process, what)
        return True
    return False
