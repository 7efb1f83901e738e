"""A deployed stack as `warmline up --headless` starts it: one process, one line of JSON."""

import contextlib
import json
import os
import selectors
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import IO, Any, Self

ROOT = Path(__file__).resolve().parents[2]
COMMAND = os.environ.get("WARMLINE_COMMAND", str(ROOT / ".venv" / "bin" / "warmline"))
SECONDS_TO_START = float(os.environ.get("WARMLINE_START_SECONDS", "300"))
SECONDS_TO_STOP = 60
# The embedded answerer, and nothing that this shell happens to hold.
UNSET = (
    "OPENAI_API_KEY",
    "OPENAI_BASE_URL",
    "OPENAI_MODEL",
    "AWS_PROFILE",
    "WARMLINE_IDLE_SECONDS",
)


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@dataclass(frozen=True, slots=True)
class Ready:
    """The line that the command prints when it can take traffic."""

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

    @classmethod
    def read(cls, document: Mapping[str, Any]) -> Self:
        """Read the contract's names; more of them are welcome, fewer are a failure."""
        missing = [f.name for f in fields(cls) if f.name not in document]
        assert not missing, f"the ready line lacks {missing}"
        return cls(**{f.name: document[f.name] for f in fields(cls)})


@dataclass(slots=True)
class Stack:
    """The running command."""

    environment: Mapping[str, str]
    port: int = field(default_factory=free_port)
    output: bytes = b""
    _errors: IO[bytes] = field(default_factory=tempfile.TemporaryFile)
    _process: subprocess.Popen[bytes] | None = None

    def start(self) -> Ready:
        """Start the command and wait for its line."""
        assert Path(COMMAND).exists(), f"there is no {COMMAND}: run `make setup` first"
        self.spawn()
        line = self._first_line()
        return Ready.read(json.loads(line))

    def spawn(self) -> subprocess.Popen[bytes]:
        """Start the command in a session of its own, so that what it leaves can be seen."""
        kept = {name: value for name, value in os.environ.items() if name not in UNSET}
        self._process = subprocess.Popen(  # noqa: S603 - our own command
            [COMMAND, "up", "--headless"],
            cwd=ROOT,
            env={**kept, **self.environment, "WARMLINE_PORT": str(self.port)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            start_new_session=True,
        )
        return self._process

    def stop(self, by: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to stop, and see that it went with everything it had started."""
        process = self._process
        assert process
        assert process.stdout
        process.send_signal(by)
        try:
            status = self._wait(process)
            self.output += process.stdout.read()
            self._expect_nothing_left(process.pid)
        finally:
            self._end(process)
        return status

    def errors(self) -> str:
        """Give the end of what it said on standard error."""
        self._errors.seek(0)
        return self._errors.read().decode(errors="replace")[-6000:]

    def _first_line(self) -> bytes:
        process = self._process
        assert process
        assert process.stdout
        end = time.monotonic() + SECONDS_TO_START
        with selectors.DefaultSelector() as selector:
            selector.register(process.stdout, selectors.EVENT_READ)
            while b"\n" not in self.output:
                self._expect_progress(end)
                if selector.select(0.5):
                    self.output += os.read(process.stdout.fileno(), 65_536)
        return self.output.partition(b"\n")[0]

    def _expect_progress(self, end: float) -> None:
        process = self._process
        assert process
        late = time.monotonic() > end
        ended = process.poll()
        if late or ended is not None:
            said = self.errors()
            self._end(process)
            why = "was not ready in time" if late else f"ended with {ended}"
            raise AssertionError(f"`{COMMAND} up --headless` {why}; it said:\n{said}")

    def _wait(self, process: subprocess.Popen[bytes]) -> int:
        try:
            return process.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired as error:
            said = self.errors()
            raise AssertionError(
                f"not stopped {SECONDS_TO_STOP} s after it was asked:\n{said}"
            ) from error

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if process.stdout:
            process.stdout.close()
        self._errors.close()

    def _expect_nothing_left(self, group: int) -> None:
        end = time.monotonic() + 5
        while time.monotonic() < end and (_group_lives(group) or _listens(self.port)):
            time.sleep(0.1)
        assert not _listens(self.port), f"something still listens on port {self.port}"
        assert not _group_lives(group), "the command left processes behind"


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _group_lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
