"""What does the deployer's actions, as the use cases see it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from warmline.domain.tool_arguments import Arguments
from warmline.domain.tool_catalogue import Tool

type Output = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """On whose behalf an action runs. `customer` is who they proved to be, or ""."""

    conversation: str
    sequence: int = 0
    customer: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolCall:
    """One action to be done, once for its `key`."""

    key: str
    arguments: Arguments
    caller: Caller


class ToolRunner(Protocol):
    """Does what the deployer's action does, within the action's own time."""

    def run(self, tool: Tool, call: ToolCall) -> Output:
        """Return what came of it. Raises ToolFailed."""
        ...
