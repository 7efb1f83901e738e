"""Actions that are functions of the deployer's own."""

import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.tools import FO, STATUS
from warmline.adapters.tools.python import PythonTools
from warmline.application.tool_running import Caller, Output, ToolCall
from warmline.domain.errors import ConfigurationError, ToolFailed

SOURCE = """
import time

def look_up(order: str, *, customer: str, idempotency_key: str) -> dict[str, str]:
    return {"order": order, "customer": customer, "key": idempotency_key}

def plain(order):
    return order

def unknown(order):
    raise KeyError(order)

def broken(order):
    raise ValueError("the customer's order " + order)

def slow(order):
    time.sleep(3)

def strange(order):
    return {1j: object()}
"""


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PythonTools]:
    package = tmp_path / "deployers_own"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "orders.py").write_text(SOURCE)
    monkeypatch.syspath_prepend(str(tmp_path))
    yield PythonTools("deployers_own")
    for name in [name for name in sys.modules if name.startswith("deployers_own")]:
        del sys.modules[name]


def call(tools: PythonTools, name: str) -> Output:
    tool = replace(STATUS, python=f"orders:{name}", seconds=0.3)
    caller = Caller(conversation="c1", customer="ann")
    return tools.call(tool, ToolCall(key="key-1", arguments={"order": FO}, caller=caller))


def test_a_function_gets_its_arguments_and_what_it_asks_for_of_ours(tools: PythonTools) -> None:
    assert call(tools, "look_up") == {"order": FO, "customer": "ann", "key": "key-1"}


def test_a_bare_result_is_kept_under_a_name(tools: PythonTools) -> None:
    assert call(tools, "plain") == {"result": FO}


@pytest.mark.parametrize(
    ("name", "code"),
    [("unknown", "not_found"), ("broken", "ValueError"), ("strange", "not_json")],
)
def test_an_error_is_told_by_its_kind_and_never_by_its_words(
    tools: PythonTools, name: str, code: str
) -> None:
    with pytest.raises(ToolFailed) as failed:
        call(tools, name)

    assert str(failed.value) == code


def test_a_function_that_takes_its_time_is_left_in_time(tools: PythonTools) -> None:
    started = time.monotonic()

    with pytest.raises(ToolFailed, match="timeout"):
        call(tools, "slow")

    assert time.monotonic() - started < 1


def test_a_function_that_is_not_there_is_named(tools: PythonTools) -> None:
    with pytest.raises(ConfigurationError, match="orders:missing"):
        call(tools, "missing")
