"""What a function must not load: each of these costs a cold start that somebody waits for.

A function is imported and its collaborators are built, as its first event does, in an interpreter
of its own.
"""

import os
import re
import subprocess
import sys
from dataclasses import fields
from importlib import import_module
from pathlib import Path

import pytest

from tests.code.imports import CORE, ROOT

MODEL = ("openai", "warmline.adapters.knowledge")
TWILIO = ("twilio",)
SLACK = ("slack_sdk", "slack_bolt")
MEANING = ("numpy", "onnxruntime")
"""The embedding model's; `take_turn` loads them for the first question that needs them."""
HEAVY = ("aws_xray_sdk", "pydantic", "yaml", "aiohttp", "requests", *MEANING)

MUST_NOT_LOAD = {
    "sms_webhook": (*MODEL, "sqlite3", *SLACK, *HEAVY, "twilio.rest"),
    "slack_webhook": (*MODEL, *TWILIO, *HEAVY),
    "web_chat": (*MODEL, "sqlite3", *TWILIO, *SLACK, *HEAVY),
    "dispatch_changes": (*MODEL, *TWILIO, *SLACK, *HEAVY),
    "take_turn": ("openai", *TWILIO, *SLACK, *HEAVY),
    "deliver_message": (*MODEL, "slack_bolt", "pydantic", "yaml", "aws_xray_sdk"),
    "sweep_deadlines": (*MODEL, *TWILIO, *SLACK, *HEAVY),
}
VALUES = {
    "POLICY_OVERRIDES": "{}",
    "MEANING": "on",
    "OPENAI_MODEL": "",
    "AWS_DEFAULT_REGION": "us-east-1",
}


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile the content once: policy and phrases are part of every start."""
    folder = tmp_path_factory.mktemp("content")
    subprocess.run(  # noqa: S603 - our own interpreter and words
        [sys.executable, "-m", "deployer.compile_content", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return folder / "python"


@pytest.mark.parametrize("function", sorted(MUST_NOT_LOAD))
def test_a_function_does_not_load_what_it_does_not_need(function: str, content: Path) -> None:
    loaded = loaded_by(first_event(function), content, environment_of(function))

    assert f"functions.{function}.app" in loaded
    assert sorted(loaded & set(MUST_NOT_LOAD[function])) == []


def test_what_is_loaded_is_really_seen(content: Path) -> None:
    assert "twilio.rest" in loaded_by("import twilio.rest", content, {})


def first_event(function: str) -> str:
    """Return the code that loads a function and builds what its handler asks bootstrap for."""
    source = (ROOT / "functions" / function / "app.py").read_text(encoding="utf-8")
    builders = sorted(set(re.findall(r"\bbootstrap\.([a-z_]+)", source)))
    assert builders, f"{function} asks bootstrap for nothing"
    calls = "".join(f"; bootstrap.{builder}()" for builder in builders)
    return f"import functions.{function}.app; from warmline import bootstrap{calls}"


def environment_of(function: str) -> dict[str, str]:
    """Return the environment that a function's settings ask for, with made-up values."""
    name = "".join(word.capitalize() for word in function.split("_"))
    settings = getattr(import_module("warmline.settings"), f"{name}Settings")
    return {field.name.upper(): "https://x.example" for field in fields(settings)} | VALUES


def loaded_by(code: str, content: Path, environment: dict[str, str]) -> set[str]:
    """Run code in an interpreter of its own and return the modules that are loaded then."""
    path = os.pathsep.join([str(ROOT), str(CORE), str(content)])
    ended = subprocess.run(  # noqa: S603 - our own interpreter and words
        [sys.executable, "-c", f"import sys; {code}; print(*sys.modules)"],
        env={"PYTHONPATH": path, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return set(ended.stdout.split())
