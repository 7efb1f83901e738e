"""Actions that are functions of `content/tools/*.py`, shipped in the content layer."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module

from warmline.adapters.tools.limits import within
from warmline.application.tool_results import NOT_FOUND
from warmline.application.tool_running import Output, ToolCall
from warmline.domain.errors import ConfigurationError, ToolFailed
from warmline.domain.tool_catalogue import Tool


@dataclass(frozen=True, slots=True)
class PythonTools:
    """Calls the deployer's functions. LookupError is `not_found`; every other error a failure.

    A function that names a parameter `idempotency_key` or `customer` is given it.
    """

    package: str = "warmline_content.tools"

    def call(self, tool: Tool, call: ToolCall) -> Output:
        function = self._find(tool.python)
        given = _given(function, call)
        try:
            output = within(tool.seconds, lambda: function(**given))
        except ToolFailed:
            raise
        except LookupError as error:
            raise ToolFailed(NOT_FOUND) from error
        except Exception as error:
            raise ToolFailed(type(error).__name__, uncertain=True) from error
        return _as_output(output)

    def _find(self, place: str) -> Callable[..., object]:
        module, _, name = place.partition(":")
        found: object = getattr(import_module(f"{self.package}.{module}"), name, None)
        if not callable(found):
            raise ConfigurationError(f"there is no function {place}")
        return found


def _given(function: Callable[..., object], call: ToolCall) -> Mapping[str, object]:
    code = getattr(function, "__code__", None)
    names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount] if code else ()
    ours = {"idempotency_key": call.key, "customer": call.caller.customer}
    return {**call.arguments, **{name: value for name, value in ours.items() if name in names}}


def _as_output(output: object) -> Output:
    """Whatever it returned, as JSON would carry it."""
    try:
        value = json.loads(json.dumps(output, ensure_ascii=False, default=str))
    except (TypeError, ValueError, RecursionError) as error:
        raise ToolFailed("not_json", uncertain=True) from error
    return value if isinstance(value, dict) else {"result": value}
