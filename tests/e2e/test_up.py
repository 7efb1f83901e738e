"""`warmline up --headless` as the contract describes it."""

import signal
import subprocess
import time

import pytest
from botocore.exceptions import ClientError

from deployer.places import ROOT, tool
from deployer.up.engine import any_free_port
from tests.e2e.commands import clean_environment, processes_on, running_stack
from tests.e2e.stacks import DeployedLine

pytestmark = pytest.mark.timeout(300)


def test_the_ready_line_gives_what_the_environment_gave(line: DeployedLine) -> None:
    assert line.ready.ready is True
    assert line.ready.sandbox_url is None
    assert line.ready.slack_team == line.slack.installation.team
    assert line.ready.twilio_account_sid == line.twilio.account.sid
    assert line.ready.http_url.startswith(f"http://127.0.0.1:{line.running.port}/")
    assert line.ready.websocket_url.startswith(f"ws://127.0.0.1:{line.running.port}/")


def test_the_engine_enforces_each_functions_permissions(line: DeployedLine) -> None:
    for function in line.engine.functions().list_functions()["Functions"]:
        as_function = line.engine.assuming(function["Role"]).dynamodb()
        with pytest.raises(ClientError, match="not authorized to perform: dynamodb:Scan"):
            as_function.scan(TableName=line.ready.table)


def test_a_taken_port_is_one_sentence_and_exit_code_1(line: DeployedLine) -> None:
    ended = subprocess.run(  # noqa: S603 - our own command
        [tool("warmline"), "up", "--headless"],
        env=clean_environment() | {"WARMLINE_PORT": str(line.running.port)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.strip() == (
        f"warmline: Port {line.running.port} is taken: stop what uses it, "
        "or set WARMLINE_PORT to a free one."
    )


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_a_second_stack_runs_beside_the_first_and_ends_whole(
    line: DeployedLine, ending: signal.Signals
) -> None:
    with running_stack({}) as second:
        assert second.ready.http_url != line.ready.http_url
        assert processes_on(second.port, within_seconds=0)
        second.process.send_signal(ending)
        assert second.process.wait(30) == 0
        assert second.process.stdout is not None
        assert second.process.stdout.read() == ""
        assert processes_on(second.port) == []
    assert processes_on(line.running.port, within_seconds=0)


def test_nothing_is_left_even_when_the_command_is_killed() -> None:
    with running_stack({}) as stack:
        stack.process.kill()
        stack.process.wait()
        assert processes_on(stack.port) == []


def test_an_end_before_it_is_ready_leaves_nothing_either() -> None:
    port = any_free_port()
    with subprocess.Popen(  # noqa: S603 - our own command
        [tool("warmline"), "up", "--headless"],
        env=clean_environment() | {"WARMLINE_PORT": str(port)},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        deadline = time.monotonic() + 60
        while not processes_on(port, within_seconds=0) and time.monotonic() < deadline:
            time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=60)

    assert (process.returncode, output) == (130, "")
    assert errors.endswith("Stopped.\n")
    assert processes_on(port) == []
