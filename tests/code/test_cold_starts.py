"""What a function must not load: each of these costs a cold start that somebody waits for."""

import os
import subprocess
import sys

import pytest

from tests.code.imports import CORE, ROOT

MODEL = ("openai", "sqlite3", "warmline.adapters.knowledge")
TWILIO = ("twilio",)
SLACK = ("slack_sdk", "slack_bolt")
HEAVY = ("aws_xray_sdk", "pydantic", "yaml", "asyncio.runners", "aiohttp", "requests")

MUST_NOT_LOAD = {
    "sms_webhook": (*MODEL, *SLACK, *HEAVY, "twilio.rest"),
    "slack_webhook": (*MODEL, *TWILIO, "pydantic", "yaml", "aiohttp", "aws_xray_sdk"),
    "web_chat": (*MODEL, *TWILIO, *SLACK, *HEAVY),
    "dispatch_changes": (*MODEL, *TWILIO, *SLACK, *HEAVY),
    "take_turn": ("openai", *TWILIO, *SLACK, *HEAVY),
    "deliver_message": (*MODEL, "slack_bolt", "pydantic", "yaml", "aws_xray_sdk"),
    "sweep_deadlines": (*MODEL, *TWILIO, *SLACK, *HEAVY),
}


@pytest.mark.parametrize("function", sorted(MUST_NOT_LOAD))
def test_a_function_does_not_load_what_it_does_not_need(function: str) -> None:
    loaded = loaded_by(f"functions.{function}.app")

    assert sorted(loaded & set(MUST_NOT_LOAD[function])) == []


def test_what_is_loaded_is_really_seen() -> None:
    assert "twilio.rest" in loaded_by("twilio.rest")


def loaded_by(module: str) -> set[str]:
    """Import a module in an interpreter of its own and return all that is loaded then."""
    command = f"import sys, {module}; print(*sys.modules)"
    ended = subprocess.run(  # noqa: S603 - our own interpreter and words
        [sys.executable, "-c", command],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(CORE)])},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(ended.stdout.split())
