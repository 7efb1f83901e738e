"""`warmline up` as a program of its own: started, read, stopped, and nothing of it left."""

import json
import os
import select
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from typing import IO

import pytest

from deployer.places import CACHE, ROOT, tool
from deployer.processes import last_lines
from deployer.up.engine import any_free_port

READY_SECONDS = 240
STOP_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Ready:
    """The ready line, key by key."""

    ready: bool
    http_url: str
    websocket_url: str
    sandbox_url: str | None
    stack: str
    endpoint_url: str
    table: str
    twilio_account_sid: str
    twilio_auth_token: str
    phone_number: str
    slack_signing_secret: str
    slack_bot_token: str
    slack_team: str
    slack_app: str
    desk_channel: str
    chat_origin: str
    identity_key: str


@dataclass(frozen=True, slots=True)
class Running:
    """A `warmline up` that is ready."""

    ready: Ready
    process: subprocess.Popen[str]
    log: Path

    @property
    def port(self) -> int:
        return int(self.ready.endpoint_url.rpartition(":")[2])


@contextmanager
def running_stack(given: Mapping[str, str]) -> Iterator[Running]:
    """Run `warmline up --headless` on a free port; afterwards no process of it is left."""
    with running_up(["--headless"], given) as (process, first_line, log):
        values = json.loads(first_line)
        assert [field.name for field in fields(Ready)] == list(values)
        yield Running(Ready(**values), process, log)


@contextmanager
def running_up(
    arguments: list[str], given: Mapping[str, str]
) -> Iterator[tuple[subprocess.Popen[str], str, Path]]:
    """Run the command until it printed its one line; afterwards no process of it is left."""
    port = int(given.get("WARMLINE_PORT", any_free_port()))
    log = CACHE / "logs" / f"e2e-up-{port}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("w") as errors:
        process = subprocess.Popen(  # noqa: S603 - our own command
            [tool("warmline"), "up", *arguments],
            env=clean_environment() | dict(given) | {"WARMLINE_PORT": str(port)},
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
    assert process.stdout is not None
    try:
        yield process, _read_line(process.stdout, log), log
    finally:
        stop(process)
        process.stdout.close()
        assert processes_on(port) == []


def clean_environment() -> dict[str, str]:
    """Return this process's environment without what `up` would read from it."""
    vendors = ("WARMLINE_", "SLACK_", "TWILIO_", "OPENAI_", "AWS_")
    prefixes = (*vendors, "DESK_", "PHONE_", "CHAT_", "TOOLS_")
    return {key: value for key, value in os.environ.items() if not key.startswith(prefixes)}


def stop(process: subprocess.Popen[str]) -> None:
    """End a stack as an operator does, with SIGTERM."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        pytest.fail(f"`warmline up` did not stop within {STOP_SECONDS} s")


def processes_on(port: int, within_seconds: float = 5) -> list[int]:
    """Return the engine's and its functions' processes of a port that do not go away."""
    deadline = time.monotonic() + within_seconds
    while (found := _engine_processes(port)) and time.monotonic() < deadline:
        time.sleep(0.1)
    return found


def _engine_processes(port: int) -> list[int]:
    """Find them by the engine's own setting, which every function's process inherits."""
    setting = f"GATEWAY_PORT={port}".encode()
    found = []
    for environment in Path("/proc").glob("[0-9]*/environ"):
        try:
            if setting in environment.read_bytes().split(b"\0"):
                found.append(int(environment.parent.name))
        except OSError:
            continue
    return found


def _read_line(output: IO[str], log: Path) -> str:
    waiting, _, _ = select.select([output], [], [], READY_SECONDS)
    line = output.readline() if waiting else ""
    if not line:
        pytest.fail(f"`warmline up` did not become ready:\n{last_lines(log)}")
    return line
