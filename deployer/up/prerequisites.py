"""What must be on the machine before a stack can come up; the engine's environment is made."""

import os
import sys
from pathlib import Path

from deployer.errors import CannotContinue
from deployer.places import CACHE, ENGINE, ENGINE_REQUIREMENTS, tool
from deployer.processes import run

PYTHON = (3, 13)


def check_prerequisites() -> None:
    """Raise with one sentence about the first thing that is missing."""
    if sys.version_info[:2] != PYTHON:
        raise CannotContinue(
            "Warmline needs Python 3.13, which is what its functions run on: install it, "
            "remove .venv and run `make setup`."
        )
    if not tool("sam").exists():
        raise CannotContinue("The SAM CLI is missing from .venv: run `make setup`.")


def is_engine_installed() -> bool:
    """Tell whether the engine's own environment is there, whole."""
    return (ENGINE / "ready").exists() and (ENGINE / "bin" / "ministack").exists()


def install_engine() -> None:
    """Make the engine's environment, which holds nothing that Lambda does not have."""
    log = CACHE / "logs" / "engine-install.log"
    purpose = "Installing the local engine"
    _run([sys.executable, "-m", "venv", str(ENGINE)], log, purpose)
    install = [str(ENGINE / "bin" / "python"), "-m", "pip", "install", "--require-hashes"]
    _run([*install, "-r", str(ENGINE_REQUIREMENTS)], log, purpose)
    (ENGINE / "ready").touch()


def _run(command: list[str], log: Path, purpose: str) -> None:
    run(command, environment=os.environ, log=log, purpose=purpose)
