"""The local AWS engine (MiniStack) as a child process, with its state in a folder of its own."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from deployer.errors import CannotContinue
from deployer.places import CACHE, ENGINE
from deployer.processes import last_lines, running

REGION = "us-east-1"
ROOT_KEY = "test"
START_SECONDS = 30
UNPACKED = CACHE / "unpacked"
UNPACKED_SECONDS = 7 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Engine:
    """A running engine: everything else is told its port and where it logs."""

    port: int
    log: Path
    process: subprocess.Popen[bytes]

    @property
    def endpoint_url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def wait(self) -> None:
        """Wait for an end that nobody asked for, and raise then."""
        self.process.wait()
        raise CannotContinue(f"The local engine stopped by itself:\n{last_lines(self.log)}")


@contextmanager
def running_engine(port: int) -> Iterator[Engine]:
    """Run the engine on a port while the block lasts; IAM is enforced."""
    require_free_port(port)
    log = CACHE / "logs" / f"engine-{port}.log"
    with tempfile.TemporaryDirectory(
        prefix="warmline-engine-", ignore_cleanup_errors=True
    ) as folder:
        # -P: this folder's modules must not shadow the engine's.
        entry = Path(__file__).with_name("engine_entry.py")
        command = (ENGINE / "bin" / "python", "-P", entry, _tidied_shelf())
        environment = _environment(port, folder)
        # It has nothing to save, so it need not be asked.
        with running(command, environment=environment, log=log, grace_seconds=0) as process:
            engine = Engine(port, log, process)
            _wait_until_ready(engine)
            yield engine


def require_free_port(port: int) -> None:
    """Raise with one sentence when something already listens on the port."""
    if not is_free(port):
        raise CannotContinue(
            f"Port {port} is taken: stop what uses it, or set WARMLINE_PORT to a free one."
        )


def is_free(port: int) -> bool:
    """Tell whether a server could listen on the port now."""
    with socket.socket() as probe:
        # Connections of a stack that has just ended do not count.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def any_free_port() -> int:
    """Return a port that nothing listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _environment(port: int, folder: str) -> dict[str, str]:
    """Spell the engine's own settings; functions inherit them, so the shell's stay outside."""
    return {
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
        "LANG": "C.UTF-8",
        "HOME": folder,
        "TMPDIR": folder,
        "GATEWAY_PORT": str(port),
        "BIND_HOST": "127.0.0.1",
        "AUTH": "true",
        "AWS_ACCESS_KEY_ID": ROOT_KEY,
        "AWS_SECRET_ACCESS_KEY": ROOT_KEY,
        "AWS_DEFAULT_REGION": REGION,
        "MINISTACK_REGION": REGION,
        "LOG_LEVEL": "INFO",
        "S3_DATA_DIR": f"{folder}/s3",
        # Services with fixed ports of their own would keep a second stack from starting.
        "IOT_MTLS_ENABLED": "0",
        "SFTP_ENABLED": "0",
        # Nothing here needs containers, and looking for them takes time.
        "DOCKER_HOST": f"unix://{folder}/no-docker",
    }


def _tidied_shelf() -> Path:
    """Return where unpacked code is kept, without what nobody has used for a week."""
    UNPACKED.mkdir(parents=True, exist_ok=True)
    for folder in UNPACKED.iterdir():
        if time.time() - folder.stat().st_mtime > UNPACKED_SECONDS:
            shutil.rmtree(folder, ignore_errors=True)
    return UNPACKED


def _wait_until_ready(engine: Engine) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not _answers(engine.port):
        if engine.process.poll() is not None or time.monotonic() > deadline:
            raise CannotContinue(f"The local engine did not start:\n{last_lines(engine.log)}")
        time.sleep(0.05)


def _answers(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", "/_ministack/ready")
        return connection.getresponse().status == 200  # noqa: PLR2004 - HTTP
    except OSError:
        return False
    finally:
        connection.close()
