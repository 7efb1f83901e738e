"""What a person is told when a stack cannot come up."""

import socket

import pytest
from click.testing import CliRunner

from deployer.main import COMMANDS, warmline
from deployer.up import prerequisites


def test_a_taken_port_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        monkeypatch.setenv("WARMLINE_PORT", str(port))

        result = CliRunner(mix_stderr=False).invoke(warmline, ["up", "--headless"])

    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == (
        f"warmline: Port {port} is taken: stop what uses it, or set WARMLINE_PORT to a free one.\n"
    )


def test_another_python_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prerequisites, "PYTHON", (3, 99))

    result = CliRunner(mix_stderr=False).invoke(warmline, ["up", "--headless"])

    assert result.exit_code == 1
    assert result.stderr.startswith("warmline: Warmline needs Python 3.13")
    assert result.stderr.count("\n") == 1


def test_an_unknown_command_is_refused_before_anything_is_imported() -> None:
    result = CliRunner(mix_stderr=False).invoke(warmline, ["upp"])

    assert result.exit_code == 2
    assert "No such command 'upp'" in result.stderr


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_explains_itself(name: str) -> None:
    result = CliRunner().invoke(warmline, [name, "--help"])

    assert result.exit_code == 0, result.output
    assert len(result.output.splitlines()) > 3
