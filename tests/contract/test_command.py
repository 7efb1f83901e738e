"""`warmline up --headless` as other programs see it."""

import socket
import subprocess

import pytest

from tests.contract.line import GIVEN, Line
from tests.contract.stack import COMMAND, ROOT

SECONDS_TO_REFUSE = 60


def test_the_ready_line_tells_where_everything_is(line: Line) -> None:
    ready = line.ready

    assert ready.ready is True
    assert ready.sandbox_url is None
    assert ready.http_url.startswith("http://")
    assert not ready.http_url.endswith("/")
    assert ready.websocket_url.startswith("ws://")
    assert str(line.stack.port) in ready.endpoint_url
    assert ready.stack
    assert ready.table


def test_what_was_given_is_what_is_used(line: Line) -> None:
    told = {name: getattr(line.ready, name.lower()) for name in GIVEN}

    assert told == GIVEN


def test_standard_output_is_the_ready_line_and_nothing_else(line: Line) -> None:
    assert line.stack.output.count(b"\n") == 1
    assert line.stack.output.endswith(b"}\n")


@pytest.mark.timeout(SECONDS_TO_REFUSE * 2)
def test_a_taken_port_is_one_clear_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        ended = subprocess.run(  # noqa: S603 - our own command
            [COMMAND, "up", "--headless"],
            cwd=ROOT,
            env={"PATH": "/usr/bin:/bin", "HOME": str(ROOT), "WARMLINE_PORT": str(port)},
            capture_output=True,
            text=True,
            timeout=SECONDS_TO_REFUSE,
            check=False,
        )

    assert ended.returncode != 0
    assert ended.stdout == ""
    assert str(port) in ended.stderr
    assert "Traceback" not in ended.stderr
